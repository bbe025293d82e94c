import { app, dialog } from 'electron';
import { translator } from '../../shared/i18n/i18n.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { Language } from '../../shared/model/language.ts';
import type { App, AppOptions } from '../services/app.ts';
import { openApp } from '../services/open-app.ts';
import { restoreNewestBackup } from '../services/restore-backup.ts';

/**
 * Opens the library, or says why it cannot be opened and offers what would help. Returns null when the person
 * gives up.
 */
export async function openLibrary(options: AppOptions, language: Language): Promise<App | null> {
  for (;;) {
    try {
      return openApp(options);
    } catch (error) {
      options.logger.error('the library cannot be opened', error);
      const failure = error instanceof MinberError ? error : new MinberError('unexpected', {}, error);
      if (!(await offerRestore(options, failure, language))) return null;
    }
  }
}

async function offerRestore(options: AppOptions, failure: MinberError, language: Language): Promise<boolean> {
  const t = translator(language);
  const canRestore = failure.code === 'library-damaged';
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: app.name,
    message: t('app.cannotOpen'),
    detail: `${t(`error.${failure.code}`, failure.params)}\n\n${options.libraryPath}`,
    buttons: canRestore ? [t('app.restoreNewest'), t('app.quit')] : [t('app.quit')],
    cancelId: canRestore ? 1 : 0,
  });
  if (!canRestore || response !== 0) return false;
  try {
    await restoreNewestBackup(options);
    return true;
  } catch (error) {
    options.logger.error('the backup cannot be restored', error);
    return true;
  }
}
