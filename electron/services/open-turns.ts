import { redactTurns, secretsOf, withholdTranslation } from '../../shared/formats/withhold.ts';
import { preferredLanguage } from '../../shared/model/language.ts';
import type { PlacedTurn } from '../../shared/model/turn.ts';
import { listAnnotations, listKinds } from '../database/annotation-store.ts';
import type { ReadableDatabase } from '../database/library-database.ts';
import { findOriginal, type StoredTranscript } from '../database/transcript-store.ts';
import { listTurns } from '../database/turn-store.ts';

/**
 * Returns turns of a transcript, all of them and in their order, as they may be shown to others; the same ones where
 * nothing is off the record. What translates words off the record is withheld with them.
 */
export function openTurns(
  db: ReadableDatabase,
  transcript: StoredTranscript,
  turns: readonly PlacedTurn[],
): readonly PlacedTurn[] {
  const kinds = listKinds(db);
  const original = transcript.kind === 'translation' ? findOriginal(db, transcript.recordingId) : null;
  const annotations = [transcript, ...(original ? [original] : [])].flatMap(({ number }) =>
    listAnnotations(db, number),
  );
  const secrets = secretsOf(annotations, kinds);
  if (secrets.ids.size === 0 && secrets.spans.length === 0) return turns;
  if (!original) return redactTurns(turns, secrets, preferredLanguage([transcript.language]));
  const source = listTurns(db, original.number);
  const open = redactTurns(source, secrets, preferredLanguage([original.language]));
  return withholdTranslation({ language: transcript.language, turns }, source, open, secrets);
}
