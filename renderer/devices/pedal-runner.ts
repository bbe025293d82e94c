import { HOLD_ACTIONS, type HoldAction } from '../../shared/ipc/player-settings.ts';
import type { Playback } from '../ports.ts';

/** How fast it goes back or forward while a pedal is held. */
const HELD_SPEED = 3;

interface RunnerParts {
  readonly playback: () => Playback | null;
  readonly runCommand: (id: string) => void;
}

const isHold = (action: string): action is HoldAction => HOLD_ACTIONS.some((each) => each === action);

/**
 * Does what the controls of a pedal stand for. Playing, rewinding and going forward last as long as the control is
 * held; what was going on before goes on behind them. Everything else is done at the press.
 */
export function createPedalRunner({ playback, runCommand }: RunnerParts) {
  const held: HoldAction[] = [];
  let wasPlaying = false;

  const begin = (action: HoldAction) => {
    if (action === 'holdPlay') playback()?.play();
    else playback()?.shuttleAt(action === 'holdRewind' ? -HELD_SPEED : HELD_SPEED);
  };
  return {
    press(action: string) {
      if (!isHold(action)) return runCommand(action);
      if (held.includes(action)) return;
      if (held.length === 0) wasPlaying = playback()?.isPlaying() ?? false;
      held.push(action);
      begin(action);
    },
    release(action: string) {
      const at = held.findIndex((each) => each === action);
      if (at < 0) return;
      held.splice(at, 1);
      const still = held.at(-1);
      if (still) begin(still);
      else if (action !== 'holdPlay' && wasPlaying) playback()?.play();
      else playback()?.pause();
    },
    /** Lets go of everything: the device is gone, or the pedal is being configured. */
    releaseAll() {
      if (held.length === 0) return;
      held.length = 0;
      playback()?.pause();
    },
  };
}
