import { readFile } from 'node:fs/promises';
import type { FormatId } from '../shared/formats/format.ts';
import type { Turn } from '../shared/model/turn.ts';
import { expect, test } from './desk.ts';
import { type Program, samplePath } from './launch.ts';
import { answerSaveDialog } from './native.ts';
import { JUDGED_FORMATS, readableText, readBack } from './read-back.ts';
import { openSample, placeCaret, press, turns } from './screens.ts';
import { en } from './words.ts';

/** Exports the open transcript through the dialog, as it stands, to a path. */
async function exportAs({ app, window }: Program, format: FormatId, path: string): Promise<void> {
  await answerSaveDialog(app, path);
  await window.keyboard.press('Control+e');
  const dialog = window.getByRole('dialog', { name: en('export.title') });
  await press(dialog, en(`format.${format}`));
  await dialog.getByRole('button', { name: en('export.write') }).click();
  await expect(dialog).toHaveCount(0);
}

/** The turns of the sample as a reader of its export finds them, in the language of the transcript. */
async function sampleTurns() {
  const sample = JSON.parse(await readFile(samplePath('forum.json'), 'utf8')) as {
    turns: Turn[];
    speakers: { id: string; name: { kk: string } }[];
  };
  return sample.turns.map(({ speakerId, startMs, content }) => ({
    speaker: sample.speakers.find(({ id }) => id === speakerId)?.name.kk ?? '',
    startSeconds: Math.floor((startMs ?? 0) / 1000),
    text: readableText(content),
  }));
}

for (const format of JUDGED_FORMATS)
  test(`an export as ${format} holds every turn, and the last word typed a moment before`, async ({
    desk,
  }) => {
    const program = await desk.start();
    await openSample(program);
    const { window } = program;
    await placeCaret(window, turns(window).last(), 'end');
    await window.keyboard.insertText(' Соңғысөз.');
    const path = desk.path(`session.${format}`);
    await exportAs(program, format, path);

    const expected = await sampleTurns();
    const last = expected.at(-1);
    if (last) expected[expected.length - 1] = { ...last, text: `${last.text} Соңғысөз.` };
    expect(await readBack(format, path)).toEqual(expected);
  });

test('the preview follows the options, and the file is what was previewed', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { app, window } = program;
  await answerSaveDialog(app, desk.path('names.txt'));
  await window.keyboard.press('Control+e');
  const dialog = window.getByRole('dialog', { name: en('export.title') });
  const preview = dialog.getByRole('region', { name: en('export.preview') }).locator('pre');
  await press(dialog, en('format.txt'));
  await expect(preview).toContainText('[00:00:03] Айгерім Бейсенова: Құрметті');
  await press(dialog, en('export.times'));
  await expect(preview).toContainText(/^Айгерім Бейсенова: Құрметті/);
  await press(dialog, en('export.speakers'));
  await expect(preview).toContainText(/^Құрметті/);
  const shown = await preview.innerText();
  await dialog.getByRole('button', { name: en('export.write') }).click();
  await expect(dialog).toHaveCount(0);
  expect((await readFile(desk.path('names.txt'), 'utf8')).trim()).toBe(shown.trim());
});

test('an export that cannot be written says so, and leaves the former file', async ({ desk }) => {
  desk.expectFault(/export\.write/);
  const program = await desk.start();
  await openSample(program);
  const { app, window } = program;
  await answerSaveDialog(app, desk.path('no-such-folder/session.txt'));
  await window.keyboard.press('Control+e');
  const dialog = window.getByRole('dialog', { name: en('export.title') });
  await dialog.getByRole('button', { name: en('export.write') }).click();
  await expect(dialog.getByRole('alert')).toContainText(en('error.export-failed', { name: 'session.txt' }));
  await answerSaveDialog(app, null);
  await dialog.getByRole('button', { name: en('export.write') }).click();
  await expect(dialog).toBeVisible();
});
