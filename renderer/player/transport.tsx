import {
  AudioLines,
  FastForward,
  ListVideo,
  Pause,
  PictureInPicture2,
  Play,
  Repeat,
  Rewind,
  Undo2,
  Video,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import type { RefObject } from 'react';
import { Button } from 'react-aria-components';
import { nextTimeDisplay, toggleLoop } from '../actions/playing.ts';
import { changeSettings } from '../actions/settings.ts';
import { shownKeysOf } from '../commands/shown-keys.ts';
import type { Playback } from '../ports.ts';
import { useSession } from '../session.ts';
import { Hint, IconButton, IconToggle } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { VolumeControl } from './volume-control.tsx';

const SKIP_MS = 3000;
const RATES = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
const STEP_BACK_SECONDS = [0, 1, 2, 3, 4, 5];

interface TransportProps {
  /** Where the stage writes the time. */
  clock: RefObject<HTMLSpanElement | null>;
  duration: string;
  playback: Playback | null;
  hasPicture: boolean;
  isPoppedOut: boolean;
  /** How far listening for speech is; null when it is not going on. */
  speechFraction: number | null;
}

/** The buttons under the waveform. */
export function Transport({
  clock,
  duration,
  playback,
  hasPicture,
  isPoppedOut,
  speechFraction,
}: TransportProps) {
  const t = useTranslate();
  const settings = useSession((state) => state.settings);
  const isPlaying = useSession((state) => state.playing);
  const keys = (id: Parameters<typeof shownKeysOf>[0]) => {
    const shown = shownKeysOf(id, settings);
    return shown ? { keys: shown } : {};
  };
  const seconds = SKIP_MS / 1000;

  return (
    <div className="transport">
      <div className="transport-group">
        <IconButton
          icon={Rewind}
          label={t('player.back', { seconds })}
          {...keys('back')}
          onPress={() => playback?.skip(-SKIP_MS)}
        />
        <IconButton
          icon={isPlaying ? Pause : Play}
          size={20}
          label={t(isPlaying ? 'player.pause' : 'player.play')}
          {...keys('play')}
          onPress={() => playback?.toggle()}
        />
        <IconButton
          icon={FastForward}
          label={t('player.forward', { seconds })}
          {...keys('forward')}
          onPress={() => playback?.skip(SKIP_MS)}
        />
      </div>
      <p className="transport-time time">
        <Hint label={t('command.timeDisplay')} {...keys('timeDisplay')}>
          <Button className="transport-clock" onPress={() => void nextTimeDisplay()}>
            <span ref={clock} data-testid="clock" />
          </Button>
        </Hint>
        <span className="visually-hidden">{t('player.duration', { time: duration })}</span>
        <span className="transport-duration" aria-hidden>
          {' / '}
          {duration}
        </span>
      </p>
      <div className="transport-space" />
      <div className="transport-group">
        <SpeedChoice playback={playback} />
        <VolumeControl />
        <StepBackChoice />
        <LoopToggle {...keys('loop')} />
        <SkipPauses fraction={speechFraction} />
      </div>
      <div className="transport-group transport-zoom">
        <IconToggle
          icon={AudioLines}
          label={t('command.spectrogram')}
          {...keys('spectrogram')}
          isSelected={settings.spectrogramVisible}
          onChange={(spectrogramVisible) => void changeSettings({ spectrogramVisible })}
        />
        <IconButton
          icon={ZoomOut}
          label={t('player.zoomOut')}
          {...keys('zoomOut')}
          onPress={() => playback?.zoomBy(0.8)}
        />
        <IconButton
          icon={ZoomIn}
          label={t('player.zoomIn')}
          {...keys('zoomIn')}
          onPress={() => playback?.zoomBy(1.25)}
        />
      </div>
      {hasPicture ? (
        <div className="transport-group">
          <IconToggle
            icon={Video}
            label={t(settings.videoVisible ? 'player.hideVideo' : 'player.showVideo')}
            isSelected={settings.videoVisible}
            onChange={(videoVisible) => void changeSettings({ videoVisible })}
          />
          <IconToggle
            icon={PictureInPicture2}
            label={t(isPoppedOut ? 'player.popIn' : 'player.popOut')}
            isSelected={isPoppedOut}
            onChange={() => playback?.popOutVideo()}
          />
        </div>
      ) : null}
    </div>
  );
}

/** Whether playing leaves out the pauses; while they are being looked for, how far that is. */
function SkipPauses({ fraction }: { fraction: number | null }) {
  const t = useTranslate();
  const { percent } = useFormats();
  const skipPauses = useSession((state) => state.settings.skipPauses);
  return (
    <>
      <IconToggle
        icon={ListVideo}
        label={t('player.skipPauses')}
        isSelected={skipPauses}
        onChange={(selected) => void changeSettings({ skipPauses: selected })}
      />
      {fraction === null ? null : (
        <span className="transport-listening time" role="status" title={t('player.listeningHint')}>
          {t('player.listening', { percent: percent.format(fraction) })}
        </span>
      )}
    </>
  );
}

/** Loops what is selected, else the turn with the caret. */
function LoopToggle({ keys }: { keys?: string }) {
  const t = useTranslate();
  const isLooping = useSession((state) => state.loop !== null);
  const isPossible = useSession(({ loop, span, currentTurnId }) => (loop ?? span ?? currentTurnId) !== null);
  return (
    <IconToggle
      icon={Repeat}
      label={t(isLooping ? 'player.endLoop' : 'player.loop')}
      {...(keys ? { keys } : {})}
      isSelected={isLooping}
      isDisabled={!isPossible}
      onChange={toggleLoop}
    />
  );
}

function SpeedChoice({ playback }: { playback: Playback | null }) {
  const t = useTranslate();
  const { number } = useFormats();
  const rate = useSession((state) => state.rate);
  const rates = [...new Set([...RATES, rate])].sort((a, b) => a - b);
  return (
    <Select
      label={t('player.speed')}
      hideLabel
      value={String(rate)}
      choices={rates.map((choice) => ({
        value: String(choice),
        label: t('player.speedValue', { rate: number.format(choice) }),
      }))}
      onChange={(choice) => playback?.setRate(Number(choice))}
    />
  );
}

/** How far a pause steps back, so that the last words are heard again. */
function StepBackChoice() {
  const t = useTranslate();
  const stepBackMs = useSession((state) => state.settings.stepBackOnPauseMs);
  const choices = [...new Set([...STEP_BACK_SECONDS, stepBackMs / 1000])].sort((a, b) => a - b);
  return (
    <span className="transport-choice" title={t('player.stepBack')}>
      <Undo2 size={14} aria-hidden />
      <Select
        label={t('player.stepBack')}
        hideLabel
        value={String(stepBackMs / 1000)}
        choices={choices.map((seconds) => ({
          value: String(seconds),
          label: t('player.stepBackValue', { seconds }),
        }))}
        onChange={(seconds) => void changeSettings({ stepBackOnPauseMs: Number(seconds) * 1000 })}
      />
    </span>
  );
}
