import { useState } from 'react';
import type { Language } from '../../shared/model/language.ts';
import { SPEAKER_COLOUR_COUNT } from '../../shared/model/speaker.ts';
import { draftSpeaker, loadSpeakers } from '../actions/speakers.ts';
import { call } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Checkbox } from '../ui/field.tsx';
import { tell, tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { useNewPeople } from './new-people.ts';

/** Puts people of the article into the directory, with what it says of them in its language. */
export function NewPeopleDialog({ language, onClose }: { language: Language; onClose: () => void }) {
  const t = useTranslate();
  const [people] = useState(useNewPeople());
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = people.filter(({ name }) => !left.has(name));
  const add = async () => {
    onClose();
    const first = draftSpeaker();
    const local = (text: string | null) => (text ? { [language]: text } : {});
    const speakers = chosen.map(({ name, title, organisation, country }, index) => ({
      ...(index === 0 ? first : draftSpeaker()),
      name: local(name),
      title: local(title),
      organisation: local(organisation),
      country: local(country),
      colour: (first.colour + index) % SPEAKER_COLOUR_COUNT,
    }));
    await call('speakers.putAll', speakers);
    await loadSpeakers();
    tell(t('press.peopleAdded', { count: speakers.length }));
  };
  return (
    <Dialog
      title={t('press.newPeopleTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button
            look="primary"
            isDisabled={chosen.length === 0}
            onPress={() => void add().catch(tellFailure)}
          >
            {t('press.addChosen')}
          </Button>
        </>
      }
    >
      <p>{people.length > 0 ? t('press.newPeopleHint') : t('press.noNewPeople')}</p>
      <ul className="new-people">
        {people.map(({ name, title, organisation }) => (
          <li key={name}>
            <Checkbox
              label={name}
              checked={!left.has(name)}
              onChange={(checked) =>
                setLeft(
                  (now) => new Set(checked ? [...now].filter((other) => other !== name) : [...now, name]),
                )
              }
            />
            <span className="new-person-facts">{[title, organisation].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
