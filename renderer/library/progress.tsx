import { Flag } from 'lucide-react';
import { Meter } from 'react-aria-components';
import type { RecordingSummary } from '../../shared/ipc/contract.ts';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

/** How much of a recording has been transcribed, and how far its review has come. */
export function Progress({ recording }: { recording: RecordingSummary }) {
  const t = useTranslate();
  const { percent, number, languageName } = useFormats();
  const { transcribedMs, media, turnCount, checkedCount, flaggedCount } = recording;
  const share = Math.min(1, transcribedMs / Math.max(1, media.durationMs));
  return (
    <div>
      <Meter
        className="progress"
        aria-label={t('library.columnProgress')}
        value={share * 100}
        valueLabel={percent.format(share)}
      >
        <span className="progress-track">
          <span style={{ width: `${share * 100}%` }} />
        </span>
        <span className="time">{percent.format(share)}</span>
      </Meter>
      {turnCount > 0 ? (
        <span className="progress-review time">
          {t('library.checked', { checked: number.format(checkedCount), total: number.format(turnCount) })}
          {flaggedCount > 0 ? (
            <span className="progress-flags">
              <Flag size={12} strokeWidth={2} aria-hidden />
              {t('library.flagged', { count: flaggedCount })}
            </span>
          ) : null}
        </span>
      ) : null}
      {recording.translations.map(({ id, language, name, progress }) => (
        <span key={id} className="progress-review time">
          {[languageName.of(language) ?? language, name].filter(Boolean).join(' · ')}
          {': '}
          {t('translation.doneOf', {
            done: number.format(progress.done),
            total: number.format(progress.total),
          })}
          {progress.stale > 0 ? (
            <strong className="progress-stale">
              {t('translation.staleCount', { count: progress.stale, stale: number.format(progress.stale) })}
            </strong>
          ) : null}
        </span>
      ))}
    </div>
  );
}
