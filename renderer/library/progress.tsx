import { Meter } from 'react-aria-components';
import type { RecordingSummary } from '../../shared/ipc/contract.ts';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

/** How much of a recording has been transcribed. */
export function Progress({ recording }: { recording: RecordingSummary }) {
  const t = useTranslate();
  const { percent } = useFormats();
  const share = Math.min(1, recording.transcribedMs / Math.max(1, recording.media.durationMs));
  return (
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
  );
}
