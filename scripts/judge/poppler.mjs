import { execFileSync } from 'node:child_process';

/** Letters and digits; what is kept apart in a font may be joined in the text. */
const letters = (text) => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');

const run = (command, ...args) => execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
/**
 * What runs from right to left is judged by eye: poppler puts letters that share a shape in place of one another. So is
 * what has its text beside its signs (Devanagari, letters without a font): poppler puts that text elsewhere on the page, and single letters beside it too.
 */
const BY_EYE =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u0900-\u097f]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const wordsOf = ({ content }) => content.map((inline) => ('text' in inline ? inline.text : ' ')).join('');

/**
 * Returns what poppler finds otherwise in a PDF than it was written, or null. `missing`: letters that no font has, as the
 * writer told.
 */
export function popplerFault(path, { turns }, missing) {
  const fonts = run('pdffonts', path).split('\n').slice(2).filter(Boolean);
  if (fonts.length === 0) return 'no fonts';
  const outside = fonts.find((line) => !/ yes yes yes +\d+ +\d+$/.test(line));
  if (outside) return `not embedded as a subset, or without its letters: ${outside}`;
  if (!/^Tagged: +yes$/m.test(run('pdfinfo', path))) return 'not tagged';
  const shown = letters(run('pdftotext', '-layout', path, '-'));
  const lost = turns
    .flatMap((turn) => wordsOf(turn).split(/\s+/))
    .filter((word) => !BY_EYE.test(word))
    .flatMap((word) =>
      [...word]
        .map((letter) => (missing.has(letter) ? ' ' : letter))
        .join('')
        .split(' '),
    )
    .map(letters)
    .find((word) => word.length > 1 && word.length < 40 && !shown.includes(word));
  return lost === undefined ? null : `missing: ${lost}`;
}
