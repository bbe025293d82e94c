import { countriesIn } from '../lexicon/countries.ts';
import {
  isCourtesy,
  isLeading,
  isOrganisation,
  isTitle,
  isTitleModifier,
  verbsIn,
} from '../lexicon/words.ts';
import type { Span } from '../span.ts';
import type { Introduction } from './introduction.ts';
import { isObliqueTitle, nominativeOrganisation, nominativeTitle } from './nominative-ru.ts';
import { isCapitalised, lastIndex, type Word, wordsIn } from './words.ts';

const ADJECTIVE = /(?:ий|ый|ой|ая|яя|ого|его|ому|ему|им|ым|ей|их|ых|ую)$/u;
const LONGEST_PHRASE = 18;

/** Returns who a person is by the words before the name: «директор … института X». */
export function introductionBefore(prose: string, sentence: Span, nameStart: number): Introduction | null {
  const words = wordsIn(prose, { start: sentence.start, end: nameStart });
  let first = words.length;
  while (
    first > 0 &&
    words.length - first < LONGEST_PHRASE &&
    joins(prose, words[first - 1], words[first]?.start ?? nameStart)
  )
    first--;
  const near = words.slice(first);
  const verb = lastIndex(near, (word) => verbsIn(word.text).length > 0);
  const phrase = near.slice(verb + 1);
  let head = phrase.findIndex((word) => isTitle(word.text) && !ADJECTIVE_TITLE.test(word.text));
  if (head < 0) return null;
  while (head > 0 && isBefore(phrase[head - 1]?.text ?? '')) head--;
  if (
    head === 0 &&
    phrase[0]?.start === sentence.start &&
    isLeading(phrase[0].text) &&
    !isTitle(phrase[0].text)
  )
    head++;
  return describe(prose, phrase.slice(head), nameStart);
}

/** «ведущий специалист»: an adjective here, a noun elsewhere. */
const ADJECTIVE_TITLE = /^(?:учён|учен)(?:ый|ого|ому|ым)\s(?:секретар)/iu;

const isBefore = (word: string) =>
  isTitleModifier(word) ||
  (ADJECTIVE.test(word) && !isLeading(word) && !/^(?:наш|сво|этот)/iu.test(word) && isNationality(word));
const isNationality = (word: string) => countriesIn(word, 'ru').length > 0;

function joins(prose: string, word: Word | undefined, next: number): boolean {
  return (
    word !== undefined &&
    /^[\s«»"“”()]*$/u.test(prose.slice(word.end, next)) &&
    !/\n/u.test(prose.slice(word.end, next))
  );
}

/** Returns who a person is by the words after the name: «X, директор … института, …». */
export function introductionAfter(prose: string, sentence: Span, name: Span): Introduction | null {
  const [, gap = '', words = ''] =
    /^(\s*,\s+|\s*\()([^,.;:()–—]{3,160})/u.exec(prose.slice(name.end, sentence.end)) ?? [];
  if (words === '') return null;
  const start = name.end + gap.length;
  const all = wordsIn(prose, { start, end: start + words.length });
  const verb = all.findIndex((word) => verbsIn(word.text).length > 0);
  const phrase = verb < 0 ? all : all.slice(0, verb);
  const head = phrase.findIndex((word) => isTitle(word.text));
  if (head < 0 || head > 2) return null;
  const described = describe(prose, phrase, phrase.at(-1)?.end ?? start);
  return described && { ...described, start: name.start, oblique: false };
}

function describe(prose: string, phrase: readonly Word[], end: number): Introduction | null {
  const head = phrase.findIndex((word) => isTitle(word.text));
  const [first] = phrase;
  if (head < 0 || !first) return null;
  const oblique = isObliqueTitle(phrase[head]?.text ?? '');
  const text = prose.slice(first.start, end);
  const countries = countriesIn(text, 'ru');
  const inCountry = (word: Word) =>
    countries.some(
      (country) => word.start < first.start + country.end && word.end > first.start + country.start,
    );
  const rest = phrase.slice(head + 1);
  const capital = rest.findIndex(
    (word) =>
      (isCapitalised(word.text) || /[«"“]/u.test(prose[word.start - 1] ?? '')) &&
      !inCountry(word) &&
      !isTitle(word.text) &&
      !isCourtesy(word.text),
  );
  const common = rest.findIndex((word) => isOrganisation(word.text));
  let cut =
    capital >= 0 &&
    (common < 0 ||
      capital <= common ||
      isCapitalised(rest[common]?.text ?? '') ||
      !/[оеа]м$/u.test(rest[common]?.text ?? ''))
      ? capital
      : common >= 0
        ? common
        : rest.length;
  if (common >= 0 && common < cut && !/(?:ом|ем|ой|ей)$/u.test(rest[common]?.text ?? '')) cut = common;
  while (
    cut > 0 &&
    cut === common &&
    /(?:ого|его|ой|ей|ых|их)$/u.test(rest[cut - 1]?.text ?? '') &&
    !isTitle(rest[cut - 1]?.text ?? '')
  )
    cut--;
  const organisation = [...rest.slice(cut)];
  while (
    organisation.length > 0 &&
    (inCountry(organisation.at(-1) as Word) ||
      /^(?:из|от|республики)$/iu.test(organisation.at(-1)?.text ?? ''))
  )
    organisation.pop();
  const owned = rest.slice(0, cut).filter((word) => !inCountry(word) && !/^(?:из|от)$/iu.test(word.text));
  const titleWords = [...phrase.slice(0, head + 1).filter((word) => !inCountry(word)), ...owned];
  const names = titleWords.map(({ text: word }) => word);
  const from = organisation[0];
  const to = organisation.at(-1);
  const quoted = from && /[«"“]/u.test(prose[from.start - 1] ?? '');
  const title = oblique ? nominativeTitle(names, names.indexOf(phrase[head]?.text ?? '')) : names.join(' ');
  return {
    start: first.start,
    title,
    organisation:
      from && to
        ? nominativeOrganisation(
            prose.slice(
              quoted ? from.start - 1 : from.start,
              /[»”"]/u.test(prose[to.end] ?? '') ? to.end + 1 : to.end,
            ),
          )
        : null,
    country: countries[0]?.name ?? null,
    oblique,
  };
}
