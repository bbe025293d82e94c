import { type FormEvent, useId, useState } from 'react';
import { answerAuthor } from '../actions/author.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';

/** Asks, once, under which name a person annotates and checks. */
export function AuthorDialog() {
  const t = useTranslate();
  const formId = useId();
  const [name, setName] = useState('');
  const answer = (given: string | null) => void answerAuthor(given).catch(tellFailure);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') answer(name.trim());
  };
  return (
    <Dialog
      title={t('settings.authorTitle')}
      width={400}
      onClose={() => answer(null)}
      footer={
        <>
          <Button onPress={() => answer(null)}>{t('app.cancel')}</Button>
          <Button look="primary" type="submit" form={formId} isDisabled={name.trim() === ''}>
            {t('settings.authorSave')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={save}>
        <TextField
          label={t('settings.author')}
          hint={t('settings.authorHint')}
          value={name}
          onChange={setName}
          maxLength={100}
          autoFocus
        />
      </form>
    </Dialog>
  );
}
