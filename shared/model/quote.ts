import { type Anchor, anchorsIn } from './anchors.ts';
import type { AnnotationId, QuoteId, SpeakerId, TranscriptId, TurnId } from './ids.ts';
import type { Speaker } from './speaker.ts';
import type { Turn } from './turn.ts';

/** Who was quoted, as the directory had it for the day of the recording. */
export type QuotedSpeaker = Pick<Speaker, 'id' | 'name' | 'title' | 'organisation' | 'country'>;

/**
 * A quote card: words of a transcript as they were when they were taken, with the evidence for them. Where they stand is
 * said by an annotation of the kind "quote", whose text says it itself; what a person notes on the quote, and whether it
 * was removed, is that annotation's too. Times are milliseconds from the start of the media; null as long as not known.
 */
export interface Quote {
  readonly id: QuoteId;
  readonly transcriptId: TranscriptId;
  readonly annotationId: AnnotationId;
  readonly text: string;
  /** The turns that the words stand in, in order. */
  readonly turnIds: readonly TurnId[];
  readonly speaker: QuotedSpeaker | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** A person set the times; they do not follow the text. */
  readonly timesByHand: boolean;
  /** SHA-256 of the media, lower-case hex; null when it had not been read whole yet. */
  readonly mediaSha256: string | null;
  /** The revision that the words are of: the sequence of the transcript, and the hash that its edit log had then. */
  readonly sequence: number;
  readonly headHash: string;
  /** ISO 8601, UTC. */
  readonly takenAt: string;
  readonly takenBy: string;
  /** What the text said when a person looked at its changes and kept the card as it is; null: there was no such moment. */
  readonly kept: KeptAgainst | null;
}

/** What of the text a card is compared with. */
export interface KeptAgainst {
  readonly text: string;
  readonly speakerId: SpeakerId | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
}

/** Where the words of a quote stand now, and what they are. */
export interface QuoteStanding extends KeptAgainst {
  readonly turnIds: readonly TurnId[];
  /** The time of all turns that the words stand in, as far as is known. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/** The same annotation may stand in thousands of turns; a quote is read by people. */
export const LONGEST_QUOTE = 10_000;

/** Returns what these annotations stand on now; those whose words have been deleted are absent. Turns in their order. */
export function standingsOf(
  ids: ReadonlySet<AnnotationId>,
  turns: readonly Turn[],
): ReadonlyMap<AnnotationId, QuoteStanding> {
  const found = new Map<AnnotationId, { turn: Turn; anchor: Anchor }[]>();
  for (const turn of turns)
    for (const anchor of anchorsIn(turn)) {
      if (!ids.has(anchor.id)) continue;
      const stands = found.get(anchor.id);
      if (stands) stands.push({ turn, anchor });
      else found.set(anchor.id, [{ turn, anchor }]);
    }
  return new Map(
    [...found].flatMap(([id, stands]) => {
      const standing = joined(stands);
      return standing ? [[id, standing]] : [];
    }),
  );
}

function joined(stands: readonly { readonly turn: Turn; readonly anchor: Anchor }[]): QuoteStanding | null {
  const [first, last] = [stands[0], stands.at(-1)];
  const words = stands.map(({ anchor }) => anchor.words).join(' ');
  const text = words.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_QUOTE);
  if (!first || !last || text === '') return null;
  const { startMs } = first.anchor;
  const { endMs } = last.anchor;
  return {
    text,
    speakerId: first.turn.speakerId,
    turnIds: stands.map(({ turn }) => turn.id),
    startMs,
    // Where nothing behind the words has a time, their end is told as their start.
    endMs: startMs !== null && endMs !== null && endMs <= startMs ? null : endMs,
    fromMs: first.turn.startMs,
    toMs: last.turn.endMs,
  };
}

/** What of a card the text no longer bears out. */
export interface QuoteChanges {
  readonly words: boolean;
  readonly speaker: boolean;
  readonly times: boolean;
  /** All of its words have been deleted. */
  readonly gone: boolean;
}

const NO_CHANGES: QuoteChanges = { words: false, speaker: false, times: false, gone: false };

/** Times that differ by no more than this are told from the text alike; typing beside the words moves them. */
const DRIFT_MS = 1000;

const differs = (a: number | null, b: number | null, driftMs = DRIFT_MS) =>
  a !== null && b !== null && Math.abs(a - b) > driftMs;

/**
 * Returns what has changed under a quote since it was taken, or since a person kept it. `speakerId` is who speaks there
 * now, merges followed, and likewise the speaker of the card.
 */
export function quoteChanges(
  quote: Quote,
  standing: QuoteStanding | null,
  resolve: (id: SpeakerId | null) => SpeakerId | null = (id) => id,
): QuoteChanges {
  if (!standing) return { ...NO_CHANGES, gone: true };
  const { text, startMs, endMs, speakerId, fromMs, toMs } = standing;
  const { kept, timesByHand } = quote;
  const speakers = [resolve(speakerId), resolve(quote.speaker?.id ?? null)];
  const timesDiffer = timesByHand
    ? (fromMs !== null && quote.startMs !== null && quote.startMs < fromMs - DRIFT_MS) ||
      (toMs !== null && quote.endMs !== null && quote.endMs > toMs + DRIFT_MS)
    : differs(quote.startMs, startMs) || differs(quote.endMs, endMs);
  return {
    gone: false,
    words: text !== quote.text && text !== kept?.text,
    speaker: speakers[0] !== speakers[1] && !(kept && resolve(kept.speakerId) === speakers[0]),
    times: timesDiffer && !(kept && !differs(kept.startMs, startMs) && !differs(kept.endMs, endMs)),
  };
}

/** Returns whether anything is to be looked at. */
export const isChanged = ({ words, speaker, times, gone }: QuoteChanges): boolean =>
  words || speaker || times || gone;

/** Returns the times of a quote: those of the card, else those that the text tells by now. */
export function quoteTimes(
  { startMs, endMs }: Pick<Quote, 'startMs' | 'endMs'>,
  standing: Pick<QuoteStanding, 'startMs' | 'endMs'> | null,
): { readonly startMs: number | null; readonly endMs: number | null } {
  return { startMs: startMs ?? standing?.startMs ?? null, endMs: endMs ?? standing?.endMs ?? null };
}
