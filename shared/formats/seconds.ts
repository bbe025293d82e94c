import type { Reading } from './reading.ts';

/** Returns integer milliseconds for decimal seconds, or null where there are none; what is no time is noted. */
export function parseSeconds(text: string | undefined, line: number, reading: Reading): number | null {
  if (text === undefined || text.trim() === '') return null;
  const ms = /^\s*\d{1,7}(?:\.\d*)?(?:[eE]-?\d{1,2})?\s*$/.test(text)
    ? Math.round(Number(text) * 1000)
    : null;
  if (ms === null) reading.warn('bad-time', line, text);
  return ms;
}
