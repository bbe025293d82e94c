import type { Migration } from './migration.ts';

/**
 * What a turn of a translation was made from, and in which language and voice a turn is spoken. A translation that was
 * removed keeps its rows, so that it can be brought back. `progress` is derived: it is counted anew when it names other
 * sequences than those of the translation and the original.
 */
export const translations: Migration = {
  version: 12,
  name: 'translations',
  up(db) {
    db.exec(`
      ALTER TABLE turn ADD COLUMN language TEXT;
      ALTER TABLE turn ADD COLUMN voice TEXT CHECK (voice IN ('floor', 'interpreter'));
      ALTER TABLE turn ADD COLUMN translates TEXT CHECK (json_valid(translates));

      ALTER TABLE transcript ADD COLUMN name TEXT NOT NULL DEFAULT '';
      ALTER TABLE transcript ADD COLUMN removed INTEGER NOT NULL DEFAULT 0
        CHECK (removed IN (0, 1) AND (removed = 0 OR kind = 'translation'));
      ALTER TABLE transcript ADD COLUMN progress TEXT CHECK (json_valid(progress));
    `);
  },
};
