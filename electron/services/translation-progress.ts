import { alignTranslation, countRows, type TranslationProgress } from '../../shared/model/translation.ts';
import type { LibraryDatabase, ReadableDatabase } from '../database/library-database.ts';
import {
  findOriginal,
  keepProgress,
  keptProgress,
  type StoredTranscript,
} from '../database/transcript-store.ts';
import { listTurns } from '../database/turn-store.ts';

/** Progress as it is kept, and the sequences of which it was counted. */
interface KeptProgress {
  readonly of: readonly [original: number, translation: number];
  readonly counts: TranslationProgress;
}

function countProgress(
  db: ReadableDatabase,
  transcript: StoredTranscript,
): KeptProgress & { readonly isKept: boolean } {
  const original = findOriginal(db, transcript.recordingId);
  const of = [original?.sequence ?? 0, transcript.sequence] as const;
  const kept = keptProgress(db, transcript.number);
  const before = kept === null ? null : (JSON.parse(kept) as KeptProgress);
  if (before?.of[0] === of[0] && before.of[1] === of[1]) return { ...before, isKept: true };
  const turns = original ? listTurns(db, original.number) : [];
  const counts = countRows(alignTranslation(turns, listTurns(db, transcript.number)));
  return { of, counts, isKept: false };
}

/** Returns how far a translation is beside the original as it is now; null for an original. */
export function progressOf(db: ReadableDatabase, transcript: StoredTranscript): TranslationProgress | null {
  return transcript.kind === 'translation' ? countProgress(db, transcript).counts : null;
}

/**
 * Returns how far each of the translations is, and keeps what had to be counted, so that a list of all recordings reads
 * no text that has not changed since the last one.
 */
export function keptProgressOf(
  library: LibraryDatabase,
  translations: readonly StoredTranscript[],
): readonly TranslationProgress[] {
  const counted = translations.map((each) => ({ number: each.number, ...countProgress(library, each) }));
  const anew = counted.filter(({ isKept }) => !isKept);
  if (anew.length > 0)
    library.write((db) => {
      for (const { number, of, counts } of anew) keepProgress(db, number, JSON.stringify({ of, counts }));
    });
  return counted.map(({ counts }) => counts);
}
