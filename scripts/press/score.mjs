import { findQuotes } from '../../shared/press/find-quotes.ts';

/** Spans that share so much of what either holds are the same. */
const SAME_SPAN = 0.85;

const lengthOf = (spans) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
const common = (a, b) =>
  a.reduce(
    (sum, one) =>
      sum +
      b.reduce(
        (inner, other) =>
          inner + Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start)),
        0,
      ),
    0,
  );
const likeness = (a, b) => {
  const shared = common(a, b);
  return shared / (lengthOf(a) + lengthOf(b) - shared);
};

/** A full stop or comma at the end belongs to the quotation or not, as the desk likes. */
const wordsAt = (text, spans) =>
  spans.map(({ start, end }) => text.slice(start, end).replace(/^[\s«"“]+|[\s.,»"”]+$/gu, '')).join('|');

/** Returns what was found of an article and what is true of it, pair by pair; `null` where one has no other. */
export function compare({ text, quotes }) {
  const found = [...findQuotes({ text }).quotes];
  const pairs = quotes.map((truth) => {
    const ranked = found
      .map((quote) => ({ quote, score: likeness(truth.spans, quote.spans) }))
      .sort((a, b) => b.score - a.score);
    const [top] = ranked;
    if (!top || top.score < SAME_SPAN) return { truth, quote: null };
    found.splice(found.indexOf(top.quote), 1);
    return { truth, quote: top.quote };
  });
  return [...pairs, ...found.map((quote) => ({ truth: null, quote }))].map((pair) => ({
    ...pair,
    ...judged(text, pair),
  }));
}

function judged(text, { truth, quote }) {
  if (!truth || !quote) return { exact: false, speaker: false, title: false, verb: false, kind: false };
  return {
    exact: wordsAt(text, truth.spans) === wordsAt(text, quote.spans),
    kind: truth.kind === quote.kind,
    speaker: truth.speaker.name === quote.speaker.name,
    title:
      agrees(truth.speaker.title, quote.speaker.title) &&
      agrees(truth.speaker.organisation, quote.speaker.organisation),
    verb: (truth.verb ?? '').toLowerCase() === (quote.verb ?? '').toLowerCase(),
  };
}

const bare = (words) => (words ?? '').toLowerCase().replace(/[«»]/g, '');

/** The article may say more than the bare title, or the truth may. */
const agrees = (truth, found) =>
  truth === null ||
  (found !== null && (bare(found).includes(bare(truth)) || bare(truth).includes(bare(found))));

/** Returns precision and recall of spans and of attribution over pairs. */
export function measure(pairs) {
  const truths = pairs.filter(({ truth }) => truth).length;
  const founds = pairs.filter(({ quote }) => quote).length;
  const count = (field) => pairs.filter((pair) => pair[field]).length;
  const matched = pairs.filter(({ truth, quote }) => truth && quote).length;
  return {
    quotes: truths,
    precision: matched / founds,
    recall: matched / truths,
    exact: count('exact') / truths,
    speakerPrecision: count('speaker') / founds,
    speakerRecall: count('speaker') / truths,
    title: count('title') / truths,
    verb: count('verb') / truths,
  };
}
