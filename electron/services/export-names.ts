const MOST_BYTES = 180;
/** Windows keeps these for devices, whatever the extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * Returns a file name without extension, made from a title, that every file system takes: no separators, no signs
 * that Windows refuses, no device of its, not hidden, at most 180 bytes in UTF-8.
 */
export function fileStem(title: string): string {
  const clean = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const stem = cutToBytes(clean.replace(/^[. ]+/, ''), MOST_BYTES).replace(/[. ]+$/, '');
  return stem === '' ? 'minber' : RESERVED.test(stem) ? `_${stem}` : stem;
}

/** Returns the name of a file for a title, with a number behind it where the plain one is taken. */
export function freeFileName(title: string, extension: string, isTaken: (name: string) => boolean): string {
  const stem = fileStem(title);
  for (let number = 1; ; number++) {
    const name = `${stem}${number === 1 ? '' : ` (${number})`}.${extension}`;
    if (!isTaken(name)) return name;
  }
}

/** Returns what two names have in common that some file system takes for one. */
export const foldName = (name: string): string => name.normalize('NFC').toLowerCase();

function cutToBytes(text: string, most: number): string {
  let bytes = 0;
  let cut = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    cut += character;
  }
  return cut;
}
