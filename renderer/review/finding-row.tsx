import { Eye, EyeOff } from 'lucide-react';
import { resolveSpeaker, speakerName } from '../../shared/model/speaker.ts';
import { formatTime } from '../../shared/model/time.ts';
import type { Finding } from '../../shared/review/check.ts';
import { findingText, fixLabel } from '../../shared/review/finding-text.ts';
import type { IgnoredFinding } from '../../shared/review/review-notes.ts';
import { fixFinding, ignoreFinding } from '../actions/findings.ts';
import { turnsNow } from '../actions/watch-turns.ts';
import { useSession } from '../session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

export interface RowFinding {
  readonly id: string;
  readonly finding: Finding;
  /** What was said when it was let be, else null. */
  readonly ignored: IgnoredFinding | null;
}

/** One finding: where, what, and what can be done about it. */
export function FindingRow({
  row: { finding, ignored },
  onIgnore,
}: {
  row: RowFinding;
  onIgnore: (finding: Finding) => void;
}) {
  const t = useTranslate();
  const { number, language, dateTime } = useFormats();
  const speakers = useSession((state) => state.speakers);
  const turn = turnsNow().find(({ id }) => id === finding.turnId);
  const name = speakerName(resolveSpeaker(speakers, turn?.speakerId ?? null), language);
  const fix = fixLabel(finding, t);
  return (
    <div className="finding">
      <p className="finding-place">
        <span className="time">{turn?.startMs == null ? '––:––:––' : formatTime(turn.startMs)}</span>
        <span className="finding-name">{name}</span>
        {ignored ? (
          <IconButton
            icon={Eye}
            label={t('review.showAgain')}
            onPress={() => void ignoreFinding(finding, null).catch(tellFailure)}
          />
        ) : (
          <IconButton icon={EyeOff} label={t('review.ignore')} onPress={() => onIgnore(finding)} />
        )}
      </p>
      <p className="finding-text">{findingText(finding, t, number)}</p>
      {ignored ? (
        <p className="finding-reason">
          {ignored.reason}
          <span className="quiet">
            {[ignored.by, dateTime.format(new Date(ignored.at))].filter(Boolean).join(', ')}
          </span>
        </p>
      ) : fix ? (
        <Button onPress={() => fixFinding(finding)}>{fix}</Button>
      ) : null}
    </div>
  );
}
