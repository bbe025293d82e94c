import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Inline } from '../shared/model/turn.ts';

/** A turn as it lies in the library file. */
export interface StoredTurn {
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** Kazakh name of the speaker, else any; null for nobody. */
  readonly speaker: string | null;
  readonly status: string;
  readonly text: string;
}

interface Stored {
  /** What SQLite finds wrong with the file; empty for a sound one. */
  readonly faults: readonly string[];
  /** The turns of all transcripts, in order. */
  readonly turns: readonly StoredTurn[];
}

interface TurnRow {
  readonly start_ms: number | null;
  readonly end_ms: number | null;
  readonly name: string | null;
  readonly status: string;
  readonly content: string;
}

/**
 * Reads a library by SQLite alone, as it lies on the disk: from a copy, with the log that SQLite left beside it, so
 * that the program finds everything as it was.
 */
export function readStored(libraryPath: string): Stored {
  const folder = mkdtempSync(join(tmpdir(), 'minber-stored-'));
  const copy = join(folder, 'library');
  for (const suffix of ['', '-wal'])
    if (existsSync(libraryPath + suffix)) copyFileSync(libraryPath + suffix, copy + suffix);
  const db = new Database(copy);
  try {
    const problems = db.pragma('integrity_check') as { integrity_check: string }[];
    const orphans = db.pragma('foreign_key_check') as unknown[];
    const rows = db
      .prepare(
        `SELECT start_ms, end_ms, speaker.name, status, content FROM turn
         LEFT JOIN speaker ON speaker.id = turn.speaker_id ORDER BY transcript, position`,
      )
      .all() as TurnRow[];
    return {
      faults: [
        ...problems.map((problem) => problem.integrity_check).filter((problem) => problem !== 'ok'),
        ...orphans.map((orphan) => JSON.stringify(orphan)),
      ],
      turns: rows.map(({ start_ms, end_ms, name, status, content }) => ({
        startMs: start_ms,
        endMs: end_ms,
        speaker: name === null ? null : anyOf(JSON.parse(name) as { kk?: string }),
        status,
        text: (JSON.parse(content) as Inline[])
          .map((inline) => (inline.type === 'text' ? inline.text : `[${inline.type}]`))
          .join(''),
      })),
    };
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
}

const anyOf = (name: { readonly kk?: string }) => name.kk ?? Object.values(name)[0] ?? '';
