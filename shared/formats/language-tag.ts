const ISO_639_3: Readonly<Record<string, string>> = { kk: 'kaz', ru: 'rus', en: 'eng' };

/** Returns the code by which linguists' programs know a language: ISO 639-3 for ours, else the BCP 47 tag. */
export const linguistCode = (tag: string): string => ISO_639_3[tag] ?? tag;

/** Returns the BCP 47 tag for a language code that a file gives (ISO 639, or a tag), or null where it names none. */
export function languageTag(code: string | undefined): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(code?.trim().replaceAll('_', '-'));
    return tag === undefined || /^(?:und|mul|mis|zxx)\b/.test(tag) ? null : tag;
  } catch {
    return null;
  }
}
