import { execFileSync } from 'node:child_process';
import { letters } from './ffmpeg.mjs';

const run = (command, ...args) => execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
/** What runs from right to left is judged by eye: poppler puts letters that share a shape in place of one another. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const wordsOf = ({ content }) => content.map((inline) => ('text' in inline ? inline.text : ' ')).join('');

/** Returns what poppler finds otherwise in a PDF than it was written, or null. */
export function popplerFault(path, { turns }) {
  const fonts = run('pdffonts', path).split('\n').slice(2).filter(Boolean);
  if (fonts.length === 0) return 'no fonts';
  const outside = fonts.find((line) => !/ yes yes yes +\d+ +\d+$/.test(line));
  if (outside) return `not embedded as a subset, or without its letters: ${outside}`;
  if (!/^Tagged: +yes$/m.test(run('pdfinfo', path))) return 'not tagged';
  const shown = letters(run('pdftotext', '-layout', path, '-'));
  const missing = turns
    .flatMap((turn) => wordsOf(turn).split(/\s+/))
    .filter((word) => !RIGHT_TO_LEFT.test(word))
    .map(letters)
    .find((word) => word.length > 0 && word.length < 40 && !shown.includes(word));
  return missing === undefined ? null : `missing: ${missing}`;
}
