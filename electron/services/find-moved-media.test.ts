import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findMovedMedia } from './find-moved-media.ts';
import { importMedia, probeMedia } from './import-media.ts';
import { FACTS, openTestApp, temporaryFolder } from './testing/open-test-app.ts';

async function imported(name: string, text = 'дыбыс') {
  const folder = temporaryFolder();
  const path = join(folder, 'Форум', 'күн 1', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const app = openTestApp(folder);
  const { id } = await probeMedia(app, path);
  const recordingId = importMedia(app, { mediaId: id, facts: FACTS, language: 'kk' });
  await app.hashing.settled();
  return { app, folder, path, recordingId };
}

test.each([
  ['renamed in its folder', 'Форум/күн 1/басқа ат.wav'],
  ['in a folder inside', 'Форум/күн 1/дайын/жазба.wav'],
  ['in a folder beside', 'Форум/мұрағат/жазба.wav'],
  ['one folder up', 'Форум/жазба.wav'],
  ['on a disk that is mounted elsewhere', 'диск/күн 1/жазба.wav'],
])('a file %s is found by its content, and nothing of it is analysed anew', async (_, place) => {
  const { app, folder, path, recordingId } = await imported('жазба.wav');
  const moved = join(folder, place);
  mkdirSync(dirname(moved), { recursive: true });
  renameSync(path, moved);
  const found = await findMovedMedia(app, recordingId, { disks: [join(folder, 'диск')] });
  expect(found?.media).toMatchObject({ path: moved, sha256: expect.any(String) });
});

test('another file under the same name and of the same size is not taken', async () => {
  const { app, path, recordingId } = await imported('жазба.wav', 'дыбыс');
  writeFileSync(path, 'басқа');
  expect(await findMovedMedia(app, recordingId, { disks: [] })).toBeNull();
});
