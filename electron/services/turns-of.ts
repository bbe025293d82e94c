import { alignTranslation, translatedTurns } from '../../shared/model/translation.ts';
import type { PlacedTurn } from '../../shared/model/turn.ts';
import { placeItems } from '../../shared/order/place-items.ts';
import type { ReadableDatabase } from '../database/library-database.ts';
import { findOriginal, type StoredTranscript } from '../database/transcript-store.ts';
import { listTurns } from '../database/turn-store.ts';

/**
 * Returns the turns of a transcript as they are worked on, in their order. Those of a translation stand as the original
 * now has them, with its speakers and times; where nothing is translated yet there is a blank turn, which is in the
 * library only once something is said in it.
 */
export function turnsOf(db: ReadableDatabase, transcript: StoredTranscript): readonly PlacedTurn[] {
  const stored = listTurns(db, transcript.number);
  const original = transcript.kind === 'translation' ? findOriginal(db, transcript.recordingId) : null;
  if (!original) return stored;
  const turns = translatedTurns(alignTranslation(listTurns(db, original.number), stored));
  const places = placeItems(turns.map((turn) => ('order' in turn ? turn.order : undefined)));
  return turns.map((turn, index): PlacedTurn => ({ ...turn, order: places[index] ?? '' }));
}
