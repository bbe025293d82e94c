import type { Language } from '../../model/language.ts';
import { conventionOf, languageOf } from '../lexicon/conventions.ts';
import { type VerbMention, verbsIn } from '../lexicon/words.ts';
import { findMarkup, type Markup } from '../markup.ts';
import { findPeople, type Sentence } from '../people/find-people.ts';
import type { Person } from '../people/person.ts';
import { findMarked, type Marked } from '../quotation-marks.ts';
import { paragraphsOf, sentencesOf } from '../sentences.ts';
import type { Span } from '../span.ts';

export interface Mention extends Span {
  readonly person: Person;
}

/** An article with everything that the search for quotations stands on. Offsets are those of the text. */
export interface Reading {
  readonly prose: string;
  readonly language: Language;
  readonly markup: Markup;
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Sentence[];
  readonly marked: readonly Marked[];
  readonly verbs: readonly VerbMention[];
  readonly people: readonly Person[];
  /** The words that the article itself has for what people are, by their beginnings. */
  readonly roles: ReadonlySet<string>;
  /** Of all people, in the order of the article. */
  readonly mentions: readonly Mention[];
}

/** Reads an article once for all that is sought in it. `captions`: those that the file's own markup told. */
export function readForQuotes(text: string, captions: readonly Span[] = []): Reading {
  const markup = findMarkup(text, captions);
  const { prose } = markup;
  const language = languageOf(prose, 'en');
  const paragraphs = paragraphsOf(prose);
  const marked = paragraphs.flatMap((paragraph) => findMarked(prose, paragraph));
  const sentences = paragraphs.flatMap((paragraph) =>
    sentencesOf(prose, paragraph, marked).map((sentence) => ({
      ...sentence,
      language: languageOf(prose.slice(sentence.start, sentence.end), language),
    })),
  );
  const verbs = verbsIn(prose);
  const people = findPeople({ prose, sentences, verbs, marked });
  const roles = new Set(people.flatMap(({ title }) => roleStem(title?.split(/[\s,]+/u).at(-1) ?? '') ?? []));
  const mentions = people
    .flatMap((person) => person.mentions.map((mention) => ({ ...mention, person })))
    .sort((a, b) => a.start - b.start);
  return { prose, language, markup, paragraphs, sentences, marked, verbs, people, roles, mentions };
}

const ROLE_STEM = 5;

/** Returns the beginning by which a word for what a person is is known again; null for a word too short. */
export const roleStem = (word: string): string | null =>
  word.length >= ROLE_STEM ? word.toLowerCase().slice(0, ROLE_STEM + 1) : null;

/** Returns the language of the sentence at a place. */
export function languageAt({ sentences, language }: Reading, at: number): Language {
  return sentences.find(({ start, end }) => at >= start && at < end)?.language ?? language;
}

/** Returns the convention of the sentence at a place. */
export const conventionAt = (reading: Reading, at: number) => conventionOf(languageAt(reading, at));
