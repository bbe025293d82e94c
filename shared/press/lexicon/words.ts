import type { Language } from '../../model/language.ts';
import type { Convention } from './convention.ts';
import { CONVENTIONS, conventionOf } from './conventions.ts';
import { stemmed, wholeWord } from './patterns.ts';

const all = (table: (convention: Convention) => readonly string[]) => CONVENTIONS.flatMap(table);

const TITLE = stemmed(
  all(({ titles }) => titles.map((stem) => `(?:экс-|вице-|премьер-|бас-|ex-|vice-)?(?:${stem})`)),
);
const TITLE_MODIFIER = wholeAlone(all(({ titleModifiers }) => titleModifiers));
const ORGANISATION = stemmed(all(({ organisations }) => organisations));
const COURTESY = wholeAlone(all(({ courtesies }) => courtesies));
const PARTICLE = wholeAlone(all(({ particles }) => particles));
const LEADING = wholeAlone(all(({ leading }) => leading));

function wholeAlone(sources: readonly string[]): RegExp {
  return new RegExp(`^(?:${sources.join('|')})$`, 'iu');
}

/** «министрлік» is where a minister works, not what a person is. */
const WORKPLACE =
  /^(?:өкілетті[кг]|министрл|министерств|әкімші?л|акимат|президиум|депутатт|секретариат|редакци|member states|presiden[ct]y|ministr[yi]|director(?:ate|y)|editori|authori[tz])/iu;

export const isTitle = (word: string): boolean => TITLE.test(word) && !WORKPLACE.test(word);
export const isTitleModifier = (word: string): boolean => TITLE_MODIFIER.test(word);
export const isOrganisation = (word: string): boolean =>
  (ORGANISATION.test(word) || /^(?:министрл|министерств|әкімші?л|акимат|секретариат)/iu.test(word)) &&
  !isTitle(word);
export const isCourtesy = (word: string): boolean => COURTESY.test(word);
export const isParticle = (word: string): boolean => PARTICLE.test(word);
export const isLeading = (word: string): boolean => LEADING.test(word);

/** A verb of speaking where it stands in a text. */
export interface VerbMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly language: Language;
  /** Whether it leads to another verb rather than closes its sentence. */
  readonly leads: boolean;
}

const VERBS = CONVENTIONS.map(({ language, verbs, converbs }) => ({
  language,
  pattern: wholeWord([...verbs, ...converbs]),
  leading: converbs.length > 0 ? wholeAlone(converbs) : null,
}));

/** Returns the verbs of speaking in a text, in its order. */
export function verbsIn(text: string): readonly VerbMention[] {
  return VERBS.flatMap(({ language, pattern, leading }) =>
    [...text.matchAll(pattern)].map(({ 0: verb, index }) => ({
      start: index,
      end: index + verb.length,
      text: verb,
      language,
      leads: leading?.test(verb) ?? false,
    })),
  ).sort((a, b) => a.start - b.start);
}

export type Pronoun = 'he' | 'she' | 'either';

const PRONOUNS = CONVENTIONS.flatMap(({ language, he, she, either }) => [
  { language, pronoun: 'he' as const, words: he },
  { language, pronoun: 'she' as const, words: she },
  { language, pronoun: 'either' as const, words: either },
]);

/** Returns which pronoun of a speaker a word of a sentence in `language` is, or null. */
export function pronounOf(word: string, language: Language): Pronoun | null {
  const lower = word.toLowerCase();
  return (
    PRONOUNS.find((table) => table.language === language && table.words.includes(lower))?.pronoun ?? null
  );
}

/** Returns a pattern made of one of a language's tables, as whole words. */
export function tablePattern(
  language: Language,
  table: (convention: Convention) => readonly string[],
): RegExp {
  const sources = table(conventionOf(language));
  return sources.length === 0 ? /(?!)/gu : wholeWord(sources);
}

const ANSWER = /жауап|ответ|возраз|repl|answer|counter/iu;

/** Tells whether a verb answers somebody else. */
export const isAnswer = (verb: string): boolean => ANSWER.test(verb);
