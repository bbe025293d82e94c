/** What letters sound like, near enough to compare names across scripts. Pairs come before their letters. */
const CYRILLIC: Readonly<Record<string, string>> = {
  чж: 'j',
  дж: 'j',
  кс: 'ks',
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'io',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'h',
  һ: 'h',
  ц: 's',
  ч: 'c',
  ш: 's',
  щ: 's',
  ъ: '',
  ы: 'i',
  і: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** Spellings of one sound in Latin letters, in order: the longer first. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/shch/g, 's'],
  [/dzh|dj|zh/g, 'j'],
  [/tch|ch/g, 'c'],
  [/sh|ts|tz/g, 's'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/x/g, 'ks'],
  [/wh|w/g, 'u'],
  [/^ye|(?<=[aeiou])ye/g, 'e'],
  [/ng/g, 'n'],
  [/ß/g, 'ss'],
  [/ı/g, 'i'],
  [/y/g, 'i'],
];

/**
 * Returns a key of how a word of a name sounds, in small Latin letters, so that spellings of one name in different
 * scripts and by different rules of transliteration come out alike or nearly so.
 */
export function soundKey(word: string): string {
  const lower = word.toLowerCase().normalize('NFC');
  const latin = lower
    .replace(/чж|дж|кс|\p{Script=Cyrillic}/gu, (letters) => CYRILLIC[letters] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  const sounds = /\p{Script=Cyrillic}/u.test(lower)
    ? latin
    : LATIN.reduce((key, [spelling, sound]) => key.replace(spelling, sound), hardC(latin));
  return sounds.replace(/[^a-z]/g, '').replace(/(.)\1+/g, '$1');
}

/** A lone c before a, o, u or a consonant is k; ch was not touched. */
const hardC = (word: string) => word.replace(/c(?![heiy])/g, 'k');
