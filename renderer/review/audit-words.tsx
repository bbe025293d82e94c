import { resolveSpeaker, speakerName } from '../../shared/model/speaker.ts';
import { type Turn, turnText } from '../../shared/model/turn.ts';
import type { Boundary } from '../../shared/review/boundaries.ts';
import { useSession } from '../session.ts';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

const WORDS = 9;

const wordsOf = (turn: Turn) => turnText(turn).split(/\s+/u).filter(Boolean);

interface AuditWordsProps {
  readonly turns: readonly Turn[];
  readonly boundary: Boundary;
}

/** The last words before a boundary and the first behind it. Words beyond a pause are told from those at it. */
export function AuditWords({ turns, boundary }: AuditWordsProps) {
  const { endsId, startsId, ms } = boundary;
  const ends = turns.findIndex(({ id }) => id === endsId);
  const starts = turns.findIndex(({ id }) => id === startsId);
  const before = ends >= 0 ? turns[ends] : turns[starts - 1];
  const after = starts >= 0 ? turns[starts] : turns[ends + 1];
  const pauseBeforeMs = ends < 0 && before?.endMs != null ? ms - before.endMs : null;
  const pauseAfterMs = starts < 0 && after?.startMs != null ? after.startMs - ms : null;
  return (
    <div className="audit-words">
      <Side side="before" turn={before} atBoundary={ends >= 0} pauseMs={pauseBeforeMs} />
      <Side side="after" turn={after} atBoundary={starts >= 0} pauseMs={pauseAfterMs} />
    </div>
  );
}

function Side({
  side,
  turn,
  atBoundary,
  pauseMs,
}: {
  side: 'before' | 'after';
  turn: Turn | undefined;
  atBoundary: boolean;
  pauseMs: number | null;
}) {
  const t = useTranslate();
  const { number, language } = useFormats();
  const speakers = useSession((state) => state.speakers);
  const transcriptLanguage = useSession((state) => state.opened?.transcript.language);
  const all = turn ? wordsOf(turn) : [];
  const words = side === 'before' ? all.slice(-WORDS) : all.slice(0, WORDS);
  const dots = all.length > words.length ? '…' : '';
  const text = side === 'before' ? `${dots} ${words.join(' ')}` : `${words.join(' ')} ${dots}`;
  const name = turn ? speakerName(resolveSpeaker(speakers, turn.speakerId), language) : '';
  const nobody = turn
    ? t('editor.noSpeaker')
    : t(side === 'before' ? 'review.noneBefore' : 'review.noneAfter');
  return (
    <div className={`audit-side audit-${side}`} data-pause={!atBoundary || undefined}>
      <p className="audit-name">
        {name || nobody}
        {pauseMs !== null && pauseMs > 0 ? (
          <span className="quiet">
            {t('review.pause', { seconds: number.format(Math.round(pauseMs / 100) / 10) })}
          </span>
        ) : null}
      </p>
      <p className="audit-text" lang={transcriptLanguage}>
        {text.trim()}
      </p>
    </div>
  );
}
