import { createTurn, textContent } from '../../shared/model/turn.ts';
import { matchQuote } from '../../shared/press/match/match-quote.ts';
import { indexTranscript } from '../../shared/press/match/transcript-index.ts';
import { kazakhText, seededRandom } from '../bench/kazakh.mjs';

const SEED = 20251016;
const FILLER_TURNS = 2000;
const TURN_MS = 6000;

/** What was said instead of what is quoted, by the language of the quotation. */
const OTHER_WORD = { kk: 'қарындаш', ru: 'карандаш', en: 'pencil' };
const LEFT_OUT = {
  kk: 'менің ойымша құрметті достар',
  ru: 'по моему мнению уважаемые друзья',
  en: 'in my opinion my dear friends',
};
const AROUND = {
  kk: 'құрметті әріптестер сөзімді жалғастырайын',
  ru: 'уважаемые коллеги позвольте продолжить',
  en: 'dear colleagues please let me continue',
};
const IN_WORDS = [
  ['400 мың', 'төрт жүз мың'],
  ['30%', 'отыз пайыз'],
  ['13%', 'тринадцать процентов'],
  ['40%', 'сорок процентов'],
  ['12 млрд', 'он екі миллиард'],
  ['18 мың', 'он сегіз мың'],
  ['4,000', 'four thousand'],
];

/** Ways in which an article's quotation differs from what was said, with the verdict that each must get. */
const WAYS = [
  { name: 'as said', verdict: 'exact', said: (text) => text },
  {
    name: 'other case, marks and digits',
    verdict: 'exact',
    said: (text) =>
      IN_WORDS.reduce((words, [digits, spoken]) => words.replace(digits, spoken), text)
        .toLowerCase()
        .replace(/[,–—«»“”‘’]/gu, (sign) => (sign === '–' || sign === '—' ? ' ' : '')),
  },
  {
    name: 'a word changed',
    verdict: 'edited',
    said: (text, language) => replaceWord(text, OTHER_WORD[language]),
  },
  {
    name: 'words left out',
    verdict: 'edited',
    said: (text, language) => replaceWord(text, LEFT_OUT[language], true),
  },
  { name: 'a number forged', verdict: 'edited', flagged: true, said: forgeNumber },
  { name: 'never said', verdict: 'not-found', said: () => null },
];

function replaceWord(text, other, keep = false) {
  const words = text.split(' ');
  const at = Math.floor(words.length / 2);
  words.splice(at, keep ? 0 : 1, other);
  return words.join(' ');
}

function forgeNumber(text) {
  const digits = /\d+/u.exec(text);
  return digits ? text.replace(digits[0], String(Number(digits[0]) + 17)) : null;
}

/**
 * Alters the direct quotations of articles in every way, hides what was "said" among other words, and returns the
 * verdicts that come back, each beside the one that should.
 */
export function verdictsOf(articles) {
  const random = seededRandom(SEED);
  const quotes = articles.flatMap(({ text, language, quotes: all }) =>
    all
      .filter(({ kind }) => kind !== 'reported')
      .map(({ spans, kind }) => ({
        language,
        kind,
        text: spans.map(({ start, end }) => text.slice(start, end)).join(' '),
      })),
  );
  return WAYS.flatMap(({ name, verdict, flagged, said }) => {
    const sought = quotes.flatMap((quote) => {
      const words = said(quote.text, quote.language);
      return words === null && verdict !== 'not-found' ? [] : [{ ...quote, words }];
    });
    const spoken = sought.flatMap(({ words, language }) =>
      words === null ? [] : [`${AROUND[language]} ${words} ${AROUND[language]}`],
    );
    const index = indexTranscript({
      language: 'kk',
      kind: 'original',
      turns: transcriptWith(spoken, random),
    });
    return sought.map(({ text, kind, language }) => {
      const { verdict: got, flags } = matchQuote(index, { text, kind });
      return {
        way: name,
        language,
        text,
        expected: verdict,
        got,
        flagged: flagged ? flags.some((flag) => flag.kind === 'number') : null,
        falseFlag: !flagged && flags.length > 0,
      };
    });
  });
}

/** Each of the spoken words stands in a turn of its own, within more words, among turns of others. */
function transcriptWith(spoken, random) {
  const every = Math.max(1, Math.floor(FILLER_TURNS / (spoken.length + 1)));
  const turns = [];
  for (let index = 0; index < FILLER_TURNS; index++) {
    const words = index % every === 0 ? spoken[index / every] : undefined;
    const text = words ?? kazakhText(12, random);
    turns.push(
      createTurn({ content: textContent(text), startMs: index * TURN_MS, endMs: (index + 1) * TURN_MS }),
    );
  }
  return turns;
}

/** Returns precision and recall of each verdict, and how many forged numbers were flagged. */
export function measureVerdicts(results) {
  const verdicts = ['exact', 'edited', 'not-found'].map((verdict) => {
    const right = results.filter(({ expected, got }) => expected === verdict && got === verdict).length;
    return {
      verdict,
      cases: results.filter(({ expected }) => expected === verdict).length,
      precision: right / results.filter(({ got }) => got === verdict).length,
      recall: right / results.filter(({ expected }) => expected === verdict).length,
    };
  });
  const forged = results.filter(({ flagged }) => flagged !== null);
  return {
    verdicts,
    forged: forged.length,
    caught: forged.filter(({ flagged }) => flagged).length,
    falseFlags: results.filter(({ falseFlag }) => falseFlag).length,
  };
}
