import type { Language } from '../../model/language.ts';

/**
 * How one language writes that somebody says something. Every entry is the source of a regular expression, matched
 * without case, as whole words; what the languages share is the engine, what they do not is here alone.
 */
export interface Convention {
  readonly language: Language;
  /** Finite verbs of speaking, the longest first where one begins another. */
  readonly verbs: readonly string[];
  /** Verbs of speaking that lead to another («айтып, … атап өтті»). */
  readonly converbs: readonly string[];
  /** Words that make what stands before them a quotation («деп», «деген»), before a verb or a noun of speaking. */
  readonly quotatives: readonly string[];
  /** What after a quotative says that it was a name: «деп аталатын», «деген тақырыпта». */
  readonly naming: readonly string[];
  /** "According to": before or after the one who is named. */
  readonly accordingBefore: readonly string[];
  readonly accordingAfter: readonly string[];
  /** Pronouns of the one who speaks, as subjects and as owners of words («оның айтуынша»). */
  readonly he: readonly string[];
  readonly she: readonly string[];
  /** Either he or she. */
  readonly either: readonly string[];
  /** Stems of words for what a person is. */
  readonly titles: readonly string[];
  /** Words before a title that belong to it. */
  readonly titleModifiers: readonly string[];
  /** Words of address before or after a name. */
  readonly courtesies: readonly string[];
  /** Stems of words for what people belong to. */
  readonly organisations: readonly string[];
  /** Where and on what occasion somebody spoke: between the subject and what was said. */
  readonly occasions: readonly string[];
  /** Words with a capital, at the head of a sentence, that begin no name. */
  readonly leading: readonly string[];
  /** Abbreviations whose full stop ends no sentence. */
  readonly abbreviations: readonly string[];
  /** Small words within a name. */
  readonly particles: readonly string[];
  /** What a photograph's credit begins with. */
  readonly credits: readonly string[];
  /** Conjunctions after which somebody else speaks in the same sentence. */
  readonly contrasts: readonly string[];
}

/** Returns the entries of a table that is written with semicolons between them. */
export const list = (entries: string): readonly string[] => entries.split(';').map((entry) => entry.trim());
