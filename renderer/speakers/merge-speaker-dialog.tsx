import { useMemo, useState } from 'react';
import { Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { listSpeakers, matchesQuery } from '../../shared/model/list-speakers.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SpeakerFacts } from '../ui/speaker-facts.tsx';
import { failureText } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { mergeInto, shownName } from './speaker-changes.ts';

/** Says who is the same person as `speaker`; nothing happens before the button is pressed. */
export function MergeSpeakerDialog({ speaker, onClose }: { speaker: Speaker; onClose: () => void }) {
  const t = useTranslate();
  const { language } = useFormats();
  const speakers = useSession((state) => state.speakers);
  const order = useSession((state) => state.speakerOrder);
  const [query, setQuery] = useState('');
  const [chosenId, setChosenId] = useState<SpeakerId | null>(null);
  const [error, setError] = useState<string | null>(null);

  const candidates = useMemo(() => {
    const { here, others } = listSpeakers(speakers, order, language);
    return [...here, ...others]
      .map((listed) => listed.speaker)
      .filter((candidate) => candidate.id !== speaker.id && matchesQuery(candidate, query, speakers));
  }, [speakers, order, language, query, speaker.id]);
  const chosen = candidates.find((candidate) => candidate.id === chosenId) ?? null;
  const name = shownName(speaker, language);

  const merge = async () => {
    if (!chosen) return;
    try {
      await mergeInto(speaker, chosen);
      onClose();
    } catch (failure) {
      setError(failureText(failure));
    }
  };

  return (
    <Dialog
      title={t('speakers.mergeTitle', { name })}
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
        {error ? (
          <p className="field-error" role="alert">
            {error}
          </p>
        ) : null}
      </div>
    </Dialog>
  );
}
