import type Sqlite from 'better-sqlite3';
import { MIGRATIONS } from './migrations/index.ts';

/** The version of the schema that this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** Returns the version of the schema that the file has; 0 when it has none yet. */
export function schemaVersion(db: Sqlite.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Brings the schema to version `to`, each migration in a transaction of its own. */
export function migrate(db: Sqlite.Database, to: number = SCHEMA_VERSION): void {
  for (const migration of MIGRATIONS.slice(schemaVersion(db), to)) {
    db.transaction(() => {
      migration.up(db);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}
