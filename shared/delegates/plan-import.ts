import { isoDate } from '../formats/iso-date.ts';
import { newId, type SpeakerId } from '../model/ids.ts';
import { LANGUAGES, type LocalText } from '../model/language.ts';
import {
  detailsOf,
  givenTexts,
  isGiven,
  namesOf,
  type Post,
  SPEAKER_COLOUR_COUNT,
  type Speaker,
} from '../model/speaker.ts';
import { type DelegateField, languageOfWords, localField } from './columns.ts';
import { completedCountry } from './countries.ts';
import { differingFields, joinSpeakers } from './merge-fields.ts';
import { foldedName, indexNames, type NameIndex, type Similar } from './similar-names.ts';

/** What is wrong with a row; `row` is its number in the table, from 1. */
export interface RowWarning {
  readonly code: RowWarningCode;
  readonly row: number;
  readonly excerpt: string;
}
export const ROW_WARNING_CODES = [
  'no-name',
  'bad-date',
  'ends-before-start',
  'unknown-country-code',
  'cut',
  'said-twice',
] as const;
export type RowWarningCode = (typeof ROW_WARNING_CODES)[number];

/** Somebody of a list that is imported. */
export interface ListedPerson {
  /** As it would be added; the colour is settled then. */
  readonly speaker: Speaker;
  /** The rows that say it, from 1. */
  readonly rows: readonly number[];
  /** Who of the directory has the very name. */
  readonly same: Speaker | null;
  /** Who of the directory is called much like it, the likest first. */
  readonly similar: readonly Similar[];
}

export interface ImportPlan {
  readonly people: readonly ListedPerson[];
  readonly warnings: readonly RowWarning[];
}

/** What becomes of a person of the list: added, left out, or joined with this one of the directory. */
export type Decision = 'new' | 'skip' | SpeakerId;

const LONGEST_TEXT = 500;
const MOST_ALIASES = 100;

/** What the columns of a table are, and behind which row people begin. */
export interface Columns {
  readonly headingRow: number;
  readonly fields: readonly (DelegateField | null)[];
}

/** Returns the people of the rows behind the heading, and who of the directory they may be. Writes nothing. */
export function planImport(
  rows: readonly (readonly string[])[],
  columns: Columns,
  directory: Iterable<Speaker>,
): ImportPlan {
  const steps = planInSteps(rows, columns, directory);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does the same a person at a time, and yields how far it is, 0 to 1, so that others may have their turn between. */
export function* planInSteps(
  rows: readonly (readonly string[])[],
  { headingRow, fields }: Columns,
  directory: Iterable<Speaker>,
): Generator<number, ImportPlan> {
  const warnings: RowWarning[] = [];
  const drafts = new Map<string, { speaker: Speaker; rows: number[] }>();
  rows.slice(headingRow + 1).forEach((cells, index) => {
    const row = headingRow + 2 + index;
    if (cells.every((cell) => cell.trim() === '')) return;
    const warn = (code: RowWarningCode, excerpt: string) => warnings.push({ code, row, excerpt });
    const speaker = readRow(cells, fields, warn);
    if (!speaker) return;
    addDraft(drafts, speaker, row, warn);
  });
  const index = indexNames(directory);
  const people: ListedPerson[] = [];
  for (const draft of drafts.values()) {
    people.push({ ...draft, ...matchOf(draft.speaker, index) });
    yield people.length / drafts.size;
  }
  return { people, warnings };
}

/** Returns who of the directory a person may be. */
export function matchOf(speaker: Speaker, index: NameIndex): Pick<ListedPerson, 'same' | 'similar'> {
  const similar = index.find(namesOf(speaker));
  const exact = similar.filter((each) => isSameName(speaker, each.speaker));
  const [same] = exact;
  // Two people of one name: a person must say which of them is meant.
  return exact.length === 1 && same ? { same: same.speaker, similar: [] } : { same: null, similar };
}

function isSameName(one: Speaker, other: Speaker): boolean {
  const names = new Set(namesOf(one).map(foldedName));
  return namesOf(other).some((name) => names.has(foldedName(name)));
}

type Warn = (code: RowWarningCode, excerpt: string) => void;

function readRow(
  cells: readonly string[],
  fields: readonly (DelegateField | null)[],
  warn: Warn,
): Speaker | null {
  const all = (field: DelegateField) =>
    fields.flatMap((each, index) => {
      const words = (cells[index] ?? '').replace(/\s+/gu, ' ').trim();
      if (each !== field || words === '') return [];
      if (words.length > LONGEST_TEXT) warn('cut', words.slice(0, 60));
      return [words.slice(0, LONGEST_TEXT)];
    });
  const cell = (field: DelegateField) => all(field)[0];
  const local = (part: 'name' | 'title' | 'organisation' | 'country'): LocalText =>
    givenTexts(Object.fromEntries(LANGUAGES.map((language) => [language, cell(localField(part, language))])));

  const parts = composedName(cell('familyName'), cell('givenName'), cell('patronymic'));
  const name = { ...parts.name, ...local('name') };
  const original = cell('originalName') ?? parts.original;
  if (!isGiven(name) && original === undefined) {
    warn('no-name', cells.filter(Boolean).join(' · ').slice(0, 60));
    return null;
  }
  const written = cell('countryCode')?.toUpperCase();
  const code = written !== undefined && /^[A-Z]{2}$/.test(written) ? written : undefined;
  if (written !== undefined && code === undefined) warn('unknown-country-code', written);
  const title = local('title');
  const organisation = local('organisation');
  const [from, until] = [day(cell('from'), warn), day(cell('until'), warn)];
  const reversed = from !== null && until !== null && until < from;
  if (reversed) warn('ends-before-start', `${from} – ${until}`);
  const dated = (from !== null || until !== null) && !reversed && (isGiven(title) || isGiven(organisation));
  const post: Post = { title, organisation, from, until };
  return {
    id: newId<SpeakerId>(),
    name,
    title: dated ? {} : title,
    organisation: dated ? {} : organisation,
    colour: 0,
    mergedInto: null,
    ...withCountry(local('country'), code, {
      originalName: original === undefined ? undefined : { text: original, language: scriptTag(original) },
      aliases: [
        ...parts.aliases,
        ...all('aliases').flatMap((words) => words.split(/\s*[;|]\s*|,\s+/u)),
      ].slice(0, MOST_ALIASES),
      posts: dated ? [post] : [],
    }),
  };
}

function withCountry(country: LocalText, code: string | undefined, details: Parameters<typeof detailsOf>[0]) {
  const known = completedCountry(country, code);
  return { country: known.country, ...detailsOf({ ...details, countryCode: known.countryCode }) };
}

/** «Имя Фамилия», as a press text has it; with the patronymic it is another spelling. */
function composedName(
  family: string | undefined,
  given: string | undefined,
  patronymic: string | undefined,
): { name: LocalText; original?: string; aliases: readonly string[] } {
  const short = [given, family].filter(Boolean).join(' ');
  if (short === '') return { name: {}, aliases: [] };
  const aliases = patronymic ? [[family, given, patronymic].filter(Boolean).join(' ')] : [];
  const language = languageOfWords(short);
  return language ? { name: { [language]: short }, aliases } : { name: {}, original: short, aliases };
}

/** Languages of which nobody else writes the script. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Georgian}/u, 'ka'],
  [/\p{Script=Armenian}/u, 'hy'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Mongolian}/u, 'mn-Mong'],
  [/\p{Script=Cyrillic}/u, 'und-Cyrl'],
];

/** Returns the BCP 47 tag that the script of a name suggests. */
export const scriptTag = (text: string): string =>
  SCRIPTS.find(([script]) => script.test(text))?.[1] ?? 'und-Latn';

/** A day as ISO 8601, as day.month.year with any mark between, or a year alone. */
function day(text: string | undefined, warn: Warn): string | null {
  if (text === undefined) return null;
  const numbers = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})/.exec(text);
  const iso = numbers
    ? `${numbers[3]}-${numbers[2]?.padStart(2, '0')}-${numbers[1]?.padStart(2, '0')}`
    : text.slice(0, 10);
  const found = isoDate(/^\d{4}$/.test(text) ? `${text}-01-01` : iso);
  if (found === null) warn('bad-date', text.slice(0, 60));
  return found;
}

/** Rows of one name are one person as long as nothing they say differs; with days, they say what held when. */
function addDraft(
  drafts: Map<string, { speaker: Speaker; rows: number[] }>,
  speaker: Speaker,
  row: number,
  warn: Warn,
): void {
  const key = foldedName(namesOf(speaker)[0] ?? '');
  const known = drafts.get(key);
  if (!known) {
    drafts.set(key, { speaker, rows: [row] });
  } else if (differingFields(known.speaker, speaker).length === 0) {
    drafts.set(key, { speaker: joinSpeakers(known.speaker, speaker), rows: [...known.rows, row] });
  } else {
    warn('said-twice', namesOf(speaker)[0] ?? '');
    drafts.set(`${key} ${row}`, { speaker, rows: [row] });
  }
}

/** Returns what is to become of each person unless somebody says otherwise: the same name is the same person. */
export const firstDecisions = (people: readonly ListedPerson[]): ReadonlyMap<SpeakerId, Decision> =>
  new Map(people.map(({ speaker, same }) => [speaker.id, same?.id ?? 'new']));

/**
 * Returns the entries to be written once everything is decided: new ones, each in the colour that is used least, and those
 * that are joined, with what the list says besides; where the two differ the list has the say if `replace`.
 */
export function importedSpeakers(
  people: readonly ListedPerson[],
  decisions: ReadonlyMap<SpeakerId, Decision>,
  directory: ReadonlyMap<SpeakerId, Speaker>,
  { replace }: { readonly replace: boolean },
): readonly Speaker[] {
  const uses = Array.from({ length: SPEAKER_COLOUR_COUNT }, () => 0);
  for (const { colour, mergedInto } of directory.values())
    if (mergedInto === null) uses[colour] = (uses[colour] ?? 0) + 1;
  const written = new Map<SpeakerId, Speaker>();
  for (const { speaker } of people) {
    const decision = decisions.get(speaker.id) ?? 'new';
    if (decision === 'skip') continue;
    const known = decision === 'new' ? undefined : (written.get(decision) ?? directory.get(decision));
    if (known) {
      const differing = replace ? differingFields(known, speaker) : [];
      const choices = new Map(differing.map((key) => [key, 'other' as const]));
      written.set(known.id, joinSpeakers(known, speaker, choices));
    } else {
      const colour = uses.indexOf(Math.min(...uses));
      uses[colour] = (uses[colour] ?? 0) + 1;
      written.set(speaker.id, { ...speaker, colour });
    }
  }
  return [...written.values()].filter((speaker) => !isUnchanged(speaker, directory.get(speaker.id)));
}

const isUnchanged = (speaker: Speaker, before: Speaker | undefined) =>
  before !== undefined && JSON.stringify(sorted(speaker)) === JSON.stringify(sorted(before));

const sorted = (speaker: Speaker) => ({
  ...Object.fromEntries(Object.entries(speaker).sort(([a], [b]) => (a < b ? -1 : 1))),
  name: givenTexts(speaker.name),
  title: givenTexts(speaker.title),
  organisation: givenTexts(speaker.organisation),
  country: givenTexts(speaker.country),
});
