import { createInstance, type i18n as I18n } from 'i18next';
import type { Language } from '../model/language.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';

export const CATALOGUES = { kk, ru, en } as const;

type Leaves<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? `${Path}${K extends `${infer Stem}_${'one' | 'few' | 'many' | 'other'}` ? Stem : K}`
    : Leaves<T[K], `${Path}${K}.`>;
}[keyof T & string];

/** A key of the catalogues; plural forms count as one key. */
export type MessageKey = Leaves<typeof en>;
export type MessageParams = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, params?: MessageParams) => string;

/** Returns an i18next instance with the three catalogues, set to `language`. Values are not HTML-escaped. */
export function createI18n(language: Language): I18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    resources: { kk: { translation: kk }, ru: { translation: ru }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
}

/** Returns the translator of one language, for code that is not a component. */
export function translator(language: Language): Translate {
  const fixed = createI18n(language).getFixedT(language);
  return (key, params) => fixed(key, params ?? {});
}
