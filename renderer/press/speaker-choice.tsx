import { ChevronDown, UserPen, UserX } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Button as AriaButton,
  Autocomplete,
  Dialog,
  DialogTrigger,
  Input,
  Menu,
  MenuItem,
  Popover,
  SearchField,
} from 'react-aria-components';
import type { MarkedPerson } from '../../shared/model/article.ts';
import { listSpeakers, matchesQuery } from '../../shared/model/list-speakers.ts';
import { speakerName } from '../../shared/model/speaker.ts';
import { useSession } from '../session.ts';
import { SpeakerFacts } from '../ui/speaker-facts.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

const MOST_SHOWN = 60;

/** Says who speaks: somebody of the directory, or a name as the article writes it. */
export function SpeakerChoice({
  who,
  onChoose,
}: {
  who: MarkedPerson | null;
  onChoose: (who: MarkedPerson | null) => void;
}) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const choose = (next: MarkedPerson | null) => {
    setOpen(false);
    onChoose(next);
  };
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className="field-input select-button speaker-choice-button" aria-label={t('press.speaker')}>
        <span>{who?.name ?? who?.title ?? t('press.noSpeaker')}</span>
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover article-speakers" placement="bottom start" offset={4}>
        {isOpen ? <SpeakerList who={who} onChoose={choose} /> : null}
      </Popover>
    </DialogTrigger>
  );
}

function SpeakerList({
  who,
  onChoose,
}: {
  who: MarkedPerson | null;
  onChoose: (who: MarkedPerson | null) => void;
}) {
  const t = useTranslate();
  const { language } = useFormats();
  const speakers = useSession((state) => state.speakers);
  const [query, setQuery] = useState('');
  const found = useMemo(() => {
    const { others } = listSpeakers(speakers, [], language);
    return others.filter(({ speaker }) => matchesQuery(speaker, query, speakers)).slice(0, MOST_SHOWN);
  }, [speakers, query, language]);
  const typed = query.trim().replace(/\s+/gu, ' ');
  const written = { title: null, organisation: null, country: null };
  return (
    <Dialog className="article-speakers-dialog" aria-label={t('press.chooseSpeaker')}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField className="article-speakers-search" aria-label={t('press.speakerHint')} autoFocus>
          <Input className="field-input" placeholder={t('press.speakerHint')} />
        </SearchField>
        <Menu className="menu article-speakers-list" aria-label={t('press.chooseSpeaker')}>
          {found.map(({ speaker }) => (
            <MenuItem
              key={speaker.id}
              id={speaker.id}
              className="menu-item speaker-choice"
              data-current={speaker.id === who?.speakerId || undefined}
              textValue={speaker.id}
              onAction={() =>
                onChoose({
                  ...(who ?? { ...written, name: null }),
                  speakerId: speaker.id,
                  name: speakerName(speaker, language),
                })
              }
            >
              <SpeakerFacts speaker={speaker} />
            </MenuItem>
          ))}
          {typed === '' ? null : (
            <MenuItem
              id="written"
              className="menu-item"
              textValue={typed}
              onAction={() => onChoose({ ...written, speakerId: null, name: typed })}
            >
              <UserPen size={14} strokeWidth={1.75} aria-hidden />
              {t('press.asWritten', { name: typed })}
            </MenuItem>
          )}
          {who && typed === '' ? (
            <MenuItem id="none" className="menu-item" onAction={() => onChoose(null)}>
              <UserX size={14} strokeWidth={1.75} aria-hidden />
              {t('press.noSpeaker')}
            </MenuItem>
          ) : null}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}
