import { countriesIn } from '../lexicon/countries.ts';
import { isOrganisation, isTitle, isTitleModifier, verbsIn } from '../lexicon/words.ts';
import type { Span } from '../span.ts';
import type { Introduction } from './introduction.ts';
import { isAcronym, isCapitalised, lastIndex, type Word, wordsIn } from './words.ts';

/** What one is who does so. */
const OFFICE: Readonly<Record<string, string>> = {
  heads: 'head',
  leads: 'leader',
  chairs: 'chair',
  runs: 'head',
  directs: 'director',
  founded: 'founder',
};
const ARTICLE = /^(?:the|a|an|his|her|their|its|our)$/iu;
const LINK = /^(?:of|at|for|from|with|in|to|on|and|&)$/iu;
const LONGEST_PHRASE = 16;

/** Returns who a person is by the words before the name: "the director of the Institute, X", "Professor X". */
export function introductionBefore(prose: string, sentence: Span, nameStart: number): Introduction | null {
  const words = wordsIn(prose, { start: sentence.start, end: nameStart });
  const comma = /,\s*$/u.test(prose.slice(sentence.start, nameStart));
  let first = words.length;
  while (first > 0 && words.length - first < LONGEST_PHRASE) {
    const word = words[first - 1];
    if (!word) break;
    const next = words[first]?.start ?? nameStart;
    const between = prose.slice(word.end, next);
    const allowed = comma && next === nameStart ? /^,\s*$/u : /^[\s'’s]*$/u;
    if (
      !allowed.test(between) ||
      verbsIn(word.text).length > 0 ||
      !fits(word, first === words.length, words[first])
    )
      break;
    first--;
  }
  const phrase = words.slice(first);
  while (phrase[0] && (ARTICLE.test(phrase[0].text) || LINK.test(phrase[0].text))) phrase.shift();
  const hasTitle = phrase.some((word) => isTitle(word.text));
  if (!hasTitle || (comma && !isComplete(phrase))) return null;
  return describe(prose, phrase, phrase.at(-1)?.end ?? nameStart);
}

/** "the chair of the forum, X" is one person; "a speaker, X" too; "minister, X" in a list is not. */
const isComplete = (phrase: readonly Word[]) => phrase.length > 1;

function fits(word: Word, last: boolean, next: Word | undefined): boolean {
  if (isTitle(word.text) || isTitleModifier(word.text) || isOrganisation(word.text)) return true;
  if (isCapitalised(word.text)) return !ARTICLE.test(word.text) || !last;
  if (ARTICLE.test(word.text) || LINK.test(word.text)) return next !== undefined;
  return (
    /^\p{Ll}+$/u.test(word.text) &&
    !/(?:ed|ing|ly)$/u.test(word.text) &&
    !/^(?:is|was|were|are|be|by|that|who|which|when|but|as|it|he|she|they|we|has|had|have)$/u.test(word.text)
  );
}

/** Returns who a person is by the words after the name: "X, head of the Institute, …", "X of the Institute". */
export function introductionAfter(prose: string, sentence: Span, name: Span): Introduction | null {
  const rest = prose.slice(name.end, sentence.end);
  const [, gap = '', words = ''] =
    /^(\s*,\s+(?:who (?:is|heads|leads|chairs|runs|directs|founded)\s+)?|\s*\(\s*)([^,.;:()–—“”"]{3,140})/u.exec(
      rest,
    ) ?? [];
  if (words !== '') {
    const start = name.end + gap.length;
    const all = wordsIn(prose, { start, end: start + words.length });
    const verb = all.findIndex((word) => /^(?:who|whose|which|told|said|says)$/u.test(word.text));
    const phrase = (verb < 0 ? all : all.slice(0, verb)).filter(
      (word, index) => index > 0 || !ARTICLE.test(word.text),
    );
    const leads = /\bwho (heads|leads|chairs|runs|directs|founded)\b/u.exec(gap)?.[1];
    const head = phrase.findIndex((word) => isTitle(word.text));
    if (
      head >= 0 &&
      head <= 5 &&
      phrase.slice(0, head).every((word) => !LINK.test(word.text) || /^and$/u.test(word.text))
    )
      return describe(prose, phrase, phrase.at(-1)?.end ?? start, name.start);
    if (leads && phrase.some((word) => isOrganisation(word.text)))
      return {
        start: name.start,
        title: OFFICE[leads] ?? null,
        organisation: organisationIn(prose, phrase),
        country: countryOf(prose, phrase),
      };
    if (/^\s*\(/u.test(gap)) {
      const country = countryOf(prose, phrase);
      if (country) return { start: name.start, title: null, organisation: null, country };
    }
  }
  const of = /^ (?:of|from) ((?:the )?\p{Lu}[^,.;:()–—“”"]{2,80})/u.exec(rest);
  if (!of?.[1]) return null;
  const start = name.end + of[0].length - of[1].length;
  const all = wordsIn(prose, { start, end: start + of[1].length });
  const end = all.findIndex(
    (word, index) =>
      index > 0 && !isCapitalised(word.text) && !LINK.test(word.text) && !ARTICLE.test(word.text),
  );
  const phrase = (end < 0 ? all : all.slice(0, end)).filter(
    (word, index) => index > 0 || !ARTICLE.test(word.text),
  );
  const country = countryOf(prose, phrase);
  const organisation = phrase.some((word) => isOrganisation(word.text)) ? capitals(prose, phrase) : null;
  return country || organisation ? { start: name.start, title: null, organisation, country } : null;
}

function describe(
  prose: string,
  phrase: readonly Word[],
  end: number,
  start = phrase[0]?.start ?? end,
): Introduction | null {
  const [first] = phrase;
  if (!first) return null;
  const text = prose.slice(first.start, end);
  const countries = countriesIn(text, 'en');
  const inCountry = (word: Word) =>
    countries.some(
      (country) => word.start < first.start + country.end && word.end > first.start + country.start,
    );
  const heads = phrase.findIndex(
    (word, index) => isTitle(word.text) && !isTitle(phrase[index + 1]?.text ?? ''),
  );
  if (heads < 0) return null;
  const link = phrase.findIndex(
    (word, index) =>
      index > heads &&
      LINK.test(word.text) &&
      !/^and$/u.test(word.text) &&
      leadsToName(phrase, index, word.text, inCountry),
  );
  const before = phrase.slice(0, heads).filter((word) => !inCountry(word));
  const modifiers = lastIndex(before, (word) => isOrganisation(word.text) || isAcronym(word.text)) + 1;
  const owner = before.findIndex((word) => /[’']s$/u.test(word.text));
  const owned = before.slice(0, Math.max(modifiers, owner >= 0 ? owner + 1 : 0));
  const title = [
    ...before.slice(owned.length),
    ...(link < 0 ? phrase.slice(heads) : phrase.slice(heads, link)),
  ].filter((word) => !inCountry(word));
  while (title.length > 0 && (LINK.test(title.at(-1)?.text ?? '') || ARTICLE.test(title.at(-1)?.text ?? '')))
    title.pop();
  const behind = link < 0 ? [] : phrase.slice(link + 1);
  const from = title[0];
  const to = title.at(-1);
  return {
    start,
    title: from && to ? joined(prose, title) : null,
    organisation:
      organisationIn(
        prose,
        behind.length > 0 && !behind.every((word) => inCountry(word) || ARTICLE.test(word.text))
          ? behind
          : owned,
      )?.replace(/[’']s?$/u, '') ?? null,
    country: countries[0]?.name ?? null,
  };
}

/** "of hydrology" belongs to the title, "of the Institute" does not. */
function leadsToName(
  phrase: readonly Word[],
  index: number,
  link: string,
  inCountry: (word: Word) => boolean,
): boolean {
  const next = phrase[index + 1];
  const named = next && ARTICLE.test(next.text) ? phrase[index + 2] : next;
  if (!named) return false;
  const rest = phrase.slice(index + 1);
  const later = rest.findIndex(
    (word, at) => at > 0 && LINK.test(word.text) && !/^(?:of|and|for)$/u.test(word.text),
  );
  const near = later < 0 ? rest : rest.slice(0, later);
  if (inCountry(named)) return true;
  if (isCapitalised(named.text))
    return (
      /^(?:at|with|from)$/iu.test(link) ||
      near.some((word) => isOrganisation(word.text)) ||
      isAcronym(named.text) ||
      named !== next
    );
  return near.some((word) => isOrganisation(word.text)) && ARTICLE.test(next?.text ?? '');
}

const joined = (prose: string, words: readonly Word[]) => {
  const contiguous = words.every(
    (word, index) => index === 0 || /^\s+$/u.test(prose.slice(words[index - 1]?.end, word.start)),
  );
  const [first] = words;
  const last = words.at(-1);
  return contiguous && first && last
    ? prose.slice(first.start, last.end)
    : words.map(({ text }) => text).join(' ');
};

/** Returns the name in a phrase, without articles before it and the country behind it. */
function capitals(prose: string, phrase: readonly Word[]): string | null {
  const words = [...phrase];
  while (words[0] && ARTICLE.test(words[0].text)) words.shift();
  const text = words[0] ? prose.slice(words[0].start, words.at(-1)?.end) : '';
  if (text === '' || !words.some((word) => isOrganisation(word.text) || isCapitalised(word.text)))
    return null;
  return text.replace(/\s+(?:of|in|from)\s+(?:the\s+)?$/u, '');
}

const countryOf = (prose: string, phrase: readonly Word[]): string | null => {
  const [first] = phrase;
  return first ? (countriesIn(prose.slice(first.start, phrase.at(-1)?.end), 'en')[0]?.name ?? null) : null;
};

/** The name in a phrase without the country that it is said to be in. */
function organisationIn(prose: string, phrase: readonly Word[]): string | null {
  const whole = capitals(prose, phrase);
  const last = whole === null ? undefined : countriesIn(whole, 'en').at(-1);
  return whole && last && last.start > 0
    ? whole.slice(0, last.start).replace(/\s+(?:of|in|from)\s+(?:the\s+)?$/u, '')
    : whole;
}
