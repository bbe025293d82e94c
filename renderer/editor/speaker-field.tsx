import { UserPlus, UserX } from 'lucide-react';
import { type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { Autocomplete, Dialog, Input, Menu, MenuItem, Popover, SearchField } from 'react-aria-components';
import { flushSync } from 'react-dom';
import type { SpeakerId, TurnId } from '../../shared/model/ids.ts';
import { resolveSpeaker } from '../../shared/model/speaker.ts';
import { createSpeaker } from '../actions/speakers.ts';
import { useSession } from '../session.ts';
import { SpeakerFacts } from '../ui/speaker-facts.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { shownKeysOf } from './command-keys.ts';
import type { OpenTranscript } from './open-transcript.ts';
import { speakerChoices } from './speaker-choices.ts';

const SPEAKER_COMMANDS = ([1, 2, 3, 4, 5, 6, 7, 8, 9] as const).map((digit) => `speaker${digit}` as const);

export interface SpeakerFieldHandle {
  /** Opens the field for a turn under its speaker button. */
  open(turnId: TurnId, anchor: HTMLElement): void;
}

interface SpeakerFieldProps {
  readonly transcript: OpenTranscript;
  readonly ref: Ref<SpeakerFieldHandle>;
  /** Called when the field has closed: the caret goes back to the text. */
  readonly onClosed: () => void;
}

/** Says who speaks in a turn: a list that narrows while a name is typed, and grows by a new one. */
export function SpeakerField({ transcript, ref, onClosed }: SpeakerFieldProps) {
  const [turnId, setTurnId] = useState<TurnId | null>(null);
  const anchor = useRef<HTMLElement | null>(null);
  useImperativeHandle(ref, () => ({
    open(id, element) {
      anchor.current = element;
      setTurnId(id);
    },
  }));

  // The list is gone before the text gets the caret: as long as it is there, it keeps the focus, and what is typed.
  const close = () => {
    flushSync(() => setTurnId(null));
    onClosed();
  };
  return (
    <Popover
      className="popover speaker-field"
      triggerRef={anchor}
      placement="bottom start"
      offset={4}
      isOpen={turnId !== null}
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      {turnId === null ? null : (
        <SpeakerList
          current={transcript.turns().find((turn) => turn.id === turnId)?.speakerId ?? null}
          onChoose={(speakerId) => {
            transcript.setSpeaker(turnId, speakerId);
            close();
          }}
          onAdd={(name) => {
            close();
            createSpeaker(name).then(({ id }) => transcript.setSpeaker(turnId, id), tellFailure);
          }}
        />
      )}
    </Popover>
  );
}

function SpeakerList({
  current,
  onChoose,
  onAdd,
}: {
  current: SpeakerId | null;
  onChoose: (id: SpeakerId | null) => void;
  onAdd: (name: string) => void;
}) {
  const t = useTranslate();
  const speakers = useSession((state) => state.speakers);
  const order = useSession((state) => state.speakerOrder);
  const language = useSession((state) => state.language);
  const settings = useSession((state) => state.settings);
  const [query, setQuery] = useState('');
  const { found, newName } = useMemo(
    () => speakerChoices(speakers, order, query, language),
    [speakers, order, query, language],
  );
  const currentId = resolveSpeaker(speakers, current)?.id;
  const keysOfDigit = (digit: number | null) => {
    const id = SPEAKER_COMMANDS[(digit ?? 0) - 1];
    const keys = id && shownKeysOf(id, settings);
    return keys ? <kbd>{keys}</kbd> : null;
  };

  return (
    <Dialog className="speaker-field-dialog" aria-label={t('editor.chooseSpeaker')}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField className="speaker-field-search" aria-label={t('editor.speakerHint')} autoFocus>
          <Input placeholder={t('editor.speakerHint')} />
        </SearchField>
        <Menu className="menu speaker-field-list" aria-label={t('editor.chooseSpeaker')}>
          {found.map(({ speaker, digit }) => (
            <MenuItem
              key={speaker.id}
              id={speaker.id}
              className="menu-item speaker-choice"
              data-current={speaker.id === currentId || undefined}
              textValue={speaker.id}
              onAction={() => onChoose(speaker.id)}
            >
              <SpeakerFacts speaker={speaker}>{keysOfDigit(digit)}</SpeakerFacts>
            </MenuItem>
          ))}
          {newName === null ? null : (
            <MenuItem id="add" className="menu-item" textValue={newName} onAction={() => onAdd(newName)}>
              <UserPlus size={14} strokeWidth={1.75} aria-hidden />
              {t('speakers.addNamed', { name: newName })}
            </MenuItem>
          )}
          {current !== null && query === '' ? (
            <MenuItem id="none" className="menu-item" onAction={() => onChoose(null)}>
              <UserX size={14} strokeWidth={1.75} aria-hidden />
              {t('command.noSpeaker')}
            </MenuItem>
          ) : null}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}
