import { type ReactNode, useState } from 'react';
import type { RecordingSummary } from '../../shared/ipc/contract.ts';
import { exportBundle, splitTakes } from '../actions/bundles.ts';
import { openRecording, removeRecording, restoreRecording, touchLibrary } from '../actions/recordings.ts';
import { call } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import type { MenuRow } from '../ui/menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { RecordingDetails } from './recording-details.tsx';

type OpenDialog = { kind: 'details' | 'destroy'; recording: RecordingSummary } | null;

/** What can be done with a recording of the list, and the dialogs that some of it needs. */
export function useRecordingMenu(bin: boolean): {
  rowsFor: (recording: RecordingSummary) => readonly MenuRow[];
  dialog: ReactNode;
} {
  const t = useTranslate();
  const [open, setOpen] = useState<OpenDialog>(null);
  const row = (id: string, label: string, run: () => unknown): MenuRow => ({
    kind: 'action',
    id,
    label,
    run: () => void Promise.resolve().then(run).catch(tellFailure),
  });
  const rowsFor = (recording: RecordingSummary): readonly MenuRow[] =>
    bin
      ? [
          row('restore', t('library.takeBack'), () => restoreRecording(recording.id)),
          row('destroy', t('library.destroy'), () => setOpen({ kind: 'destroy', recording })),
        ]
      : [
          row('open', t('library.open'), () => openRecording(recording.id)),
          row('details', t('library.rename'), () => setOpen({ kind: 'details', recording })),
          row('folder', t('library.showInFolder'), () =>
            call('recording.showInFolder', { recordingId: recording.id }),
          ),
          row('bundle', t('command.exportBundle'), () => exportBundle(recording)),
          row('split', t('command.splitTakes'), () => splitTakes(recording)),
          { kind: 'separator', id: 'line' },
          row('remove', t('library.remove'), () => removeRecording(recording)),
        ];
  const close = () => setOpen(null);
  const destroy = async ({ id }: RecordingSummary) => {
    close();
    await call('recording.destroy', { recordingId: id });
    touchLibrary();
  };
  return {
    rowsFor,
    dialog:
      open?.kind === 'details' ? (
        <RecordingDetails recording={open.recording} onClose={close} />
      ) : open?.kind === 'destroy' ? (
        <Dialog
          title={t('library.destroyTitle', { title: open.recording.title })}
          onClose={close}
          footer={
            <>
              <Button onPress={close}>{t('app.cancel')}</Button>
              <Button look="danger" onPress={() => void destroy(open.recording).catch(tellFailure)}>
                {t('library.destroyNow')}
              </Button>
            </>
          }
        >
          <p>{t('library.destroyText')}</p>
        </Dialog>
      ) : null,
  };
}
