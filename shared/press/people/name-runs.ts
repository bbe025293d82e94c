import type { Language } from '../../model/language.ts';
import { countriesIn } from '../lexicon/countries.ts';
import {
  isCourtesy,
  isLeading,
  isOrganisation,
  isParticle,
  isTitle,
  isTitleModifier,
} from '../lexicon/words.ts';
import type { Span } from '../span.ts';
import { isAcronym, isCapitalised, scriptOf, type Word, wordsIn } from './words.ts';

/** Words with capitals beside each other that may be a name. */
export interface NameRun extends Span {
  readonly words: readonly Word[];
  readonly sentence: Span;
}

/** Only the last word of a name has a case. */
const DECLINED = /[ндт][ыі]ң$/u;
/** «Твиттердегі»: where something is, never a name. */
const LOCATED = /(?:[дт]ағы|[дт]егі)$/u;
/** Names of people are no longer. */
const MOST_WORDS = 4;

/** Returns what in a sentence may be the name of a person, by capitals alone. `small`: see `smallWords`. */
export function nameRuns(
  prose: string,
  sentence: Span,
  language: Language,
  small: ReadonlySet<string>,
): readonly NameRun[] {
  const words = wordsIn(prose, sentence);
  const countries = countriesIn(prose.slice(sentence.start, sentence.end), language);
  const inCountry = (word: Word) =>
    countries.some(
      ({ start, end }) => word.start < sentence.start + end && word.end > sentence.start + start,
    );
  const runs: Word[][] = [];
  let run: Word[] = [];
  const close = () => {
    while (run.length > 0 && isParticle(run.at(-1)?.text ?? '') && !isCapitalised(run.at(-1)?.text ?? ''))
      run.pop();
    if (run.length > 0) runs.push(run);
    run = [];
  };
  words.forEach((word, index) => {
    const last = run.at(-1);
    const joined = last !== undefined && /^[ \u00a0]$/u.test(prose.slice(last.end, word.start));
    if (!joined || (last && scriptOf(last.text) !== scriptOf(word.text))) close();
    const heads = index === 0 && (isLeading(word.text) || small.has(word.text.toLowerCase()));
    if (language === 'kk' && last !== undefined && run.length > 0 && DECLINED.test(last.text)) close();
    if (language === 'kk' && LOCATED.test(word.text)) close();
    else if (run.length > 0 && isParticle(word.text)) run.push(word);
    else if (isNameWord(word.text) && !heads && !inCountry(word)) run.push(word);
    else close();
    if (run.length >= MOST_WORDS) close();
  });
  close();
  return runs.flatMap((each) => {
    const first = each[0];
    const last = each.at(-1);
    return first && last ? [{ start: first.start, end: last.end, words: each, sentence }] : [];
  });
}

function isNameWord(word: string): boolean {
  return (
    isCapitalised(word) &&
    !isAcronym(word) &&
    !isTitle(word) &&
    !isTitleModifier(word) &&
    !isCourtesy(word) &&
    !isOrganisation(word) &&
    !/\p{N}/u.test(word)
  );
}

/** Returns the words that a text has with a small letter: with a capital they only head a sentence. */
export function smallWords(prose: string): ReadonlySet<string> {
  return new Set(prose.match(/(?<![\p{L}\p{N}-])\p{Ll}[\p{L}\p{M}]*/gu) ?? []);
}
