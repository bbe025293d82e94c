import { expect, test } from './desk.ts';
import { compose, copyElsewhere, pressCyrillic } from './keyboard.ts';
import { chooseInMenu } from './native.ts';
import {
  media,
  openSample,
  placeCaret,
  positionMs,
  textOf,
  timeOf,
  turns,
  waitUntilSaved,
} from './screens.ts';
import { readStored } from './stored.ts';
import { en } from './words.ts';

test('Kazakh is typed by keys and by an input method, and saved', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const first = turns(window).first();
  await placeCaret(window, first, 'end');
  await window.keyboard.type(' Әңгіме үзілмейді,');
  await compose(window, [' қ', ' қо', ' қоғ', ' қоғам']);
  await window.keyboard.insertText(' күтеді. Һ, ң, ө, ұ, ғ.');
  const expected = 'Әңгіме үзілмейді, қоғам күтеді. Һ, ң, ө, ұ, ғ.';
  await expect(textOf(first)).toContainText(expected);
  await waitUntilSaved(window);
  expect(readStored(desk.libraryPath).turns[0]?.text).toContain(expected);
});

test('Enter splits a turn at caret and playhead, Backspace merges it back, and both are undone', async ({
  desk,
}) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const second = turns(window).nth(1);
  const third = turns(window).nth(2);
  const whole = await textOf(second).innerText();
  await timeOf(second).click();
  await window.keyboard.press('F2');
  await window.keyboard.press('F2');
  await expect.poll(() => positionMs(window)).toBe(46_080);

  await placeCaret(window, second, { after: 'құрметті төрайым.' });
  await window.keyboard.press('Enter');
  await expect(turns(window)).toHaveCount(13);
  await expect(textOf(second)).toHaveText('Рақмет, құрметті төрайым.');
  await expect(textOf(third)).toContainText(/^\s*Институтымыз/);
  await expect(timeOf(third)).toHaveText('00:00:46');
  await waitUntilSaved(window);
  expect(readStored(desk.libraryPath).turns.slice(1, 3)).toMatchObject([
    { startMs: 40_080, endMs: 46_080, speaker: 'Ерболат Қуанышев' },
    { startMs: 46_080, endMs: 69_684, speaker: 'Ерболат Қуанышев' },
  ]);

  await placeCaret(window, third, 'start');
  await window.keyboard.press('Backspace');
  await expect(turns(window)).toHaveCount(12);
  await window.keyboard.press('Control+z');
  await expect(turns(window)).toHaveCount(13);
  await expect(timeOf(third)).toHaveText('00:00:46');
  await window.keyboard.press('Control+z');
  await expect(turns(window)).toHaveCount(12);
  await expect(textOf(second)).toHaveText(whole.trim());
  await waitUntilSaved(window);
  expect(readStored(desk.libraryPath).turns[1]).toMatchObject({ startMs: 40_080, endMs: 69_684 });
});

test('text and times are undone and redone in the order in which they were changed', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const second = turns(window).nth(1);
  const text = (await textOf(second).innerText()).trim();
  await timeOf(second).click();
  await window.keyboard.press('F2');
  await placeCaret(window, second, 'end');
  await window.keyboard.insertText(' Бір.');
  await window.keyboard.press('F11');
  await expect(timeOf(second)).toHaveText('00:00:43');
  await window.keyboard.insertText(' Екі.');
  await expect(textOf(second)).toHaveText(`${text} Бір. Екі.`);

  await window.keyboard.press('Control+z');
  await expect(textOf(second)).toHaveText(`${text} Бір.`);
  await expect(timeOf(second)).toHaveText('00:00:43');
  await window.keyboard.press('Control+z');
  await expect(timeOf(second)).toHaveText('00:00:40');
  await expect(textOf(second)).toHaveText(`${text} Бір.`);
  await window.keyboard.press('Control+z');
  await expect(textOf(second)).toHaveText(text);

  await pressCyrillic(window, 'Ctrl+Shift+KeyZ');
  await expect(textOf(second)).toHaveText(`${text} Бір.`);
  await pressCyrillic(window, 'Ctrl+KeyY');
  await expect(timeOf(second)).toHaveText('00:00:43');
  await pressCyrillic(window, 'Ctrl+KeyY');
  await expect(textOf(second)).toHaveText(`${text} Бір. Екі.`);
});

test('text pasted from Word comes in clean, and goes out in one step', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const second = turns(window).nth(1);
  const text = (await textOf(second).innerText()).trim();
  await copyElsewhere(window, {
    text: ' Бірін\u00adші\u00a0 сөз\u200b.\r\n\r\n\u2028Екінші\tсөз.',
    html: '<p style="color:red"><b>Бірінші</b> сөз.</p><p><script>alert(1)</script>Екінші сөз.</p>',
  });
  await placeCaret(window, second, 'end');
  await window.keyboard.press('Control+v');
  await expect(turns(window)).toHaveCount(13);
  await expect(textOf(second)).toHaveText(`${text} Бірінші сөз.`);
  await expect(textOf(turns(window).nth(2))).toHaveText('Екінші сөз.');
  await expect(window.locator('[data-slate-editor] :is(b, p, script, [style*="red"])')).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expect(turns(window)).toHaveCount(12);
  await expect(textOf(second)).toHaveText(text);
});

test('a timestamp and tags are inserted, and a timestamp leads back to its moment', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { app, window } = program;
  const first = turns(window).first();
  await timeOf(turns(window).nth(1)).click();
  await placeCaret(window, first, { after: 'қайырлы күн.' });
  await pressCyrillic(window, 'Ctrl+KeyJ');
  const stamp = first.locator('.mark-timestamp');
  await expect(stamp).toContainText('00:00:40');
  const tags = first.locator('.mark-tag');
  await expect(tags).toHaveCount(1);
  for (const [index, tag] of (['applause', 'laughter', 'inaudible', 'crosstalk'] as const).entries()) {
    await chooseInMenu(app, tag);
    await expect(tags).toHaveCount(index + 2);
    await expect(tags.nth(index)).toContainText(en(`tag.${tag}`));
  }
  await waitUntilSaved(window);
  expect(readStored(desk.libraryPath).turns[0]?.text).toContain('күн.[timestamp][tag][tag][tag][tag]');

  await timeOf(first).click();
  await expect.poll(() => positionMs(window)).toBe(3_200);
  await stamp.getByRole('button').click();
  await expect.poll(() => positionMs(window)).toBe(40_080);
  await expect(media(window)).toHaveJSProperty('paused', true);
});

test('a turn is checked and flagged, and the caret goes on to the next', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { window } = program;
  const statuses = () => readStored(desk.libraryPath).turns.map(({ status }) => status);
  const before = statuses();
  const index = before.indexOf('draft');
  const turn = turns(window).nth(index);
  await placeCaret(window, turn, 'end');
  await window.keyboard.press('F9');
  await expect(turn.getByRole('button', { name: en('editor.checked') })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await window.keyboard.press('Shift+F9');
  await expect(turns(window).nth(index + 1)).toHaveAttribute('data-status', 'flagged');
  const checked = before.filter((status) => status === 'checked').length + 1;
  await expect(window.getByText(en('app.checkedOf', { checked, total: 12 }))).toBeVisible();
  await waitUntilSaved(window);
  expect(statuses()).toEqual(before.with(index, 'checked').with(index + 1, 'flagged'));
});
