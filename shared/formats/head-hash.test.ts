import { expect, test } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from './format.ts';
import { isHeadHashLine } from './head-hash.ts';
import { FORMATS, formatById } from './registry.ts';
import { SESSION } from './testing/session.ts';
import { testSources } from './testing/test-sources.ts';

const HASH = '0123456789abcdef'.repeat(4);
const written = FORMATS.filter(({ options }) => options.includes('headHash'));

test('the formats that take it are those with a place for notes', () => {
  expect(written.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['docx', 'html', 'txt', 'md', 'tei', 'json']),
  );
});

test.each(written.filter(({ previewedAs }) => !previewedAs).map(({ id }) => id))(
  '%s carries the hash when it has one, and reads as it does without',
  async (id) => {
    const { write, read } = formatById(id);
    const withHash = await write?.({ ...SESSION, headHash: HASH }, DEFAULT_EXPORT_OPTIONS, testSources());
    const without = await write?.(SESSION, DEFAULT_EXPORT_OPTIONS, testSources());
    if (!withHash || !without) throw new Error(`${id} is not written`);
    expect(new TextDecoder().decode(withHash)).toContain(HASH);
    expect(new TextDecoder().decode(without)).not.toContain(HASH);
    const context = { fileName: `a.${id}`, language: 'kk' };
    const shown = async (bytes: Uint8Array) => {
      const result = await read?.(bytes, context);
      return [result?.document?.turns.map(({ content }) => content), result?.warnings];
    };
    if (read) expect(await shown(withHash)).toEqual(await shown(without));
  },
);

test('the line is known in every language, and nothing else is taken for it', () => {
  for (const label of ['Hash of the history', 'Хеш истории', 'Тарих хеші'])
    expect(isHeadHashLine(`${label}: ${HASH}`)).toBe(true);
  for (const line of [`Күні: ${HASH}`, 'Тарих хеші: 12', HASH, `Айгүл: ${HASH}`])
    expect(isHeadHashLine(line)).toBe(false);
});
