import { Volume1, Volume2, VolumeX } from 'lucide-react';
import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { changeSettings } from '../actions/settings.ts';
import type { Playback } from '../ports.ts';
import { useSession } from '../session.ts';
import { IconButton } from '../ui/button.tsx';
import { Checkbox } from '../ui/field.tsx';
import { Slider } from '../ui/slider.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

/** A button that opens the volume. What is chosen is remembered; silence is for now. */
export function VolumeControl({ playback }: { playback: Playback | null }) {
  const t = useTranslate();
  const { percent } = useFormats();
  const kept = useSession((state) => state.settings.volume);
  const [volume, setVolume] = useState(kept);
  const [isMuted, setMuted] = useState(false);
  const apply = (next: number, muted: boolean) => {
    setVolume(next);
    setMuted(muted);
    playback?.setVolume(muted ? 0 : next);
  };
  return (
    <DialogTrigger>
      <IconButton
        icon={isMuted || volume === 0 ? VolumeX : volume < 0.5 ? Volume1 : Volume2}
        label={t('player.volume')}
      />
      <Popover className="popover" offset={6}>
        <Dialog className="volume" aria-label={t('player.volume')}>
          <Slider
            label={t('player.volume')}
            value={volume}
            min={0}
            max={1}
            step={0.05}
            show={(value) => percent.format(value)}
            onChange={(next) => apply(next, false)}
            onChangeEnd={(next) => void changeSettings({ volume: next })}
          />
          <Checkbox label={t('player.mute')} checked={isMuted} onChange={(muted) => apply(volume, muted)} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
