import { useState } from 'react';
import type { Revision } from '../../shared/model/revision.ts';
import { markRevision, touchHistory } from '../actions/revisions.ts';
import { call } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { failureText, tell } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';

const LONGEST_NAME = 200;

/** Asks what the present text is to be called among the versions. */
export function NameVersionDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  return (
    <NameDialog
      title={t('history.nameTitle')}
      initial=""
      onClose={onClose}
      onName={async (name) => {
        await markRevision('named', name);
        tell(t('history.named', { name }));
      }}
    />
  );
}

/** Asks for another name of a version. */
export function RenameVersionDialog({ revision, onClose }: { revision: Revision; onClose: () => void }) {
  const t = useTranslate();
  return (
    <NameDialog
      title={t('history.renameTitle')}
      initial={revision.name}
      onClose={onClose}
      onName={async (name) => {
        await call('history.rename', { revisionId: revision.id, name });
        touchHistory();
      }}
    />
  );
}

interface NameDialogProps {
  title: string;
  initial: string;
  onClose: () => void;
  onName: (name: string) => Promise<void>;
}

function NameDialog({ title, initial, onClose, onName }: NameDialogProps) {
  const t = useTranslate();
  const [name, setName] = useState(initial);
  const [failure, setFailure] = useState<string | null>(null);
  const save = () => {
    if (name.trim() === '') return setFailure(t('history.nameMissing'));
    onName(name.trim()).then(onClose, (error: unknown) => setFailure(failureText(error)));
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      width={420}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" onPress={save}>
            {t('history.saveName')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={t('history.nameLabel')}
          hint={t('history.nameHint')}
          value={name}
          maxLength={LONGEST_NAME}
          onChange={(value) => {
            setName(value);
            setFailure(null);
          }}
          error={failure}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
