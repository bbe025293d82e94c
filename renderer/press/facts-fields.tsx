import type { Article } from '../../shared/model/article.ts';
import { LANGUAGES } from '../../shared/model/language.ts';
import { Checkbox, Select, TextField } from '../ui/field.tsx';
import { LANGUAGE_LABELS } from '../ui/language-labels.ts';
import { useTranslate } from '../ui/use-translate.ts';
import { useRecordings } from './use-recordings.ts';

export type ArticleFacts = Pick<Article, 'title' | 'language' | 'recordingIds'>;

/** Title, language, and the recordings that quotations are sought in. */
export function FactsFields({
  facts,
  onChange,
}: {
  facts: ArticleFacts;
  onChange: (change: Partial<ArticleFacts>) => void;
}) {
  const t = useTranslate();
  const recordings = useRecordings() ?? [];
  const { recordingIds } = facts;
  return (
    <>
      <div className="article-facts">
        <TextField
          label={t('press.title')}
          value={facts.title}
          placeholder={t('press.untitled')}
          onChange={(title) => onChange({ title })}
        />
        <Select
          label={t('press.language')}
          value={facts.language}
          choices={LANGUAGES.map((value) => ({ value, label: t(LANGUAGE_LABELS[value]) }))}
          onChange={(language) => onChange({ language })}
        />
      </div>
      <fieldset className="article-recordings">
        <legend className="field-label">{t('press.soughtIn')}</legend>
        <Checkbox
          label={t('press.allRecordings')}
          checked={recordingIds.length === 0}
          onChange={() => onChange({ recordingIds: [] })}
        />
        <div className="article-recordings-list">
          {recordings.map(({ id, title }) => (
            <Checkbox
              key={id}
              label={title}
              checked={recordingIds.includes(id)}
              onChange={(checked) =>
                onChange({
                  recordingIds: checked
                    ? [...recordingIds, id]
                    : recordingIds.filter((other) => other !== id),
                })
              }
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
