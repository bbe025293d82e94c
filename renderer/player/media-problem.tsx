import { useEffect, useRef, useState } from 'react';
import type { Recording } from '../../shared/model/recording.ts';
import { Button } from '../ui/button.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { acceptOtherFile, type OtherFile, relinkMedia } from './relink-media.ts';

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
  const [other, setOther] = useState<OtherFile | null>(null);
  const [fraction, setFraction] = useState<number | null>(null);
  const stopper = useRef(new AbortController());
  const name = recording.media.path.split(/[\\/]/).at(-1) ?? recording.media.path;

  useEffect(() => {
    const stopping = new AbortController();
    stopper.current = stopping;
    return () => stopping.abort();
  }, []);

  async function accept(file: OtherFile) {
    const { signal } = stopper.current;
    setFraction(0);
    try {
      await acceptOtherFile(recording.id, file, { signal, onProgress: setFraction });
    } catch (error) {
      if (signal.aborted) return;
      setFraction(null);
      tellFailure(error);
    }
  }

  return (
    <div className="media-problem" role="alert">
      <p>{other ? t('player.differs', { name: other.name }) : t(`player.${problem}`, { name })}</p>
      {fraction === null ? (
        <div>
          <Button
            look="primary"
            onPress={() => void relinkMedia(recording.id).then(setOther).catch(tellFailure)}
          >
            {t('player.relink')}
          </Button>
          {other ? <Button onPress={() => void accept(other)}>{t('player.useOther')}</Button> : null}
          {problem === 'unplayable' ? <Button onPress={onRetry}>{t('player.reload')}</Button> : null}
        </div>
      ) : (
        <p className="time">{t('player.drawing', { percent: percent.format(fraction) })}</p>
      )}
    </div>
  );
}
