type Pad = Pick<Gamepad, 'axes'> & { readonly buttons: readonly Pick<GamepadButton, 'pressed'>[] };

/** An axis that is moved this far counts as pressed. */
const AXIS_PRESSED = 0.5;

/** Returns the buttons of a gamepad that are down and the directions its axes are pushed to: `b3`, `a1+`. */
export function pressedOnPad({ buttons, axes }: Pad): ReadonlySet<string> {
  const down = new Set<string>();
  for (const [index, { pressed }] of buttons.entries()) if (pressed) down.add(`b${index}`);
  for (const [index, value] of axes.entries())
    if (Math.abs(value) > AXIS_PRESSED) down.add(`a${index}${value > 0 ? '+' : '-'}`);
  return down;
}
