import { readdirSync, readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { encodeText } from './encoding.ts';
import { DEFAULT_EXPORT_OPTIONS, type Format, type FormatId } from './format.ts';
import { detectFormat, FORMATS, formatById } from './registry.ts';
import { bytesWritten } from './testing/expectations.ts';
import { resultFault } from './testing/result-fault.ts';
import { SESSION } from './testing/session.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);
const CASES = new URL('./fuzz/', FIXTURES);

async function read({ read: reader, extensions }: Format, bytes: Uint8Array) {
  if (!reader) throw new Error('The format does not read.');
  return reader(bytes, { fileName: `x.${extensions[0]}`, language: 'kk' });
}

describe('files that were made to break readers', () => {
  it.each(readdirSync(CASES))('%s gives something sound', async (name) => {
    const [id = ''] = name.split('-');
    const bytes = new Uint8Array(readFileSync(new URL(name, CASES)));
    expect(resultFault(await read(formatById(id as FormatId), bytes))).toBeNull();
  });

  it('expand nothing and read nothing outside', async () => {
    for (const name of ['eaf-laughs.eaf', 'tei-outside.tei']) {
      const format = formatById(name.split('-')[0] as FormatId);
      const { document } = await read(format, new Uint8Array(readFileSync(new URL(name, CASES))));
      expect(JSON.stringify(document)).toMatch(/&[dx];/);
      expect(JSON.stringify(document)).not.toMatch(/aaaa|root:/);
    }
  });

  const speechTools = FORMATS.filter(({ id }) => ['eaf', 'textgrid', 'trs', 'exb', 'tei'].includes(id));
  it.each(speechTools)('$id: cut anywhere, whole to the cut', async (format) => {
    const bytes = await bytesWritten(format, SESSION, DEFAULT_EXPORT_OPTIONS);
    for (let length = 0; length < bytes.length; length += 131)
      expect(resultFault(await read(format, bytes.subarray(0, length)))).toBeNull();
    const { document } = await read(format, bytes.subarray(0, bytes.length - 20));
    expect(document?.turns.length).toBeGreaterThanOrEqual(5);
  });

  const readers = FORMATS.filter(({ read: reader }) => reader);
  const samples = async (format: Format) =>
    format.write
      ? [await bytesWritten(format, SESSION, DEFAULT_EXPORT_OPTIONS)]
      : readdirSync(FIXTURES, { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, FIXTURES))) }))
          .filter(({ name, bytes }) => detectFormat(name, bytes)?.id === format.id)
          .map(({ bytes }) => bytes);

  it.each(readers)('$id: cut in the middle', async (format) => {
    for (const bytes of await samples(format))
      for (const part of [0.1, 0.33, 0.5, 0.77, 0.9, 0.99])
        expect(
          resultFault(await read(format, bytes.subarray(0, Math.floor(bytes.length * part)))),
        ).toBeNull();
  });

  it.each(readers)('$id: with zero bytes in it, and of nothing else', async (format) => {
    for (const sample of await samples(format)) {
      const bytes = Uint8Array.from(sample);
      bytes.fill(0, bytes.length / 2, bytes.length / 2 + 3);
      expect(resultFault(await read(format, bytes))).toBeNull();
    }
    expect(resultFault(await read(format, new Uint8Array(5000)))).toBeNull();
    expect(resultFault(await read(format, new Uint8Array(0)))).toBeNull();
  });

  const NESTED = [
    '[',
    '{"a":',
    '{"segments":[',
    '<b>',
    '<TEI>',
    '> ',
    '(',
    '- ',
    '{\\b1',
    '"',
    "'",
    'a;',
    '![',
    '*a ',
  ];
  it.each(readers)('$id: nested without end, whatever it nests', async (format) => {
    for (const opening of NESTED)
      expect(resultFault(await read(format, encodeText(opening.repeat(4000))))).toBeNull();
  });

  it.each(speechTools)('$id: nested without end, and with thousands of each thing', async (format) => {
    const text = new TextDecoder().decode(await bytesWritten(format, SESSION, DEFAULT_EXPORT_OPTIONS));
    for (const tag of new Set(text.match(/<\w[^<>/]*>/g))) {
      const hostile = text.replace(tag, tag.repeat(3000));
      expect(resultFault(await read(format, new TextEncoder().encode(hostile)))).toBeNull();
    }
    for (const tag of new Set(text.match(/<\w[^<>]*\/>/g))) {
      const hostile = text.replace(tag, tag.repeat(3000));
      expect(resultFault(await read(format, new TextEncoder().encode(hostile)))).toBeNull();
    }
  });
});

describe('bombs', () => {
  const readers = FORMATS.filter(({ read: reader }) => reader);
  /** Nothing that was read is more than a small part of what a bomb would come to. */
  const MOST_LETTERS = 5_000_000;
  const isHarmless = async (format: Format, bytes: Uint8Array) => {
    const result = await read(format, bytes);
    expect(resultFault(result)).toBeNull();
    expect(JSON.stringify(result).length).toBeLessThan(MOST_LETTERS);
  };

  const laughs = Array.from({ length: 9 }, (_, level) => {
    const inner = level === 0 ? 'ha' : `&l${level - 1};`.repeat(10);
    return `<!ENTITY l${level} "${inner}">`;
  }).join('');
  const BOMBS = [
    ['a billion laughs', `<!DOCTYPE a [${laughs}]>`, '&l8;'],
    [
      'one long entity again and again',
      `<!DOCTYPE a [<!ENTITY l "${'x'.repeat(50_000)}">]>`,
      '&l;'.repeat(5000),
    ],
    ['an entity of itself', '<!DOCTYPE a [<!ENTITY l "&l;&l;">]>', '&l;'],
    ['a file outside', '<!DOCTYPE a [<!ENTITY l SYSTEM "file:///etc/passwd">]>', '&l;'],
    ['a parameter entity', '<!DOCTYPE a [<!ENTITY % l SYSTEM "file:///etc/passwd"> %l;]>', 'x'],
  ] as const;
  it.each(readers)('$id: of XML', async (format) => {
    const own = format.write
      ? new TextDecoder().decode(await bytesWritten(format, SESSION, DEFAULT_EXPORT_OPTIONS))
      : '';
    const isXml = own.startsWith('<?xml');
    for (const [, head, body] of BOMBS) {
      await isHarmless(format, encodeText(`<?xml version="1.0"?>${head}<a>${body}</a>`));
      if (!isXml) continue;
      const armed = own.replace('?>', `?>${head}`).replaceAll(/>([^<>]*\p{L}[^<>]*)</gu, `>${body}$1<`);
      const result = await read(format, encodeText(armed));
      expect(resultFault(result)).toBeNull();
      expect(JSON.stringify(result)).not.toMatch(/haha|xxxxxx|root:/);
    }
  });

  const zipped = async (parts: Readonly<Record<string, string | Uint8Array>>) => {
    const zip = new JSZip();
    for (const [name, content] of Object.entries(parts)) zip.file(name, content);
    return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  };
  const body = (content: string) =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${content}</w:body></w:document>`;
  it('of zip are unpacked by no reader', async () => {
    const inner = await zipped({ 'word/document.xml': ' '.repeat(60 * 1024 * 1024) });
    const bombs = [
      inner,
      await zipped({ 'word/document.xml': inner, 'inner.zip': inner }),
      await zipped({ 'word/document.xml': body('x'), 'word/comments.xml': ' '.repeat(60 * 1024 * 1024) }),
      await zipped({ 'word/document.xml': body('<w:p>'.repeat(200_000)) }),
      await zipped({ '../../word/document.xml': body(''), '/etc/passwd': 'x', 'word\\document.xml': 'x' }),
      await zipped(Object.fromEntries(Array.from({ length: 20_000 }, (_, number) => [`p${number}`, '']))),
    ];
    for (const format of readers) for (const bomb of bombs) await isHarmless(format, bomb);
  });
});
