import { app, type BrowserWindow, dialog } from 'electron';
import { translator } from '../../shared/i18n/i18n.ts';
import type { Language } from '../../shared/model/language.ts';
import { send } from './window.ts';

const ANSWER_WITHIN_MS = 15_000;

/**
 * Keeps the window open until the page has written everything: the page is asked, and its answer goes to
 * `answer`. When it could not save, or does not answer, the person decides.
 */
export function guardClosing(window: BrowserWindow, language: () => Language) {
  let asked: NodeJS.Timeout | null = null;

  const decide = async () => {
    const t = translator(language());
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: t('app.closeUnsaved'),
      detail: t('app.closeUnsavedDetail'),
      buttons: [t('app.keepOpen'), t('app.closeAnyway')],
      defaultId: 0,
      cancelId: 0,
    });
    if (response === 1) window.destroy();
  };

  const answer = (saved: boolean) => {
    if (asked) clearTimeout(asked);
    asked = null;
    if (saved) window.destroy();
    else void decide();
  };

  window.on('close', (event) => {
    event.preventDefault();
    if (asked) return;
    if (window.webContents.isCrashed()) return window.destroy();
    asked = setTimeout(() => answer(false), ANSWER_WITHIN_MS);
    send(window, 'closing', {});
  });
  window.on('closed', () => app.quit());
  return { answer };
}
