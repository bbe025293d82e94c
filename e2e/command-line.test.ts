import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { projectPath } from '../scripts/setup/places.mjs';
import { pdfPages } from '../shared/formats/testing/pdf-pages.ts';
import { type Desk, expect, test } from './desk.ts';
import { samplePath } from './launch.ts';
import { openSample, placeCaret, recording, turns, waitUntilSaved } from './screens.ts';
import { en, ru } from './words.ts';

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Runs the command line as a script on a server does: without a display. */
async function minber(desk: Desk, words: readonly string[], input = '', language = 'en_US'): Promise<Ran> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, LANGUAGE: ___, ...environment } = process.env;
  const child = spawn(process.execPath, [projectPath('scripts', 'minber.mjs'), ...words], {
    cwd: desk.folder,
    env: { ...environment, LC_ALL: `${language}.UTF-8`, XDG_CONFIG_HOME: desk.path('config') },
  });
  child.stdin.end(input);
  const status = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, out, errors };
}

test('what was typed in the window is listed, exported and sound without one', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  await placeCaret(program.window, turns(program.window).first(), 'end');
  await program.window.keyboard.insertText(' Соңғысөз.');
  await waitUntilSaved(program.window);

  const library = ['--library', desk.libraryPath];
  const locked = await minber(desk, ['list', ...library]);
  expect(locked).toEqual({ status: 1, out: '', errors: `minber: ${en('error.library-locked')}\n` });

  await program.close();
  const [listed] = JSON.parse((await minber(desk, ['list', ...library, '--json'])).out) as [{ id: string }];
  const exported = await minber(desk, [
    'export',
    ...library,
    '--recording',
    listed.id,
    '--format',
    'txt',
    '--out',
    'texts',
  ]);
  expect(exported).toMatchObject({ status: 0, errors: '' });
  expect(await readFile(exported.out.trim(), 'utf8')).toContain('Соңғысөз.');
  const printed = await minber(desk, ['export', ...library, '--all', '--format', 'pdf', '--out', 'texts']);
  expect(printed).toMatchObject({ status: 0, errors: '' });
  expect(pdfPages(await readFile(printed.out.trim())).join(' ')).toContain('Соңғысөз.');
  expect(await minber(desk, ['check', ...library])).toMatchObject({ status: 0, errors: '' });
});

test('what was imported without a window is there in the window', async ({ desk }) => {
  const { status, errors } = await minber(desk, [
    'import',
    '--library',
    desk.libraryPath,
    '--language',
    'kk',
    samplePath('forum.m4a'),
    samplePath('forum.json'),
  ]);
  expect({ status, errors }).toEqual({
    status: 0,
    errors: `${en('cli.madeLibrary', { path: desk.libraryPath })}\n`,
  });
  const { window } = await desk.start();
  await recording(window, 'forum').getByRole('rowheader').dblclick();
  await expect(turns(window)).toHaveCount(12);
});

test('standard output holds nothing but the answer', async ({ desk }) => {
  const srt = '1\n00:00:01,000 --> 00:00:02,000\nАйгүл: Қайырлы таң\n';
  const { status, out, errors } = await minber(
    desk,
    ['convert', '--from', 'srt', '--to', 'txt', '-', '-'],
    srt,
    'ru_RU',
  );
  expect({ status, out }).toEqual({ status: 0, out: '[00:00:01] Айгүл: Қайырлы таң\n' });
  expect(errors).toBe(`-: ${ru('export.drops', { list: ru('export.keep.turnEnd') })}\n`);
});

test('wrong usage has a status of its own', async ({ desk }) => {
  expect(await minber(desk, ['export', '--loud'])).toMatchObject({ status: 2, out: '' });
  expect((await minber(desk, ['--version'])).out).toMatch(/^Minber \d+\.\d+\.\d+\n$/);
});
