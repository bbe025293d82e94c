import { describe, expect, it } from 'vitest';
import { encodeText } from './encoding.ts';
import { fileHead, rootElement } from './file-head.ts';
import { DEFAULT_EXPORT_OPTIONS, FORMAT_IDS } from './format.ts';
import { detectFormat, FORMATS } from './registry.ts';
import { bytesWritten } from './testing/expectations.ts';
import { SESSION } from './testing/session.ts';

it('has every format once', () => {
  expect(FORMATS.map(({ id }) => id).sort()).toEqual([...FORMAT_IDS].sort());
  expect(new Set(FORMAT_IDS).size).toBe(FORMAT_IDS.length);
});

describe('the format of a file', () => {
  it('is told by its content where that proves it', () => {
    expect(detectFormat('a.txt', encodeText('\uFEFFWEBVTT\n\n00:00.000 --> 00:01.000\nа'))?.id).toBe('vtt');
    expect(detectFormat('a', encodeText('{ "format": "minber-transcript" }'))?.id).toBe('json');
  });

  it('is else told by the extension', () => {
    expect(detectFormat('a.TXT', encodeText('WEBVTTа'))?.id).toBe('txt');
    expect(detectFormat('a.srt', new Uint8Array([0, 255, 254]))?.id).toBe('srt');
    for (const name of ['a.txt', 'a.json'])
      expect(detectFormat(name, encodeText('?'))?.read, name).toBeDefined();
    expect(detectFormat('a.exe', encodeText('MZ'))).toBeNull();
  });

  it.each(FORMATS.filter(({ read, write }) => read && write))(
    '$id: what is written is told by no other',
    async (format) => {
      const bytes = await bytesWritten(format, SESSION, DEFAULT_EXPORT_OPTIONS);
      const [extension] = format.extensions;
      expect(detectFormat(`a.${extension}`, bytes)?.id).toBe(format.id);
      if (format.recognises) expect(detectFormat('a.bin', bytes)?.id).toBe(format.id);
    },
  );
});

describe('the root of an XML file', () => {
  it.each([
    ['<?xml version="1.0"?>\n<!-- <a> -->\n<TEI xmlns="x">', 'TEI'],
    ['<!DOCTYPE Trans SYSTEM "trans-14.dtd">\n<Trans>', 'Trans'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><tt:tt/>', 'tt'],
    ['text <a>', null],
    ['<!-- never closed', null],
    [`<?xml${' '.repeat(8000)}`, null],
  ])('of %j is %s', (text, name) => {
    expect(rootElement(fileHead(encodeText(text)))).toBe(name);
  });

  it.each(['utf-16le', 'utf-16be'] as const)('is found in %s without a byte order mark', (encoding) => {
    const bytes = new Uint8Array(
      [...'<a/>'].flatMap((letter) =>
        encoding === 'utf-16le' ? [letter.charCodeAt(0), 0] : [0, letter.charCodeAt(0)],
      ),
    );
    expect(rootElement(fileHead(bytes))).toBe('a');
  });
});
