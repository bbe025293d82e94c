import type { Language } from '../../model/language.ts';
import type { Convention } from './convention.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

export const CONVENTIONS: readonly Convention[] = [kk, ru, en];

/** Returns the convention of a language. */
export function conventionOf(language: Language): Convention {
  return CONVENTIONS.find((convention) => convention.language === language) ?? en;
}

const KAZAKH = /[әіңғүұқөһ]/giu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const LATIN = /\p{Script=Latin}/gu;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/**
 * Returns the language of a stretch of text by its letters; `otherwise` where there are too few to tell, and for
 * Cyrillic without Kazakh letters of which a Kazakh text has some too.
 */
export function languageOf(text: string, otherwise: Language): Language {
  const cyrillic = count(text, CYRILLIC);
  if (cyrillic === 0 && count(text, LATIN) === 0) return otherwise;
  if (count(text, LATIN) > 2 * cyrillic) return 'en';
  const share = count(text, KAZAKH) / Math.max(1, cyrillic);
  if (share > 0.04) return 'kk';
  return cyrillic < 20 ? (otherwise === 'en' ? 'ru' : otherwise) : 'ru';
}
