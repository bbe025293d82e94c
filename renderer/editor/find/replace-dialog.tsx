import { Check } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { resolveSpeaker, speakerName } from '../../../shared/model/speaker.ts';
import { formatTime } from '../../../shared/model/time.ts';
import { useSession } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useFormats, useTranslate } from '../../ui/use-translate.ts';
import type { OpenTranscript } from '../open-transcript.ts';
import type { PlacedMatch } from '../verbs/replace-matches.ts';
import { piecesOf } from './pieces.ts';

/** Rows that are put on the page at a time. */
const ROWS_A_STEP = 100;
/** Letters of the text that stand either side of a change. */
const CONTEXT = 40;

interface ReplaceDialogProps {
  readonly transcript: OpenTranscript;
  readonly matches: readonly PlacedMatch[];
  readonly onReplace: (chosen: readonly PlacedMatch[]) => void;
  readonly onClose: () => void;
}

/** Shows every change that is about to be made, each with a tick to take away. What is not this desk's stays. */
export function ReplaceDialog({ transcript, matches: found, onReplace, onClose }: ReplaceDialogProps) {
  const t = useTranslate();
  const [matches] = useState(() => transcript.ownMatches(found));
  const outside = found.length - matches.length;
  const [left, setLeft] = useState<ReadonlySet<PlacedMatch>>(new Set());
  const [shown, setShown] = useState(ROWS_A_STEP);
  const chosen = matches.filter((placed) => !left.has(placed));
  const toggle = (placed: PlacedMatch, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(placed);
    else next.add(placed);
    setLeft(next);
  };
  return (
    <Dialog
      title={t('find.previewTitle')}
      onClose={onClose}
      width={720}
      footer={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" isDisabled={chosen.length === 0} onPress={() => onReplace(chosen)}>
            {t('find.replaceChosen', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className="replace-tools">
        <Button look="quiet" onPress={() => setLeft(new Set())}>
          {t('find.tickAll')}
        </Button>
        <Button look="quiet" onPress={() => setLeft(new Set(matches))}>
          {t('find.tickNone')}
        </Button>
      </div>
      {outside > 0 ? <p className="field-hint">{t('find.outside', { count: outside })}</p> : null}
      <ul className="replace-list" aria-label={t('find.previewTitle')}>
        {matches.slice(0, shown).map((placed) => (
          <li key={`${placed.index} ${placed.match.piece} ${placed.match.start}`}>
            <ReplaceRow
              transcript={transcript}
              placed={placed}
              isChosen={!left.has(placed)}
              onChange={(on) => toggle(placed, on)}
            />
          </li>
        ))}
      </ul>
      {matches.length > shown ? (
        <Button onPress={() => setShown(shown + ROWS_A_STEP)}>
          {t('history.showMore', { count: Math.min(ROWS_A_STEP, matches.length - shown) })}
        </Button>
      ) : null}
    </Dialog>
  );
}

interface ReplaceRowProps {
  readonly transcript: OpenTranscript;
  readonly placed: PlacedMatch;
  readonly isChosen: boolean;
  readonly onChange: (on: boolean) => void;
}

function ReplaceRow({ transcript, placed, isChosen, onChange }: ReplaceRowProps) {
  const { language } = useFormats();
  const speakers = useSession((state) => state.speakers);
  const turn = transcript.turns()[placed.index];
  if (!turn) return null;
  const { piece, start, end, replacement } = placed.match;
  const text = piecesOf(turn.content)[piece] ?? '';
  // Cut between words.
  const before = text
    .slice(Math.max(0, start - CONTEXT), start)
    .replace(start > CONTEXT ? /^\S*\s/u : /^/u, '');
  const after = text.slice(end, end + CONTEXT).replace(end + CONTEXT < text.length ? /\s\S*$/u : /$/u, '');
  const name = speakerName(resolveSpeaker(speakers, turn.speakerId), language);
  return (
    <Checkbox className="checkbox replace-row" isSelected={isChosen} onChange={onChange}>
      <span className="checkbox-box">
        <Check size={12} strokeWidth={3} aria-hidden />
      </span>
      <span className="replace-words">
        <span className="replace-where time">
          {[turn.startMs === null ? '' : formatTime(turn.startMs), name].filter(Boolean).join(' · ')}
        </span>
        <span className="replace-text">
          {start > CONTEXT ? '…' : ''}
          {before}
          <del>{text.slice(start, end)}</del>
          {replacement === '' ? null : <ins>{replacement}</ins>}
          {after}
          {end + CONTEXT < text.length ? '…' : ''}
        </span>
      </span>
    </Checkbox>
  );
}
