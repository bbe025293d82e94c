import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hearClicks } from '../scripts/media/measure-clicks.mjs';
import { expect, test } from './desk.ts';
import { samplePath } from './launch.ts';
import {
  backToLibrary,
  importByDialog,
  media,
  positionMs,
  recording,
  textOf,
  turns,
  waitUntilSaved,
} from './screens.ts';
import { en } from './words.ts';

const CLICK_EVERY_SECONDS = 0.7;

/** ffmpeg as it is, but for a wait before it reads sound: on a short file there would be nothing to see. */
function slowFfmpeg(folder: string, waitSeconds: number): string {
  mkdirSync(folder, { recursive: true });
  const real = execFileSync('sh', ['-c', 'command -v ffmpeg'], { encoding: 'utf8' }).trim();
  const path = join(folder, 'ffmpeg');
  writeFileSync(
    path,
    `#!/bin/sh\ncase "$*" in *pipe:1*s16le*|*s16le*pipe:1*) sleep ${waitSeconds};; esac\nexec "${real}" "$@"\n`,
  );
  writeFileSync(join(folder, 'ffprobe'), `#!/bin/sh\nexec "${join(dirname(real), 'ffprobe')}" "$@"\n`);
  chmodSync(path, 0o755);
  chmodSync(join(folder, 'ffprobe'), 0o755);
  return path;
}

/** A film as an older camera wrote it: MPEG-2 with AC-3, a click every 0.7 s over a quiet tone. */
function makeFilm(path: string): void {
  const sound = `0.02*sin(2*PI*300*t)+0.8*sin(2*PI*1500*t)*lt(mod(t\\,${CLICK_EVERY_SECONDS})\\,0.012)`;
  const inputs = [
    '-f',
    'lavfi',
    '-i',
    'testsrc=s=320x180:r=25',
    '-f',
    'lavfi',
    '-i',
    `aevalsrc=${sound}:s=48000`,
  ];
  const codecs = ['-c:v', 'mpeg2video', '-c:a', 'ac3', '-b:a', '192k', '-t', '20', '-f', 'mpegts'];
  execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...inputs, ...codecs, path]);
}

test('recordings are read in the background, through a crash, and foreign formats play at their times', async ({
  desk,
}) => {
  mkdirSync(desk.userDataPath, { recursive: true });
  const ffmpegPath = slowFfmpeg(desk.path('tools'), 2.5);
  writeFileSync(join(desk.userDataPath, 'settings.json'), JSON.stringify({ ffmpegPath }));
  const film = desk.path('session.mts');
  makeFilm(film);
  let program = await desk.start();

  await test.step('one can play and type while the sound is being read', async () => {
    const { window } = program;
    await importByDialog(program, samplePath('forum.mp4'), 'forum');
    await expect(window.getByRole('progressbar', { name: /Drawing the waveform/ })).toBeVisible();
    await textOf(turns(window).first()).click();
    await window.keyboard.type('Құрметті әріптестер');
    await window.keyboard.press('Escape');
    await expect.poll(() => positionMs(window)).toBeGreaterThan(200);
    await window.keyboard.press('Escape');
    await waitUntilSaved(window);
  });

  await test.step('what a crash interrupts is taken up at the next start', async () => {
    await program.kill();
    program = await desk.start();
    const { window } = program;
    const list = window.getByRole('list', { name: en('library.imports') });
    await expect(list.getByRole('progressbar', { name: 'forum.mp4' })).toBeVisible();
    await list.getByRole('button', { name: en('library.pauseJob') }).click();
    await expect(list).toContainText(en('library.paused'));
    await list.getByRole('button', { name: en('library.resumeJob') }).click();
    await expect(list).toHaveCount(0);
    await recording(window, 'forum').getByRole('rowheader').dblclick();
    await expect(textOf(turns(window).first())).toHaveText('Құрметті әріптестер');
    await expect(window.getByRole('progressbar', { name: /Drawing the waveform/ })).toHaveCount(0);
    await backToLibrary(program);
  });

  await test.step('a film that the engine does not play is given a copy, which can be stopped and made again', async () => {
    const { window } = program;
    await importByDialog(program, film, 'session');
    await expect(window.getByText(en('player.proxy.why.format'))).toBeVisible();
    await window
      .getByRole('status')
      .getByRole('button', { name: en('player.stopDrawing') })
      .click();
    await expect(window.getByText(en('player.proxy.stopped'))).toBeVisible();
    await window.getByRole('button', { name: en('player.proxy.make') }).click();
    await expect(media(window)).toHaveJSProperty('error', null);
    await expect.poll(() => media(window).evaluate((video: HTMLVideoElement) => video.videoWidth)).toBe(320);
  });

  await test.step('and is heard at its true times', async () => {
    const { window } = program;
    const url = await media(window).evaluate((video: HTMLVideoElement) => video.src);
    const clicks = Array.from({ length: 28 }, (_, index) => index * CLICK_EVERY_SECONDS);
    const heard = await window.evaluate(hearClicks, {
      url,
      places: [0, 7.3, 14.1],
      clicks,
      hearSeconds: 1.6,
    });
    expect(heard.length).toBeGreaterThan(4);
    // A sound card that stutters, as a virtual one does, adds to what was heard; the better half is the file's own.
    const errors = heard.map(({ errorMs }) => Math.abs(errorMs)).sort((a, b) => a - b);
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(10);
  });

  await test.step('a file that was moved and renamed is found again by itself, and nothing is read anew', async () => {
    const { window } = program;
    await backToLibrary(program);
    mkdirSync(desk.path('archive'));
    renameSync(film, desk.path('archive/day one.mts'));
    await recording(window, 'session').getByRole('rowheader').dblclick();
    await expect(
      window.getByText(en('player.foundAt', { path: desk.path('archive/day one.mts') })),
    ).toBeVisible();
    await expect.poll(() => media(window).evaluate((video: HTMLVideoElement) => video.videoWidth)).toBe(320);
    await backToLibrary(program);
    await expect(window.getByRole('list', { name: en('library.imports') })).toHaveCount(0);
  });
});
