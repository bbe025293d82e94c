import type { Side, TranslationSide } from '../../../shared/bundle/merge.ts';
import type { SpeakerId } from '../../../shared/model/ids.ts';
import type { Speaker } from '../../../shared/model/speaker.ts';
import { listAnnotations, listKinds } from '../../database/annotation-store.ts';
import type { ReadableDatabase } from '../../database/library-database.ts';
import { speakersOfLog } from '../../database/log-rows.ts';
import { listHeard, listIgnored } from '../../database/review-store.ts';
import { findSpeaker, listSpeakers } from '../../database/speaker-store.ts';
import { listTranscripts, type StoredTranscript } from '../../database/transcript-store.ts';
import { listTurns } from '../../database/turn-store.ts';

/**
 * Returns what a bundle of a transcript holds: its turns, and the speakers whom they name, those whom these stand for
 * included; with `history` also whom an earlier moment names, since undo may bring it back.
 */
export function sideOf(
  db: ReadableDatabase,
  transcript: StoredTranscript,
  { history }: { readonly history: boolean },
): Side {
  const turns = listTurns(db, transcript.number).map(({ order: _, ...turn }) => turn);
  const translations = translationsOf(db, transcript, { removed: false });
  const spoken = [...turns, ...translations.flatMap((each) => each.turns)];
  const named = spoken.flatMap(({ speakerId }) => speakerId ?? []);
  const before = history ? speakersOfLog(db, transcript.number) : [];
  const annotations = listAnnotations(db, transcript.number);
  const remarks = [...annotations, ...translations.flatMap((each) => each.annotations)];
  const kindIds = new Set(remarks.map(({ kindId }) => kindId));
  return {
    turns,
    speakers: withTargets(db, [...named, ...before]),
    annotations,
    kinds: listKinds(db).filter(({ id }) => kindIds.has(id)),
    ...reviewOf(db, transcript, turns),
    translations,
  };
}

/** Returns all that this library has, to be compared with a bundle. */
export function wholeSideOf(db: ReadableDatabase, transcript: StoredTranscript): Side {
  const { number } = transcript;
  return {
    turns: listTurns(db, number).map(({ order: _, ...turn }) => turn),
    speakers: listSpeakers(db),
    annotations: listAnnotations(db, number),
    kinds: listKinds(db),
    ignored: listIgnored(db, number),
    heard: listHeard(db, number),
    translations: translationsOf(db, transcript, { removed: true }),
  };
}

/** What is stored of the translations beside a transcript; those that were set aside only where `removed` says so. */
function translationsOf(
  db: ReadableDatabase,
  { recordingId }: StoredTranscript,
  wanted: { readonly removed: boolean },
): readonly TranslationSide[] {
  return listTranscripts(db, recordingId, wanted)
    .filter(({ kind }) => kind === 'translation')
    .map(({ id, language, name, number }) => ({
      id,
      language,
      name,
      turns: listTurns(db, number).map(({ order: _, ...turn }) => turn),
      annotations: listAnnotations(db, number),
    }));
}

/** What a review has kept of turns that are still there. */
function reviewOf(
  db: ReadableDatabase,
  { number }: StoredTranscript,
  turns: Side['turns'],
): Pick<Side, 'ignored' | 'heard'> {
  const ids = new Set(turns.map(({ id }) => id));
  return {
    ignored: listIgnored(db, number).filter(({ turnId }) => ids.has(turnId)),
    heard: listHeard(db, number).filter(({ turnId }) => ids.has(turnId)),
  };
}

function withTargets(db: ReadableDatabase, ids: readonly SpeakerId[]): readonly Speaker[] {
  const found = new Map<SpeakerId, Speaker>();
  const waiting = [...ids];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const speaker = found.has(id) ? null : findSpeaker(db, id);
    if (!speaker) continue;
    found.set(id, speaker);
    if (speaker.mergedInto) waiting.push(speaker.mergedInto);
  }
  return [...found.values()];
}
