import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useTranslate } from '../ui/use-translate.ts';

const LONGEST_NOTE = 2000;

/** What is doubtful at a boundary: Enter keeps it, Escape does not. */
export function AuditNote({ onKeep, onCancel }: { onKeep: (note: string) => void; onCancel: () => void }) {
  const t = useTranslate();
  const [note, setNote] = useState('');
  return (
    <form
      className="audit-note"
      onSubmit={(event) => {
        event.preventDefault();
        onKeep(note.trim());
      }}
      onKeyDown={(event) => {
        if (event.code !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <TextField
        label={t('editor.flagNote')}
        value={note}
        onChange={setNote}
        maxLength={LONGEST_NOTE}
        autoFocus
      />
      <Button onPress={onCancel}>{t('app.cancel')}</Button>
      <Button look="primary" type="submit">
        {t('review.auditKey.flag')}
      </Button>
    </form>
  );
}
