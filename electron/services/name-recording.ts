import { basename, extname } from 'node:path';

export interface NamedRecording {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

const YEAR_FIRST = /(?<!\d)(?<year>(?:19|20)\d\d)([-_. ]?)(?<month>\d\d)\2(?<day>\d\d)(?!\d)/;
const DAY_FIRST = /(?<!\d)(?<day>\d\d)([-_. ])(?<month>\d\d)\2(?<year>(?:19|20)\d\d)(?!\d)/;

/**
 * Returns the title and date of a recording, from the name of its file: the date in the name, else the day on which
 * the file was written; the rest of the name as a title, with spaces for underscores.
 */
export function nameRecording(path: string, modifiedAt: Date): NamedRecording {
  const stem = basename(path, extname(path)).normalize('NFC');
  for (const pattern of [YEAR_FIRST, DAY_FIRST]) {
    const match = pattern.exec(stem);
    const date = match?.groups && realDate(match.groups);
    if (date) return { title: cleanTitle(stem.replace(match[0], ' ')) || stem, date };
  }
  return { title: cleanTitle(stem) || stem, date: dayOf(modifiedAt) };
}

function realDate({ year, month, day }: Record<string, string>): string | null {
  const text = `${year}-${month}-${day}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

function dayOf(date: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

const cleanTitle = (text: string): string =>
  text
    .replace(/[_\s]+/g, ' ')
    .replace(/^[-–—.,\s]+|[-–—,\s]+$/g, '')
    .slice(0, 300);
