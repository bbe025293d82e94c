interface Coders {
  readonly TextDecoder: new (
    label: string,
    options?: { fatal?: boolean; ignoreBOM?: boolean },
  ) => { decode(bytes: Uint8Array): string };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
}
const { TextDecoder, TextEncoder } = globalThis as unknown as Coders;

export interface DecodedText {
  /** With `\n` line ends and without a byte order mark; null when the bytes are no text. */
  readonly text: string | null;
  /** The encoding, where nothing in the file proves it; else null. */
  readonly assumed: 'Windows-1251' | 'KZ-1048' | null;
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

/**
 * Returns the text of a file: UTF-8, or UTF-16 with a byte order mark, else the one-byte Cyrillic encoding that
 * older programs wrote for `language` (a BCP 47 tag), which is then an assumption. Never throws.
 */
export function decodeText(bytes: Uint8Array, language: string): DecodedText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return proven(new TextDecoder('utf-16le').decode(bytes));
  if (first === 0xfe && second === 0xff) return proven(new TextDecoder('utf-16be').decode(bytes));
  if (bytes.includes(0)) return { text: null, assumed: null };
  try {
    return proven(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    const text = unixLines(new TextDecoder('windows-1251').decode(bytes));
    if (!/^kk\b/i.test(language)) return { text, assumed: 'Windows-1251' };
    return {
      text: text.replace(/[ЌЋќћЎўЈҐЄЇґєјЅѕї]/g, (letter) => KZ_1048[letter] ?? letter),
      assumed: 'KZ-1048',
    };
  }
}

/** Returns the text in UTF-8; a lone surrogate becomes U+FFFD. */
export function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const proven = (text: string): DecodedText => ({ text: unixLines(text), assumed: null });
const unixLines = (text: string) => text.replace(/\r\n?/g, '\n');
