import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../model/language.ts';
import { json } from './json.ts';
import { documentOf } from './testing/expectations.ts';

const fileAt = (name: string) => new URL(`../../resources/sample/${name}`, import.meta.url);
const bytes = new Uint8Array(readFileSync(fileAt('forum.json')));

describe('the sample recording', async () => {
  const result = await json.read?.(bytes, { fileName: 'forum.json', language: 'en' });
  const { language, media, speakers, turns } = documentOf(result);

  it('is read without a warning', () => {
    expect(result?.warnings).toEqual([]);
    expect(language).toBe('kk');
  });

  it('has its transcript made from the very file that lies beside it', () => {
    expect(media?.sha256).toBe(
      createHash('sha256')
        .update(readFileSync(fileAt('forum.mp4')))
        .digest('hex'),
    );
  });

  it('knows every speaker in three languages', () => {
    for (const { name, title, organisation, country } of speakers) {
      for (const text of [name, title, organisation, country])
        expect(Object.keys(text).sort()).toEqual([...LANGUAGES].sort());
    }
  });

  it('lasts three minutes or more, with a silence between any two of its turns', () => {
    expect(media?.durationMs).toBeGreaterThan(180_000);
    expect(turns.length).toBeGreaterThanOrEqual(6);
    turns.forEach(({ startMs, endMs }, index) => {
      expect(endMs).toBeGreaterThan(startMs ?? Number.NaN);
      expect((turns[index + 1]?.startMs ?? media?.durationMs ?? 0) - (endMs ?? 0)).toBeGreaterThan(400);
    });
  });

  it('takes less than 5 MB', () => {
    const sizes = ['forum.mp4', 'forum.m4a', 'forum.json'].map((name) => statSync(fileAt(name)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(5_000_000);
  });
});
