/** No file grows past this: what takes long is to be found in small ones. */
const MOST_BYTES = 48 * 1024;
const MOST_CHANGES = 8;

/** What breaks readers of text, XML, JSON and tables. */
const NASTY = [
  '\0',
  '\uFEFF',
  '\uD83D',
  '\u202E',
  '\r',
  '\n',
  '"',
  "'",
  '<',
  '>',
  '&',
  '&amp',
  '&#0;',
  '&#x110000;',
  '&nbsp;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?',
  '<!DOCTYPE a [<!ENTITY b "&b;&b;">]>',
  '&b;',
  '</',
  '/>',
  '{',
  '[',
  '}',
  ']',
  ',',
  ':',
  ';',
  '\\',
  '\\u0000',
  'null',
  'true',
  '-1',
  '0',
  '1e309',
  '-0',
  'NaN',
  '9'.repeat(400),
  '0.0000000000000000001',
  '00:00:00.000',
  '99:99:99',
  '\t',
  ' '.repeat(500),
].map((text) => Buffer.from(text));

/**
 * Returns a source of numbers that depends on its seeds alone (mulberry32).
 *
 * @param {...number} seeds
 * @returns {(below: number) => number} gives integers from 0 up to, but not with, `below`
 */
export function randomFrom(...seeds) {
  let state = seeds.reduce((mixed, seed) => Math.imul(mixed ^ seed, 0x9e3779b1) >>> 0, 0x6d2b79f5);
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/**
 * Returns the words, tags and numbers of files, to be put where they do not belong.
 *
 * @param {readonly Buffer[]} files
 * @returns {readonly Buffer[]}
 */
export function wordsOf(files) {
  const words = new Set(
    files.flatMap((file) => file.toString('utf8').match(/<[^<>]{1,60}>|"[^"\n]{0,40}"|[\w:.-]{2,30}/g) ?? []),
  );
  return [...words].slice(0, 2000).map((word) => Buffer.from(word));
}

/**
 * Returns a changed copy of one of the files.
 *
 * @param {readonly Buffer[]} files
 * @param {readonly Buffer[]} words
 * @param {(below: number) => number} random
 * @returns {Buffer}
 */
export function mutated(files, words, random) {
  const pick = (list) => list[random(list.length)];
  let bytes = pick(files);
  for (let changes = 1 + random(MOST_CHANGES); changes > 0; changes--)
    bytes = pick(CHANGES)({ bytes, files, words, random, pick }).subarray(0, MOST_BYTES);
  return bytes;
}

const joined = (...parts) => Buffer.concat(parts);

/** A stretch of the file, seldom a long one. */
function stretch({ bytes, random }) {
  const from = random(bytes.length + 1);
  return { from, to: Math.min(bytes.length, from + random(2 ** (1 + random(12)))) };
}

const replaced = ({ bytes }, { from, to }, part) => joined(bytes.subarray(0, from), part, bytes.subarray(to));

/** Each takes the file and its surroundings, and returns the file with one change. */
const CHANGES = [
  (file) => {
    const copy = Buffer.from(file.bytes);
    if (copy.length > 0) copy[file.random(copy.length)] ^= 1 << file.random(8);
    return copy;
  },
  (file) => replaced(file, stretch(file), Buffer.alloc(0)),
  (file) => file.bytes.subarray(0, file.random(file.bytes.length + 1)),
  (file) => file.bytes.subarray(file.random(file.bytes.length + 1)),
  (file) => replaced(file, stretch(file), file.pick(NASTY)),
  (file) => replaced(file, { from: stretch(file).from, to: stretch(file).from }, file.pick(NASTY)),
  (file) => {
    const { from } = stretch(file);
    return replaced(
      file,
      { from, to: from },
      file.words.length > 0 ? file.pick(file.words) : file.pick(NASTY),
    );
  },
  (file) => {
    const { from, to } = stretch(file);
    const part = file.bytes.subarray(from, to);
    return replaced(file, { from, to: from }, joined(...Array(1 + file.random(50)).fill(part)));
  },
  (file) => {
    const { from } = stretch(file);
    const part = file.words.length > 0 ? file.pick(file.words) : file.pick(NASTY);
    return replaced(file, { from, to: from }, joined(...Array(1 + file.random(4000)).fill(part)));
  },
  (file) => {
    const other = file.pick(file.files);
    const { from, to } = stretch({ bytes: other, random: file.random });
    return replaced(file, stretch(file), other.subarray(from, to));
  },
  (file) => {
    const text = file.bytes.toString('latin1');
    const numbers = [...text.matchAll(/\d+/g)];
    if (numbers.length === 0) return file.bytes;
    const number = file.pick(numbers);
    const values = ['0', '1', '-1', '4294967296', '9007199254740993', '1.5', '', String(file.random(1e6))];
    return replaced(
      file,
      { from: number.index, to: number.index + number[0].length },
      Buffer.from(file.pick(values)),
    );
  },
  (file) => (file.random(4) === 0 ? Buffer.from(file.bytes.toString('utf8'), 'utf16le') : file.bytes),
  (file) => (file.random(4) === 0 ? Buffer.from(file.bytes.toString('utf8'), 'latin1') : file.bytes),
];
