import type { Side, TranslationSide } from '../../../shared/bundle/merge.ts';
import type { TranslationChange } from '../../../shared/bundle/merge-effect.ts';
import { isSame } from '../../../shared/bundle/three-way.ts';
import { MinberError } from '../../../shared/ipc/errors.ts';
import { newId, type RecordingId } from '../../../shared/model/ids.ts';
import type { TranscriptDiff } from '../../../shared/model/transcript-diff.ts';
import type { PlacedTurn } from '../../../shared/model/turn.ts';
import { placeItems } from '../../../shared/order/place-items.ts';
import { findAnnotation } from '../../database/annotation-store.ts';
import type { WritableDatabase } from '../../database/library-database.ts';
import {
  createTranscript,
  findTranscript,
  setTranscriptLanguage,
  setTranscriptName,
} from '../../database/transcript-store.ts';
import { listTurns } from '../../database/turn-store.ts';
import { noteRevision } from '../note-revision.ts';
import { diffBetween, transcriptAt } from '../restore-transcript.ts';
import { requireTranscript, writeBatch } from '../save-transcript.ts';
import { bringBack, setAside } from '../translations.ts';
import { insertAnnotation } from './insert-people.ts';

interface Moment {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Of the bundle's file. */
  readonly name: string;
}

/**
 * Writes what a translation amounts to as one entry of its own edit log, behind a revision to go back to; one that the
 * library does not have comes in, one that was set aside comes back where it says something new. Returns null where
 * nothing changed. Throws `bad-request` for one of another recording.
 */
export function mergeTranslation(
  db: WritableDatabase,
  recordingId: RecordingId,
  merged: TranslationSide,
  { at, name }: Moment,
): TranslationChange | null {
  const known = findTranscript(db, merged.id);
  if (known && (known.recordingId !== recordingId || known.kind !== 'translation'))
    throw new MinberError('bad-request', {}, new Error(`${merged.id} is of another recording`));
  if (!known) createTranscript(db, { ...merged, recordingId, kind: 'translation' });
  const before = requireTranscript(db, merged.id);
  const { number } = before;
  for (const annotation of merged.annotations)
    if (!isSame(annotation, findAnnotation(db, annotation.id)?.annotation))
      insertAnnotation(db, number, annotation);
  if (before.language !== merged.language) setTranscriptLanguage(db, number, merged.language);
  if (before.name !== merged.name) setTranscriptName(db, number, merged.name);
  const diff = diffTo(listTurns(db, number), merged);
  const isText = diff.put.length + diff.remove.length > 0;
  if (known && !isText) return null;
  if (isText) {
    const marked = noteRevision(db, before, { reason: 'before-merge', at, name });
    writeBatch(db, marked, { batchId: newId(), savedAt: at, reason: 'import', diff });
  }
  const after = requireTranscript(db, merged.id);
  bringBack(db, after);
  return { id: merged.id, isNew: !known, base: before.sequence, sequence: after.sequence };
}

/** Returns what makes the stored turns those of a side, in its order. */
export function diffTo(present: readonly PlacedTurn[], { turns }: Pick<Side, 'turns'>): TranscriptDiff {
  const before = new Map(present.map((turn) => [turn.id, turn]));
  const places = placeItems(turns.map(({ id }) => before.get(id)?.order));
  const placed = turns.map((turn, index): PlacedTurn => ({ ...turn, order: places[index] ?? '' }));
  const ids = new Set(turns.map(({ id }) => id));
  return {
    put: placed.filter((turn) => !isSame(turn, before.get(turn.id))),
    remove: present.map(({ id }) => id).filter((id) => !ids.has(id)),
  };
}

/**
 * Takes back what a merge did to a translation, or with `again` does it once more; one that a person has changed since
 * stays as it is.
 */
export function turnTranslation(
  db: WritableDatabase,
  { id, isNew, base, sequence }: TranslationChange,
  { again, at }: { readonly again: boolean; readonly at: string },
): void {
  const transcript = findTranscript(db, id);
  if (!transcript) return;
  const [from, to] = again ? [base, sequence] : [sequence, base];
  const present = listTurns(db, transcript.number);
  const differs = (other: readonly PlacedTurn[]) => {
    const { put, remove } = diffBetween(present, other);
    return put.length + remove.length > 0;
  };
  if (isNew) {
    if (differs(transcriptAt(db, transcript, sequence))) return;
    if (again) bringBack(db, transcript);
    else setAside(db, transcript);
    return;
  }
  if (differs(transcriptAt(db, transcript, from))) return;
  const diff = diffBetween(present, transcriptAt(db, transcript, to));
  const marked = noteRevision(db, transcript, { reason: 'before-restore', at });
  writeBatch(db, marked, { batchId: newId(), savedAt: at, reason: 'restore', diff });
}
