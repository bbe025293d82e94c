import type Sqlite from 'better-sqlite3';

/** One step of the schema. A migration that has been released is never changed: add another. */
export interface Migration {
  /** The `user_version` that the library has afterwards; versions count from 1 without gaps. */
  readonly version: number;
  readonly name: string;
  /** Runs inside a transaction. */
  up(db: Sqlite.Database): void;
}
