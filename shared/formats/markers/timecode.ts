/** How a picture counts its frames: `frames` in `seconds`, exactly. */
export interface FrameCount {
  readonly frames: number;
  readonly seconds: number;
  /** Frames in a second of timecode. */
  readonly nominal: number;
  /** Timecode leaves numbers out to keep the clock's time (SMPTE ST 12-1). */
  readonly drop: boolean;
}

const BROADCAST: readonly FrameCount[] = [
  { frames: 24_000, seconds: 1001, nominal: 24, drop: false },
  { frames: 24, seconds: 1, nominal: 24, drop: false },
  { frames: 25, seconds: 1, nominal: 25, drop: false },
  { frames: 30_000, seconds: 1001, nominal: 30, drop: true },
  { frames: 30, seconds: 1, nominal: 30, drop: false },
  { frames: 50, seconds: 1, nominal: 50, drop: false },
  { frames: 60_000, seconds: 1001, nominal: 60, drop: true },
  { frames: 60, seconds: 1, nominal: 60, drop: false },
];
const EUROPEAN: FrameCount = { frames: 25, seconds: 1, nominal: 25, drop: false };
/** So near a measured rate stands for the broadcast rate. */
const NEAR = 0.0005;

/** Returns the count for a measured rate; European television's where none is known or edit desks know no such. */
export function frameCount(rate: number | undefined): FrameCount {
  const near = BROADCAST.find(
    ({ frames, seconds }) => rate !== undefined && Math.abs((rate * seconds) / frames - 1) < NEAR,
  );
  return near ?? EUROPEAN;
}

/** Returns the number of the frame that is shown at a time. */
export const frameAt = (ms: number, { frames, seconds }: FrameCount): number =>
  Math.round((ms * frames) / (seconds * 1000));

/** Returns timecode for a frame, with `;` before the frames where numbers are left out. */
export function timecode(frame: number, { nominal, drop }: FrameCount): string {
  const shown = drop ? withDropped(frame, nominal) : frame;
  const pad = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(shown / nominal);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(pad).join(':');
  return `${clock}${drop ? ';' : ':'}${pad(shown % nominal)}`;
}

/** Numbers 0 and 1 (of 30) are left out of each minute but the tenth. */
function withDropped(frame: number, nominal: number): number {
  const dropped = nominal / 15;
  const minute = nominal * 60 - dropped;
  const tenMinutes = minute * 10 + dropped;
  const tens = Math.floor(frame / tenMinutes);
  const rest = frame % tenMinutes;
  const minutes = rest < nominal * 60 ? 0 : 1 + Math.floor((rest - nominal * 60) / minute);
  return frame + dropped * (9 * tens + minutes);
}
