import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestSources, isUpToDate } from './build.mjs';

describe('the digest of the sources', () => {
  let folder;
  const digest = () => digestSources(folder, ['renderer', 'package.json', 'absent']);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'minber-build-'));
    await mkdir(join(folder, 'renderer', 'editor'), { recursive: true });
    await writeFile(join(folder, 'renderer', 'editor', 'editor.tsx'), 'one');
    await writeFile(join(folder, 'package.json'), '{}');
  });

  afterEach(() => rm(folder, { recursive: true }));

  test('stays the same while nothing changes, and over a change to a test', async () => {
    const before = await digest();
    await writeFile(join(folder, 'renderer', 'editor', 'editor.test.tsx'), 'a test');
    expect(await digest()).toBe(before);
  });

  test('changes with the content, the name and the number of files', async () => {
    const before = await digest();
    await writeFile(join(folder, 'renderer', 'editor', 'editor.tsx'), 'two');
    const changed = await digest();
    await writeFile(join(folder, 'renderer', 'editor', 'empty.ts'), '');
    const added = await digest();
    await rm(join(folder, 'renderer', 'editor', 'empty.ts'));
    await writeFile(join(folder, 'renderer', 'editor', 'other.ts'), '');
    expect(new Set([before, changed, added, await digest()]).size).toBe(4);
  });
});

describe('a build', () => {
  const built = { sources: 'abc', outputs: [10, 20] };

  test('is up to date while sources and outputs are as they were', () => {
    expect(isUpToDate(built, { sources: 'abc', outputs: [10, 20] })).toBe(true);
  });

  test('is done again for changed sources, changed or missing outputs, and without a stamp', () => {
    expect(isUpToDate(built, { sources: 'abd', outputs: [10, 20] })).toBe(false);
    expect(isUpToDate(built, { sources: 'abc', outputs: [10, 21] })).toBe(false);
    expect(isUpToDate({ sources: 'abc', outputs: [10, null] }, { sources: 'abc', outputs: [10, null] })).toBe(
      false,
    );
    expect(isUpToDate(undefined, { sources: 'abc', outputs: [10, 20] })).toBe(false);
  });
});
