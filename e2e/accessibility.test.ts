import { annotate } from './annotating.ts';
import { faultsOf } from './axe.ts';
import { expect, test } from './desk.ts';
import { chooseInMenu } from './native.ts';
import { openSample, placeCaret, turns } from './screens.ts';
import { en } from './words.ts';

for (const theme of ['light', 'dark'] as const)
  test(`library and recording are accessible, ${theme}`, async ({ desk }) => {
    const program = await desk.start();
    const { app, window } = program;
    await chooseInMenu(app, theme === 'light' ? 'themeLight' : 'themeDark');
    await expect(window.locator('html')).toHaveAttribute('data-theme', theme);
    expect(await faultsOf(window), 'first start').toEqual([]);
    await openSample(program);
    await placeCaret(window, turns(window).nth(1), 'end');
    expect(await faultsOf(window), 'recording').toEqual([]);
    await window.keyboard.press('Shift+F9');
    await expect(window.getByRole('dialog')).toBeVisible();
    expect(await faultsOf(window, '[role="dialog"]'), 'note of a flag').toEqual([]);
    await window.keyboard.press('Enter');
    await chooseInMenu(app, 'noSpeaker');
    await expect(window.getByRole('contentinfo').locator('.status-problems')).toBeEnabled();
    await window.keyboard.press('F8');
    await expect(
      window.getByRole('region', { name: en('app.panel.review') }).getByRole('row'),
    ).not.toHaveCount(0);
    expect(await faultsOf(window), 'review').toEqual([]);
    await window.keyboard.press('Control+0');
    await expect(window.getByRole('dialog')).toBeVisible();
    expect(await faultsOf(window, '[role="dialog"]'), 'speaker field').toEqual([]);
    await window.keyboard.press('Escape');
    await chooseInMenu(app, 'library');
    await expect(window.getByRole('rowheader')).toHaveCount(1);
    expect(await faultsOf(window), 'library').toEqual([]);
  });

test('every dialog is accessible', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { app, window } = program;
  for (const id of [
    'palette',
    'goToTime',
    'export',
    'settings',
    'keys',
    'backups',
    'nameVersion',
    'compareVersions',
    'verifyHistory',
    'reviewReport',
    'audit',
    'details',
    'about',
  ] as const) {
    await chooseInMenu(app, id);
    await expect(window.getByRole('dialog')).toBeVisible();
    expect(await faultsOf(window, '[role="dialog"]'), id).toEqual([]);
    await window.keyboard.press('Escape');
    if (id === 'palette') await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  }
});

test('annotations are accessible: text, panel, filters and dialogs', async ({ desk }) => {
  const program = await desk.start();
  await openSample(program);
  const { app, window } = program;
  await chooseInMenu(app, 'showAnnotations');
  expect(await faultsOf(window), 'empty panel').toEqual([]);
  await placeCaret(window, turns(window).nth(0), 'start');
  await window.keyboard.press('Control+Shift+A');
  await expect(window.getByRole('dialog', { name: en('settings.authorTitle') })).toBeVisible();
  expect(await faultsOf(window, '[role="dialog"]'), 'name').toEqual([]);
  await window.keyboard.press('Escape');
  await annotate(window, 'Тексеру керек', 'Off the record');
  await annotate(window, 'Дәйексөз болады', 'Quote');
  await window.getByRole('button', { name: en('annotations.filter') }).click();
  for (const theme of ['themeLight', 'themeDark'] as const) {
    await chooseInMenu(app, theme);
    await window.locator('[data-slate-editor]').focus();
    await expect(window.locator('.tooltip')).toHaveCount(0);
    expect(await faultsOf(window), theme).toEqual([]);
  }
  for (const id of ['editAnnotation', 'annotateTime', 'annotationKinds'] as const) {
    await chooseInMenu(app, id);
    await expect(window.getByRole('dialog')).toBeVisible();
    expect(await faultsOf(window, '[role="dialog"]'), id).toEqual([]);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
  }
});

test('the keyboard alone opens a recording, and the focus can always be seen', async ({ desk }) => {
  const program = await desk.start();
  const { app, window } = program;
  await expect(window.getByRole('button', { name: en('library.importFirst') })).toBeFocused();
  await window.keyboard.press('Tab');
  await expect(window.getByRole('button', { name: en('library.openSample') })).toBeFocused();
  const outline = () =>
    window.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return `${outlineStyle} ${outlineWidth}`;
    });
  expect(await outline()).toBe('solid 2px');
  await window.keyboard.press('Enter');
  await expect(turns(window)).toHaveCount(12);
  await chooseInMenu(app, 'library');
  await expect(window.getByRole('rowheader')).toHaveCount(1);
  await window.getByRole('searchbox').focus();
  const row = window.locator('[role="row"]:focus, [role="rowheader"]:focus');
  for (let presses = 0; presses < 8 && (await row.count()) === 0; presses++)
    await window.keyboard.press('Tab');
  await expect(row).toHaveCount(1);
  await window.keyboard.press('Enter');
  await expect(turns(window)).toHaveCount(12);
});
