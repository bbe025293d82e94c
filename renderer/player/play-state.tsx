import { X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { speakerName } from '../../shared/model/speaker.ts';
import { toggleOnlySpeaker } from '../actions/playing.ts';
import { useSession } from '../session.ts';
import { Hint } from '../ui/button.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

/** How playing differs from the usual: the speed of the shuttle, and whose turns alone are played. */
export function PlayState() {
  const t = useTranslate();
  const { language, number } = useFormats();
  const shuttle = useSession((state) => state.shuttle);
  const only = useSession(({ onlySpeaker, speakers }) => onlySpeaker && speakers.get(onlySpeaker));
  return (
    <div className="play-state">
      {shuttle === 0 ? null : (
        <span className="play-chip time" role="status">
          {t('player.shuttle', { speed: number.format(shuttle) })}
        </span>
      )}
      {only ? (
        <Hint label={t('player.onlySpeakerEnd')}>
          <Button className="play-chip play-chip-speaker" onPress={toggleOnlySpeaker}>
            <span>{t('player.onlySpeaker', { name: speakerName(only, language) })}</span>
            <X size={12} aria-hidden />
          </Button>
        </Hint>
      ) : null}
    </div>
  );
}
