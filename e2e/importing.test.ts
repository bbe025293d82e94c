import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../scripts/setup/places.mjs';
import { electronArguments, electronEnvironment, readRuntimeInfo } from '../scripts/setup/runtime-info.mjs';
import { expect, test } from './desk.ts';
import { fixturePath, samplePath } from './launch.ts';
import { answerOpenDialog, dropFiles } from './native.ts';
import {
  backToLibrary,
  importByDialog,
  media,
  openSample,
  positionMs,
  recording,
  recordings,
  SAMPLE_TITLE,
} from './screens.ts';
import { en } from './words.ts';

test('a recording comes in by the dialog, with its length', async ({ desk }) => {
  const program = await desk.start();
  await importByDialog(program, samplePath('forum.mp4'), 'forum');
  await backToLibrary(program);
  await expect(recording(program.window, 'forum')).toContainText('00:03:54');
});

test('a dialog that is cancelled changes nothing', async ({ desk }) => {
  const { app, window } = await desk.start();
  await answerOpenDialog(app, []);
  await window.getByRole('button', { name: en('library.importFirst') }).click();
  await expect(window.getByRole('heading', { name: en('library.firstTitle') })).toBeVisible();
  await expect(window.getByRole('alert')).toHaveCount(0);
});

test('several files dropped on the window come in one after the other', async ({ desk }) => {
  const { window } = await desk.start();
  await dropFiles(window, [fixturePath('session.mp3'), fixturePath('session.webm')]);
  await expect(recordings(window)).toHaveCount(2);
});

test('one file dropped on the window opens when it is ready', async ({ desk }) => {
  const { window } = await desk.start();
  await dropFiles(window, [samplePath('forum.m4a')]);
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('forum');
  await expect(media(window)).toHaveJSProperty('error', null);
});

test('a recording named on the command line is imported', async ({ desk }) => {
  const { window } = await desk.start({ files: [fixturePath('session.ogg')] });
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('session');
});

test('a second start with a file hands it to the window that is open', async ({ desk }) => {
  const { window } = await desk.start();
  const runtime = readRuntimeInfo();
  const second = spawn(
    runtime.executablePath,
    [
      ...electronArguments(),
      projectFolder,
      `--user-data-dir=${desk.userDataPath}`,
      '--library',
      desk.libraryPath,
      fixturePath('session.wav'),
    ],
    { env: electronEnvironment(runtime), stdio: 'ignore' },
  );
  await once(second, 'exit');
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('session');
});

test('a file that is already in the library is not taken twice', async ({ desk }) => {
  const program = await desk.start();
  await importByDialog(program, fixturePath('session.m4a'), 'session');
  await backToLibrary(program);
  await importByDialog(program, fixturePath('session.m4a'), 'session');
  await backToLibrary(program);
  await expect(recordings(program.window)).toHaveCount(1);
});

for (const extension of ['mp4', 'm4a', 'mp3', 'wav', 'ogg', 'webm', 'flac'])
  test(`${extension} is imported and plays`, async ({ desk }) => {
    const program = await desk.start();
    await importByDialog(program, fixturePath(`session.${extension}`), 'session');
    const { window } = program;
    await window.keyboard.press('Escape');
    await expect.poll(() => positionMs(window)).toBeGreaterThan(300);
    await window.keyboard.press('Escape');
    await backToLibrary(program);
    await expect(recording(window, 'session')).toContainText('00:00:03');
  });

test('what cannot be imported says why, and leaves the library as it was', async ({ desk }) => {
  desk.expectFault(/media\.probe|media-|not-a-file|file-/);
  const whole = await readFile(fixturePath('session.mp4'));
  await writeFile(desk.path('cut.mp4'), whole.subarray(0, whole.length / 2));
  await writeFile(desk.path('empty.mp4'), '');
  await writeFile(desk.path('letter.mp4'), 'Құрметті әріптестер, бұл – жай мәтін.\n'.repeat(500));
  await mkdir(desk.path('folder.mp4'));
  await copyFile(fixturePath('picture-only.mp4'), desk.path('picture.mp4'));

  const program = await desk.start();
  const { window } = program;
  await openSample(program);
  await backToLibrary(program);
  for (const [name, codes] of [
    ['cut.mp4', ['media-damaged']],
    ['empty.mp4', ['media-damaged']],
    ['letter.mp4', ['media-unsupported', 'media-damaged']],
    ['folder.mp4', ['not-a-file']],
    ['picture.mp4', ['media-no-audio']],
  ] as const) {
    await dropFiles(window, [desk.path(name)]);
    const sentences = codes.map((code) => en(`error.${code}`, { name }).replaceAll('.', '\\.'));
    await expect(window.getByRole('alert')).toHaveText(new RegExp(`^(${sentences.join('|')})$`));
    await window.getByRole('button', { name: en('app.dismiss') }).click();
    await expect(window.getByRole('alert')).toHaveCount(0);
  }
  await expect(recordings(window)).toHaveCount(1);
  await expect(recording(window, SAMPLE_TITLE)).toHaveCount(1);
});

test('an import can be stopped, and leaves no trace', async ({ desk }) => {
  // Without ffmpeg a file is analysed before it is taken in.
  await mkdir(desk.userDataPath, { recursive: true });
  await writeFile(
    join(desk.userDataPath, 'settings.json'),
    JSON.stringify({ ffmpegPath: desk.path('none') }),
  );
  const program = await desk.start();
  const { app, window } = program;
  await answerOpenDialog(app, [
    fixturePath('session.mp3'),
    samplePath('forum.mp4'),
    fixturePath('session.flac'),
  ]);
  await window.getByRole('button', { name: en('library.importFirst') }).click();
  await window
    .getByRole('listitem')
    .filter({ hasText: 'forum.mp4' })
    .getByRole('button', { name: en('library.stopImport') })
    .click();
  await expect(window.getByRole('list', { name: en('library.imports') })).toHaveCount(0);
  await expect(recordings(window)).toHaveCount(2);
  await expect(recording(window, 'session')).toHaveCount(2);
});
