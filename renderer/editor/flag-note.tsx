import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { TurnId } from '../../shared/model/ids.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import type { OpenTranscript } from './open-transcript.ts';

const LONGEST_NOTE = 2000;

export interface FlagNoteHandle {
  /** Opens the note of a turn beside `anchor`. */
  open(id: TurnId, anchor: HTMLElement): void;
}

interface FlagNoteProps {
  readonly transcript: OpenTranscript;
  readonly ref: Ref<FlagNoteHandle>;
  readonly onClosed: () => void;
}

/** What is doubtful about a flagged turn: Enter keeps the note, Escape leaves it as it was. */
export function FlagNote({ transcript, ref, onClosed }: FlagNoteProps) {
  const t = useTranslate();
  const [turnId, setTurnId] = useState<TurnId | null>(null);
  const [note, setNote] = useState('');
  const anchor = useRef<HTMLElement | null>(null);
  useImperativeHandle(ref, () => ({
    open(id, element) {
      anchor.current = element;
      setNote(transcript.turns().find((turn) => turn.id === id)?.flagNote ?? '');
      setTurnId(id);
    },
  }));

  const close = () => {
    setTurnId(null);
    onClosed();
  };
  const run = (verb: (id: TurnId) => void) => {
    if (turnId !== null) verb(turnId);
    close();
  };
  return (
    <Popover
      className="popover flag-note"
      triggerRef={anchor}
      placement="bottom end"
      offset={4}
      isOpen={turnId !== null}
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      <Dialog className="flag-note-dialog" aria-label={t('editor.flagNote')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            run((id) => transcript.flagTurn(id, note.trim()));
          }}
        >
          <TextField
            label={t('editor.flagNote')}
            value={note}
            onChange={setNote}
            maxLength={LONGEST_NOTE}
            autoFocus
          />
          <div className="flag-note-buttons">
            <Button look="quiet" onPress={() => run(transcript.unflagTurn)}>
              {t('editor.unflag')}
            </Button>
            <Button look="primary" type="submit">
              {t('editor.keepNote')}
            </Button>
          </div>
        </form>
      </Dialog>
    </Popover>
  );
}
