import { isCourtesy, isOrganisation, isTitle, type Pronoun, pronounOf } from '../lexicon/words.ts';
import type { Person } from '../people/person.ts';
import { type Word, wordsIn } from '../people/words.ts';
import type { Span } from '../span.ts';
import { languageAt, type Reading, roleStem } from './reading.ts';

/** Who is said to have spoken, in the words of the article. */
export type Subject =
  | { readonly kind: 'person'; readonly person: Person; readonly start: number; readonly end: number }
  | { readonly kind: 'pronoun'; readonly pronoun: Pronoun; readonly start: number; readonly end: number }
  | {
      readonly kind: 'role';
      readonly words: readonly string[];
      readonly start: number;
      readonly end: number;
    };

/** Returns the subjects that stand in a stretch of text, in its order; a role that a name follows is that person. */
export function subjectsIn(reading: Reading, span: Span): readonly Subject[] {
  const mentions = reading.mentions.filter(({ start, end }) => start >= span.start && end <= span.end);
  const persons = mentions.map(({ person, start, end }): Subject => ({ kind: 'person', person, start, end }));
  const language = languageAt(reading, span.start);
  const words = wordsIn(reading.prose, span);
  const others = words.flatMap((word, index): Subject[] => {
    if (mentions.some(({ start, end }) => word.start >= start && word.end <= end)) return [];
    const pronoun = pronounOf(word.text, language);
    if (pronoun) return [{ kind: 'pronoun', pronoun, start: word.start, end: word.end }];
    const isRole = isTitle(word.text) || reading.roles.has(roleStem(word.text) ?? '');
    if (!isRole || isCourtesy(word.text)) return [];
    if (mentions.some((mention) => describes(reading.prose, word, mention))) return [];
    const phrase = rolePhrase(reading, words, index);
    return [
      {
        kind: 'role',
        words: phrase.map(({ text }) => text),
        start: phrase[0]?.start ?? word.start,
        end: word.end,
      },
    ];
  });
  return [...persons, ...others].sort((a, b) => a.start - b.start);
}

/** Whether a title belongs to a name: before it, or behind it and a comma. */
function describes(prose: string, word: Span, mention: Span): boolean {
  if (word.end <= mention.start) {
    const between = prose.slice(word.end, mention.start);
    return !/[.;:!?–—]/u.test(between) && between.length < 120 && (between.match(/,/gu) ?? []).length < 2;
  }
  const between = prose.slice(mention.end, word.start);
  return /^,\s/u.test(between) && !/[.;:!?–—]/u.test(between) && between.length < 60;
}

/** «партияның өкілі», "the head of the agency": what stands around the title without a stop. */
function rolePhrase({ prose, verbs }: Reading, words: readonly Word[], index: number): readonly Word[] {
  const speaks = (word: Word | undefined) =>
    word !== undefined && verbs.some(({ start, end }) => word.start < end && word.end > start);
  let first = index;
  while (
    first > 0 &&
    index - first < 5 &&
    !speaks(words[first - 1]) &&
    /^[\s«»-]+$/u.test(prose.slice(words[first - 1]?.end, words[first]?.start))
  )
    first--;
  const behind = words.slice(index + 1, index + 6).filter((word) => isOrganisation(word.text));
  return [...words.slice(first, index + 1), ...behind];
}

const STEM = 5;
const wordStems = (text: string | null) =>
  (text?.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => word.slice(0, STEM));
/** «қор» and «қоры», "агентство" and "агентства": the shorter begins the longer. */
const sameStem = (one: string, other: string) => one.startsWith(other) || other.startsWith(one);

/** What may have spoken before some place in the article, the latest last. */
export interface Spoken {
  readonly at: number;
  readonly person: Person;
}

/**
 * Returns who a role stands for: of those named before it the one whose title, organisation or country has its words,
 * the latest of several; else the latest of all.
 */
export function personInRole(
  { people }: Reading,
  words: readonly string[],
  before: number,
  latest: Person | null,
): Person | null {
  const wanted = words.flatMap(wordStems);
  const has = (stems: readonly string[], stem: string) => stems.some((other) => sameStem(other, stem));
  let found: Person | null = null;
  let highest = 0.5;
  for (const person of people.filter(({ introducedAt }) => introducedAt < before)) {
    const titles = wordStems(person.title);
    const rest = [person.organisation, person.country].flatMap(wordStems);
    const words = wanted.reduce(
      (sum, stem) => sum + (has(titles, stem) ? 2 : 0) + (has(rest, stem) ? 1.5 : 0),
      0,
    );
    const score = words + (person === latest ? 0.5 : 0);
    if (words > 0 && score >= highest) {
      found = person;
      highest = score;
    }
  }
  return found ?? latest;
}
