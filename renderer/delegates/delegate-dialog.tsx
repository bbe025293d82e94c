import { type FormEvent, useId, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { completedCountry, countryName } from '../../shared/delegates/countries.ts';
import { scriptTag } from '../../shared/delegates/plan-import.ts';
import { mergedInto } from '../../shared/model/list-speakers.ts';
import { detailsOf, givenTexts, isGiven, isSoundPost, type Speaker } from '../../shared/model/speaker.ts';
import { saveSpeaker, separate, shownName } from '../actions/directory.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { failureText, tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { ColourChoice } from './colour-choice.tsx';
import { LocalGrid } from './local-grid.tsx';
import { PortraitField } from './portrait-field.tsx';
import { PostFields } from './post-fields.tsx';
import { PressPreview } from './press-preview.tsx';
import './delegates.css';

/** What the fields hold, before it is put into its settled form. */
interface Draft extends Speaker {
  readonly original: string;
  readonly originalLanguage: string;
  readonly aliasLines: string;
  readonly code: string;
}

const draftOf = (speaker: Speaker): Draft => ({
  ...speaker,
  original: speaker.originalName?.text ?? '',
  originalLanguage: speaker.originalName?.language ?? '',
  aliasLines: speaker.aliases?.join('\n') ?? '',
  code: speaker.countryCode ?? '',
});

function speakerOf({ original, originalLanguage, aliasLines, code, ...draft }: Draft): Speaker {
  const { id, colour, mergedInto, posts, portrait } = draft;
  const tag = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(originalLanguage)
    ? originalLanguage
    : scriptTag(original);
  const known = completedCountry(givenTexts(draft.country), code.trim().toUpperCase() || undefined);
  return {
    id,
    name: givenTexts(draft.name),
    title: givenTexts(draft.title),
    organisation: givenTexts(draft.organisation),
    country: known.country,
    colour,
    mergedInto,
    ...detailsOf({
      originalName: { text: original, language: tag },
      aliases: aliasLines.split('\n'),
      posts,
      countryCode: known.countryCode,
      portrait,
    }),
  };
}

/** Everything that the directory knows of a delegate: names, titles with their days, portrait; and how the press names them. */
export function DelegateDialog({ speaker, onClose }: { speaker: Speaker; onClose: () => void }) {
  const t = useTranslate();
  const { language } = useFormats();
  const known = useSession((state) => state.speakers.has(speaker.id));
  const formId = useId();
  const [draft, setDraft] = useState(() => draftOf(speaker));
  const [error, setError] = useState<string | null>(null);
  const change = (part: Partial<Draft>) => {
    setError(null);
    setDraft((now) => ({ ...now, ...part }));
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const after = speakerOf(draft);
    if (!isGiven(after.name) && !after.originalName) return setError(t('speakers.nameMissing'));
    if (after.countryCode !== undefined && !/^[A-Z]{2}$/.test(after.countryCode))
      return setError(t('delegates.codeWrong'));
    if (!(draft.posts ?? []).every(isSoundPost)) return setError(t('delegates.postWrong'));
    try {
      await saveSpeaker(after);
      onClose();
    } catch (failure) {
      setError(failureText(failure));
    }
  };

  return (
    <Dialog
      title={known ? t('speakers.editTitle') : t('speakers.add')}
      width={820}
      onClose={onClose}
      footer={
        <>
          {error ? (
            <p className="field-error delegate-error" role="alert">
              {error}
            </p>
          ) : null}
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" type="submit" form={formId}>
            {known ? t('speakers.save') : t('speakers.add')}
          </Button>
        </>
      }
    >
      <form id={formId} className="delegate-form" onSubmit={(event) => void save(event)}>
        <Tabs>
          <TabList className="delegate-tabs" aria-label={t('speakers.editTitle')}>
            <Tab id="names">{t('delegates.tab.names')}</Tab>
            <Tab id="posts">{t('delegates.tab.posts')}</Tab>
            <Tab id="press">{t('delegates.tab.press')}</Tab>
          </TabList>
          <TabPanel id="names" className="delegate-tab">
            <LocalGrid
              parts={['name', 'title', 'organisation', 'country']}
              texts={draft}
              onChange={(part, text) => change({ [part]: text })}
              focus={language}
            />
            <div className="delegate-more">
              <TextField
                label={t('delegates.field.original')}
                value={draft.original}
                maxLength={500}
                onChange={(original) => change({ original })}
              />
              <TextField
                label={t('delegates.field.originalLanguage')}
                hint={t('delegates.originalLanguageHint')}
                value={draft.originalLanguage}
                maxLength={20}
                onChange={(originalLanguage) => change({ originalLanguage })}
              />
              <TextField
                label={t('delegates.field.code')}
                hint={t('delegates.field.codeHint')}
                value={draft.code}
                maxLength={2}
                onChange={(code) => {
                  const name = countryName(code.toUpperCase());
                  change({ code: code.toUpperCase(), ...(name ? { country: name } : {}) });
                }}
              />
            </div>
            <div className="delegate-halves">
              <div>
                <TextArea
                  label={t('delegates.field.aliases')}
                  placeholder={t('delegates.field.aliasesHint')}
                  rows={3}
                  value={draft.aliasLines}
                  onChange={(aliasLines) => change({ aliasLines })}
                />
              </div>
              <PortraitField speaker={draft} onChange={(portrait) => change({ portrait })} />
            </div>
            <ColourChoice value={draft.colour} onChange={(colour) => change({ colour })} />
          </TabPanel>
          <TabPanel id="posts" className="delegate-tab">
            <fieldset className="delegate-post">
              <legend className="field-label">{t('delegates.field.undated')}</legend>
              <LocalGrid
                parts={['title', 'organisation']}
                texts={draft}
                onChange={(part, text) => change({ [part]: text })}
              />
            </fieldset>
            <PostFields posts={draft.posts ?? []} onChange={(posts) => change({ posts })} />
          </TabPanel>
          <TabPanel id="press" className="delegate-tab">
            <PressPreview speaker={speakerOf(draft)} />
          </TabPanel>
        </Tabs>
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
