import { chooseInMenu } from '../../e2e/native.ts';
import { backToLibrary, openSample, placeCaret, recordings, speakerOf, turns } from '../../e2e/screens.ts';

const DIALOGS = ['export', 'settings', 'keys', 'palette', 'goToTime', 'details', 'backups', 'about'];

/** Opens every screen and dialog once, and takes its picture; the main ones in dark and in other sizes too. */
export async function visitScreens(program, { t, say, picture }) {
  const { app, window } = program;
  await picture('first-start');
  await openSample(program, t);
  await window.locator('.waveform canvas, .waveform').first().waitFor();
  await placeCaret(window, turns(window).nth(1), 'end');
  await window.keyboard.press('F5');
  await window.locator('.turn[data-playing]').waitFor();
  await picture('recording');
  await window.keyboard.press('Escape');
  say('first start, recording');

  for (const name of DIALOGS) {
    await chooseInMenu(app, name);
    await window.getByRole('dialog').waitFor();
    await picture(name);
    await window.keyboard.press('Escape');
    await window.getByRole('dialog').waitFor({ state: 'detached' });
  }
  say(DIALOGS.join(', '));

  await speakerOf(turns(window).nth(2)).click();
  await window.locator('.speaker-field').waitFor();
  await picture('speaker-field');
  await window.keyboard.press('Escape');
  await turns(window).nth(1).click({ button: 'right' });
  await window.getByRole('menu').waitFor();
  await picture('turn-menu');
  await window.keyboard.press('Escape');
  await window.getByRole('menu').waitFor({ state: 'detached' });
  say('speaker field, menu of a turn');

  const sized = async (name, width, height) => {
    await window.setViewportSize({ width, height });
    await picture(name);
  };
  await sized('recording-small', 1024, 640);
  await sized('recording-large', 2560, 1440);
  await window.setViewportSize({ width: 1280, height: 800 });
  await chooseInMenu(app, 'themeDark');
  await window.locator('html[data-theme="dark"]').waitFor();
  await picture('recording-dark');
  await chooseInMenu(app, 'export');
  await window.getByRole('dialog').waitFor();
  await picture('export-dark');
  await window.keyboard.press('Escape');
  await window.getByRole('dialog').waitFor({ state: 'detached' });
  await backToLibrary(program, t);
  await picture('library-dark');
  await chooseInMenu(app, 'themeLight');
  await window.locator('html[data-theme="light"]').waitFor();
  await picture('library');
  await recordings(window).first().getByRole('rowheader').click({ button: 'right' });
  await window.getByRole('menu').waitFor();
  await picture('library-menu');
  await window.keyboard.press('Escape');
  say('small and large windows, dark, library');
}
