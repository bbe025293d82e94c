import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { keptParts } from '../../shared/formats/kept-parts.ts';
import { FORMATS, formatById } from '../../shared/formats/registry.ts';
import type { ExportOptions } from '../../shared/ipc/contract.ts';
import { LANGUAGES } from '../../shared/model/language.ts';
import type { TimeForm } from '../../shared/model/time.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox, Select } from '../ui/field.tsx';
import { LANGUAGE_LABELS } from '../ui/language-labels.ts';
import { failureText } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { firstChoice } from './export-choices.ts';
import { SubtitleFields } from './subtitle-fields.tsx';
import { usePreview } from './use-preview.ts';
import { writeExport } from './write-export.ts';
import './export.css';

const WRITABLE = FORMATS.filter((format) => format.write);

const TIME_FORMS: readonly { value: TimeForm; label: string }[] = [
  { value: 'h:mm:ss', label: '00:12:03' },
  { value: 'h:mm:ss.mmm', label: '00:12:03.400' },
  { value: 'mm:ss', label: '12:03' },
];

/** Format and options on the left, how the file begins on the right, and what it keeps under both. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const { language } = useFormats();
  const transcript = useSession((state) => state.opened?.transcript ?? null);
  const settings = useSession((state) => state.settings);
  const [choice, setChoice] = useState(() =>
    firstChoice(settings, WRITABLE, transcript?.language ?? language, language),
  );
  const [writing, setWriting] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const preview = usePreview(transcript?.id ?? null, choice.format, choice.options);

  const write = async () => {
    if (!transcript) return;
    setWriting(true);
    setError(null);
    const outcome = await writeExport(transcript.id, choice.format, choice.options);
    setWriting(false);
    if (outcome.kind === 'written') onClose();
    if (outcome.kind === 'failed') setError(outcome.text);
  };

  return (
    <Dialog
      title={t('export.title')}
      width={960}
      onClose={onClose}
      footer={
        <>
          {error ? (
            <p className="field-error export-error" role="alert">
              {error}
            </p>
          ) : null}
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" isDisabled={writing || !transcript} onPress={() => void write()}>
            {writing ? t('export.writing') : t('export.write')}
          </Button>
        </>
      }
    >
      <div className="export">
        <div className="export-choices">
          <RadioGroup
            className="export-formats"
            value={choice.format}
            onChange={(value) =>
              setChoice({ ...choice, format: formatById(value as typeof choice.format).id })
            }
          >
            <Label className="field-label">{t('export.format')}</Label>
            {WRITABLE.map((format) => (
              <Radio key={format.id} value={format.id} className="export-format">
                <span>{t(format.labelKey)}</span>
                <span className="export-extension">.{format.extensions[0]}</span>
              </Radio>
            ))}
          </RadioGroup>
          <Options
            obeyed={formatById(choice.format).options}
            options={choice.options}
            onChange={(options) => setChoice({ ...choice, options })}
          />
        </div>
        <section className="export-preview" aria-label={t('export.preview')} aria-busy={preview.busy}>
          <h3 className="field-label">{t('export.preview')}</h3>
          {preview.failure ? (
            <div className="export-failure" role="alert">
              <p>{failureText(preview.failure)}</p>
              <Button onPress={preview.retry}>{t('export.retry')}</Button>
            </div>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the preview scrolls, and must do so by keyboard
            <pre className="export-text" tabIndex={0}>
              {preview.shown?.text}
              {preview.shown?.truncated ? <span className="export-cut">{t('export.previewCut')}</span> : null}
            </pre>
          )}
          <Kept {...choice} />
        </section>
      </div>
    </Dialog>
  );
}

interface OptionsProps {
  obeyed: readonly (keyof ExportOptions)[];
  options: ExportOptions;
  onChange: (options: ExportOptions) => void;
}

/** The options that the format obeys, and no others. */
function Options({ obeyed, options, onChange }: OptionsProps) {
  const t = useTranslate();
  const languages = LANGUAGES.map((value) => ({ value, label: t(LANGUAGE_LABELS[value]) }));
  const switches = (['times', 'speakers', 'inlines'] as const).filter((option) => obeyed.includes(option));
  return (
    <fieldset className="export-options">
      <legend className="field-label">{t('export.options')}</legend>
      {obeyed.length === 0 ? <p className="field-hint">{t('export.noOptions')}</p> : null}
      {switches.map((option) => (
        <Checkbox
          key={option}
          label={t(`export.${option}`)}
          checked={options[option]}
          onChange={(on) => onChange({ ...options, [option]: on })}
        />
      ))}
      {obeyed.includes('timeForm') && options.times ? (
        <Select
          label={t('export.timeForm')}
          value={options.timeForm}
          choices={TIME_FORMS}
          onChange={(timeForm) => onChange({ ...options, timeForm })}
        />
      ) : null}
      {obeyed.includes('language') ? (
        <Select
          label={t('export.language')}
          value={options.language}
          choices={languages}
          onChange={(language) => onChange({ ...options, language })}
        />
      ) : null}
      {obeyed.includes('subtitle') ? (
        <SubtitleFields
          value={options.subtitle}
          onChange={(subtitle) => onChange({ ...options, subtitle })}
        />
      ) : null}
    </fieldset>
  );
}

/** What the file will hold and what it will not. */
function Kept({ format, options }: ReturnType<typeof firstChoice>) {
  const t = useTranslate();
  const { kept, dropped } = keptParts(formatById(format), options);
  const named = (parts: typeof kept) => parts.map((part) => t(`export.keep.${part}`)).join(' · ');
  return (
    <div className="export-kept" aria-live="polite">
      {kept.length > 0 ? <p>{t('export.keeps', { list: named(kept) })}</p> : null}
      <p>{dropped.length > 0 ? t('export.drops', { list: named(dropped) }) : t('export.dropsNothing')}</p>
    </div>
  );
}
