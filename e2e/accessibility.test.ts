import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './desk.ts';
import { chooseInMenu } from './native.ts';
import { openSample, placeCaret, turns } from './screens.ts';
import { en } from './words.ts';

/** Returns what axe finds wrong with a part of the window as it stands, a line a rule and element. */
async function faultsOf(window: Page, part = 'body'): Promise<string[]> {
  // Legacy mode: the other one opens a page of its own, which this program denies.
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().include(part).analyze();
  return violations
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
    .filter((fault) => !isScrolledFromField(fault));
}

/** A list under a search field keeps the focus in the field, whose arrow keys go through it and scroll it. */
const isScrolledFromField = (fault: string) =>
  /^scrollable-region-focusable: .*(palette-list|speaker-field-list)/.test(fault);

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
