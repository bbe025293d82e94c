import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS, type Format, type FormatId } from './format.ts';
import { FORMATS, formatById } from './registry.ts';
import { bytesWritten } from './testing/expectations.ts';
import { resultFault } from './testing/result-fault.ts';
import { SESSION } from './testing/session.ts';

const CASES = new URL('./fixtures/fuzz/', import.meta.url);

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

  it.each(speechTools)('$id: with zero bytes in it', async (format) => {
    const bytes = Uint8Array.from(await bytesWritten(format, SESSION, DEFAULT_EXPORT_OPTIONS));
    bytes.fill(0, 1000, 1003);
    expect(resultFault(await read(format, bytes))).toBeNull();
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
