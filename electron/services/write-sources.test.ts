import { truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { FONT_FILES, LARGEST_EMBEDDED_BYTES } from '../../shared/formats/write-sources.ts';
import { temporaryFolder } from './testing/open-test-app.ts';
import { diskSources } from './write-sources.ts';

const resources = resolve('resources');

test.each(FONT_FILES)('%s is there, as TrueType', async (file) => {
  const bytes = await diskSources(resources, null).font(file);
  expect([...bytes.subarray(0, 4)]).toEqual([0, 1, 0, 0]);
});

test('a recording comes whole, in base64', async () => {
  const path = join(temporaryFolder(), 'a.mp3');
  writeFileSync(path, 'дыбыс');
  const sources = diskSources(resources, { path, isWithheld: false });
  expect(Buffer.from((await sources.media()) ?? '', 'base64').toString()).toBe('дыбыс');
  expect(sources.warnings).toEqual([]);
});

test('one that is missing or too large is told of; none is nothing to tell of', async () => {
  const path = join(temporaryFolder(), 'a.mp3');
  writeFileSync(path, '');
  truncateSync(path, LARGEST_EMBEDDED_BYTES + 1);
  for (const missing of [path, join(temporaryFolder(), 'a.mp3')]) {
    const sources = diskSources(resources, { path: missing, isWithheld: false });
    expect(await sources.media()).toBeNull();
    expect(sources.warnings).toEqual([{ code: 'media-not-embedded', excerpt: 'a.mp3' }]);
  }
  const none = diskSources(resources, null);
  expect(await none.media()).toBeNull();
  expect(none.warnings).toEqual([]);
});

test('one of which something is off the record stays here', async () => {
  const path = join(temporaryFolder(), 'a.mp3');
  writeFileSync(path, 'дыбыс');
  const sources = diskSources(resources, { path, isWithheld: true });
  expect(await sources.media()).toBeNull();
  expect(sources.warnings).toEqual([{ code: 'media-withheld', excerpt: 'a.mp3' }]);
});
