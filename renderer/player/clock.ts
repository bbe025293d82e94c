import type { TimeDisplay } from '../../shared/ipc/player-settings.ts';
import { formatTime } from '../../shared/model/time.ts';
import { exactFrameRate, frameAt } from './frames.ts';

/** Returns a time to the tenth of a second: `00:12:03.4`. */
export function formatTenths(ms: number): string {
  const tenths = Math.floor(Math.max(0, ms) / 100);
  return `${formatTime(tenths * 100)}.${tenths % 10}`;
}

/** Returns a time in the way that was chosen. `frameRate` is that of the picture; null counts 25 a second. */
export function formatClock(ms: number, display: TimeDisplay, frameRate: number | null): string {
  if (display === 'time') return formatTenths(ms);
  const rate = exactFrameRate(frameRate);
  const frame = frameAt(ms, rate);
  return display === 'frames' ? String(frame) : timeCode(frame, rate);
}

const pad = (value: number) => String(value).padStart(2, '0');

/**
 * Returns the time code of a frame: `00:12:03:10`. At 29.97 and 59.94 a second the labels that are dropped keep it
 * beside the clock, and a semicolon says so: `00:12:03;10` (SMPTE ST 12-1).
 */
function timeCode(frame: number, rate: number): string {
  const nominal = Math.round(rate);
  const drops = rate !== nominal && nominal % 30 === 0;
  const label = drops ? withDropped(frame, nominal) : frame;
  const seconds = Math.floor(label / nominal);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(pad).join(':');
  return `${clock}${drops ? ';' : ':'}${pad(label % nominal)}`;
}

/** Returns the label of a frame when each minute but every tenth leaves out its first labels. */
function withDropped(frame: number, nominal: number): number {
  const dropped = nominal / 15;
  const inMinute = nominal * 60 - dropped;
  const inTen = inMinute * 10 + dropped;
  const tens = Math.floor(frame / inTen);
  const rest = frame % inTen;
  // The first minute of ten drops nothing, so it is longer than the others.
  const minutes = rest < nominal * 60 ? 0 : 1 + Math.floor((rest - nominal * 60) / inMinute);
  return frame + dropped * (tens * 9 + minutes);
}
