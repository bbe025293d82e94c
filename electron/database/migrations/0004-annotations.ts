import type { Migration } from './migration.ts';

/** The vocabulary that a library begins with. */
const GIVEN: readonly (readonly [string, string, string, string, number, 0 | 1])[] = [
  ['a001', 'Дәйексөз', 'Цитата', 'Quote', 0, 0],
  ['a002', 'Есімді тексеру', 'Проверить имя', 'Name to check', 1, 0],
  ['a003', 'Санды тексеру', 'Проверить цифру', 'Figure to check', 2, 0],
  ['a004', 'Аударманы тексеру', 'Проверить перевод', 'Translation to check', 3, 0],
  ['a005', 'Жазбадан тыс', 'Не для печати', 'Off the record', 4, 1],
  ['a006', 'Тақырып', 'Тема', 'Topic', 5, 0],
];

/**
 * Which text an annotation stands on is said by the text itself, in `turn.content`; `anchor` repeats it by turn, so that
 * neither saving nor searching has to read a transcript whole. It has no reference to `annotation`: the text may come
 * to the disk before what is said about it.
 */
export const annotations: Migration = {
  version: 4,
  name: 'annotations',
  up(db) {
    db.exec(`
      CREATE TABLE annotation_kind (
        position INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL CHECK (json_valid(name)),
        colour INTEGER NOT NULL,
        withheld INTEGER NOT NULL CHECK (withheld IN (0, 1)),
        removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
      ) STRICT;

      CREATE TABLE annotation (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        transcript INTEGER NOT NULL REFERENCES transcript (number) ON DELETE CASCADE,
        kind_id TEXT NOT NULL REFERENCES annotation_kind (id),
        body TEXT NOT NULL,
        colour INTEGER,
        author TEXT NOT NULL,
        created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        resolved_by TEXT,
        resolved_at TEXT,
        start_ms INTEGER,
        end_ms INTEGER,
        words TEXT NOT NULL,
        at_ms INTEGER,
        replies TEXT NOT NULL CHECK (json_valid(replies)),
        removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
        CHECK ((resolved_by IS NULL) = (resolved_at IS NULL)),
        CHECK ((start_ms IS NULL) = (end_ms IS NULL)),
        CHECK (start_ms >= 0 AND end_ms > start_ms)
      ) STRICT;
      CREATE INDEX annotation_of_transcript ON annotation (transcript);

      CREATE TABLE anchor (
        annotation_id TEXT NOT NULL,
        turn_row INTEGER NOT NULL REFERENCES turn (row) ON DELETE CASCADE,
        PRIMARY KEY (annotation_id, turn_row)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX anchor_of_turn ON anchor (turn_row);
    `);
    const insert = db.prepare('INSERT INTO annotation_kind (id, name, colour, withheld) VALUES (?, ?, ?, ?)');
    for (const [id, kk, ru, en, colour, withheld] of GIVEN)
      insert.run(`00000000-0000-4000-8000-00000000${id}`, JSON.stringify({ kk, ru, en }), colour, withheld);
  },
};
