/** A device that can be stepped on or pressed. `key` stays the same when it is plugged in again. */
export interface Device {
  readonly key: string;
  readonly name: string;
  readonly kind: 'gamepad' | 'pedal';
}

/** A press or a release of one control of a device. */
export interface ControlEvent {
  readonly device: Device;
  /** A button, a direction of an axis, or a bit of a report: the same at each press. */
  readonly control: string;
  readonly pressed: boolean;
}

/** What changed between two states of a device. */
export type ControlChange = Pick<ControlEvent, 'control' | 'pressed'>;

/** Returns the controls that were pressed or let go between two sets of pressed ones. */
export function changedControls(
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
): readonly ControlChange[] {
  return [
    ...[...before].filter((each) => !now.has(each)).map((control) => ({ control, pressed: false })),
    ...[...now].filter((each) => !before.has(each)).map((control) => ({ control, pressed: true })),
  ];
}
