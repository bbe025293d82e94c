import { ProgressBar } from 'react-aria-components';
import { formatTime } from '../../shared/model/time.ts';
import { Button } from '../ui/button.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import type { PeaksState } from './use-peaks.ts';

/** How far the drawing of the waveform is, with the way to stop it and to take it up again. */
export function PeaksProgress({
  state,
  stop,
  start,
}: {
  state: PeaksState;
  stop: () => void;
  start: () => void;
}) {
  const t = useTranslate();
  const { percent } = useFormats();
  if (state.kind === 'shown') return null;
  if (state.kind === 'stopped') {
    return (
      <div className="peaks-progress">
        <Button look="quiet" onPress={start}>
          {t('player.draw')}
        </Button>
      </div>
    );
  }
  const text = t('player.drawing', { percent: percent.format(state.fraction) });
  const left =
    state.secondsLeft === null
      ? null
      : t('player.timeLeft', { time: formatTime(state.secondsLeft * 1000, 'mm:ss') });
  return (
    <div className="peaks-progress">
      <ProgressBar aria-label={text} value={state.fraction * 100} className="time">
        {text}
        {left ? ` · ${left}` : null}
      </ProgressBar>
      <Button look="quiet" onPress={stop}>
        {t('player.stopDrawing')}
      </Button>
    </div>
  );
}
