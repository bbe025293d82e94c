import { useEffect } from 'react';
import { runCommandById } from '../commands/run-command.ts';
import { ports, useSession } from '../session.ts';
import { watchControls } from './devices.ts';
import { createPedalRunner } from './pedal-runner.ts';

/** Does what the pedals of the person stand for, as long as a recording is open; not while they are being set up. */
export function PedalWatch() {
  useEffect(() => {
    const runner = createPedalRunner({ playback: () => ports.playback, runCommand: runCommandById });
    const stop = watchControls(({ device, control, pressed }) => {
      const { settings, dialog } = useSession.getState();
      const bound = settings.pedals.find((each) => each.device === device.key && each.control === control);
      if (dialog === 'devices') runner.releaseAll();
      else if (bound && pressed) runner.press(bound.action);
      else if (bound) runner.release(bound.action);
    });
    return () => {
      stop();
      runner.releaseAll();
    };
  }, []);
  return null;
}
