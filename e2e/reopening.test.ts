import { copyFile, rm } from 'node:fs/promises';
import { expect, test } from './desk.ts';
import { fixturePath } from './launch.ts';
import {
  importByDialog,
  openSample,
  placeCaret,
  SAMPLE_TITLE,
  speakerOf,
  textOf,
  timeOf,
  turns,
  waitUntilSaved,
} from './screens.ts';
import { readStored } from './stored.ts';
import { en } from './words.ts';

test('everything is there after closing and opening again, the last word too', async ({ desk }) => {
  const first = await desk.start();
  await openSample(first);
  const [turn, next] = [turns(first.window).nth(1), turns(first.window).nth(2)];
  await placeCaret(first.window, turn, { after: 'құрметті төрайым.' });
  await first.window.keyboard.press('Enter');
  await expect(turns(first.window)).toHaveCount(13);
  await first.window.keyboard.press('Control+3');
  await placeCaret(first.window, next, 'end');
  await first.window.keyboard.press('F9');
  await placeCaret(first.window, turn, 'end');
  await first.window.keyboard.insertText(' Соңғы сөз');
  await expect(textOf(turn)).toContainText('Соңғы сөз');
  await first.close();

  const { window } = await desk.start();
  await window.getByRole('rowheader', { name: SAMPLE_TITLE }).dblclick();
  await expect(turns(window)).toHaveCount(13);
  await expect(textOf(turns(window).nth(1))).toHaveText('Рақмет, құрметті төрайым. Соңғы сөз');
  await expect(speakerOf(turns(window).nth(2))).toHaveText('Dilshod Khamraev');
  await expect(turns(window).nth(2)).toHaveAttribute('data-status', 'checked');
});

test('what was done before closing can be undone after opening, and redone', async ({ desk }) => {
  const first = await desk.start();
  await openSample(first);
  const whole = (await textOf(turns(first.window).nth(1)).innerText()).trim();
  await placeCaret(first.window, turns(first.window).nth(1), 'end');
  await first.window.keyboard.insertText(' Бұрынғы.');
  await waitUntilSaved(first.window);
  await placeCaret(first.window, turns(first.window).nth(1), { after: 'құрметті төрайым.' });
  await first.window.keyboard.press('Enter');
  await expect(turns(first.window)).toHaveCount(13);
  await first.close();

  const { window } = await desk.start();
  await window.getByRole('rowheader', { name: SAMPLE_TITLE }).dblclick();
  await expect(turns(window)).toHaveCount(13);
  await placeCaret(window, turns(window).nth(1), 'end');
  await window.keyboard.press('Control+z');
  await expect(turns(window)).toHaveCount(12);
  await expect(textOf(turns(window).nth(1))).toHaveText(`${whole} Бұрынғы.`);
  await window.keyboard.press('Control+z');
  await expect(textOf(turns(window).nth(1))).toHaveText(whole);
  // The import of the sample is the beginning of its transcript, so undoing ends here.
  await window.keyboard.press('Control+z');
  await expect(turns(window)).toHaveCount(12);
  await window.keyboard.press('Control+Shift+z');
  await expect(textOf(turns(window).nth(1))).toHaveText(`${whole} Бұрынғы.`);
  await waitUntilSaved(window);
  expect(readStored(desk.libraryPath).turns[1]?.text).toContain('Бұрынғы.');
});

test('the window and its parts come back in the size in which they were left', async ({ desk }) => {
  const first = await desk.start();
  await openSample(first);
  await first.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1120, height: 720 });
  });
  await expect.poll(() => first.window.evaluate(() => innerWidth)).toBe(1120);
  const player = first.window.getByRole('separator', { name: en('app.resizePlayer') });
  const panel = first.window.getByRole('separator', { name: en('app.resizePanel') });
  const drag = async (from: typeof player, byX: number, byY: number) => {
    const box = await from.boundingBox();
    if (!box) throw new Error('The separator is not shown');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await first.window.mouse.move(x, y);
    await first.window.mouse.down();
    await first.window.mouse.move(x + byX, y + byY, { steps: 5 });
    await first.window.mouse.up();
  };
  await drag(player, 0, 48);
  await drag(panel, -60, 0);
  await expect(player).toHaveAttribute('aria-valuenow', '248');
  await expect(panel).toHaveAttribute('aria-valuenow', '340');
  await first.close();

  const second = await desk.start();
  await second.window.getByRole('rowheader', { name: SAMPLE_TITLE }).dblclick();
  const bounds = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(bounds).toEqual({ x: 40, y: 30, width: 1120, height: 720 });
  for (const [label, size] of [
    ['app.resizePlayer', '248'],
    ['app.resizePanel', '340'],
  ] as const)
    await expect(second.window.getByRole('separator', { name: en(label) })).toHaveAttribute(
      'aria-valuenow',
      size,
    );
});

test('a new recording is written from nothing, saved and found again', async ({ desk }) => {
  const first = await desk.start();
  await importByDialog(first, fixturePath('session.wav'), 'session');
  await first.window.getByRole('textbox', { name: en('editor.label') }).click();
  await first.window.keyboard.insertText('Бірінші сөйлем.');
  await first.window.keyboard.press('Enter');
  await first.window.keyboard.insertText('Екінші сөйлем.');
  await first.close();
  const { window } = await desk.start();
  await window.getByRole('rowheader', { name: 'session' }).dblclick();
  await expect(textOf(turns(window))).toHaveText(['Бірінші сөйлем.', 'Екінші сөйлем.']);
  await expect(timeOf(turns(window).first())).toHaveText('00:00:00');
});

test('a recording whose file is gone opens with its text, and says what to do', async ({ desk }) => {
  desk.expectFault(/Failed to load resource|media/i);
  const first = await desk.start();
  const path = desk.path('moved.mp3');
  await copyFile(fixturePath('session.mp3'), path);
  await importByDialog(first, path, 'moved');
  await first.window.getByRole('textbox', { name: en('editor.label') }).click();
  await first.window.keyboard.insertText('Мәтін қалады.');
  await first.close();
  await rm(path);
  const { window } = await desk.start();
  await expect(window.getByText(en('library.mediaMissing'))).toBeVisible();
  await window.getByRole('rowheader', { name: 'moved' }).dblclick();
  await expect(textOf(turns(window))).toHaveText(['Мәтін қалады.']);
  await expect(window.getByText(en('player.missing', { name: 'moved.mp3' }))).toBeVisible();
});
