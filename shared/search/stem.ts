import { kazakhStems } from './stem-kazakh.ts';
import { russianStem } from './stem-russian.ts';

const KAZAKH_LETTERS = /[әғқңөұүһі]/u;
const CYRILLIC = /^\p{Script=Cyrillic}+$/u;
/** A shorter beginning would be that of too many words. */
const SHORTEST = 3;

/**
 * Returns beginnings of which one at least begins the forms of a word, in Kazakh or in Russian, the word folded and in
 * lower case. A word that is not Cyrillic, or too short to be cut, begins only what it begins as it stands.
 */
export function stemsOf(word: string): readonly string[] {
  if (!CYRILLIC.test(word) || word.length <= SHORTEST) return [word];
  const stems = new Set(kazakhStems(word));
  if (!KAZAKH_LETTERS.test(word)) {
    const stem = russianStem(word);
    stems.add(stem.length < SHORTEST ? word : stem);
  }
  // Whatever begins with a longer one begins with the shorter one too.
  return [...stems].filter((stem) => ![...stems].some((other) => other !== stem && stem.startsWith(other)));
}
