import { expect, type Page } from '@playwright/test';
import { en } from './words.ts';

/** Annotates the word at the caret, or what is selected; `isOpen`: in the dialog that is open already. */
export async function annotate(
  window: Page,
  body: string,
  kind?: string,
  { isOpen = false } = {},
): Promise<void> {
  if (!isOpen) await window.keyboard.press('Control+Shift+A');
  const asked = window.getByRole('dialog', { name: en('settings.authorTitle') });
  const dialog = window.getByRole('dialog', { name: en('annotations.newTitle') });
  await expect(asked.or(dialog)).toBeVisible();
  if (await asked.isVisible()) {
    await window.keyboard.type('Әсел Нұрланқызы');
    await window.keyboard.press('Enter');
  }
  await expect(dialog.getByRole('textbox', { name: en('annotations.body') })).toBeFocused();
  await window.keyboard.insertText(body);
  if (kind) {
    await dialog
      .getByRole('button', { name: new RegExp(en('annotations.kind')) })
      .first()
      .click();
    await window.getByRole('option', { name: kind }).click();
  }
  await dialog.getByRole('button', { name: en('annotations.add') }).click();
  await expect(dialog).toHaveCount(0);
}
