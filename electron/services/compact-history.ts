import type { TranscriptId, TurnId } from '../../shared/model/ids.ts';
import type { AppliedDiff } from '../../shared/model/transcript-diff.ts';
import type { PlacedTurn } from '../../shared/model/turn.ts';
import { appendNote, type ChainNote, type FoldedRange, listNotes } from '../database/chain-notes.ts';
import {
  canonicalTurns,
  digestOfEdit,
  type Edit,
  foldEdits,
  hashAt,
  walkFacts,
  walkForward,
} from '../database/edit-log.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/library-database.ts';
import { listTranscriptIds } from '../database/transcript-store.ts';
import type { LibraryAccess } from './app.ts';
import { requireTranscript } from './save-transcript.ts';

/** Changes younger than this stay one by one. */
const KEPT_ONE_BY_ONE_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Folds what was typed long ago: between two revisions of a transcript, plain changes that are older than 30 days
 * become one, which does what they did together. The revisions, imports and restores stay what they are, and so do the
 * very first change and all since the last revision. Behind its present head the chain says what was folded and which
 * hashes that had. Returns how many entries have gone. Throws `not-found`.
 */
export function compactHistory({ library, now }: LibraryAccess, transcriptId: TranscriptId): number {
  const at = now();
  const before = new Date(at.getTime() - KEPT_ONE_BY_ONE_MS).toISOString();
  return library.write((db) => {
    const transcript = requireTranscript(db, transcriptId);
    const notes = listNotes(db, transcript.number);
    const ranges = oldRuns(db, transcript.number, notes, before).map((run) =>
      foldRun(db, transcript.number, notes, run),
    );
    if (ranges.length > 0)
      appendNote(db, transcript, { kind: 'compaction', at: at.toISOString(), body: { ranges } });
    return ranges.reduce((sum, { first, last }) => sum + last - first, 0);
  });
}

/** Compacts the transcripts of the library one by one, so that others may work between them, until `signal`. */
export async function compactLibrary(access: LibraryAccess, signal: AbortSignal): Promise<void> {
  for (const id of listTranscriptIds(access.library)) {
    await new Promise((go) => setImmediate(go));
    if (signal.aborted) return;
    compactHistory(access, id);
  }
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/**
 * Returns the stretches of plain edits saved before `before` that nothing in the chain divides. Where the chain says
 * something besides the edits it must go on doing so, and what lies behind the last such place stays.
 */
function oldRuns(
  db: ReadableDatabase,
  transcript: number,
  notes: readonly ChainNote[],
  before: string,
): readonly Run[] {
  const marks = new Set(notes.map(({ sequence }) => sequence));
  const folded = notes.flatMap((note) => (note.kind === 'compaction' ? note.body.ranges : []));
  // What lies before the last stretch that was folded has been looked at. The first change is never folded.
  const from = Math.max(1, ...folded.map(({ last }) => last));
  const runs: Run[] = [];
  let first: number | null = null;
  for (const { sequence, savedAt, reason } of walkFacts(db, transcript, from, Math.max(0, ...marks))) {
    if (savedAt >= before) break;
    if (reason !== 'edit') first = null;
    else first ??= sequence;
    const ends = marks.has(sequence);
    if (first !== null && ends && sequence > first) runs.push({ first, last: sequence });
    if (ends) first = null;
  }
  return runs;
}

/** Puts one entry in the place of a run of them. */
function foldRun(
  db: WritableDatabase,
  transcript: number,
  notes: readonly ChainNote[],
  { first, last }: Run,
): FoldedRange {
  const applied = sumOf(walkForward(db, transcript, first, last));
  const range = {
    first,
    last,
    before:
      notes.filter(({ sequence }) => sequence === first - 1).at(-1)?.hash ??
      hashAt(db, transcript, first - 1),
    after: hashAt(db, transcript, last),
    digest: digestOfEdit(applied),
  };
  foldEdits(db, transcript, range, applied);
  return range;
}

/** Returns what edits that follow each other did together. */
function sumOf(edits: Iterable<Edit>): AppliedDiff {
  const was = new Map<TurnId, PlacedTurn | null>();
  const is = new Map<TurnId, PlacedTurn | null>();
  for (const { applied } of edits) {
    const before = new Map(applied.was.map((turn) => [turn.id, turn]));
    for (const id of [...applied.remove, ...applied.put.map((turn) => turn.id)])
      if (!was.has(id)) was.set(id, before.get(id) ?? null);
    for (const id of applied.remove) is.set(id, null);
    for (const turn of applied.put) is.set(turn.id, turn);
  }
  const put: PlacedTurn[] = [];
  const remove: TurnId[] = [];
  for (const [id, turn] of is) {
    const before = was.get(id) ?? null;
    if (!turn) {
      if (before) remove.push(id);
    } else if (!before || canonicalTurns([before]) !== canonicalTurns([turn])) put.push(turn);
  }
  return { put, remove, was: [...remove, ...put.map(({ id }) => id)].flatMap((id) => was.get(id) ?? []) };
}
