export type TimeForm = 'h:mm:ss' | 'h:mm:ss.mmm' | 'mm:ss';

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/**
 * Returns a time in the given form. `ms` is integer milliseconds from the start; negative times get a minus.
 * `h:mm:ss` pads hours to two digits (`00:12:03`); `mm:ss` lets minutes grow past 59; both drop the fraction.
 */
export function formatTime(ms: number, form: TimeForm = 'h:mm:ss'): string {
  const sign = ms < 0 ? '-' : '';
  const whole = Math.abs(Math.trunc(ms));
  const seconds = Math.floor(whole / 1000);
  if (form === 'mm:ss') return `${sign}${pad(Math.floor(seconds / 60), 2)}:${pad(seconds % 60, 2)}`;
  const clock = `${pad(Math.floor(seconds / 3600), 2)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}`;
  return form === 'h:mm:ss' ? sign + clock : `${sign}${clock}.${pad(whole % 1000, 3)}`;
}

const TIME = /^(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,6})(?:[.,](\d{1,9}))?$/;

/**
 * Returns milliseconds for `ss`, `mm:ss` or `h:mm:ss`, each with an optional fraction after `.` or `,`;
 * null when the text is not a time. Seconds must be below 60 when minutes are given, minutes when hours are.
 */
export function parseTime(text: string): number | null {
  const match = TIME.exec(text.trim());
  if (!match) return null;
  const [, hours, minutes, seconds, fraction] = match;
  if (minutes !== undefined && Number(seconds) > 59) return null;
  if (hours !== undefined && Number(minutes) > 59) return null;
  const whole = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds);
  return whole * 1000 + Math.round(Number(`0.${fraction ?? 0}`) * 1000);
}
