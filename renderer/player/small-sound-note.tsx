import type { Recording } from '../../shared/model/recording.ts';
import { Button } from '../ui/button.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { useRelink } from './use-relink.ts';
import './small-sound-note.css';

/** Says that a small sound is played in place of the original, which can be given. */
export function SmallSoundNote({ recording }: { recording: Pick<Recording, 'id'> }) {
  const t = useTranslate();
  const { percent } = useFormats();
  const { other, fraction, ask, accept } = useRelink(recording);
  const said = other ? t('player.differs', { name: other.name }) : t('player.small');
  return (
    <div className="small-sound-note" role="status">
      <p>{fraction === null ? said : t('player.drawing', { percent: percent.format(fraction) })}</p>
      {fraction === null ? <Button onPress={ask}>{t('player.giveOriginal')}</Button> : null}
      {other && fraction === null ? (
        <Button onPress={() => accept(other)}>{t('player.useOther')}</Button>
      ) : null}
    </div>
  );
}
