import { Label, Radio, RadioGroup } from 'react-aria-components';
import { FORMATS, formatById } from '../../shared/formats/registry.ts';
import { LARGEST_EMBEDDED_BYTES } from '../../shared/formats/write-sources.ts';
import type { ExportOptions } from '../../shared/ipc/contract.ts';
import { LANGUAGES } from '../../shared/model/language.ts';
import type { TimeForm } from '../../shared/model/time.ts';
import { useSession } from '../session.ts';
import { Checkbox, Select } from '../ui/field.tsx';
import { LANGUAGE_LABELS } from '../ui/language-labels.ts';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { ProfileField } from './profile-field.tsx';
import type { ExportChoice } from './profiles.ts';
import { SubtitleFields } from './subtitle-fields.tsx';

export const WRITABLE = FORMATS.filter((format) => format.write);

const MEDIA_PLACES = ['linked', 'embedded'] as const;
const BYTES_PER_MEGABYTE = 1024 * 1024;

const TIME_FORMS: readonly { value: TimeForm; label: string }[] = [
  { value: 'h:mm:ss', label: '00:12:03' },
  { value: 'h:mm:ss.mmm', label: '00:12:03.400' },
  { value: 'mm:ss', label: '12:03' },
];

interface ChoiceFieldsProps {
  choice: ExportChoice;
  onChange: (choice: ExportChoice) => void;
}

/** How to export, in two columns: the format; the profile and the options of the format. */
export function ChoiceFields({ choice, onChange }: ChoiceFieldsProps) {
  const t = useTranslate();
  return (
    <>
      <RadioGroup
        className="export-formats"
        value={choice.format}
        onChange={(value) => onChange({ ...choice, format: formatById(value as typeof choice.format).id })}
      >
        <Label className="field-label">{t('export.format')}</Label>
        <div className="export-format-list">
          {WRITABLE.map((format) => (
            <Radio key={format.id} value={format.id} className="export-format">
              <span>{t(format.labelKey)}</span>
              <span className="export-extension">.{format.extensions[0]}</span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <div className="export-choices">
        <ProfileField choice={choice} onChange={onChange} />
        <Options
          obeyed={formatById(choice.format).options}
          options={choice.options}
          onChange={(options) => onChange({ ...choice, options })}
        />
      </div>
    </>
  );
}

/** Returns the texts that can be written: those of the open recording, else any that the recordings may have. */
function useTracks() {
  const t = useTranslate();
  const { languageName } = useFormats();
  const opened = useSession((state) => state.opened);
  const tags = opened
    ? opened.tracks.flatMap(({ kind, language }) => (kind === 'translation' ? [language] : []))
    : LANGUAGES;
  if (tags.length === 0) return [];
  return [
    { value: 'original', label: t('translation.kind.original') },
    ...[...new Set(tags)].map((tag) => ({
      value: tag as string,
      label: `${t('translation.kind.translation')} · ${languageName.of(tag) ?? tag}`,
    })),
    { value: 'both', label: t('export.bothTracks') },
  ];
}

interface OptionsProps {
  obeyed: readonly (keyof ExportOptions)[];
  options: ExportOptions;
  onChange: (options: ExportOptions) => void;
}

/** The options that the format obeys, and no others. */
function Options({ obeyed, options, onChange }: OptionsProps) {
  const t = useTranslate();
  const tracks = useTracks();
  const languages = LANGUAGES.map((value) => ({ value, label: t(LANGUAGE_LABELS[value]) }));
  const switches = (['times', 'speakers', 'inlines', 'annotations', 'headHash'] as const).filter((option) =>
    obeyed.includes(option),
  );
  return (
    <fieldset className="export-options">
      <legend className="field-label">{t('export.options')}</legend>
      {tracks.length > 1 ? (
        <Select
          label={t('export.tracks')}
          value={tracks.some(({ value }) => value === options.tracks) ? options.tracks : 'original'}
          choices={tracks}
          onChange={(value) => onChange({ ...options, tracks: value })}
        />
      ) : null}
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
      {obeyed.includes('media') && options.times ? (
        <Select
          label={t('export.media.label')}
          value={options.media}
          choices={MEDIA_PLACES.map((value) => ({ value, label: t(`export.media.${value}`) }))}
          onChange={(media) => onChange({ ...options, media })}
        />
      ) : null}
      {obeyed.includes('media') && options.times ? (
        <p className="field-hint">
          {t(`export.media.${options.media}Hint`, { megabytes: LARGEST_EMBEDDED_BYTES / BYTES_PER_MEGABYTE })}
        </p>
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
