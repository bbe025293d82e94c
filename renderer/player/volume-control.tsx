import { Volume1, Volume2, VolumeX } from 'lucide-react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { changeSettings } from '../actions/settings.ts';
import { shownKeysOf } from '../commands/shown-keys.ts';
import { useSession } from '../session.ts';
import { IconButton } from '../ui/button.tsx';
import { Checkbox } from '../ui/field.tsx';
import { Slider } from '../ui/slider.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

/** A button that opens the volume and how the sound is evened out. What is chosen is remembered; silence is for now. */
export function VolumeControl() {
  const t = useTranslate();
  const { percent } = useFormats();
  const settings = useSession((state) => state.settings);
  const muted = useSession((state) => state.muted);
  const { volume, levelSpeech } = settings;
  const keys = shownKeysOf('louder', settings);
  return (
    <DialogTrigger>
      <IconButton
        icon={muted || volume === 0 ? VolumeX : volume < 0.5 ? Volume1 : Volume2}
        label={volume > 1 ? t('player.volumeOf', { percent: percent.format(volume) }) : t('player.volume')}
        {...(keys ? { keys } : {})}
      />
      <Popover className="popover" offset={6}>
        <Dialog className="volume" aria-label={t('player.volume')}>
          <Slider
            label={t('player.volume')}
            value={volume}
            min={0}
            max={3}
            step={0.05}
            show={(value) => percent.format(value)}
            onChange={(next) =>
              useSession.setState(({ settings: now }) => ({
                settings: { ...now, volume: next },
                muted: false,
              }))
            }
            onChangeEnd={(next) => void changeSettings({ volume: next })}
          />
          <p className="field-hint">{t('player.boostHint')}</p>
          <Checkbox
            label={t('player.level')}
            checked={levelSpeech}
            onChange={(levels) => void changeSettings({ levelSpeech: levels })}
          />
          <Checkbox
            label={t('player.mute')}
            checked={muted}
            onChange={(silent) => useSession.setState({ muted: silent })}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
