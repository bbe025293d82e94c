interface Coders {
  readonly TextDecoder: new (
    label: string,
    options?: { fatal?: boolean; ignoreBOM?: boolean },
  ) => { decode(bytes: Uint8Array): string };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
}
const { TextDecoder, TextEncoder } = globalThis as unknown as Coders;

/** Encodings that a person may name. */
export const ENCODINGS = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'Windows-1251',
  'KZ-1048',
  'KOI8-R',
  'IBM866',
  'Windows-1252',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface DecodedText {
  /** With `\n` line ends and without a byte order mark; null when the bytes are no text. */
  readonly text: string | null;
  /** The encoding, where nothing in the file proves it; else null. */
  readonly assumed: 'Windows-1251' | 'KZ-1048' | 'KOI8-R' | 'UTF-16' | null;
}

/** KZ-1048 is Windows-1251 with Kazakh letters in place of these (STRK1048-2002). */
const KZ_1048: Readonly<Record<string, string>> = {
  Ќ: 'Қ',
  Ћ: 'Һ',
  ќ: 'қ',
  ћ: 'һ',
  Ў: 'Ұ',
  ў: 'ұ',
  Ј: 'Ә',
  Ґ: 'Ө',
  Є: 'Ғ',
  Ї: 'Ү',
  ґ: 'ө',
  є: 'ғ',
  ј: 'ә',
  Ѕ: 'Ң',
  ѕ: 'ң',
  ї: 'ү',
};

/** A string cannot hold much more; a day's speech takes a few megabytes. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Returns the text of a file: UTF-8, UTF-16 with a byte order mark, or what an XML file declares; else UTF-16 where
 * every other byte is as good as constant, or the one-byte Cyrillic encoding that older programs wrote for
 * `language` (a BCP 47 tag), which are then assumptions. With `encoding` it is that. Never throws.
 */
export function decodeText(bytes: Uint8Array, language: string, encoding?: Encoding): DecodedText {
  if (bytes.length > MOST_BYTES) return { text: null, assumed: null };
  if (encoding !== undefined) return proven(decodedAs(bytes, encoding));
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return proven(new TextDecoder('utf-16le').decode(bytes));
  if (first === 0xfe && second === 0xff) return proven(new TextDecoder('utf-16be').decode(bytes));
  if (bytes.includes(0)) return wideText(bytes);
  try {
    return proven(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return declaredText(bytes) ?? cyrillicText(bytes, language);
  }
}

/**
 * Returns the name of the encoding by which `decodeText` reads the bytes, with its byte order mark where there is one;
 * null where they are no text.
 */
export function encodingName(bytes: Uint8Array, language: string): string | null {
  const [first, second, third] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return 'UTF-16, BOM';
  const { text, assumed } = decodeText(bytes, language);
  if (text === null) return null;
  if (assumed) return assumed;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'UTF-8, BOM';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'UTF-8';
  } catch {
    return declaredLabel(bytes)?.toUpperCase() ?? null;
  }
}

/** UTF-16 without its mark: the high bytes of one script are few, and line ends and spaces have zeros there. */
function wideText(bytes: Uint8Array): DecodedText {
  const zeros: [number, number] = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2 === 0 ? 0 : 1]++;
  });
  const big = zeros[1] === 0;
  if ((!big && zeros[0] !== 0) || bytes.length % 2 !== 0) return { text: null, assumed: null };
  const text = unixLines(new TextDecoder(big ? 'utf-16be' : 'utf-16le').decode(bytes));
  const odd = text.match(/[^\n\t\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\p{Cf}]|\ufffd/gu)?.length ?? 0;
  return odd > 0 ? { text: null, assumed: null } : { text, assumed: 'UTF-16' };
}

const DECLARATION = /^<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/;

/** Returns the text by the encoding that an XML declaration names, or null where there is none that is known. */
function declaredText(bytes: Uint8Array): DecodedText | null {
  const label = declaredLabel(bytes);
  if (label === undefined || /^utf-?(8|16)/i.test(label)) return null;
  try {
    return proven(new TextDecoder(label).decode(bytes));
  } catch {
    return null;
  }
}

const declaredLabel = (bytes: Uint8Array) =>
  DECLARATION.exec(String.fromCharCode(...bytes.subarray(0, 300)))?.[1];

function cyrillicText(bytes: Uint8Array, language: string): DecodedText {
  const windows = unixLines(new TextDecoder('windows-1251').decode(bytes));
  const unix = unixLines(new TextDecoder('koi8-r').decode(bytes));
  if (strangeness(unix) < strangeness(windows)) return { text: unix, assumed: 'KOI8-R' };
  if (!/^kk\b/i.test(language)) return { text: windows, assumed: 'Windows-1251' };
  return { text: withKazakhLetters(windows), assumed: 'KZ-1048' };
}

const withKazakhLetters = (windows: string) =>
  windows.replace(/[ЌЋќћЎўЈҐЄЇґєјЅѕї]/g, (letter) => KZ_1048[letter] ?? letter);

function decodedAs(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'KZ-1048') return withKazakhLetters(new TextDecoder('windows-1251').decode(bytes));
  return new TextDecoder(encoding.toLowerCase()).decode(bytes);
}

/** The most common first; Kazakh is near enough. */
const LETTERS_BY_USE = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё';
/** KOI8-R has the letters where Windows-1251 has those of the other case, in another order. */
const CAPITAL_WITHIN_WORD = 6;
/** The beginning tells enough. */
const JUDGED_CHARACTERS = 20_000;

/** Returns how unlike Cyrillic prose a text is: rare letters, capitals within words, signs that draw boxes. */
function strangeness(text: string): number {
  const judged = text.slice(0, JUDGED_CHARACTERS);
  const seldom = [...judged.toLowerCase()].reduce((sum, letter) => {
    if (letter < '\u0080') return sum;
    const rank = LETTERS_BY_USE.indexOf(letter);
    return sum + Math.log2(2 + (rank < 0 ? LETTERS_BY_USE.length : rank));
  }, 0);
  const capitals = judged.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0;
  const boxes = judged.match(/[\u2200-\u25ff]/g)?.length ?? 0;
  return seldom + CAPITAL_WITHIN_WORD * (capitals + boxes);
}

/** Returns the text in UTF-8; a lone surrogate becomes U+FFFD. */
export function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const proven = (text: string): DecodedText => ({ text: unixLines(text), assumed: null });
const unixLines = (text: string) => text.replace(/\r\n?/g, '\n');
