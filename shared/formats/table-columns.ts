import { CATALOGUES } from '../i18n/i18n.ts';
import { LANGUAGES, type Language } from '../model/language.ts';
import { TURN_STATUSES, type TurnStatus } from '../model/turn.ts';

/** The columns of a transcript as a table, in the order in which they are written. */
export const TABLE_FIELDS = [
  'start',
  'end',
  'speaker',
  'title',
  'organisation',
  'country',
  'status',
  'text',
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/** What a column of another program's table may be beside: of use for an end, or of none. */
export const READ_FIELDS = [...TABLE_FIELDS, 'duration', 'number'] as const;
export type ReadField = (typeof READ_FIELDS)[number];

/** Returns the name of a column. */
export const columnLabel = (
  column: keyof (typeof CATALOGUES)['en']['format']['column'],
  language: Language,
): string => CATALOGUES[language].format.column[column];

/** What other programs and people write over our columns, in lower case. */
const OTHER_NAMES: Readonly<Record<ReadField, readonly string[]>> = {
  start: [
    ...['start time', 'starttime', 'begin', 'begin time', 'from', 'in', 'tc in', 'timecode in', 'time'],
    ...['timecode', 'timestamp', 'onset', 'время начала', 'время', 'таймкод', 'тайм-код', 'от', 'с', 'вход'],
    ...['басы', 'басталу уақыты', 'уақыт', 'уақыты'],
  ],
  end: [
    ...['end time', 'endtime', 'to', 'out', 'stop', 'finish', 'tc out', 'timecode out', 'offset'],
    ...['окончание', 'время окончания', 'время конца', 'до', 'по', 'выход', 'соңы', 'аяқталу уақыты'],
  ],
  speaker: [
    ...['name', 'who', 'speaker name', 'speakers', 'participant', 'character', 'actor', 'имя', 'фио', 'кто'],
    ...['говорящий', 'участник', 'докладчик', 'оратор', 'выступающий', 'аты', 'есімі', 'аты-жөні', 'кім'],
    ...['сөйлеуші', 'қатысушы', 'баяндамашы'],
  ],
  title: ['position', 'job title', 'role', 'роль', 'қызметі'],
  organisation: ['organization', 'company', 'affiliation', 'учреждение', 'компания', 'ұйым', 'мекеме'],
  country: ['state', 'государство', 'ел', 'мемлекет', 'мемлекеті'],
  status: ['состояние', 'мәртебесі'],
  text: [
    ...[
      'transcript',
      'transcription',
      'content',
      'utterance',
      'speech',
      'words',
      'subtitle',
      'caption',
      'line',
    ],
    ...['sentence', 'dialogue', 'реплика', 'расшифровка', 'речь', 'содержание', 'субтитр', 'слова'],
    ...['мәтін', 'стенограмма', 'сөз', 'сөзі', 'мазмұны', 'субтитр'],
  ],
  duration: ['duration', 'length', 'dur', 'длительность', 'продолжительность', 'ұзақтығы'],
  number: [
    '#',
    '№',
    'n',
    'no',
    'nr',
    'id',
    'index',
    'number',
    'номер',
    'п/п',
    '№ п/п',
    'нөмірі',
    'р/с',
    '№ р/с',
  ],
};

const FIELD_BY_NAME: ReadonlyMap<string, ReadField> = new Map([
  ...Object.entries(OTHER_NAMES).flatMap(([field, names]) =>
    names.map((name) => [name, field as ReadField] as const),
  ),
  ...TABLE_FIELDS.flatMap((field) =>
    LANGUAGES.map((language) => [columnLabel(field, language).toLowerCase(), field] as const),
  ),
]);

export type TimeUnit = 'ms' | 's';

/** What the name over a column says. */
export interface ReadColumn {
  readonly field: ReadField;
  /** Of times, where the name gives it: `Start (ms)`, `start_ms`. */
  readonly unit: TimeUnit | null;
}

const UNITS: readonly (readonly [RegExp, TimeUnit])[] = [
  [/[\s_(,[]+(?:ms|msec|milliseconds?|мс)[)\].]*$/u, 'ms'],
  [/[\s_(,[]+(?:s|sec|secs|seconds?|сек|с)[)\].]*$/u, 's'],
];

/** Nobody gives a column a longer name; a file that is no table may begin with anything. */
const LONGEST_NAME = 80;

/** Returns what the name of a column says, in any of the three languages, or null where it is not known. */
export function columnByName(name: string): ReadColumn | null {
  const words = name.trim().toLowerCase();
  if (words.length > LONGEST_NAME) return null;
  const exact = FIELD_BY_NAME.get(words.replaceAll('_', ' ').replace(/[.:]+$/, ''));
  if (exact) return { field: exact, unit: null };
  for (const [ending, unit] of UNITS) {
    const field = FIELD_BY_NAME.get(words.replace(ending, '').replaceAll('_', ' '));
    if (field && ending.test(words)) return { field, unit };
  }
  return null;
}

/** Returns how a table shows a status; a draft is blank. */
export const statusLabel = (status: TurnStatus, language: Language): string =>
  status === 'draft' ? '' : CATALOGUES[language].editor[status];

/** Returns the status that a label of any of the three languages names, or null. */
export function statusByLabel(label: string): TurnStatus | null {
  const words = label.trim().toLowerCase();
  if (words === '') return 'draft';
  const shown = (status: TurnStatus) =>
    [status, ...LANGUAGES.map((language) => statusLabel(status, language).toLowerCase())].includes(words);
  return TURN_STATUSES.find(shown) ?? null;
}
