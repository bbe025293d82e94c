import type { Recording } from '../../shared/model/recording.ts';
import { Button } from '../ui/button.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { useRelink } from './use-relink.ts';

export type Problem = 'missing' | 'unplayable';

interface MediaProblemProps {
  problem: Problem;
  recording: Pick<Recording, 'id' | 'media'>;
  onRetry: () => void;
}

/** Says why nothing can be played, and what to do about it. */
export function MediaProblem({ problem, recording, onRetry }: MediaProblemProps) {
  const t = useTranslate();
  const { percent } = useFormats();
  const { other, fraction, ask, accept } = useRelink(recording);
  const name = recording.media.path.split(/[\\/]/).at(-1) ?? recording.media.path;
  return (
    <div className="media-problem" role="alert">
      <p>{other ? t('player.differs', { name: other.name }) : t(`player.${problem}`, { name })}</p>
      {fraction === null ? (
        <div>
          <Button look="primary" onPress={ask}>
            {t('player.relink')}
          </Button>
          {other ? <Button onPress={() => accept(other)}>{t('player.useOther')}</Button> : null}
          {problem === 'unplayable' ? <Button onPress={onRetry}>{t('player.reload')}</Button> : null}
        </div>
      ) : (
        <p className="time">{t('player.drawing', { percent: percent.format(fraction) })}</p>
      )}
    </div>
  );
}
