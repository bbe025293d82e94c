import { LANGUAGES, type Language } from '../model/language.ts';

/** What a delegate list says in one language or another, besides in none that is named. */
export const LOCAL_PARTS = ['name', 'title', 'organisation', 'country'] as const;
export type LocalPart = (typeof LOCAL_PARTS)[number];

const SUFFIX = { kk: 'Kk', ru: 'Ru', en: 'En' } as const;
type LocalField = `${LocalPart}${'Kk' | 'Ru' | 'En'}`;

/** The column of a part in a language. */
export const localField = (part: LocalPart, language: Language): LocalField => `${part}${SUFFIX[language]}`;

const PLAIN_FIELDS = ['originalName', 'aliases', 'countryCode', 'from', 'until'] as const;

/** What the columns of a list that we write are, in their order. */
export const WRITTEN_FIELDS: readonly DelegateField[] = [
  ...LANGUAGES.map((language) => localField('name', language)),
  'originalName',
  'aliases',
  ...(['title', 'organisation', 'country'] as const).flatMap((part) =>
    LANGUAGES.map((language) => localField(part, language)),
  ),
  'countryCode',
  'from',
  'until',
];

/** What a column may be; parts of a name are put together. */
export type DelegateField =
  | LocalField
  | (typeof PLAIN_FIELDS)[number]
  | 'familyName'
  | 'givenName'
  | 'patronymic';

/** In the order in which a person is offered them. */
export const DELEGATE_FIELDS: readonly DelegateField[] = [
  ...WRITTEN_FIELDS.slice(0, 3),
  'familyName',
  'givenName',
  'patronymic',
  ...WRITTEN_FIELDS.slice(3),
];

type Head = LocalPart | Exclude<DelegateField, LocalField>;

/** What headings say, in the order in which they are asked: «название организации» is no name. */
const HEADS: readonly (readonly [Head, RegExp])[] = [
  [
    'from',
    /(?<![a-z])from$|since|appointed|(?:^|\s)с(?:\sдаты)?$|дата начала|назначен|бастап|басталған|басталу/u,
  ],
  ['until', /until|till|valid to|^to$|(?:^|\s)(?:по|до)(?:\sдаты)?$|окончани|дейін|аяқтал/u],
  ['aliases', /alias|a\.?k\.?a|also known|spelling|translit|вариант|написани|транслит|басқаша|псевдоним/u],
  ['originalName', /original|native|оригинал|түпнұсқа|родн|на языке страны/u],
  ['patronymic', /patronymic|middle name|отчеств|әкесінің/u],
  ['familyName', /surname|family|last name|lastname|фамили|^тегі/u],
  ['givenName', /given|first name|firstname|forename|^имя$/u],
  ['countryCode', /iso|country code|код стран|ел коды|alpha-?2/u],
  ['organisation', /organi[sz]ation|company|affiliat|agency|institution|employer|организаци|учреждени/u],
  ['organisation', /компани|ведомств|место работы|ұйым|мекеме|жұмыс орны/u],
  ['country', /countr|^state$|стран|государств|^ел(?:і|$|[^а-яәіңғүұқөһ])|мемлекет/u],
  ['title', /title|position|^post\b|role|rank|designation|должност|звани|лауазым|қызмет/u],
  ['name', /name|ф\.?\s?и\.?\s?о|имя|аты|есім|delegate|speaker|participant|делегат|спикер|докладчик/u],
  ['name', /участник|қатысушы|баяндамашы/u],
];

const LANGUAGE_SIGNS: readonly (readonly [Language, RegExp])[] = [
  ['kk', /(?<![a-z])(?:kk|kz|kaz|kazakh)(?![a-z])|қазақ|(?<!\p{L})(?:каз|қаз)(?!\p{L})|казахск/u],
  ['ru', /(?<![a-z])(?:ru|rus|russian)(?![a-z])|русск|(?<!\p{L})рус(?!\p{L})|орыс/u],
  ['en', /(?<![a-z])(?:en|eng|english)(?![a-z])|англ|ағыл/u],
];

const LONGEST_HEADING = 80;

interface Heading {
  readonly head: Head;
  /** The language that the heading names. */
  readonly named: Language | null;
  /** The language in which the heading itself is written. */
  readonly own: Language;
}

function headingOf(text: string): Heading | null {
  const words = text.normalize('NFC').toLocaleLowerCase('kk').replaceAll('_', ' ').trim();
  if (words === '' || words.length > LONGEST_HEADING) return null;
  const head = HEADS.find(([, pattern]) => pattern.test(words))?.[0];
  if (!head) return null;
  const named = LANGUAGE_SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? null;
  return { head, named, own: languageOf(words) };
}

/** Kazakh, and no Russian, has these letters. */
const KAZAKH_LETTER = /[әғқңөұүһі]/iu;
const OTHER_SCRIPT =
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Georgian}\p{Script=Armenian}\p{Script=Greek}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Mongolian}]/u;

const languageOf = (text: string): Language =>
  KAZAKH_LETTER.test(text) ? 'kk' : /\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en';

/** What the cells under a heading that names no language are written in; `own` decides between kk and ru. */
function languageOfCells(cells: readonly string[], own: Language): Language | 'original' {
  const given = cells.filter((cell) => cell.trim() !== '');
  const share = (pattern: RegExp) => given.filter((cell) => pattern.test(cell)).length * 2 > given.length;
  if (given.length === 0) return own;
  if (share(OTHER_SCRIPT)) return 'original';
  if (!share(/\p{Script=Cyrillic}/u)) return 'en';
  return given.some((cell) => KAZAKH_LETTER.test(cell)) || own === 'kk' ? 'kk' : 'ru';
}

/** Where the heading of a table stands, and what its columns are; null is not known, and left out. */
export interface GuessedColumns {
  /** The number of the row, from 0; -1 where none is a heading. */
  readonly headingRow: number;
  readonly fields: readonly (DelegateField | null)[];
}

const SOUGHT_ROWS = 10;
const JUDGED_ROWS = 200;

/**
 * Returns what the columns of a table are, by headings in kk, ru or en and by the script of what stands under them. Banners
 * above the headings are passed over. A field is given to one column, the first; further names are other spellings.
 */
export function guessColumns(rows: readonly (readonly string[])[]): GuessedColumns {
  const heads = rows.slice(0, SOUGHT_ROWS).map((cells) => cells.map(headingOf));
  const known = heads.map((row) => new Set(row.flatMap((heading) => heading?.head ?? [])).size);
  const headingRow = known.indexOf(Math.max(2, ...known));
  const width = rows.slice(0, JUDGED_ROWS).reduce((most, cells) => Math.max(most, cells.length), 0);
  const body = rows.slice(headingRow + 1, headingRow + 1 + JUDGED_ROWS);
  const taken = new Set<DelegateField>();
  const fields = Array.from({ length: width }, (_, index): DelegateField | null => {
    const heading = heads[headingRow]?.[index];
    if (!heading) return null;
    const field = fieldOf(
      heading,
      body.map((cells) => cells[index] ?? ''),
    );
    const free = taken.has(field) && /^name|^originalName/.test(field) ? 'aliases' : field;
    if (free !== 'aliases' && taken.has(free)) return null;
    taken.add(free);
    return free;
  });
  return { headingRow, fields: withWholeName(fields) };
}

function fieldOf({ head, named, own }: Heading, cells: readonly string[]): DelegateField {
  const part = LOCAL_PARTS.find((each) => each === head);
  if (!part) return head as DelegateField;
  if (named) return localField(part, named);
  const language = languageOfCells(cells, own);
  if (language !== 'original') return localField(part, language);
  return part === 'name' ? 'originalName' : localField(part, own);
}

/** A column «Имя» is the whole name where no other says the surname. */
function withWholeName(fields: readonly (DelegateField | null)[]): readonly (DelegateField | null)[] {
  if (fields.includes('familyName') || !fields.includes('givenName')) return fields;
  const isFree = !fields.includes('nameRu');
  return fields.map((field) => (field === 'givenName' ? (isFree ? 'nameRu' : 'aliases') : field));
}

/** Returns the language that words are written in, as far as their letters tell; null for another script. */
export const languageOfWords = (text: string): Language | null =>
  OTHER_SCRIPT.test(text) ? null : languageOf(text);
