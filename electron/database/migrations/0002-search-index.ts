import type { Migration } from './migration.ts';

/**
 * Words of the turns, by `turn.row`. The text itself stays in `turn`, so the index holds no second copy of it;
 * `contentless_delete` lets a turn be taken out without knowing what it said. `unicode61` without folding of
 * diacritics keeps й and и, қ and к apart; ё is folded before the text comes here.
 */
export const searchIndex: Migration = {
  version: 2,
  name: 'search index',
  up(db) {
    db.exec(`
      CREATE VIRTUAL TABLE turn_words USING fts5 (
        text,
        content = '',
        contentless_delete = 1,
        tokenize = 'unicode61 remove_diacritics 0',
        prefix = '2 3 4'
      );
    `);
    const insert = db.prepare('INSERT INTO turn_words (rowid, text) VALUES (?, ?)');
    const turns = db.prepare<[], { row: number; content: string }>('SELECT row, content FROM turn').all();
    for (const { row, content } of turns) {
      const text = (JSON.parse(content) as { text?: string }[]).map((inline) => inline.text ?? '').join('');
      insert.run(row, text.normalize('NFC').replaceAll('ё', 'е').replaceAll('Ё', 'Е'));
    }
  },
};
