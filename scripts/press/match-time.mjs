import { createTurn, textContent } from '../../shared/model/turn.ts';
import { matchQuote } from '../../shared/press/match/match-quote.ts';
import { indexTranscript } from '../../shared/press/match/transcript-index.ts';
import { quoteVerifier } from '../../shared/press/match/verify-quotes.ts';
import { kazakhText, seededRandom } from '../bench/kazakh.mjs';

const SEED = 7;
const TURNS = 6000;
const QUOTES = 40;
const QUOTE_WORDS = 24;
/** Three hours. */
const TURN_MS = 1800;
const WORDS = 12;

const NOBODY = { name: null, title: null, organisation: null, country: null };

/**
 * Returns what it takes, in milliseconds, to make a transcript of three hours in 6,000 turns ready, to seek 40 quotations in
 * it, and to seek again when one of them, or one turn, was edited.
 */
export function matchTimes() {
  const random = seededRandom(SEED);
  const turns = Array.from({ length: TURNS }, (_, index) =>
    createTurn({
      content: textContent(kazakhText(WORDS, random)),
      startMs: index * TURN_MS,
      endMs: (index + 1) * TURN_MS,
    }),
  );
  const track = { language: 'kk', kind: 'original', turns };
  const quotes = Array.from({ length: QUOTES }, (_, index) => {
    const from = turns
      .slice(index * 140, index * 140 + 4)
      .flatMap(({ content }) => content[0].text.split(' '));
    return { kind: 'dash', speaker: NOBODY, text: from.slice(3, 3 + QUOTE_WORDS).join(' ') };
  });
  const timed = (work) => {
    const startedAt = performance.now();
    const result = work();
    return { ms: performance.now() - startedAt, result };
  };
  const index = timed(() => indexTranscript(track));
  const seek = quoteVerifier([{ whole: index.result, open: index.result }], new Map());
  const first = timed(() => quotes.map(seek));
  const edited = quotes.map((quote, at) => (at === 5 ? { ...quote, text: `${quote.text} әрине` } : quote));
  const again = timed(() => edited.map(seek));
  const changed = turns.map((turn, at) =>
    at === 100 ? { ...turn, content: textContent('Басқа сөз.') } : turn,
  );
  const reindexed = timed(() => indexTranscript({ ...track, turns: changed }));
  const found = first.result.filter(({ verdict }) => verdict === 'exact').length;
  const one = timed(() => matchQuote(index.result, quotes[7]));
  return {
    index: index.ms,
    quotes: first.ms,
    one: one.ms,
    again: again.ms,
    reindexed: reindexed.ms,
    found,
    count: QUOTES,
  };
}
