import { Pause, Play, TriangleAlert, X } from 'lucide-react';
import { ProgressBar } from 'react-aria-components';
import type { MinberError } from '../../shared/ipc/errors.ts';
import { formatTime } from '../../shared/model/time.ts';
import { dismissImport } from '../actions/import-recordings.ts';
import { pauseJob, stopJob } from '../actions/media-jobs.ts';
import { toldFailure } from '../api/client.ts';
import { useSession } from '../session.ts';
import { IconButton } from '../ui/button.tsx';
import { failureText } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

/** The files on their way in and those that are being read in the background: how far each is, or why it failed. */
export function ImportList() {
  const t = useTranslate();
  const imports = useSession((state) => state.imports);
  const jobs = useSession((state) => state.mediaJobs);
  return (
    <ul className="imports" aria-label={t('library.imports')}>
      {imports.map((task) => (
        <ImportRow
          key={task.grant}
          {...task}
          secondsLeft={null}
          stopLabel={t(task.failure ? 'app.dismiss' : 'library.stopImport')}
          onStop={() => dismissImport(task.grant)}
        />
      ))}
      {jobs.map((job) => (
        <ImportRow
          key={job.mediaId}
          {...job}
          failure={job.failure && toldFailure(job.failure)}
          isPaused={job.state === 'paused'}
          onPause={(paused) => pauseJob(job, paused)}
          stopLabel={t(job.failure ? 'app.dismiss' : 'library.stopJob')}
          onStop={() => stopJob(job)}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  name: string;
  fraction: number | null;
  secondsLeft: number | null;
  failure: MinberError | null;
  isPaused?: boolean;
  /** Absent: it cannot rest. */
  onPause?: (paused: boolean) => void;
  stopLabel: string;
  onStop: () => void;
}

function ImportRow({ name, fraction, secondsLeft, failure, isPaused, onPause, stopLabel, onStop }: RowProps) {
  const t = useTranslate();
  const { percent } = useFormats();
  const far = fraction === null ? t('library.waiting') : percent.format(fraction);
  const left =
    secondsLeft === null ? null : t('player.timeLeft', { time: formatTime(secondsLeft * 1000, 'mm:ss') });
  const state = isPaused ? t('library.paused') : [far, left].filter(Boolean).join(' · ');
  return (
    <li className={failure ? 'import import-failed' : 'import'}>
      {failure ? (
        <p role="alert">
          <TriangleAlert size={16} aria-hidden />
          {failureText(failure)}
        </p>
      ) : (
        <ProgressBar
          className="import-progress"
          aria-label={name}
          value={(fraction ?? 0) * 100}
          valueLabel={state}
        >
          <span className="import-name">{name}</span>
          <span className="time">{state}</span>
          <span className="import-track">
            <span style={{ width: `${(fraction ?? 0) * 100}%` }} />
          </span>
        </ProgressBar>
      )}
      {onPause && !failure ? (
        <IconButton
          icon={isPaused ? Play : Pause}
          label={t(isPaused ? 'library.resumeJob' : 'library.pauseJob')}
          onPress={() => onPause(!isPaused)}
        />
      ) : null}
      <IconButton icon={X} label={stopLabel} onPress={onStop} />
    </li>
  );
}
