import { type Translate, translator } from '../../shared/i18n/i18n.ts';
import { localFormats } from '../../shared/i18n/local-formats.ts';
import type { Language } from '../../shared/model/language.ts';
import { useSession } from '../session.ts';

/** Makes a thing for a language when it is first asked for, and gives the same one from then on. */
function onceALanguage<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const thing = made.get(language) ?? make(language);
    made.set(language, thing);
    return thing;
  };
}

/** Returns the translator of a language; made once. */
export const translateTo: (language: Language) => Translate = onceALanguage(translator);

const formatsOf = onceALanguage((language) => ({ language, ...localFormats(language) }));

/** Returns the translator of the interface's language; the component renders anew when it changes. */
export function useTranslate(): Translate {
  return translateTo(useSession((state) => state.language));
}

/** Returns the interface's language and formatters of dates and numbers in it, made once: each takes a millisecond. */
export function useFormats() {
  return formatsOf(useSession((state) => state.language));
}
