import { join } from 'node:path';
import { samplePath } from '../../e2e/launch.ts';
import { answerOpenDialog, answerSaveDialog, dropFiles } from '../../e2e/native.ts';
import { backToLibrary, placeCaret, textOf, turns, waitUntilSaved } from '../../e2e/screens.ts';
import { FORMATS } from '../../shared/formats/registry.ts';

const MINE = [
  'Құрметті қонақтар, отырысты бастаймыз.',
  'Бүгін екі сұрақ қараймыз: су қоры және ортақ дерек.',
  'Алғашқы баяндамашыға сөз береміз.',
];

/** From a recording to its exports, as a press officer would: import, play, type, mark, correct, export. */
export async function doTheMainJob({ app, window }, { t, say, exports, picture }) {
  await answerOpenDialog(app, [samplePath('forum.m4a')]);
  await window.getByRole('button', { name: t('library.importFirst') }).click();
  await turns(window).first().waitFor();
  say('imported forum.m4a by the dialog');

  const goTo = async (time) => {
    await window.keyboard.press('Control+k');
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('textbox').fill(time);
    await window.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await window
      .getByRole('textbox', { name: t('editor.label') })
      .and(window.locator(':focus'))
      .waitFor();
  };
  await turns(window)
    .first()
    .click({ position: { x: 250, y: 34 } });
  await goTo('0:03');
  await window.keyboard.press('F11');
  await window.keyboard.insertText(MINE[0]);
  for (const [text, time] of [
    [MINE[1], '0:09'],
    [MINE[2], '0:21'],
  ]) {
    await goTo(time);
    await window.keyboard.press('Enter');
    await window.keyboard.insertText(text);
  }
  await goTo('0:35');
  await window.keyboard.press('F12');
  say('typed three turns, each begun at the playhead');

  await window.keyboard.press('Control+0');
  await window.locator('.speaker-field input').waitFor();
  await window.keyboard.insertText('Айгерім Бейсенова');
  await window.keyboard.press('Enter');
  await window.locator('.speaker-field').waitFor({ state: 'detached' });
  for (const place of [0, 1]) {
    await placeCaret(window, turns(window).nth(place), 'end');
    await window.keyboard.press('Control+1');
  }
  say('named the speaker once, then by Ctrl+1');

  await placeCaret(window, turns(window).nth(1), { after: 'қараймыз:' });
  await goTo('0:15');
  await window.keyboard.press('Enter');
  say(`split: ${await turns(window).count()} turns`);
  await window.keyboard.press('Backspace');
  say(`merged: ${await turns(window).count()} turns`);
  await placeCaret(window, turns(window).nth(2), 'end');
  await window.keyboard.press('Control+Shift+p');
  await window.keyboard.insertText(t('command.applause'));
  await window.keyboard.press('Enter');
  await window.locator('.mark-tag').waitFor();
  say(`tagged: ${await textOf(turns(window).nth(2)).innerText()}`);

  await window.keyboard.press('Escape');
  await window.locator('.turn[data-playing]').waitFor();
  await picture('playing');
  await window.keyboard.press('Escape');
  say('played, and the turn being played is marked');
  await waitUntilSaved(window);
  say(`the title bar says: ${await window.getByTestId('save-state').innerText()}`);

  await backToLibrary({ window }, t);
  await dropFiles(window, [samplePath('forum.mp4')]);
  await window.getByRole('heading', { level: 1, name: 'forum' }).waitFor();
  await window.locator('video').waitFor();
  say('dropped forum.mp4 on the window; it opened with its picture');
  await backToLibrary({ window }, t);
  await picture('library');
  await window.getByRole('rowheader', { name: 'forum' }).last().dblclick();
  await turns(window).first().waitFor();

  for (const format of FORMATS.filter(({ write }) => write)) {
    const path = join(exports, `${format.id}.${format.extensions[0]}`);
    await answerSaveDialog(app, path);
    await window.keyboard.press('Control+e');
    const dialog = window.getByRole('dialog', { name: t('export.title') });
    await dialog.getByText(t(format.labelKey), { exact: true }).first().click();
    await dialog.getByRole('button', { name: t('export.write') }).click();
    await dialog.waitFor({ state: 'detached' });
    say(`exported ${format.id}.${format.extensions[0]}`);
  }
}
