import { parseTime } from '../model/time.ts';
import type { TimeWriting } from './read-choices.ts';

/** How a file counts what is not seconds. */
export interface Counting {
  /** Frames in a second. */
  readonly frameRate: number;
  /** Ticks in a second, where the file counts them. */
  readonly tickRate?: number;
}

/** The rate of European television, where a file does not give its own. */
export const USUAL_COUNTING: Counting = { frameRate: 25 };

const TIMECODE = /^(\d{1,3}):([0-5]\d):([0-5]\d)[:;](\d{1,3})(?:\.(\d{1,3}))?$/;
const OFFSET = /^(\d{1,12}(?:\.\d{1,9})?)\s*(h|m|s|ms|f|t)$/;
const SPELLED =
  /^(?:(\d{1,3})\s*h\s*)?(?:(\d{1,3})\s*m(?:in)?\s*)?(?:(\d{1,3}(?:[.,]\d{1,9})?)\s*s(?:ec)?)?$/;

/**
 * Returns milliseconds for any way in which programs write a time: `12.5`, `12:03`, `00:12:03.400`, `00:12:03,4`,
 * timecode with frames `00:12:03:14`, offsets `12.5s`, `1500ms`, `36f`, `900t`, and `1h 02m 03s`; null for all else.
 * Timecode is taken for the clock's time, as with drop frames, whichever way it was counted.
 */
export function parseAnyTime(text: string, counting: Counting = USUAL_COUNTING): number | null {
  const words = text.trim().toLowerCase();
  return (
    parseTime(words) ?? parseTimecode(words, counting) ?? parseOffset(words, counting) ?? parseSpelled(words)
  );
}

/** Returns how a time is written, or null when it is none. */
export function timeWriting(text: string): TimeWriting | null {
  const words = text.trim().toLowerCase();
  if (TIMECODE.test(words)) return 'frames';
  if (words.includes(':')) return parseTime(words) === null ? null : 'clock';
  return parseAnyTime(words) === null ? null : 'amount';
}

function parseTimecode(text: string, { frameRate }: Counting): number | null {
  const [, hours, minutes, seconds, frames, part = '0'] = TIMECODE.exec(text) ?? [];
  if (frames === undefined || Number(frames) >= Math.ceil(frameRate)) return null;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return Math.round(1000 * (whole + (Number(frames) + Number(`0.${part}`)) / frameRate));
}

function parseOffset(text: string, { frameRate, tickRate = frameRate }: Counting): number | null {
  const [, count, unit] = OFFSET.exec(text) ?? [];
  if (count === undefined || unit === undefined) return null;
  const perUnitMs = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, f: 1000 / frameRate, t: 1000 / tickRate }[
    unit
  ];
  const ms = Math.round(Number(count) * (perUnitMs ?? Number.NaN));
  return Number.isSafeInteger(ms) ? ms : null;
}

function parseSpelled(text: string): number | null {
  const [whole, hours = '0', minutes = '0', seconds = '0'] = SPELLED.exec(text) ?? [];
  if (!whole) return null;
  return Math.round(1000 * ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds.replace(',', '.'))));
}
