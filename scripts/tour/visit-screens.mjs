import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { chooseInMenu, dropFiles } from '../../e2e/native.ts';
import {
  goToTime,
  media,
  openSample,
  placeCaret,
  recording,
  SAMPLE_TITLE,
  speakerOf,
  turns,
} from '../../e2e/screens.ts';

/** Opens every screen and dialog once and takes its picture; the main ones in dark and in other sizes too. */
export async function visitScreens(visit) {
  const { program, t, say, picture, language } = visit;
  const { app, window } = program;
  await picture('first-start');
  await openSample(program, t);
  await goToTime(window, '1:22');
  await placeCaret(window, turns(window).nth(3), 'end');
  await expect(media(window)).toHaveJSProperty('seeking', false);
  await picture('recording');
  await visitDialogs(visit);
  await visitSpeakers(visit);
  await visitEditor(visit);
  for (const [name, width, height] of [
    ['recording-small', 1024, 640],
    ['recording-large', 2560, 1440],
  ]) {
    await window.setViewportSize({ width, height });
    await picture(name);
  }
  await window.setViewportSize({ width: 1280, height: 800 });
  await chooseInMenu(app, 'themeDark');
  await window.locator('html[data-theme="dark"]').waitFor();
  await picture('recording-dark');
  for (const id of ['export', 'settings', 'palette']) await inDialog(visit, id, () => picture(`${id}-dark`));
  await chooseInMenu(app, 'library');
  await recording(window, SAMPLE_TITLE).waitFor({ state: 'attached' });
  await picture('library-dark');
  await chooseInMenu(app, 'themeLight');
  await window.locator('html[data-theme="light"]').waitFor();
  await visitLibrary(visit);
  say(`${language}: every screen and dialog, light; the main ones dark, small and large`);
}

/** Opens a dialog by its command, does something in it, and closes it by Escape. */
async function inDialog({ program: { app, window } }, id, work) {
  await chooseInMenu(app, id);
  const dialog = window.getByRole('dialog');
  await dialog.waitFor();
  await work(dialog);
  for (let presses = 0; presses < 3 && (await dialog.count()) > 0; presses++)
    await window.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

async function visitDialogs(visit) {
  const { t, picture } = visit;
  for (const id of [
    'palette',
    'goToTime',
    'settings',
    'backups',
    'details',
    'about',
    'audit',
    'reviewReport',
  ])
    await inDialog(visit, id, () => picture(id));
  await inDialog(visit, 'export', async (dialog) => {
    await dialog
      .getByText(/00:01:/)
      .first()
      .waitFor();
    await picture('export');
  });
  await inDialog(visit, 'keys', async (dialog) => {
    await picture('keys');
    await dialog.getByRole('searchbox').fill(t('command.save'));
    await dialog.getByRole('button', { name: t('settings.addKeys', { command: t('command.save') }) }).click();
    const page = dialog.page();
    const press = page.getByRole('dialog', {
      name: t('settings.pressTitle', { command: t('command.save') }),
    });
    await press.waitFor();
    await page.keyboard.press('Control+b');
    await picture('keys-press');
    await press.getByRole('button', { name: t('app.cancel') }).click();
    await press.waitFor({ state: 'detached' });
  });
}

async function visitSpeakers({ program: { window }, t, picture }) {
  const name = await speakerOf(turns(window).nth(1)).innerText();
  for (const [action, what] of [
    ['edit', 'speaker-edit'],
    ['merge', 'speaker-merge'],
  ]) {
    await window.getByRole('button', { name: t('speakers.menuOf', { name }) }).click();
    if (action === 'edit') await picture('speaker-menu');
    await window.getByRole('menuitem', { name: t(`speakers.${action}`) }).click();
    const dialog = window.getByRole('dialog');
    await dialog.waitFor();
    if (action === 'merge') await dialog.getByRole('option').first().click();
    await picture(what);
    await window.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
}

async function visitEditor({ program: { window }, picture }) {
  await speakerOf(turns(window).nth(3)).click();
  await window.keyboard.insertText('ер');
  await picture('speaker-field');
  for (let presses = 0; presses < 2 && (await window.getByRole('dialog').count()) > 0; presses++)
    await window.keyboard.press('Escape');
  await window.getByRole('dialog').waitFor({ state: 'detached' });
  await turns(window).nth(3).locator('.turn-text').click({ button: 'right' });
  await window.getByRole('menu').waitFor();
  await picture('turn-menu');
  await window.keyboard.press('Escape');
  await window.getByRole('menu').waitFor({ state: 'detached' });
}

async function visitLibrary({ program, t, picture, folder }) {
  const { window } = program;
  writeFileSync(join(folder, 'letter.mp4'), 'Бұл – мәтін, жазба емес.\n'.repeat(100));
  await dropFiles(window, [join(folder, 'letter.mp4')]);
  await window.getByRole('alert').waitFor();
  await picture('library');
  const act = async (action) => {
    await recording(window, SAMPLE_TITLE).getByRole('button').click();
    if (action === 'remove') await picture('library-menu');
    await window.getByRole('menuitem', { name: t(`library.${action}`) }).click();
  };
  await act('remove');
  await window.getByRole('button', { name: t('library.showBin') }).click();
  await recording(window, SAMPLE_TITLE).waitFor({ state: 'attached' });
  await picture('library-bin');
  await act('destroy');
  await window.getByRole('dialog').waitFor();
  await picture('library-destroy');
  await window.getByRole('button', { name: t('app.cancel') }).click();
  await act('takeBack');
  await window.getByText(t('library.binEmpty')).waitFor();
  await picture('library-bin-empty');
}
