import { useState } from 'react';
import { LANGUAGES } from '../../shared/model/language.ts';
import { createTranslation, openTracks, renameTranslation } from '../actions/translations.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { failureText } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

const LONGEST_NAME = 100;
/** Languages that forums of the region are interpreted into, beside those of the program. */
const OTHERS = ['zh', 'fr', 'es', 'ar', 'de', 'tr', 'ko', 'ja', 'uz', 'ky', 'tg', 'az', 'mn'];

/** Asks into which language a new translation is to be, or what one is to be called. */
export function TranslationDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const { languageName } = useFormats();
  const renamedId = useSession((state) => state.translationAsked);
  const renamed = openTracks().find(({ id }) => id === renamedId);
  const taken = new Set(openTracks().map((track) => track.language));
  const free = LANGUAGES.find((tag) => !taken.has(tag)) ?? 'ru';
  const [language, setLanguage] = useState(renamed?.language ?? free);
  const [name, setName] = useState(renamed?.name ?? '');
  const [failure, setFailure] = useState<string | null>(null);
  const choices = [...new Set([...LANGUAGES, ...OTHERS, language])].map((tag) => ({
    value: tag,
    label: languageName.of(tag) ?? tag,
  }));
  const save = () => {
    const done = renamed
      ? renameTranslation(renamed.id, language, name.trim())
      : createTranslation(language, name.trim());
    done.catch((error: unknown) => setFailure(failureText(error)));
  };
  return (
    <Dialog
      title={renamed ? t('translation.renameTitle') : t('translation.newTitle')}
      onClose={onClose}
      width={420}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" onPress={save}>
            {renamed ? t('translation.rename') : t('translation.create')}
          </Button>
        </>
      }
    >
      <form
        className="translation-fields"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Select label={t('translation.language')} value={language} choices={choices} onChange={setLanguage} />
        <TextField
          label={t('translation.name')}
          hint={t('translation.nameHint')}
          value={name}
          maxLength={LONGEST_NAME}
          onChange={setName}
          error={failure}
        />
      </form>
    </Dialog>
  );
}
