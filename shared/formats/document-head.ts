import { longDate } from '../i18n/local-formats.ts';
import type { Language } from '../model/language.ts';
import { formatTime } from '../model/time.ts';
import type { TranscriptDocument } from './format.ts';
import { oneLine } from './inline-text.ts';
import { fieldLabel } from './labels.ts';
import { shownSpeaker } from './write-table.ts';

/** A label and its value, as a document shows them at its head. */
export type HeadField = readonly [label: string, value: string];

/** Returns the recording's data that are known: date, place, file, duration, hash of the history. */
export function recordingFields(
  { date, place, media, headHash }: TranscriptDocument,
  language: Language,
): readonly HeadField[] {
  const fields = [
    ['date', date === null ? '' : longDate(date, language)],
    ['place', oneLine(place)],
    ['recording', oneLine(media?.name ?? '')],
    ['duration', media ? formatTime(media.durationMs) : ''],
    ['headHash', headHash ?? ''],
  ] as const;
  return fields.flatMap(([field, value]) => (value === '' ? [] : [[fieldLabel(field, language), value]]));
}

/** Returns the speakers who have a turn, in the order in which they first speak: name, and what else is known. */
export function speakingSpeakers(
  { turns, speakers }: TranscriptDocument,
  language: Language,
): readonly { readonly name: string; readonly details: string }[] {
  const speaking = new Set(turns.map(({ speakerId }) => speakerId));
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  return [...speaking].flatMap((id) => {
    const found = id === null ? undefined : byId.get(id);
    if (!found) return [];
    const shown = shownSpeaker(found, language);
    const details = [shown.title, shown.organisation, shown.country].filter((text) => text !== '');
    return [{ name: shown.speaker, details: details.join(', ') }];
  });
}
