import { useMemo } from 'react';
import { type Translate, translator } from '../../shared/i18n/i18n.ts';
import { localFormats } from '../../shared/i18n/local-formats.ts';
import type { Language } from '../../shared/model/language.ts';
import { useSession } from '../session.ts';

const translators = new Map<Language, Translate>();

/** Returns the translator of a language; made once. */
export function translateTo(language: Language): Translate {
  const known = translators.get(language);
  if (known) return known;
  const made = translator(language);
  translators.set(language, made);
  return made;
}

/** Returns the translator of the interface's language; the component renders anew when it changes. */
export function useTranslate(): Translate {
  return translateTo(useSession((state) => state.language));
}

/** Returns the interface's language and formatters of dates and numbers in it. */
export function useFormats() {
  const language = useSession((state) => state.language);
  return useMemo(() => ({ language, ...localFormats(language) }), [language]);
}
