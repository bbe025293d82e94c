import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { expect, test } from './desk.ts';
import { pressCyrillic } from './keyboard.ts';
import { answerOpenDialog, answerSaveDialog } from './native.ts';
import { openSample } from './screens.ts';
import { en } from './words.ts';

const LIST = `Делегаттар тізімі;;;;
ФИО;Name;Имя в оригинале;Должность;Страна
Чо Бён Чжэ;Cho Byong-jae;조병제;посол;Республика Корея
Чо Бёнчжэ;;;советник;
Дана Оспан;Dana Ospan;;депутат;Казахстан
;;;без имени;
`;

const delegates = (window: Page) =>
  window
    .locator('.recordings-table')
    .getByRole('row')
    .filter({ has: window.getByRole('rowheader') });

test('a delegate list is imported, completed, merged, exported, and every step can be undone', async ({
  desk,
}) => {
  const program = await desk.start();
  const { app, window } = program;
  const list = desk.path('делегаты.csv');
  writeFileSync(list, LIST);

  await test.step('from an empty list, by a table whose columns are known', async () => {
    await pressCyrillic(window, 'Ctrl+Shift+KeyJ');
    await expect(window.getByRole('heading', { name: en('delegates.emptyTitle') })).toBeVisible();
    expect(await faultsOf(window), 'empty list').toEqual([]);
    await answerOpenDialog(app, [list]);
    await window.getByRole('button', { name: en('delegates.importFirst') }).click();
    const dialog = window.getByRole('dialog');
    await expect(dialog.getByRole('row')).toHaveCount(3);
    await expect(dialog.getByLabel(en('delegates.columnIs', { name: 'ФИО' }))).toHaveText(
      en('delegates.column.nameRu'),
    );
    await expect(dialog).toContainText(en('delegates.row.no-name', { row: 6, excerpt: 'без имени' }));
    expect(await faultsOf(window, '[role="dialog"]'), 'import').toEqual([]);
    await dialog.getByRole('button', { name: en('delegates.importNow', { count: 3 }) }).click();
    await expect(delegates(window)).toHaveCount(3);
  });

  await test.step('the whole import is one step of undo', async () => {
    await pressCyrillic(window, 'Ctrl+KeyZ');
    await expect(window.getByRole('heading', { name: en('delegates.emptyTitle') })).toBeVisible();
    await pressCyrillic(window, 'Ctrl+Shift+KeyZ');
    await expect(delegates(window)).toHaveCount(3);
    expect(await faultsOf(window), 'list').toEqual([]);
  });

  await test.step('a second import offers who is called alike', async () => {
    const again = desk.path('again.csv');
    writeFileSync(again, 'Name,Title\nCho Byong Jae,Ambassador\nDana Ospan,MP\n');
    await answerOpenDialog(app, [again]);
    await window.getByRole('button', { name: en('delegates.import'), exact: true }).click();
    const dialog = window.getByRole('dialog');
    await expect(dialog.getByRole('row')).toHaveCount(2);
    await expect(dialog).toContainText(en('delegates.isSame'));
    await dialog.getByRole('button', { name: en('delegates.importNow', { count: 2 }) }).click();
    await expect(delegates(window)).toHaveCount(3);
    await expect(delegates(window).filter({ hasText: 'Dana Ospan' })).toContainText('MP');
  });

  await test.step('a title with days, a portrait, and how the press names the delegate', async () => {
    await window.getByRole('searchbox', { name: en('delegates.search') }).fill('조병');
    await expect(delegates(window)).toHaveCount(1);
    await window.getByRole('rowheader').first().dblclick();
    const dialog = window.getByRole('dialog', { name: en('speakers.editTitle') });
    await expect(dialog.getByLabel(en('delegates.field.code'))).toHaveValue('KR');
    await dialog.locator('input[type="file"]').setInputFiles('resources/icon.png');
    await expect(dialog.locator('img.avatar')).toBeVisible();
    expect(await faultsOf(window, '[role="dialog"]'), 'names').toEqual([]);
    await dialog.getByRole('tab', { name: en('delegates.tab.posts') }).click();
    await dialog.getByRole('button', { name: en('delegates.addPost') }).click();
    const post = dialog.getByRole('group', { name: en('delegates.postTitle', { number: 1 }) }).first();
    await post.getByRole('textbox').nth(1).fill('министр');
    expect(await faultsOf(window, '[role="dialog"]'), 'titles').toEqual([]);
    await dialog.getByRole('tab', { name: en('delegates.tab.press') }).click();
    await expect(dialog).toContainText('министр Чо Бён Чжэ');
    await expect(dialog).toContainText('Cho Byong-jae');
    expect(await faultsOf(window, '[role="dialog"]'), 'press').toEqual([]);
    await dialog.getByRole('button', { name: en('speakers.save') }).click();
    await expect(delegates(window).locator('img.avatar')).toBeVisible();
    await window.getByRole('searchbox', { name: en('delegates.search') }).fill('');
  });

  await test.step('duplicates are merged field by field', async () => {
    await window.getByRole('button', { name: en('delegates.findDuplicates') }).click();
    const dialog = window.getByRole('dialog', { name: en('delegates.duplicates') });
    await expect(dialog.getByRole('option')).toHaveCount(1);
    expect(await faultsOf(window, '[role="dialog"]'), 'duplicates').toEqual([]);
    await dialog.getByRole('radio', { name: 'советник' }).check({ force: true });
    await dialog.getByRole('button', { name: /Keep/ }).click();
    await expect(dialog).toContainText(en('delegates.duplicatesNone'));
    await window.keyboard.press('Escape');
    await expect(delegates(window)).toHaveCount(2);
    await expect(delegates(window).filter({ hasText: 'Cho' })).toContainText('Чо Бён');
  });

  await test.step('the list goes out as a table', async () => {
    const path = desk.path('out.csv');
    await answerSaveDialog(app, path);
    await window.getByRole('button', { name: en('delegates.export') }).click();
    await window.getByRole('menuitem', { name: en('delegates.exportCsv') }).click();
    await expect(window.getByText(en('delegates.exported', { name: 'out.csv' }))).toBeVisible();
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('조병제');
    expect(text).toContain('Республика Корея');
  });

  await test.step('who speaks is counted, and leads to the recording', async () => {
    await window.getByRole('button', { name: en('delegates.back') }).click();
    await openSample(program);
    await pressCyrillic(window, 'Ctrl+Shift+KeyJ');
    await expect(delegates(window)).toHaveCount(7);
    await window.getByRole('button', { name: /^Recordings in which Aigerim/ }).click();
    await window.getByRole('menuitem').first().click();
    await expect(window.getByTestId('turn')).toHaveCount(12);
  });
});
