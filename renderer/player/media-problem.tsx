import { useEffect, useState } from 'react';
import type { Media, Recording } from '../../shared/model/recording.ts';
import { formatTime } from '../../shared/model/time.ts';
import { Button } from '../ui/button.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { findMoved, type OtherFile } from './relink-media.ts';
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
  const [isSearching, setSearching] = useState(false);
  const name = recording.media.path.split(/[\\/]/).at(-1) ?? recording.media.path;

  useEffect(() => {
    if (problem !== 'missing') return;
    setSearching(true);
    findMoved(recording.id)
      .catch(tellFailure)
      .finally(() => setSearching(false));
  }, [problem, recording.id]);

  return (
    <div className="media-problem" role="alert">
      <p>{other ? t('player.differs', { name: other.name }) : t(`player.${problem}`, { name })}</p>
      {other ? <Differences before={recording.media} now={other} /> : null}
      {isSearching ? <p role="status">{t('player.searching')}</p> : null}
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

/** What another file has that the one which was transcribed had not. */
function Differences({ before, now }: { before: Media; now: OtherFile }) {
  const t = useTranslate();
  const { number } = useFormats();
  const megabytes = (bytes: number) =>
    t('library.megabytes', { size: number.format(Math.round(bytes / 1e4) / 100) });
  const format = (media: Pick<Media, 'container' | 'videoCodec' | 'audioCodec'>) =>
    [media.container, media.videoCodec, media.audioCodec].filter(Boolean).join(' · ');
  const time = (ms: number) => formatTime(ms, 'h:mm:ss.mmm');
  const rows = [
    [t('library.columnDuration'), time(before.durationMs), time(now.facts.durationMs)],
    [t('library.factSize'), megabytes(before.bytes), megabytes(now.bytes)],
    [t('library.factCodecs'), format(before), format(now.facts)],
  ].filter(([, was, is]) => was !== is);
  return rows.length === 0 ? (
    <p>{t('player.onlyContent')}</p>
  ) : (
    <ul className="media-differences">
      {rows.map(([what = '', was = '', is = '']) => (
        <li key={what}>{t('player.differsIn', { what, was, is })}</li>
      ))}
    </ul>
  );
}
