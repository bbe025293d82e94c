import type { Language } from '../../shared/model/language.ts';

/** The languages of the interface, each called by its own name. Chromium has no Kazakh names of languages. */
export const LANGUAGE_LABELS = {
  kk: 'command.languageKk',
  ru: 'command.languageRu',
  en: 'command.languageEn',
} as const satisfies Record<Language, string>;
