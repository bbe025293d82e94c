import type Sqlite from 'better-sqlite3';

export type SqlValue = string | number | null | Uint8Array;

/** What may be asked of the library. Statements are compiled once; columns come as named in the query. */
export interface ReadableDatabase {
  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined;
  all<Row>(sql: string, ...values: readonly SqlValue[]): Row[];
  /** Reads row by row; nothing may be written until the loop ends. */
  each<Row>(sql: string, ...values: readonly SqlValue[]): IterableIterator<Row>;
}

/** What may be done to the library. Only `LibraryDatabase.write` hands one out: every change is in a transaction. */
export interface WritableDatabase extends ReadableDatabase {
  /** Returns how many rows were written. */
  run(sql: string, ...values: readonly SqlValue[]): number;
}

/** An open library. */
export class LibraryDatabase implements ReadableDatabase {
  readonly #sqlite: Sqlite.Database;
  readonly #statements = new Map<string, Sqlite.Statement>();
  readonly #writable: WritableDatabase;

  constructor(sqlite: Sqlite.Database) {
    this.#sqlite = sqlite;
    this.#writable = {
      get: (sql, ...values) => this.get(sql, ...values),
      all: (sql, ...values) => this.all(sql, ...values),
      each: (sql, ...values) => this.each(sql, ...values),
      run: (sql, ...values) => this.#statement(sql).run(...values).changes,
    };
  }

  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined;
  }

  all<Row>(sql: string, ...values: readonly SqlValue[]): Row[] {
    return this.#statement(sql).all(...values) as Row[];
  }

  each<Row>(sql: string, ...values: readonly SqlValue[]): IterableIterator<Row> {
    return this.#statement(sql).iterate(...values) as IterableIterator<Row>;
  }

  /** Does `work` in one transaction, on disk when this returns; an error thrown by `work` undoes all of it. */
  write<T>(work: (db: WritableDatabase) => T): T {
    return this.#sqlite.transaction(() => work(this.#writable)).immediate();
  }

  /** Copies the library into a new file at once, blocking; the copy needs no other file beside it. */
  copyTo(path: string): void {
    this.#sqlite.prepare('VACUUM INTO ?').run(path);
  }

  /**
   * Copies the library into a new file while it stays in use, by SQLite's online backup. Rejects with the
   * signal's reason when it is aborted; the caller removes what was written.
   */
  async backUpTo(path: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await this.#sqlite.backup(path, {
      progress: () => {
        signal.throwIfAborted();
        return PAGES_A_STEP;
      },
    });
  }

  get isOpen(): boolean {
    return this.#sqlite.open;
  }

  close(): void {
    this.#sqlite.close();
  }

  #statement(sql: string): Sqlite.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#sqlite.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** One step blocks the main process for about a millisecond. */
const PAGES_A_STEP = 500;
