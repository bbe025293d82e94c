import { memo, useMemo } from 'react';
import type { TurnChange } from '../../shared/history/compare-turns.ts';
import { type WordRun, wordDiff } from '../../shared/history/word-diff.ts';
import type { SpeakerId, TurnId } from '../../shared/model/ids.ts';
import { resolveSpeaker, speakerName } from '../../shared/model/speaker.ts';
import { formatTime } from '../../shared/model/time.ts';
import { annotationsOn, type Inline, type PlacedTurn } from '../../shared/model/turn.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

/** Of a longer passage that stayed the same only its ends are shown. */
const LONGEST_SAME = 260;
const SHOWN_END = 110;

interface ChangeRowProps {
  change: TurnChange;
  onRestore: (id: TurnId) => void;
}

/** What became of one turn. */
export const ChangeRow = memo(
  function ChangeRow({ change, onRestore }: ChangeRowProps) {
    const t = useTranslate();
    const { before, after, moved } = change;
    const turn = (after ?? before) as PlacedTurn;
    const nameOf = useSpeakerName();
    const runs = useMemo(() => wordDiff(before?.content ?? [], after?.content ?? []), [before, after]);
    const kind = before === null ? 'added' : after === null ? 'removed' : moved ? 'moved' : 'changed';
    const time = turn.startMs === null ? '' : formatTime(turn.startMs);
    return (
      <li className="change" data-kind={kind}>
        <div className="change-header">
          <span className="time">{time}</span>
          <strong>{nameOf(turn.speakerId)}</strong>
          <span className="change-kind">{t(`history.kind.${kind}`)}</span>
          <Button
            look="quiet"
            aria-label={`${t('history.restoreTurn')}: ${[time, nameOf(turn.speakerId)].filter(Boolean).join(' ')}`}
            onPress={() => onRestore(turn.id)}
          >
            {t('history.restoreTurn')}
          </Button>
        </div>
        {before && after ? <Facts before={before} after={after} nameOf={nameOf} /> : null}
        <p className="change-text" lang={useSession.getState().opened?.transcript.language}>
          {runs.map((run, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one comparison never change places
            <Run key={index} run={run} isFirst={index === 0} isLast={index === runs.length - 1} />
          ))}
        </p>
      </li>
    );
  },
  (one, other) => one.change === other.change,
);

function useSpeakerName(): (id: SpeakerId | null) => string {
  const t = useTranslate();
  const { language } = useFormats();
  const speakers = useSession((state) => state.speakers);
  return (id) => speakerName(resolveSpeaker(speakers, id), language) || t('editor.noSpeaker');
}

const countAnnotations = ({ content }: PlacedTurn) => String(new Set(content.flatMap(annotationsOn)).size);

interface FactsProps {
  before: PlacedTurn;
  after: PlacedTurn;
  nameOf: (id: SpeakerId | null) => string;
}

/** What the turn says of itself, where that changed. */
function Facts({ before, after, nameOf }: FactsProps) {
  const t = useTranslate();
  const showTime = (ms: number | null) => (ms === null ? t('editor.noTime') : formatTime(ms, 'h:mm:ss.mmm'));
  const facts = [
    [t('history.fact.speaker'), nameOf(before.speakerId), nameOf(after.speakerId)],
    [t('history.fact.start'), showTime(before.startMs), showTime(after.startMs)],
    [t('history.fact.end'), showTime(before.endMs), showTime(after.endMs)],
    [t('history.fact.status'), t(`history.status.${before.status}`), t(`history.status.${after.status}`)],
    [t('history.fact.annotations'), countAnnotations(before), countAnnotations(after)],
  ] as const;
  const changed = facts.filter(([, was, is]) => was !== is);
  if (changed.length === 0) return null;
  return (
    <dl className="change-facts">
      {changed.map(([label, was, is]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <del>{was}</del> → <ins>{is}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface RunProps {
  run: WordRun;
  isFirst: boolean;
  isLast: boolean;
}

function Run({ run, isFirst, isLast }: RunProps) {
  const t = useTranslate();
  const show = (inline: Inline) =>
    inline.type === 'text'
      ? inline.text
      : inline.type === 'tag'
        ? `[${t(`tag.${inline.tag}`)}]`
        : `[${formatTime(inline.atMs)}]`;
  const text = run.content.map(show).join('');
  if (run.kind === 'added') return <ins>{text}</ins>;
  if (run.kind === 'removed') return <del>{text}</del>;
  return <>{text.length > LONGEST_SAME ? shortened(text, isFirst, isLast) : text}</>;
}

/** Returns what stands next to a change, and dots for the rest. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const head = isFirst ? '' : text.slice(0, SHOWN_END).replace(/\S*$/u, '');
  const tail = isLast ? '' : text.slice(-SHOWN_END).replace(/^\S*/u, '');
  if (isFirst && isLast) return `${text.slice(0, SHOWN_END).replace(/\S*$/u, '')}…`;
  return `${head}…${tail}`;
}
