import { create, type Font } from 'fontkit';
import type { FontFile, WriteSources } from '../write-sources.ts';

export type Look = 'regular' | 'bold' | 'italic';

/** A stretch of text in one font. */
export interface FontRun {
  readonly font: FontFile;
  readonly text: string;
  /** The words, where they cannot be had back from the signs drawn: other order, or no sign. */
  readonly actual: string | null;
}

/** Its vowels change places. Readers put what runs from right to left in order themselves. */
const REORDERED = /\p{Script=Devanagari}/u;

const LOOKS: Readonly<Record<Look, FontFile>> = {
  regular: 'noto-sans-regular',
  bold: 'noto-sans-bold',
  italic: 'noto-sans-italic',
};

/** Fonts for letters that Noto Sans has not, and for which letters they are worth opening. */
const FALLBACKS: readonly (readonly [FontFile, RegExp])[] = [
  [
    'noto-sans-sc',
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u,
  ],
  ['noto-sans-kr', /\p{Script=Hangul}/u],
  ['noto-sans-arabic', /\p{Script=Arabic}/u],
  ['noto-sans-hebrew', /\p{Script=Hebrew}/u],
  ['noto-sans-armenian', /\p{Script=Armenian}/u],
  ['noto-sans-georgian', /\p{Script=Georgian}/u],
];

/** The sign that Unicode has for this; readers pass over the box that a font draws for letters it lacks. */
const NO_LETTER = '\uFFFD';
/** What is no letter to be seen, and is left out where a font has no sign for it. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u;
/** A letter with all its marks. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

/** The fonts of one document: which letters each has, and the bytes of those that are needed. */
export class Fonts {
  readonly bytes: ReadonlyMap<FontFile, Uint8Array>;
  readonly #opened: ReadonlyMap<FontFile, Font>;
  readonly #missing = new Set<string>();
  readonly #runs: Readonly<Record<Look, Map<string, readonly FontRun[]>>> = {
    regular: new Map(),
    bold: new Map(),
    italic: new Map(),
  };

  constructor(bytes: ReadonlyMap<FontFile, Uint8Array>) {
    this.bytes = bytes;
    this.#opened = new Map([...bytes].map(([file, data]) => [file, create(data)]));
  }

  /** Letters asked for that no font has; they show as �. */
  get missing(): ReadonlySet<string> {
    return this.#missing;
  }

  /** Returns the sign in place of a letter that its font cannot set, and notes the letter as missing. */
  signFor(letter: string): { readonly font: FontFile; readonly text: string } {
    this.#missing.add(letter);
    return { font: LOOKS.regular, text: NO_LETTER };
  }

  /** Returns a word, or what stands between words, cut by font. */
  runsOf(word: string, look: Look): readonly FontRun[] {
    const known = this.#runs[look].get(word);
    if (known) return known;
    const runs = this.#cut(word, look);
    this.#runs[look].set(word, runs);
    return runs;
  }

  #cut(word: string, look: Look): readonly FontRun[] {
    const runs: { font: FontFile; text: string; actual: string | null }[] = [];
    for (const [cluster] of word.matchAll(CLUSTER)) {
      const { font, text, actual } = this.#fontFor(cluster, LOOKS[look]);
      const last = runs.at(-1);
      if (last?.font === font && (last.actual === null) === (actual === null)) {
        last.text += text;
        if (last.actual !== null) last.actual += actual ?? '';
      } else if (text !== '') runs.push({ font, text, actual });
    }
    return runs;
  }

  #fontFor(cluster: string, first: FontFile): FontRun {
    const has = (file: FontFile, text: string) =>
      [...text].every((letter) => this.#opened.get(file)?.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
    const order = [first, ...[...this.#opened.keys()].filter((file) => file !== first)];
    const whole = order.find((file) => has(file, cluster));
    if (whole) return { font: whole, text: cluster, actual: REORDERED.test(cluster) ? cluster : null };
    const shown = [...cluster].filter((letter) => !INVISIBLE.test(letter)).join('');
    const font =
      order.find((file) => has(file, shown)) ?? order.find((file) => has(file, [...shown][0] ?? ''));
    const drawn = [...shown].map((letter) => {
      if (has(font ?? first, letter)) return letter;
      this.#missing.add(letter);
      return NO_LETTER;
    });
    const isNone = drawn.every((letter) => letter === NO_LETTER);
    return { font: isNone ? first : (font ?? first), text: drawn.join(''), actual: shown };
  }
}

/** Opens Noto Sans, and the fonts that these texts need besides. */
export async function openFonts(texts: Iterable<string>, sources: WriteSources): Promise<Fonts> {
  const letters = new Set<string>();
  for (const text of texts) for (const letter of text) letters.add(letter);
  const all = [...letters].join('');
  const files = [...Object.values(LOOKS), ...FALLBACKS.flatMap(([file, has]) => (has.test(all) ? file : []))];
  const opened = await Promise.all(files.map(async (file) => [file, await sources.font(file)] as const));
  return new Fonts(new Map(opened));
}
