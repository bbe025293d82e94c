import type { MatchWord } from './quote-words.ts';
import { type TranscriptIndex, weightOf } from './transcript-index.ts';

/** A stretch of the transcript, by the numbers of its words, in which a quotation may stand. */
export interface Stretch {
  readonly first: number;
  readonly end: number;
}

/** A word that stands in more places than this is followed only together with its neighbour. */
const MOST_PLACES = 600;
const BIN = 16;
const MOST_STRETCHES = 6;
/** How much longer than the quotation what was said may be; an ellipsis allows for much more. */
const MARGIN = 24;
const ELLIPSIS_MARGIN = 400;

/** Returns the stretches of a transcript that share most with the quotation, the best first. */
export function findStretches(index: TranscriptIndex, quote: readonly MatchWord[]): readonly Stretch[] {
  const votes = new Map<number, number>();
  quote.forEach(({ stem }, at) => {
    const places = index.places.get(stem) ?? [];
    const isCommon = places.length > MOST_PLACES && quote.length > 1;
    const weight = weightOf(index, stem);
    // A word with its neighbour tells more than both apart.
    const next = quote[at + 1]?.stem;
    for (const place of places) {
      const joined = next !== undefined && index.words[place + 1]?.stem === next;
      if (isCommon && !joined) continue;
      const bin = Math.floor((place - at) / BIN);
      votes.set(bin, (votes.get(bin) ?? 0) + weight * (joined ? 2 : 1));
    }
  });
  const ellipsis = quote.some(({ afterEllipsis }) => afterEllipsis);
  const margin = ellipsis ? ELLIPSIS_MARGIN : MARGIN + Math.ceil(quote.length * 0.4);
  const ranked = [...votes]
    .map(([bin, score]) => ({ bin, score: score + (votes.get(bin + 1) ?? 0) * 0.9 }))
    .sort((a, b) => b.score - a.score);
  const chosen: Stretch[] = [];
  for (const { bin } of ranked) {
    const first = Math.max(0, bin * BIN - MARGIN);
    const end = Math.min(index.words.length, (bin + 2) * BIN + quote.length + margin);
    if (chosen.some((other) => Math.abs(other.first - first) < 2 * BIN)) continue;
    chosen.push({ first, end });
    if (chosen.length >= MOST_STRETCHES) break;
  }
  return chosen;
}
