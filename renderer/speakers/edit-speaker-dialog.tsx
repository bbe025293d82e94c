import { type FormEvent, Fragment, useId, useState } from 'react';
import { LANGUAGES, type Language, type LocalText } from '../../shared/model/language.ts';
import { mergedInto } from '../../shared/model/list-speakers.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { putSpeaker } from '../actions/speakers.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { LANGUAGE_LABELS } from '../ui/language-labels.ts';
import { failureText, tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { ColourChoice } from './colour-choice.tsx';
import { changeSpeaker, separate, shownName } from './speaker-changes.ts';

const FIELDS = ['name', 'title', 'organisation', 'country'] as const;

const trimmed = (text: LocalText): LocalText =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const value = text[language]?.trim();
      return value ? [[language, value]] : [];
    }),
  );

interface EditSpeakerProps {
  /** What the dialog starts from. */
  speaker: Speaker;
  /** Whether the speaker is in the library already. */
  known: boolean;
  onClose: () => void;
}

/** Name, title, organisation and country in three languages side by side, and the colour. */
export function EditSpeakerDialog({ speaker, known, onClose }: EditSpeakerProps) {
  const t = useTranslate();
  const { language } = useFormats();
  const formId = useId();
  const [draft, setDraft] = useState(speaker);
  const [error, setError] = useState<string | null>(null);
  const columns = LANGUAGES.map((each) => ({ language: each, label: t(LANGUAGE_LABELS[each]) }));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const after: Speaker = {
      ...draft,
      name: trimmed(draft.name),
      title: trimmed(draft.title),
      organisation: trimmed(draft.organisation),
      country: trimmed(draft.country),
    };
    if (Object.keys(after.name).length === 0) {
      setError(t('speakers.nameMissing'));
      return;
    }
    try {
      await (known ? changeSpeaker(speaker, after) : putSpeaker(after));
      onClose();
    } catch (failure) {
      setError(failureText(failure));
    }
  };

  const write = (field: (typeof FIELDS)[number], column: Language, value: string) => {
    setError(null);
    setDraft((now) => ({ ...now, [field]: { ...now[field], [column]: value } }));
  };

  return (
    <Dialog
      title={known ? t('speakers.editTitle') : t('speakers.add')}
      width={760}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" type="submit" form={formId}>
            {known ? t('speakers.save') : t('speakers.add')}
          </Button>
        </>
      }
    >
      <form id={formId} className="speaker-form" onSubmit={(event) => void save(event)}>
        <div className="speaker-grid">
          <span />
          {columns.map((column) => (
            <span key={column.language} className="field-label speaker-language" aria-hidden>
              {column.label}
            </span>
          ))}
          {FIELDS.map((field) => (
            <Fragment key={field}>
              <span className="field-label" aria-hidden>
                {t(`speakers.${field}`)}
              </span>
              {columns.map((column) => (
                <TextField
                  key={column.language}
                  hideLabel
                  label={t('speakers.inLanguage', {
                    field: t(`speakers.${field}`),
                    language: column.label,
                  })}
                  autoFocus={field === 'name' && column.language === language}
                  maxLength={500}
                  value={draft[field][column.language] ?? ''}
                  onChange={(value) => write(field, column.language, value)}
                />
              ))}
            </Fragment>
          ))}
        </div>
        <ColourChoice value={draft.colour} onChange={(colour) => setDraft({ ...draft, colour })} />
        {error ? (
          <p className="field-error" role="alert">
            {error}
          </p>
        ) : null}
      </form>
      <MergedSpeakers speaker={speaker} />
    </Dialog>
  );
}

/** Whom the speaker also stands for, each with the way to separate them. */
function MergedSpeakers({ speaker }: { speaker: Speaker }) {
  const t = useTranslate();
  const { language } = useFormats();
  const speakers = useSession((state) => state.speakers);
  const merged = mergedInto(speakers, speaker.id);
  if (merged.length === 0) return null;
  return (
    <section className="speaker-merged">
      <h3 className="field-label">{t('speakers.alsoCalled')}</h3>
      <ul>
        {merged.map((each) => (
          <li key={each.id}>
            {shownName(each, language)}
            <Button look="quiet" onPress={() => void separate(each).catch(tellFailure)}>
              {t('speakers.separate', { name: shownName(each, language) })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
