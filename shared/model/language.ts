/** The languages of the interface and of the speaker directory. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Returns the first of these BCP 47 tags (or POSIX locales) that is a language of ours, else English. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const primary = /^[a-z]+/i.exec(tag)?.[0].toLowerCase();
    const language = LANGUAGES.find((known) => known === primary);
    if (language) return language;
  }
  return 'en';
}

/** One text in up to three languages. An absent or blank entry means "not given". */
export type LocalText = { readonly [L in Language]?: string | undefined };

/** Returns the text in `language`, else in the first language that has it (kk, ru, en), else ''. */
export function localText(text: LocalText, language: Language): string {
  for (const candidate of [language, ...LANGUAGES]) {
    const value = text[candidate]?.trim();
    if (value) return value;
  }
  return '';
}
