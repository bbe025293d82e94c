import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestApp, temporaryFolder } from './testing/open-test-app.ts';

test('a chosen ffmpeg is kept, one that does not work is refused, and it can be forgotten', async () => {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const path = join(folder, 'ffmpeg');
  writeFileSync(path, '#!/bin/sh\necho "$(basename "$0") version 6.1 Copyright"\n');
  chmodSync(path, 0o755);
  await expect(app.ffmpeg.choose(path)).rejects.toMatchObject({
    code: 'ffmpeg-unusable',
    params: { name: 'ffmpeg' },
  });
  expect(app.settings().ffmpegPath).toBeNull();

  writeFileSync(join(folder, 'ffprobe'), '#!/bin/sh\necho "ffprobe version 6.1 Copyright"\n', {
    mode: 0o755,
  });
  expect(await app.ffmpeg.choose(path)).toMatchObject({
    found: { path, version: '6.1', origin: 'chosen' },
    chosen: path,
  });
  expect(await app.ffmpeg.require('запись.mts')).toMatchObject({ path });
  expect((await app.ffmpeg.forget()).chosen).toBeNull();
});

test('a chosen ffmpeg that has gone is said to be missing, with the file that needs it', async () => {
  const app = openTestApp();
  await app.changeSettings({ ffmpegPath: '/nowhere/ffmpeg' });
  expect(await app.ffmpeg.status()).toMatchObject({ found: null, chosen: '/nowhere/ffmpeg' });
  await expect(app.ffmpeg.require('запись.mts')).rejects.toMatchObject({
    code: 'ffmpeg-missing',
    params: { name: 'запись.mts' },
  });
});
