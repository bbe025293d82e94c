import { inflateSync } from 'node:zlib';

/**
 * Returns the words drawn on each page of a PDF as pdfkit writes it, by the fonts' own tables from glyphs to letters:
 * another way back than the writer's. Words drawn one after another stand on lines of their own.
 */
export function pdfPages(bytes: Uint8Array): readonly string[] {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gs)].map(([, id, body]) => [
      Number(id),
      body ?? '',
    ]),
  );
  const bodyOf = (reference: string | undefined) => objects.get(Number(reference)) ?? '';
  const kids =
    /\/Type \/Pages.*?\/Kids \[(.*?)\]/s.exec([...objects.values()].find(isPages) ?? '')?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const page = bodyOf(id);
    const fonts = fontsOf(bodyOf(/\/Resources (\d+) 0 R/.exec(page)?.[1]), bodyOf);
    return drawn(streamOf(bodyOf(/\/Contents (\d+) 0 R/.exec(page)?.[1])), fonts);
  });
}

/** Returns the titles of the bookmarks, in the order of the file. */
export function pdfBookmarks(bytes: Uint8Array): readonly string[] {
  const file = Buffer.from(bytes).toString('latin1');
  return [...file.matchAll(/\/Parent \d+ 0 R\n\/Title \(((?:\\.|[^\\)])*)\)/gs)].map(([, title]) =>
    stringOf(title ?? ''),
  );
}

const isPages = (body: string) => body.includes('/Type /Pages');

/** PDF 32000-1, 7.3.4.2: escapes, and UTF-16 behind a byte order mark. */
function stringOf(literal: string): string {
  const plain = literal.replace(/\\([nrtbf()\\])/g, (_, letter: string) => {
    const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
    return named[letter] ?? letter;
  });
  if (!plain.startsWith('\xfe\xff')) return plain;
  return Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le');
}

function streamOf(body: string): string {
  const start = body.indexOf('stream\n') + 'stream\n'.length;
  const data = Buffer.from(body.slice(start, body.lastIndexOf('\nendstream')), 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
}

type Letters = ReadonlyMap<string, string>;

function fontsOf(resources: string, bodyOf: (id: string) => string): ReadonlyMap<string, Letters> {
  const fonts = /\/Font <<(.*?)>>/s.exec(resources)?.[1] ?? '';
  return new Map(
    [...fonts.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const table = /\/ToUnicode (\d+) 0 R/.exec(bodyOf(id))?.[1] ?? '';
      return [name, lettersOf(streamOf(bodyOf(table)))];
    }),
  );
}

/** Ranges that list a text for each glyph, which is all that pdfkit writes. */
function lettersOf(table: string): Letters {
  const letters = new Map<string, string>();
  for (const [, first = '', list = ''] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[(.*?)\]/gs)) {
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex = ''], index) => {
      const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, '0');
      letters.set(glyph, Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    });
  }
  return letters;
}

const OPERATOR =
  /\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[-\d. ])*)\] TJ|\/ActualText \(((?:\\.|[^\\)])*)\)|(EMC)/gs;

function drawn(content: string, fonts: ReadonlyMap<string, Letters>): string {
  const words: string[] = [];
  let letters: Letters | undefined;
  let isReplaced = false;
  for (const [, font, glyphs, actual, end] of content.matchAll(OPERATOR)) {
    if (font !== undefined) letters = fonts.get(font);
    if (end !== undefined) isReplaced = false;
    if (actual !== undefined) {
      isReplaced = true;
      words.push(stringOf(actual));
    }
    if (glyphs === undefined || isReplaced) continue;
    const shown = [...glyphs.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex]) => hex?.match(/.{4}/g) ?? []);
    words.push(shown.map((glyph) => letters?.get(glyph) ?? '\uFFFD').join(''));
  }
  return words.join('\n');
}
