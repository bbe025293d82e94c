import { useState } from 'react';
import type { Recording } from '../../shared/model/recording.ts';
import { call } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TaskFooter } from '../ui/task-footer.tsx';
import { tell, tellFailure } from '../ui/toast.tsx';
import { useTask } from '../ui/use-task.ts';
import { useTranslate } from '../ui/use-translate.ts';
import { ContentFields, FIRST_CONTENTS, possible, useStored } from './content-fields.tsx';
import './bundles.css';

interface BundleDialogProps {
  recording: Pick<Recording, 'id' | 'title'>;
  onClose: () => void;
}

/** What goes into a bundle of a recording; writes it where the person says. */
export function BundleDialog({ recording, onClose }: BundleDialogProps) {
  const t = useTranslate();
  const stored = useStored(recording.id);
  const [contents, setContents] = useState(FIRST_CONTENTS);
  const task = useTask();

  const write = async () => {
    const written = await task.run((name) =>
      call('bundle.write', { recordingId: recording.id, task: name, ...possible(contents, stored) }),
    );
    if (!written) return;
    const { path } = written;
    tell(t('bundle.written', { path }), {
      label: t('export.show'),
      run: () => void call('export.show', { path }).catch(tellFailure),
    });
    onClose();
  };

  return (
    <Dialog
      title={t('bundle.title')}
      width={520}
      onClose={onClose}
      footer={
        <TaskFooter task={task} label={t('bundle.writing')}>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" isDisabled={!stored} onPress={() => void write()}>
            {t('bundle.write')}
          </Button>
        </TaskFooter>
      }
    >
      <div className="bundle-view">
        <p className="bundle-recording">{recording.title}</p>
        <p>{t('bundle.text')}</p>
        <ContentFields stored={stored} contents={contents} onChange={setContents} />
      </div>
    </Dialog>
  );
}
