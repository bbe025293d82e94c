import { Label, Radio, RadioGroup } from 'react-aria-components';
import { differingFields, type FieldKey, fieldText, type Side } from '../../shared/delegates/merge-fields.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { Avatar } from '../ui/avatar.tsx';
import { LANGUAGE_LABELS } from '../ui/language-labels.ts';
import { useTranslate } from '../ui/use-translate.ts';

interface FieldChoicesProps {
  one: Speaker;
  other: Speaker;
  choices: ReadonlyMap<FieldKey, Side>;
  onChange: (choices: ReadonlyMap<FieldKey, Side>) => void;
}

/** The fields in which two entries differ, side by side; a radio button says which stays. */
export function FieldChoices({ one, other, choices, onChange }: FieldChoicesProps) {
  const t = useTranslate();
  const fields = differingFields(one, other);
  if (fields.length === 0) return <p className="field-hint">{t('delegates.sameFields')}</p>;
  return (
    <div className="field-choices">
      <p className="field-hint">{t('delegates.differ')}</p>
      {fields.map((key) => (
        <RadioGroup
          key={key}
          orientation="horizontal"
          className="field-choice"
          value={choices.get(key) ?? 'one'}
          onChange={(side) => onChange(new Map(choices).set(key, side === 'other' ? 'other' : 'one'))}
        >
          <Label className="field-label">{fieldLabel(key, t)}</Label>
          {(
            [
              ['one', one],
              ['other', other],
            ] as const
          ).map(([side, speaker]) => (
            <Radio key={side} value={side} className="field-choice-side">
              {key === 'portrait' ? <Avatar speaker={speaker} size={40} /> : fieldText(speaker, key)}
              {key === 'portrait' ? (
                <span className="visually-hidden">
                  {t(side === 'one' ? 'delegates.stays' : 'delegates.goes')}
                </span>
              ) : null}
            </Radio>
          ))}
        </RadioGroup>
      ))}
    </div>
  );
}

function fieldLabel(key: FieldKey, t: ReturnType<typeof useTranslate>): string {
  if (key === 'originalName') return t('delegates.field.original');
  if (key === 'countryCode') return t('delegates.field.code');
  if (key === 'portrait') return t('delegates.field.portrait');
  if (key === 'colour') return t('speakers.colour');
  const [part, language] = key.split('.') as ['name', 'kk'];
  return t('speakers.inLanguage', { field: t(`speakers.${part}`), language: t(LANGUAGE_LABELS[language]) });
}
