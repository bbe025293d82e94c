import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, truncate } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { projectPath } from '../scripts/setup/places.mjs';
import { type Desk, expect, test } from './desk.ts';
import { type LaunchOptions, launch, type Program, samplePath } from './launch.ts';
import { answerOpenDialog, answerSaveDialog, chooseInMenu, dropFiles } from './native.ts';
import {
  backToLibrary,
  openSample,
  placeCaret,
  recordings,
  SAMPLE_TITLE,
  textOf,
  turns,
  waitUntilSaved,
} from './screens.ts';
import { readStored } from './stored.ts';
import { en } from './words.ts';

/** Another desk of the same person: a library and settings of its own, beside the first one's. */
async function otherDesk(
  desk: Desk,
  name: string,
  work: (program: Program, library: string) => Promise<void>,
  options: Partial<LaunchOptions> = {},
) {
  const libraryPath = desk.path(`${name}.minber-library`);
  const program = await launch({ userDataPath: desk.path(`${name}-data`), libraryPath, ...options });
  try {
    await work(program, libraryPath);
    await program.close();
  } finally {
    await program.kill();
  }
}

async function type({ window }: Program, turn: number, words: string): Promise<void> {
  await placeCaret(window, turns(window).nth(turn), 'end');
  await window.keyboard.insertText(words);
  await waitUntilSaved(window);
}

/** Writes a bundle of the open recording by the menu. */
async function exportBundle({ app, window }: Program, path: string, { media = false } = {}): Promise<void> {
  await chooseInMenu(app, 'exportBundle');
  const dialog = window.getByRole('dialog', { name: en('bundle.title') });
  await expect(dialog.getByRole('button', { name: en('bundle.write') })).toBeEnabled();
  const choice = (name: 'none' | 'original') =>
    dialog.getByRole('radio', { name: en(`bundle.mediaChoice.${name}`) });
  if (media) await expect(choice('original')).toBeChecked();
  else await choice('none').check({ force: true });
  await answerSaveDialog(app, path);
  await dialog.getByRole('button', { name: en('bundle.write') }).click();
  await expect(dialog).toHaveCount(0);
  await expect(window.getByText(en('bundle.written', { path }))).toBeVisible();
}

/** Plays the small sound in place of the original; then, with `original`, gives that. */
async function hearsSmallSound({ app, window }: Program, original: string | null): Promise<void> {
  await expect(window.getByText(en('player.small'))).toBeVisible();
  const video = window.locator('.player video');
  const durationS = () => video.evaluate((element: HTMLVideoElement) => element.duration);
  await expect.poll(durationS).toBeGreaterThan(200);
  if (original === null) return;
  await answerOpenDialog(app, [original]);
  await window.getByRole('button', { name: en('player.giveOriginal') }).click();
  await expect(window.getByText(en('player.small'))).toHaveCount(0);
  await expect
    .poll(() => video.evaluate((element: HTMLVideoElement) => element.videoWidth))
    .toBeGreaterThan(0);
}

const opened = (window: Page, name: string) =>
  window.getByRole('dialog', { name: en('bundle.openTitle', { name }) });

async function faultsOf(window: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: window })
    .setLegacyMode()
    .include('[role="dialog"]')
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

async function minber(desk: Desk, words: readonly string[]) {
  const { DISPLAY: _, LANGUAGE: __, ...environment } = process.env;
  const child = spawn(process.execPath, [projectPath('scripts', 'minber.mjs'), ...words], {
    cwd: desk.folder,
    env: { ...environment, LC_ALL: 'en_US.UTF-8', XDG_CONFIG_HOME: desk.path('config') },
  });
  child.stdin.end();
  const status = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, out, errors };
}

test('a recording goes to another library with its media, is worked on, and comes back', async ({ desk }) => {
  test.slow();
  const home = await desk.start();
  await openSample(home);
  await type(home, 0, ' Алғысөз.');
  await exportBundle(home, desk.path('out.minber'), { media: true });

  await otherDesk(
    desk,
    'away',
    async (away, library) => {
      const dialog = opened(away.window, 'out.minber');
      await expect(dialog).toContainText(SAMPLE_TITLE);
      await expect(dialog).toContainText(en('bundle.factTurns', { count: 12, words: '' }).slice(0, 8));
      expect(await faultsOf(away.window)).toEqual([]);
      await dialog.getByRole('button', { name: en('bundle.add') }).click();
      await expect(turns(away.window)).toHaveCount(12);
      await expect(away.window.locator('video, audio')).toHaveCount(1);
      await expect(textOf(turns(away.window).first())).toContainText('Алғысөз.');
      expect(readStored(library).turns).toEqual(readStored(desk.libraryPath).turns);
      await type(away, 3, ' Қосымша.');
      await exportBundle(away, desk.path('back.minber'));
    },
    { files: [desk.path('out.minber')] },
  );
  const media = await readdir(desk.path('away.minber-library-media'), { recursive: true });
  expect(media.filter((name) => name.endsWith('.mp4'))).toHaveLength(1);
  const checked = await minber(desk, ['check', '--library', desk.path('away.minber-library')]);
  expect(checked.status).toBe(0);

  await dropFiles(home.window, [desk.path('back.minber')]);
  const dialog = opened(home.window, 'back.minber');
  await expect(dialog).toContainText(en('bundle.mergeBrings', { list: en('bundle.changed', { count: 1 }) }));
  expect(await faultsOf(home.window)).toEqual([]);
  await dialog.getByRole('button', { name: en('bundle.mergeNow') }).click();
  await expect(dialog).toHaveCount(0);
  await expect(textOf(turns(home.window).nth(3))).toContainText('Қосымша.');
  await expect(textOf(turns(home.window).first())).toContainText('Алғысөз.');

  await placeCaret(home.window, turns(home.window).first(), 'end');
  await home.window.keyboard.press('Control+z');
  await expect(textOf(turns(home.window).nth(3))).not.toContainText('Қосымша.');
  await home.window.keyboard.press('Control+y');
  await expect(textOf(turns(home.window).nth(3))).toContainText('Қосымша.');
});

test('takes are divided, worked on in two libraries, and merged with a conflict that a person decides', async ({
  desk,
}) => {
  test.slow();
  const home = await desk.start();
  await openSample(home);
  await chooseInMenu(home.app, 'splitTakes');
  const split = home.window.getByRole('dialog', { name: en('bundle.splitTitle', { title: SAMPLE_TITLE }) });
  const rows = split.getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await rows.nth(0).getByRole('textbox').first().fill('Әйгерім');
  await rows.nth(1).getByRole('textbox').first().fill('');
  await expect(split).toContainText(en('bundle.nameWrong'));
  await expect(split.getByRole('button', { name: en('bundle.split') })).toBeDisabled();
  await rows.nth(1).getByRole('textbox').first().fill('Дәурен');
  expect(await faultsOf(home.window)).toEqual([]);
  await mkdir(desk.path('takes'));
  await answerOpenDialog(home.app, [desk.path('takes')]);
  await split.getByRole('radio', { name: en('bundle.mediaChoice.small') }).check({ force: true });
  await split.getByRole('button', { name: en('bundle.split') }).click();
  await expect(split).toContainText(en('bundle.splitDone', { count: 2 }), { timeout: 60_000 });
  await split
    .getByRole('button', { name: en('app.close') })
    .last()
    .click();
  const names = (await readdir(desk.path('takes'))).sort();
  expect(names.map((name) => name.replace(/^.* – /, ''))).toEqual(['Дәурен.minber', 'Әйгерім.minber']);

  for (const [index, name] of names.entries())
    await otherDesk(
      desk,
      `away-${index}`,
      async (away) => {
        await opened(away.window, name)
          .getByRole('button', { name: en('bundle.add') })
          .click();
        await expect(away.window.getByRole('region', { name: en('bundle.factTake') })).toBeVisible();
        await hearsSmallSound(away, index === 0 ? samplePath('forum.mp4') : null);
        const outside = away.window.locator('.turn[data-outside]');
        await expect(outside).not.toHaveCount(0);
        const first = index === 0 ? 0 : 11;
        await placeCaret(away.window, turns(away.window).nth(first), 'end');
        const before = await textOf(turns(away.window).nth(first)).innerText();
        await away.window.keyboard.insertText(' Бөтен.');
        await expect(away.window.getByText(en('bundle.readOnly')).first()).toBeVisible();
        await expect(textOf(turns(away.window).nth(first))).toHaveText(before);
        await type(away, 11 - first, index === 0 ? ' Соңы, олардыкі.' : ' Басы, олардыкі.');
        await exportBundle(away, desk.path(`back-${index}.minber`));
      },
      { files: [desk.path(`takes/${name}`)] },
    );

  await type(home, 11, ' Соңы, менікі.');
  await answerOpenDialog(home.app, [desk.path('back-1.minber')]);
  await chooseInMenu(home.app, 'openBundle');
  await opened(home.window, 'back-1.minber')
    .getByRole('button', { name: en('bundle.mergeNow') })
    .click();
  await expect(textOf(turns(home.window).first())).toContainText('Басы, олардыкі.');

  await answerOpenDialog(home.app, [desk.path('back-0.minber')]);
  await chooseInMenu(home.app, 'openBundle');
  await opened(home.window, 'back-0.minber')
    .getByRole('button', { name: en('bundle.decide', { count: 1 }) })
    .click();
  const merge = home.window.getByRole('dialog', { name: en('bundle.mergeTitle', { title: SAMPLE_TITLE }) });
  await expect(merge.getByRole('region', { name: en('bundle.mine') })).toContainText('менікі');
  await expect(merge.getByRole('region', { name: en('bundle.theirsOf', { name: 'Дәурен' }) })).toContainText(
    'олардыкі',
  );
  await expect(merge.locator('mark')).toHaveText(['менікі', 'олардыкі']);
  expect(await faultsOf(home.window)).toEqual([]);
  const button = merge.getByRole('button', { name: en('bundle.mergeNow') });
  await expect(button).toBeDisabled();
  await home.window.keyboard.press('3');
  await expect(merge).toContainText(en('bundle.decided', { done: 1, total: 1 }));
  await button.focus();
  await home.window.keyboard.press('Enter');
  await expect(turns(home.window)).toHaveCount(13);
  await expect(textOf(turns(home.window).nth(11))).toContainText('Соңы, менікі.');
  await expect(textOf(turns(home.window).nth(12))).toContainText('Соңы, олардыкі.');
  await expect(textOf(turns(home.window).first())).toContainText('Басы, олардыкі.');
});

test('a damaged bundle is refused with a clear message, and the library stays as it was', async ({
  desk,
}) => {
  desk.expectFault(/bundle\.look: bundle-unreadable/);
  const home = await desk.start();
  await openSample(home);
  await exportBundle(home, desk.path('cut.minber'), { media: true });
  const { length } = await readFile(desk.path('cut.minber'));
  await truncate(desk.path('cut.minber'), length - 1000);
  await backToLibrary(home);
  await dropFiles(home.window, [desk.path('cut.minber')]);
  const dialog = opened(home.window, 'cut.minber');
  await expect(dialog.getByRole('alert')).toHaveText(en('error.bundle-unreadable', { name: 'cut.minber' }));
  await dialog
    .getByRole('button', { name: en('app.close') })
    .last()
    .click();
  await expect(recordings(home.window)).toHaveCount(1);
});

test('a bundle of a recording that is there is kept as a copy; nothing is written over', async ({ desk }) => {
  const home = await desk.start();
  await openSample(home);
  await exportBundle(home, desk.path('out.minber'));
  await backToLibrary(home);
  await dropFiles(home.window, [desk.path('out.minber')]);
  const dialog = opened(home.window, 'out.minber');
  await expect(dialog).toContainText(en('bundle.mergeNothing'));
  await expect(dialog.getByRole('button', { name: en('bundle.mergeNow') })).toBeDisabled();
  await dialog.locator('label', { hasText: en('bundle.copyText') }).click();
  await dialog.getByRole('button', { name: en('bundle.keepCopy') }).click();
  await expect(home.window.getByRole('heading', { level: 1 })).toHaveText(`${SAMPLE_TITLE} (2)`);
  await backToLibrary(home);
  await expect(recordings(home.window)).toHaveCount(2);
});

test('the command line writes and takes bundles without a display', async ({ desk }) => {
  const home = await desk.start();
  await openSample(home);
  await waitUntilSaved(home.window);
  await home.close();
  const from = ['--library', desk.libraryPath];
  const written = await minber(desk, [
    'export',
    ...from,
    '--all',
    '--format',
    'bundle',
    '--media',
    '--out',
    'out',
  ]);
  expect(written.status).toBe(0);
  const path = written.out.trim();
  const to = ['--library', desk.path('other.minber-library')];
  const taken = await minber(desk, ['import', ...to, path]);
  expect(taken.status).toBe(0);
  expect(await minber(desk, ['check', ...to])).toMatchObject({ status: 0 });
  const again = await minber(desk, ['import', ...to, path]);
  expect(again.status).toBe(1);
  expect(again.errors).toContain(SAMPLE_TITLE);
  expect((await minber(desk, ['import', ...to, '--known', 'merge', path])).status).toBe(0);
  expect(readStored(desk.path('other.minber-library')).turns).toEqual(readStored(desk.libraryPath).turns);
});
