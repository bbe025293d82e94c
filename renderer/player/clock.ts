import { formatTime } from '../../shared/model/time.ts';

/** Returns a time to the tenth of a second: `00:12:03.4`. */
export function formatTenths(ms: number): string {
  const tenths = Math.floor(Math.max(0, ms) / 100);
  return `${formatTime(tenths * 100)}.${tenths % 10}`;
}
