import { Flag, LockKeyhole } from 'lucide-react';
import { memo } from 'react';
import type { SpeakerId, TurnId } from '../../shared/model/ids.ts';
import { formatTime } from '../../shared/model/time.ts';
import type { TurnStatus, Voice } from '../../shared/model/turn.ts';
import { useAnnotationLook } from './annotation-looks.ts';
import { FindingMark } from './finding-mark.tsx';
import { keepCaret } from './keep-caret.ts';
import { useSpeakerLabel } from './speaker-labels.ts';
import { RowState } from './turn-beside.tsx';
import { useTurnContext } from './turn-context.ts';

interface TurnHeaderProps {
  readonly id: TurnId;
  readonly startMs: number | null;
  readonly speakerId: SpeakerId | null;
  readonly status: TurnStatus;
  readonly checkedBy: string | undefined;
  readonly checkedAt: string | undefined;
  readonly flagNote: string | undefined;
  /** Ids of the annotations in the turn, with a space between. */
  readonly notes: string;
  readonly voice: Voice | undefined;
  readonly language: string | undefined;
}

/**
 * When, who, and how sure: the line above the text of a turn. Its buttons are for the pointer and are no tab
 * stops, since there are thousands; the keyboard does the same by commands on the turn with the caret. Dot and
 * check mark are drawn by the style sheet: thousands of icons would double the time to open a transcript.
 */
export const TurnHeader = memo(function TurnHeader(turn: TurnHeaderProps) {
  const {
    id,
    startMs,
    speakerId,
    status,
    checkedBy = '',
    checkedAt,
    flagNote,
    notes,
    voice,
    language,
  } = turn;
  const { labels, seek, toggleChecked, openFlagNote, isSideBySide } = useTurnContext();
  const time = startMs === null ? labels.noTime : formatTime(startMs);
  const isChecked = status === 'checked';
  return (
    <div className="turn-header" contentEditable={false}>
      <button
        type="button"
        tabIndex={-1}
        onMouseDown={keepCaret}
        className="turn-time time"
        disabled={startMs === null}
        aria-label={startMs === null ? labels.noTime : `${time}, ${labels.seek}`}
        onClick={() => startMs !== null && seek(startMs)}
      >
        {startMs === null ? '––:––:––' : time}
      </button>
      <SpeakerButton turnId={id} speakerId={speakerId} />
      {voice || language ? (
        <span className="turn-voice">
          {[voice && labels.voices[voice], language && labels.languageName(language)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      ) : null}
      {notes === '' ? null : <WithheldBadge notes={notes} />}
      <span className="turn-space" />
      {isSideBySide ? <RowState id={id} /> : null}
      <FindingMark id={id} />
      {status === 'draft' && checkedAt ? (
        <span className="turn-changed" title={labels.checkedBy(checkedBy, checkedAt)}>
          {labels.changedSinceCheck(checkedBy)}
        </span>
      ) : null}
      {status === 'flagged' ? (
        <button
          type="button"
          tabIndex={-1}
          onMouseDown={keepCaret}
          className="turn-flag"
          aria-label={flagNote ? `${labels.flagged}: ${flagNote}` : labels.flagged}
          onClick={() => openFlagNote(id)}
        >
          {flagNote ? <span className="turn-note">{flagNote}</span> : null}
          <Flag size={14} strokeWidth={1.75} aria-hidden />
        </button>
      ) : null}
      <button
        type="button"
        tabIndex={-1}
        onMouseDown={keepCaret}
        className="turn-check"
        aria-label={isChecked && checkedAt ? labels.checkedBy(checkedBy, checkedAt) : labels.checked}
        title={isChecked && checkedAt ? labels.checkedBy(checkedBy, checkedAt) : undefined}
        aria-pressed={isChecked}
        onClick={() => toggleChecked(id)}
      />
    </div>
  );
});

function SpeakerButton({ turnId, speakerId }: { turnId: TurnId; speakerId: SpeakerId | null }) {
  const { labels, openSpeakerField } = useTurnContext();
  const label = useSpeakerLabel(speakerId);
  const name = label?.name || labels.noSpeaker;
  return (
    <button
      type="button"
      tabIndex={-1}
      onMouseDown={keepCaret}
      className="turn-speaker"
      data-colour={label ? label.colour : 'none'}
      aria-label={`${name}, ${labels.chooseSpeaker}`}
      onClick={() => openSpeakerField(turnId)}
    >
      {name}
    </button>
  );
}

/** Says plainly that words of the turn are off the record. */
function WithheldBadge({ notes }: { notes: string }) {
  const { labels } = useTurnContext();
  const look = useAnnotationLook(notes);
  return look?.withheld ? (
    <span className="turn-withheld">
      <LockKeyhole size={11} strokeWidth={2} aria-hidden />
      {labels.withheld}
    </span>
  ) : null;
}
