import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { importSample } from '../services/import-sample.ts';
import { addTestRecording } from '../services/testing/open-test-app.ts';
import { desk } from './testing/desk.ts';

test('lists recordings outside the bin, last changed first', async () => {
  const { run, prepare, libraryPath } = desk();
  const { first, second } = await prepare((app) => ({
    first: addTestRecording(app, { title: 'Су форумы', updatedAt: '2026-01-01T00:00:00.000Z' }).recordingId,
    second: addTestRecording(app, { title: 'Food forum', date: null, updatedAt: '2026-01-02T00:00:00.000Z' })
      .recordingId,
    gone: addTestRecording(app, { deletedAt: '2026-01-01T00:00:00.000Z' }),
  }));
  expect(await run(['list', '--library', libraryPath])).toEqual({
    status: 0,
    out: `${second}  -           00:00:00/00:01:00  Food forum\n${first}  2026-01-01  00:00:00/00:01:00  Су форумы\n`,
    told: [],
  });
});

test('tells other programs all that it promises', async () => {
  const { run, prepare } = desk();
  const id = await prepare(importSample);
  const { out, status } = await run(['list', '--library', 'library.minber-library', '--json']);
  expect(status).toBe(0);
  const hash = /"sha256": (null|"[0-9a-f]{64}")/;
  expect(out).toMatch(hash);
  expect(JSON.parse(out.replace(hash, '"sha256": null'))).toEqual([
    {
      id,
      title: 'Шалқар су форумы. 2-отырыс: Ортақ өзен, ортақ дерек',
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      place: expect.any(String),
      languages: ['kk', 'ru', 'en'],
      createdAt: expect.stringMatching(/Z$/),
      updatedAt: expect.stringMatching(/Z$/),
      turnCount: 12,
      checkedCount: expect.any(Number),
      flaggedCount: expect.any(Number),
      wordCount: expect.any(Number),
      transcribedMs: expect.any(Number),
      media: {
        path: expect.stringMatching(/forum\.mp4$/),
        found: true,
        bytes: expect.any(Number),
        sha256: null,
        durationMs: 234_675,
      },
    },
  ]);
});

test('of a library that is not there makes none', async () => {
  const { run, folder } = desk();
  const path = resolve(folder, 'other.minber-library');
  expect(await run(['list', '--library', 'other.minber-library'])).toEqual({
    status: 1,
    out: '',
    told: [`minber: There is no library at ${path}`],
  });
  expect(existsSync(path)).toBe(false);
});

test('takes the library of the program where none is named', async () => {
  const { run, folder } = desk();
  expect((await run(['list'])).told).toEqual([
    `minber: There is no library at ${resolve(folder, 'Minber', 'library.minber-library')}`,
  ]);
  expect((await run(['list', '--user-data-dir', 'data'])).told).toEqual([
    `minber: There is no library at ${resolve(folder, 'data', 'library.minber-library')}`,
  ]);
});

test('says that the program has the library open', async () => {
  const { run, prepare, libraryPath } = desk();
  await prepare(async (app) => {
    addTestRecording(app);
    const { status, told } = await run(['list', '--library', libraryPath]);
    expect(status).toBe(1);
    expect(told).toEqual(['minber: Another Minber has this library open. Close it first.']);
  });
});
