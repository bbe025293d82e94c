import { useEffect, useMemo, useState } from 'react';
import { LANGUAGES, type Language, preferredLanguage } from '../../shared/model/language.ts';
import { composeDraft, type DraftQuote } from '../../shared/press/compose/draft.ts';
import { type HouseStyleId, styleOf, stylesOf } from '../../shared/press/compose/house-style.ts';
import { ALL_QUOTES, filterQuotes } from '../../shared/quotes/filter-quotes.ts';
import { createArticle } from '../actions/articles.ts';
import { allQuotes, type TranscriptQuotes } from '../actions/compose.ts';
import { changeSettings } from '../actions/settings.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox, Select, TextField } from '../ui/field.tsx';
import { LANGUAGE_LABELS } from '../ui/language-labels.ts';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { ChosenQuotes, type OfferedQuote, OfferedQuotes } from './compose-lists.tsx';
import './quotes.css';
import './compose.css';

const ALL = 'all';

const offeredOf = ({ quotes, recording, transcript }: TranscriptQuotes): readonly OfferedQuote[] =>
  quotes.map((listed) => ({ ...listed, recording, language: transcript.language }));

/** Quotes of the library are picked and put in order, and a draft in the style of the house is made of them. */
export function ComposeDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const { language: shown } = useFormats();
  const first = useSession((state) => state.chosenQuotes);
  const opened = useSession((state) => state.opened);
  const houseStyles = useSession((state) => state.settings.houseStyles);
  const [all, setAll] = useState<readonly OfferedQuote[] | null>(null);
  const [chosenIds, setChosenIds] = useState<readonly string[]>(first);
  const [query, setQuery] = useState('');
  const [from, setFrom] = useState<string>(opened?.recording.id ?? ALL);
  const [language, setLanguage] = useState<Language>(
    preferredLanguage([opened?.transcript.language ?? shown, shown]),
  );
  const [title, setTitle] = useState(opened?.recording.title ?? '');
  const [hasLead, setHasLead] = useState(true);
  const [credit, setCredit] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    allQuotes()
      .then((found) => setAll(found.flatMap(offeredOf)))
      .catch(tellFailure);
  }, []);

  const style = styleOf(language, houseStyles);
  const known = useMemo(() => new Map((all ?? []).map((each) => [each.quote.id as string, each])), [all]);
  const chosen = useMemo(
    () => chosenIds.flatMap((id) => known.get(id) ?? []).filter(({ withheld }) => !withheld),
    [chosenIds, known],
  );
  const recordings = [
    ...new Map((all ?? []).map(({ recording }) => [recording.id as string, recording])).values(),
  ];
  const offered = filterQuotes(
    (all ?? []).filter(
      ({ quote, recording }) => !chosenIds.includes(quote.id) && (from === ALL || recording.id === from),
    ),
    { ...ALL_QUOTES, query },
    shown,
  );
  const [leading] = chosen;
  const draft = useMemo(
    () =>
      composeDraft({
        style,
        quotes: chosen.map(
          ({ quote }): DraftQuote => ({ quoteId: quote.id, text: quote.text, speaker: quote.speaker }),
        ),
        lead: hasLead && leading ? leading.recording : null,
        credit,
      }),
    [style, chosen, hasLead, leading, credit],
  );
  const otherLanguage = chosen.filter((each) => preferredLanguage([each.language]) !== language).length;

  const create = async () => {
    setBusy(true);
    const recordingIds = [...new Set(chosen.map(({ recording }) => recording.id))];
    const name = title.trim() || (leading?.recording.title ?? '');
    await createArticle({ title: name, language, recordingIds, ...draft });
  };

  return (
    <Dialog
      title={t('quotes.compose.title')}
      width={1040}
      onClose={onClose}
      footer={
        <>
          {otherLanguage > 0 ? (
            <p className="field-hint">{t('quotes.compose.otherLanguage', { count: otherLanguage })}</p>
          ) : null}
          <span className="dialog-space" />
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={chosen.length === 0 || busy}
            onPress={() =>
              void create()
                .catch(tellFailure)
                .finally(() => setBusy(false))
            }
          >
            {t('quotes.compose.create')}
          </Button>
        </>
      }
    >
      {all?.length === 0 ? (
        <p className="quotes-none">{t('quotes.compose.empty')}</p>
      ) : (
        <div className="compose">
          <section className="compose-side" aria-label={t('quotes.compose.offered')}>
            <div className="compose-fields">
              <TextField label={t('quotes.search')} value={query} onChange={setQuery} maxLength={200} />
              <Select
                label={t('quotes.compose.recording')}
                value={from}
                choices={[
                  { value: ALL, label: t('quotes.compose.allRecordings') },
                  ...recordings.map((recording) => ({
                    value: recording.id as string,
                    label: recording.title,
                  })),
                ]}
                onChange={setFrom}
              />
            </div>
            <OfferedQuotes quotes={offered} onAdd={(ids) => setChosenIds([...chosenIds, ...ids])} />
          </section>
          <section className="compose-side" aria-label={t('quotes.compose.chosen')}>
            <div className="compose-fields">
              <Select
                label={t('quotes.compose.language')}
                value={language}
                choices={LANGUAGES.map((each) => ({ value: each, label: t(LANGUAGE_LABELS[each]) }))}
                onChange={setLanguage}
              />
              <Select<HouseStyleId>
                label={t('quotes.compose.style')}
                value={style.id}
                choices={stylesOf(language).map(({ id }) => ({
                  value: id,
                  label: t(`quotes.compose.styles.${id}`),
                }))}
                onChange={(id) =>
                  void changeSettings({ houseStyles: { ...houseStyles, [language]: id } }).catch(tellFailure)
                }
              />
            </div>
            <ChosenQuotes quotes={chosen} onChange={setChosenIds} />
          </section>
          <div className="compose-side">
            <TextField
              label={t('quotes.compose.articleTitle')}
              value={title}
              onChange={setTitle}
              maxLength={300}
            />
            <TextField
              label={t('quotes.compose.credit')}
              value={credit}
              onChange={setCredit}
              maxLength={200}
            />
            <Checkbox label={t('quotes.compose.lead')} checked={hasLead} onChange={setHasLead} />
            <section
              className="compose-preview"
              lang={language}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
              tabIndex={0}
              aria-label={t('quotes.compose.draft')}
            >
              {chosen.length === 0
                ? t('quotes.compose.nothingChosen')
                : draft.text.split('\n\n').map((paragraph, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs are known by their place alone
                    <p key={index}>{paragraph}</p>
                  ))}
            </section>
          </div>
        </div>
      )}
    </Dialog>
  );
}
