import { type Language, localText } from '../model/language.ts';
import { resolveSpeaker, type Speaker, speakerName } from '../model/speaker.ts';
import type { Turn } from '../model/turn.ts';
import type { ExportOptions, TranscriptDocument } from './format.ts';
import { oneLine } from './inline-text.ts';
import { TABLE_FIELDS, type TableField } from './table-columns.ts';

/** Returns the columns that a table has with these options. */
export const tableFields = ({ times, speakers }: ExportOptions): readonly TableField[] =>
  TABLE_FIELDS.filter((field) => {
    if (field === 'start' || field === 'end') return times;
    return speakers || !SPEAKER_FIELDS.has(field);
  });

const SPEAKER_FIELDS: ReadonlySet<TableField> = new Set(['speaker', 'title', 'organisation', 'country']);

/** What a table shows of a speaker, on one line each. */
export type ShownSpeaker = Readonly<Record<'speaker' | 'title' | 'organisation' | 'country', string>>;

/** Returns a function from a turn to what a table shows of its speaker; blank where none is known. */
export function shownSpeakers(
  { speakers }: Pick<TranscriptDocument, 'speakers'>,
  language: Language,
): (turn: Pick<Turn, 'speakerId'>) => ShownSpeaker {
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  return ({ speakerId }) => shownSpeaker(resolveSpeaker(byId, speakerId), language);
}

/** Returns what a table shows of a speaker, in `language` where the directory has it. */
export function shownSpeaker(speaker: Speaker | null, language: Language): ShownSpeaker {
  const local = (field: 'title' | 'organisation' | 'country') =>
    speaker ? oneLine(localText(speaker[field], language)) : '';
  return {
    speaker: oneLine(speakerName(speaker, language)),
    title: local('title'),
    organisation: local('organisation'),
    country: local('country'),
  };
}
