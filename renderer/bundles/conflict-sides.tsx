import { wordDiff } from '../../shared/history/word-diff.ts';
import type { BundleComparison, BundleConflict } from '../../shared/ipc/contract.ts';
import { formatTime } from '../../shared/model/time.ts';
import type { Inline, Turn } from '../../shared/model/turn.ts';
import { useTranslate } from '../ui/use-translate.ts';
import { useSpeakerNames } from './conflict-name.ts';
import { FieldSides } from './field-sides.tsx';
import { Side, type SideTitles } from './side.tsx';
import { FindingSides, StandingSides } from './standing-sides.tsx';

interface ConflictSidesProps {
  conflict: BundleConflict;
  comparison: BundleComparison;
  /** What their side is called. */
  theirs: string;
}

/** Both versions of what is in conflict, with what sets them apart marked. */
export function ConflictSides({ conflict, comparison, theirs }: ConflictSidesProps) {
  const t = useTranslate();
  const titles = { mine: t('bundle.mine'), theirs };
  if (conflict.kind === 'turn') return <TurnSides {...conflict} comparison={comparison} titles={titles} />;
  if (conflict.kind === 'order')
    return (
      <div className="conflict-sides">
        <p className="conflict-order">{t('bundle.orderText')}</p>
        <Side title={titles.mine}>{t('bundle.orderMine')}</Side>
        <Side title={titles.theirs}>{t('bundle.orderTheirs')}</Side>
      </div>
    );
  if (conflict.kind === 'standing')
    return <StandingSides conflict={conflict} comparison={comparison} titles={titles} />;
  if (conflict.kind === 'finding') return <FindingSides conflict={conflict} titles={titles} />;
  return <FieldSides conflict={conflict} comparison={comparison} titles={titles} />;
}

interface TurnSidesProps {
  base: Turn | null;
  mine: Turn | null;
  theirs: Turn | null;
  comparison: BundleComparison;
  titles: SideTitles;
}

function TurnSides({ base, mine, theirs, comparison, titles }: TurnSidesProps) {
  const t = useTranslate();
  const runs = mine && theirs ? wordDiff(mine.content, theirs.content) : [];
  const other = { mine: theirs, theirs: mine };
  return (
    <div className="conflict-sides">
      {(
        [
          ['mine', mine, 'removed'],
          ['theirs', theirs, 'added'],
        ] as const
      ).map(([side, turn, own]) => (
        <Side key={side} title={titles[side]}>
          {turn ? (
            <>
              <TurnHead turn={turn} other={other[side]} comparison={comparison} />
              <p className="conflict-text">
                {other[side] ? (
                  runs
                    .filter(({ kind }) => kind === 'same' || kind === own)
                    .map(({ kind, content }, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity
                      <Run key={index} content={content} marked={kind === own} />
                    ))
                ) : (
                  <Run content={turn.content} marked={false} />
                )}
              </p>
            </>
          ) : (
            <p className="conflict-deleted">{t('bundle.deleted')}</p>
          )}
        </Side>
      ))}
      {base ? (
        <section className="conflict-base" aria-label={t('bundle.before')}>
          <h3 className="field-label">{t('bundle.before')}</h3>
          <p className="conflict-text">
            <Run content={base.content} marked={false} />
          </p>
        </section>
      ) : null}
    </div>
  );
}

/** Time, speaker and status; what the other side has otherwise is marked. */
function TurnHead({
  turn,
  other,
  comparison,
}: {
  turn: Turn;
  other: Turn | null;
  comparison: BundleComparison;
}) {
  const t = useTranslate();
  const nameOf = useSpeakerNames(comparison);
  const timesOf = ({ startMs, endMs }: Turn) =>
    startMs === null && endMs === null
      ? t('bundle.noTime')
      : [startMs, endMs].map((ms) => (ms === null ? '–' : formatTime(ms, 'h:mm:ss.mmm'))).join(' – ');
  const facts = [
    [t('bundle.time'), timesOf],
    [t('bundle.speaker'), ({ speakerId }: Turn) => nameOf(speakerId) || t('bundle.noSpeaker')],
    [t('bundle.status'), ({ status }: Turn) => t(`bundle.statusOf.${status}`)],
  ] as const;
  return (
    <dl className="conflict-head time">
      {facts.map(([label, read]) => (
        <div key={label}>
          <dt className="visually-hidden">{label}</dt>
          <dd>{other && read(other) !== read(turn) ? <mark>{read(turn)}</mark> : read(turn)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Run({ content, marked }: { content: readonly Inline[]; marked: boolean }) {
  const t = useTranslate();
  const text = content.map((inline) => {
    if (inline.type === 'text') return inline.text;
    return inline.type === 'tag' ? `[${t(`tag.${inline.tag}`)}]` : `[${formatTime(inline.atMs)}]`;
  });
  return marked ? <mark>{text.join('')}</mark> : text.join('');
}
