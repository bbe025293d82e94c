import { useMemo, useState } from 'react';
import { Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { type FieldKey, joinSpeakers, type Side } from '../../shared/delegates/merge-fields.ts';
import { indexNames } from '../../shared/delegates/similar-names.ts';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { listSpeakers, matchesQuery } from '../../shared/model/list-speakers.ts';
import { namesOf, type Speaker } from '../../shared/model/speaker.ts';
import { mergeInto, shownName } from '../actions/directory.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SpeakerFacts } from '../ui/speaker-facts.tsx';
import { failureText } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { FieldChoices } from './field-choices.tsx';
import './compare.css';

/** Says who is the same person as `speaker`, those of like names first; nothing happens before the button is pressed. */
export function MergeDialog({ speaker, onClose }: { speaker: Speaker; onClose: () => void }) {
  const t = useTranslate();
  const { language } = useFormats();
  const speakers = useSession((state) => state.speakers);
  const order = useSession((state) => state.speakerOrder);
  const [query, setQuery] = useState('');
  const [chosenId, setChosenId] = useState<SpeakerId | null>(null);
  const [choices, setChoices] = useState<ReadonlyMap<FieldKey, Side>>(new Map());
  const [error, setError] = useState<string | null>(null);

  const all = useMemo(() => {
    const { here, others } = listSpeakers(speakers, order, language);
    const like = indexNames(speakers.values()).find(namesOf(speaker));
    const list = [...like, ...here, ...others].map((listed) => listed.speaker);
    return [...new Set(list)].filter(({ id }) => id !== speaker.id);
  }, [speakers, order, language, speaker]);
  const candidates = useMemo(
    () => all.filter((candidate) => matchesQuery(candidate, query, speakers)),
    [all, query, speakers],
  );
  const chosen = candidates.find((candidate) => candidate.id === chosenId) ?? null;
  const name = shownName(speaker, language);

  const merge = async () => {
    if (!chosen) return;
    try {
      await mergeInto(joinSpeakers(chosen, speaker, choices), speaker);
      onClose();
    } catch (failure) {
      setError(failureText(failure));
    }
  };

  return (
    <Dialog
      title={t('speakers.mergeTitle', { name })}
      width={620}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" isDisabled={chosen === null} onPress={() => void merge()}>
            {t('speakers.mergeNow')}
          </Button>
        </>
      }
    >
      <div className="merge-choice">
        <SearchField aria-label={t('speakers.search')} value={query} onChange={setQuery} autoFocus>
          <Input className="field-input" placeholder={t('speakers.search')} />
        </SearchField>
        <ListBox
          className="merge-list"
          aria-label={t('speakers.mergeChoose')}
          selectionMode="single"
          escapeKeyBehavior="none"
          selectedKeys={chosenId === null ? [] : [chosenId]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys;
            setChosenId(candidates.find((candidate) => candidate.id === key)?.id ?? null);
            setChoices(new Map());
          }}
          items={candidates}
          renderEmptyState={() => <p className="speakers-none">{t('app.nothingFound')}</p>}
        >
          {(candidate) => (
            <ListBoxItem className="speaker-row" textValue={shownName(candidate, language)}>
              <SpeakerFacts speaker={candidate} />
            </ListBoxItem>
          )}
        </ListBox>
        <p className="merge-effect" aria-live="polite">
          {chosen
            ? t('speakers.mergeText', { name, into: shownName(chosen, language) })
            : t('speakers.mergeChoose')}
        </p>
        {chosen ? (
          <FieldChoices one={chosen} other={speaker} choices={choices} onChange={setChoices} />
        ) : null}
        {error ? (
          <p className="field-error" role="alert">
            {error}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
