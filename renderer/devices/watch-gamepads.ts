import { type ControlEvent, changedControls, type Device } from './control.ts';
import { pressedOnPad } from './gamepad-state.ts';

interface Watch {
  readonly onControl: (event: ControlEvent) => void;
  readonly onDevices: (devices: readonly Device[]) => void;
}

/** How often a gamepad is looked at: nobody hears a pedal that comes 16 ms late. */
const LOOK_MS = 16;

/**
 * Listens to gamepads, and to pedals that pass for one. The engine shows them once one of their buttons is pressed;
 * while there is none, nothing runs. Returns the way out.
 */
export function watchGamepads({ onControl, onDevices }: Watch): () => void {
  const stopper = new AbortController();
  const down = new Map<number, { readonly device: Device; pressed: ReadonlySet<string> }>();
  let timer: ReturnType<typeof setInterval> | null = null;

  const look = () => {
    const pads = navigator.getGamepads().filter((pad) => pad !== null);
    for (const [index, { device, pressed }] of down) {
      if (pads.some((pad) => pad.index === index)) continue;
      for (const control of pressed) onControl({ device, control, pressed: false });
      down.delete(index);
      onDevices([...down.values()].map((each) => each.device));
    }
    for (const pad of pads) {
      const known = down.get(pad.index);
      const now = pressedOnPad(pad);
      if (!known) {
        // What is pushed at the beginning may be how it rests; the button that woke it up will be pressed again.
        down.set(pad.index, { device: deviceOf(pad), pressed: now });
        onDevices([...down.values()].map((each) => each.device));
        continue;
      }
      for (const change of changedControls(known.pressed, now))
        onControl({ device: known.device, ...change });
      known.pressed = now;
    }
    if (pads.length === 0 && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  };
  const start = () => {
    timer ??= setInterval(look, LOOK_MS);
    look();
  };
  window.addEventListener('gamepadconnected', start, { signal: stopper.signal });
  if (navigator.getGamepads().some((pad) => pad !== null)) start();
  return () => {
    stopper.abort();
    if (timer !== null) clearInterval(timer);
  };
}

function deviceOf({ id }: Gamepad): Device {
  return {
    key: `gamepad:${id}`,
    name: id.replace(/\s*\((STANDARD GAMEPAD )?Vendor:.*\)$/i, '') || id,
    kind: 'gamepad',
  };
}
