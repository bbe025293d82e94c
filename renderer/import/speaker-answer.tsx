import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Input,
  Menu,
  MenuItem,
  Popover,
  SearchField,
} from 'react-aria-components';
import { listSpeakers, matchesQuery } from '../../shared/model/list-speakers.ts';
import { type Speaker, speakerName } from '../../shared/model/speaker.ts';
import { useSession } from '../session.ts';
import { SpeakerFacts } from '../ui/speaker-facts.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import type { Answer } from './import-plan.ts';

/** A directory of thousands is searched, not scrolled. */
const MOST_SHOWN = 30;

interface SpeakerAnswerProps {
  /** As the file has it. */
  speaker: Speaker;
  turnCount: number;
  answer: Answer;
  onAnswer: (answer: Answer) => void;
}

/** A speaker of the file, and who that is in the library. */
export function SpeakerAnswer({ speaker, turnCount, answer, onAnswer }: SpeakerAnswerProps) {
  const t = useTranslate();
  const language = useSession((state) => state.language);
  const speakers = useSession((state) => state.speakers);
  const name = speakerName(speaker, language);
  const said =
    answer === 'new'
      ? t('importing.newSpeaker')
      : answer === 'nobody'
        ? t('importing.nobody')
        : speakerName(speakers.get(answer) ?? null, language);
  return (
    <li className="import-speaker">
      <span className="import-speaker-name">{name || t('speakers.unnamed')}</span>
      <span className="import-speaker-count time">{t('importing.turns', { count: turnCount })}</span>
      <DialogTrigger>
        <Button
          className="field-input select-button"
          aria-label={t('importing.whoIs', { name: `${name}: ${said}` })}
        >
          <span className="import-answer">{said}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Popover className="popover import-answers" offset={4}>
          <Dialog className="import-answers-dialog" aria-label={t('importing.whoIs', { name })}>
            {({ close }) => (
              <AnswerList
                onAnswer={(given) => {
                  onAnswer(given);
                  close();
                }}
              />
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </li>
  );
}

function AnswerList({ onAnswer }: { onAnswer: (answer: Answer) => void }) {
  const t = useTranslate();
  const language = useSession((state) => state.language);
  const speakers = useSession((state) => state.speakers);
  const order = useSession((state) => state.speakerOrder);
  const [query, setQuery] = useState('');
  const found = useMemo(() => {
    const { here, others } = listSpeakers(speakers, order, language);
    return [...here, ...others]
      .map(({ speaker }) => speaker)
      .filter((speaker) => matchesQuery(speaker, query, speakers))
      .slice(0, MOST_SHOWN);
  }, [speakers, order, language, query]);
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField className="import-answers-search" aria-label={t('speakers.search')} autoFocus>
        <Input className="field-input" placeholder={t('speakers.search')} />
      </SearchField>
      <Menu className="menu import-answers-list" aria-label={t('importing.speakers')}>
        {query === '' ? (
          <>
            <MenuItem id="new" className="menu-item" onAction={() => onAnswer('new')}>
              {t('importing.newSpeaker')}
            </MenuItem>
            <MenuItem id="nobody" className="menu-item" onAction={() => onAnswer('nobody')}>
              {t('importing.nobody')}
            </MenuItem>
          </>
        ) : null}
        {found.map((speaker) => (
          <MenuItem
            key={speaker.id}
            id={speaker.id}
            className="menu-item"
            textValue={speakerName(speaker, language)}
            onAction={() => onAnswer(speaker.id)}
          >
            <SpeakerFacts speaker={speaker} />
          </MenuItem>
        ))}
      </Menu>
    </Autocomplete>
  );
}
