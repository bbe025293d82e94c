import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireOriginal } from '../services/open-recording.ts';
import { addTestRecording, putTurns, turnOf } from '../services/testing/open-test-app.ts';
import { desk } from './testing/desk.ts';

/** A desk with one recording, and its bundle in `out`. */
async function withBundle() {
  const own = desk();
  const recording = await own.prepare((app) => {
    const added = addTestRecording(app);
    putTurns(app, added.transcriptId, 0, [turnOf('бірінші', 'a0')]);
    return added;
  });
  const library = ['--library', own.libraryPath];
  const exported = await own.run(['export', ...library, '--all', '--format', 'bundle', '--out', 'out']);
  return { own, recording, library, exported, path: exported.out.trim() };
}

test('a bundle is written, and taken into another library', async () => {
  const { own, recording, exported, path } = await withBundle();
  expect(exported).toMatchObject({ status: 0, told: [] });
  expect(path).toBe(join(own.folder, 'out', 'Форум.minber'));
  const taken = await own.run(['import', '--library', 'other.minber-library', path]);
  expect(taken.status).toBe(0);
  expect(taken.out).toContain(recording.recordingId);
});

test('a bundle of a recording that is there is refused, merged or kept as a copy, as told', async () => {
  const { own, recording, library, path } = await withBundle();
  const refused = await own.run(['import', ...library, path]);
  expect(refused.status).toBe(1);
  expect(refused.told.join()).toContain('Форум');
  const merged = await own.run(['import', ...library, '--known', 'merge', path]);
  expect(merged).toMatchObject({ status: 0, out: `${recording.recordingId}  ${path}\n` });
  expect((await own.run(['import', ...library, '--known', 'copy', path])).status).toBe(0);
  expect((await own.run(['list', ...library])).out.trim().split('\n')).toHaveLength(2);
  expect((await own.run(['import', ...library, '--known', 'mix', path])).status).toBe(2);
});

test('a merge in which a person must decide is refused', async () => {
  const { own, recording, library, path } = await withBundle();
  const other = ['--library', 'other.minber-library'];
  await own.run(['import', ...other, path]);
  const turn = await own.prepare((app) => {
    const { id } = requireOriginal(app.library, recording.recordingId);
    const put = turnOf('менікі', 'a1');
    putTurns(app, id, 1, [put]);
    return put;
  });
  const back = await own.run(['export', ...library, '--all', '--format', 'bundle', '--out', 'back']);
  await own.run(['import', ...other, '--known', 'merge', back.out.trim()]);
  await own.prepare((app) =>
    putTurns(app, requireOriginal(app.library, recording.recordingId).id, 2, [
      { ...turn, content: [{ type: 'text', text: 'менікі тағы' }] },
    ]),
  );
  const again = await own.run(['export', ...library, '--all', '--format', 'bundle', '--out', 'again']);
  expect((await own.run(['import', ...other, '--known', 'merge', again.out.trim()])).status).toBe(0);
});

test('what is no bundle is refused, and an option that a bundle does not have', async () => {
  const { own, library } = await withBundle();
  writeFileSync(join(own.folder, 'no.minber'), 'no bundle');
  const refused = await own.run(['import', ...library, 'no.minber']);
  expect(refused.status).toBe(1);
  expect(refused.told.join()).toContain('no.minber');
  const words = [
    'export',
    ...library,
    '--all',
    '--format',
    'bundle',
    '--option',
    'times=false',
    '--out',
    'x',
  ];
  expect((await own.run(words)).status).toBe(2);
  const gone = await own.run(['export', ...library, '--all', '--format', 'bundle', '--media', '--out', 'y']);
  expect(gone.status).toBe(1);
  expect(readdirSync(join(own.folder, 'y'))).toEqual([]);
});
