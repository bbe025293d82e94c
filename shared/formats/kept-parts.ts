import { type Turn, turnText } from '../model/turn.ts';
import type { ExportOptions, Format, TranscriptDocument } from './format.ts';

/** What a file may hold of a transcript; each has its words under `export.keep`. */
export const KEEPABLE = [
  'allWords',
  'turnStart',
  'turnEnd',
  'milliseconds',
  'wholeTurns',
  'speakerName',
  'speakerDetails',
  'status',
  'timestamps',
  'tags',
  'recordingData',
  'annotations',
  'translations',
  'voices',
] as const;
export type Keepable = (typeof KEEPABLE)[number];

/** The option that leaves a part out when it is off. */
const GOVERNED_BY: Partial<Record<Keepable, 'times' | 'speakers' | 'inlines' | 'annotations'>> = {
  turnStart: 'times',
  turnEnd: 'times',
  milliseconds: 'times',
  speakerName: 'speakers',
  speakerDetails: 'speakers',
  timestamps: 'inlines',
  tags: 'inlines',
  annotations: 'annotations',
};

/** Returns what the file will hold and what it will leave out, with these options. */
export function keptParts(
  format: Pick<Format, 'keeps' | 'options'>,
  options: ExportOptions,
): { readonly kept: readonly Keepable[]; readonly dropped: readonly Keepable[] } {
  const keeps = (part: Keepable): boolean => {
    const option = GOVERNED_BY[part];
    if (option && format.options.includes(option) && !options[option]) return false;
    if (part === 'allWords') return !format.keeps.firstWordsOnly;
    if (part !== 'milliseconds') return Boolean(format.keeps[part]);
    return format.options.includes('timeForm')
      ? options.timeForm === 'h:mm:ss.mmm'
      : format.keeps.timeStepMs === 1;
  };
  return { kept: KEEPABLE.filter(keeps), dropped: KEEPABLE.filter((part) => !keeps(part)) };
}

/** Returns what this very transcript has that the file will leave out; a turn cut into several has lost nothing. */
export function lostParts(
  document: TranscriptDocument,
  format: Pick<Format, 'keeps' | 'options'>,
  options: ExportOptions,
): readonly Keepable[] {
  return keptParts(format, options).dropped.filter((part) => HAS[part](document));
}

const anyTurn = (test: (turn: Turn) => boolean) => (document: TranscriptDocument) =>
  document.turns.some(test);
const anyInline = (type: 'timestamp' | 'tag') =>
  anyTurn(({ content }) => content.some((inline) => inline.type === type));
const isFine = (ms: number | null) => ms !== null && ms % 1000 !== 0;
const isGiven = (text: object) => Object.values(text).some(Boolean);

const HAS: Readonly<Record<Keepable, (document: TranscriptDocument) => boolean>> = {
  allWords: anyTurn((turn) => turnText(turn) !== ''),
  turnStart: anyTurn(({ startMs }) => startMs !== null),
  turnEnd: anyTurn(({ endMs }) => endMs !== null),
  milliseconds: anyTurn(({ startMs, endMs }) => isFine(startMs) || isFine(endMs)),
  wholeTurns: () => false,
  speakerName: anyTurn(({ speakerId }) => speakerId !== null),
  speakerDetails: ({ speakers }) =>
    speakers.some(({ title, organisation, country }) => [title, organisation, country].some(isGiven)),
  status: anyTurn((turn) => turn.status !== 'draft' && turnText(turn) !== ''),
  timestamps: anyInline('timestamp'),
  tags: anyInline('tag'),
  annotations: ({ annotations = [] }) => annotations.length > 0,
  translations: ({ translations = [] }) => translations.length > 0,
  voices: anyTurn(({ voice }) => voice !== undefined),
  recordingData: ({ date, place }) => date !== null || place !== '',
};
