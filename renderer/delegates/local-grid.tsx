import { Fragment } from 'react';
import { LANGUAGES, type Language, type LocalText } from '../../shared/model/language.ts';
import { TextField } from '../ui/field.tsx';
import { LANGUAGE_LABELS } from '../ui/language-labels.ts';
import { useTranslate } from '../ui/use-translate.ts';

type Part = 'name' | 'title' | 'organisation' | 'country';

interface LocalGridProps<P extends Part> {
  parts: readonly P[];
  texts: { readonly [K in P]: LocalText };
  onChange: (part: P, text: LocalText) => void;
  /** The field that takes the focus. */
  focus?: Language;
}

/** Some parts of what is said of a person, in three languages side by side. */
export function LocalGrid<P extends Part>({ parts, texts, onChange, focus }: LocalGridProps<P>) {
  const t = useTranslate();
  return (
    <div className="speaker-grid">
      <span />
      {LANGUAGES.map((language) => (
        <span key={language} className="field-label speaker-language" aria-hidden>
          {t(LANGUAGE_LABELS[language])}
        </span>
      ))}
      {parts.map((part) => (
        <Fragment key={part}>
          <span className="field-label" aria-hidden>
            {t(`speakers.${part}`)}
          </span>
          {LANGUAGES.map((language) => (
            <TextField
              key={language}
              hideLabel
              label={t('speakers.inLanguage', {
                field: t(`speakers.${part}`),
                language: t(LANGUAGE_LABELS[language]),
              })}
              autoFocus={part === parts[0] && language === focus}
              maxLength={500}
              value={texts[part][language] ?? ''}
              onChange={(value) => onChange(part, { ...texts[part], [language]: value })}
            />
          ))}
        </Fragment>
      ))}
    </div>
  );
}
