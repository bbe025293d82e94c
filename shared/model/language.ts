/** The languages of the interface and of the speaker directory. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

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
