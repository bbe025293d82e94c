/** Where there is no picture, a step is one frame of 25 a second. */
const WITHOUT_PICTURE = 25;

/** Returns the exact rate behind one that was measured: 29.97 stands for 30000/1001 (SMPTE ST 12-1). */
export function exactFrameRate(measured: number | null): number {
  if (measured === null || measured <= 0) return WITHOUT_PICTURE;
  const whole = Math.ceil(measured - 0.005);
  const ntsc = (whole * 1000) / 1001;
  if (Math.abs(measured - ntsc) < 0.005) return ntsc;
  return Math.abs(measured - whole) < 0.005 ? whole : measured;
}

/** Returns the frame that is shown at a time, counted from 0. */
export function frameAt(ms: number, rate: number): number {
  return Math.floor((Math.max(0, ms) * rate) / 1000 + 1e-6);
}

/** Returns the first whole millisecond at which a frame is shown. */
export function frameStartMs(frame: number, rate: number): number {
  return Math.ceil((Math.max(0, frame) * 1000) / rate - 1e-6);
}
