import { ProgressBar } from 'react-aria-components';
import { formatTime } from '../../shared/model/time.ts';
import { openDialog } from '../actions/dialogs.ts';
import { pauseJob, stopJob } from '../actions/media-jobs.ts';
import { toldFailure } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { failureText } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import type { Prepared } from './use-prepared.ts';

/** Why a recording does not play yet: the file that stands for it is being made, or waits for something. */
export function ProxyNote({ prepared: { state, job, start } }: { prepared: Prepared }) {
  const t = useTranslate();
  const { percent } = useFormats();
  if (!state || state.playable) return null;
  if (state.needsFfmpeg)
    return (
      <div className="media-problem" role="alert">
        <p>{t('player.proxy.needsFfmpeg')}</p>
        <div>
          <Button look="primary" onPress={() => openDialog('settings')}>
            {t('player.proxy.settings')}
          </Button>
          <Button onPress={start}>{t('player.reload')}</Button>
        </div>
      </div>
    );
  if (!job || job.failure)
    return (
      <div className="media-problem" role={job ? 'alert' : 'status'}>
        <p>{job?.failure ? failureText(toldFailure(job.failure)) : t('player.proxy.stopped')}</p>
        <div>
          <Button look="primary" onPress={start}>
            {t('player.proxy.make')}
          </Button>
        </div>
      </div>
    );
  const fraction = job.fraction ?? 0;
  const left = job.secondsLeft === null ? null : formatTime(job.secondsLeft * 1000, 'mm:ss');
  return (
    <div className="media-problem" role="status">
      <p>{t(`player.proxy.why.${state.setup.proxy ?? 'format'}`)}</p>
      <ProgressBar
        className="proxy-progress time"
        aria-label={t('player.proxy.making')}
        value={fraction * 100}
        valueLabel={percent.format(fraction)}
      >
        {job.state === 'waiting' ? t('library.waiting') : percent.format(fraction)}
        {left ? ` · ${t('player.timeLeft', { time: left })}` : null}
      </ProgressBar>
      <div>
        <Button onPress={() => pauseJob(job, job.state !== 'paused')}>
          {t(job.state === 'paused' ? 'library.resumeJob' : 'library.pauseJob')}
        </Button>
        <Button look="quiet" onPress={() => stopJob(job)}>
          {t('player.stopDrawing')}
        </Button>
      </div>
    </div>
  );
}
