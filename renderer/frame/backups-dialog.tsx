import { useEffect, useState } from 'react';
import type { Backup } from '../../shared/ipc/contract.ts';
import { call } from '../api/client.ts';
import { ports } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { failureText } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

/** The library's backups; one of them can take its place. */
export function BackupsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const { dateTime, number } = useFormats();
  const [backups, setBackups] = useState<readonly Backup[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(failureText(error));
    } finally {
      setBusy(false);
    }
  };
  const load = async () => setBackups(await call('library.backups'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the dialog opens
  useEffect(() => void attempt(load), []);

  const backUp = () =>
    attempt(async () => {
      await ports.editor?.flush();
      await call('library.backUp');
      await load();
    });
  const restore = (name: string) =>
    attempt(async () => {
      await ports.editor?.flush();
      await call('library.restore', { name });
    });

  return (
    <Dialog
      title={t('app.backupsTitle')}
      onClose={onClose}
      footer={
        <Button onPress={() => void backUp()} isDisabled={busy}>
          {t('app.backUpNow')}
        </Button>
      }
    >
      <p className="quiet">{backups?.length === 0 ? t('app.backupsNone') : t('app.backupsHint')}</p>
      {failure ? (
        <p role="alert" className="field-error">
          {failure}
        </p>
      ) : null}
      <ul className="backups">
        {backups?.map((backup) => (
          <li key={backup.name}>
            <span>
              <strong className="time">{dateTime.format(new Date(backup.takenAt))}</strong>
              <span className="quiet">
                {t('app.backupLine', {
                  count: backup.recordingCount,
                  size: t('library.megabytes', { size: number.format(Math.round(backup.bytes / 1e4) / 100) }),
                })}
              </span>
            </span>
            <Button
              isDisabled={busy}
              aria-label={`${t('app.restore')}: ${dateTime.format(new Date(backup.takenAt))}`}
              onPress={() => void restore(backup.name)}
            >
              {t('app.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
