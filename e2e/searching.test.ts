import { faultsOf } from './axe.ts';
import { expect, test } from './desk.ts';
import { backToLibrary, openSample, positionMs, recordings, turnOfCaret, turns } from './screens.ts';
import { en } from './words.ts';

test('a word in any of its forms is found in the library, and Enter opens the recording where it was said', async ({
  desk,
}) => {
  const program = await desk.start();
  const { window } = program;
  await openSample(program);
  const said = turns(window).filter({ hasText: 'журналдарын' }).first();
  const id = await said.getAttribute('data-turn-id');
  await backToLibrary(program);
  await window.getByRole('searchbox', { name: en('library.search') }).fill('журналдың');
  const results = window.getByRole('grid', { name: en('library.moments') });
  const hit = results.getByRole('row').filter({ hasText: 'журналдарын' });
  await expect(hit.locator('mark')).toHaveText('журналдарын');
  await expect(hit).toContainText('Yerbolat Quanyshev');
  await expect(recordings(window)).toHaveCount(1);
  expect(await faultsOf(window)).toEqual([]);

  await hit.press('Enter');
  await expect.poll(() => turnOfCaret(window)).toBe(id);
  expect(await window.evaluate(() => String(getSelection()))).toBe('журналдарын');
  await expect.poll(() => positionMs(window)).toBeGreaterThan(40_000);
  await expect(turns(window).filter({ hasText: 'журналдарын' }).first()).toBeInViewport();
});

test('what is found is narrowed by speaker and status, and widened again', async ({ desk }) => {
  const program = await desk.start();
  const { window } = program;
  await openSample(program);
  await backToLibrary(program);
  await window.getByRole('searchbox', { name: en('library.search') }).fill('су');
  const rows = window.getByRole('grid', { name: en('library.moments') }).locator('.result');
  await expect(rows.first()).toBeVisible();
  const all = await rows.count();
  await window.getByRole('button', { name: new RegExp(en('library.filterSpeaker')) }).click();
  await window.getByRole('option', { name: 'Tomiris Adilkhan' }).click();
  await expect.poll(() => rows.count()).toBeLessThan(all);
  for (const row of await rows.all()) await expect(row).toContainText('Tomiris Adilkhan');
  await window.getByRole('button', { name: new RegExp(en('library.filterStatus')) }).click();
  await window.getByRole('option', { name: en('history.status.flagged') }).click();
  await expect(rows).toHaveCount(0);
  await window.getByRole('button', { name: en('library.clearFilters') }).click();
  await expect(rows).toHaveCount(all);
});
