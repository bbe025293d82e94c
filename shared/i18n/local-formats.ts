import type { Language } from '../model/language.ts';

export interface Formatter<T> {
  format(value: T): string;
}

/** Dates, numbers and names of languages as one language writes them. Dates are in the machine's time zone. */
export interface LocalFormats {
  readonly date: Formatter<Date>;
  readonly dateTime: Formatter<Date>;
  readonly clock: Formatter<Date>;
  readonly number: Formatter<number>;
  readonly percent: Formatter<number>;
  /** Takes a BCP 47 tag. */
  readonly languageName: { of(tag: string): string | undefined };
}

/**
 * Chromium's copy of the Unicode locale data leaves Kazakh out: `Intl` then answers in English. Its numbers and
 * clock are written as in Russian; months and languages are named here.
 */
const KAZAKH_MONTHS = [
  'қаңтар',
  'ақпан',
  'наурыз',
  'сәуір',
  'мамыр',
  'маусым',
  'шілде',
  'тамыз',
  'қыркүйек',
  'қазан',
  'қараша',
  'желтоқсан',
] as const;

const KAZAKH_LANGUAGES: Readonly<Record<string, string>> = {
  ar: 'араб тілі',
  az: 'әзербайжан тілі',
  de: 'неміс тілі',
  en: 'ағылшын тілі',
  es: 'испан тілі',
  fa: 'парсы тілі',
  fr: 'француз тілі',
  hi: 'хинди тілі',
  it: 'итальян тілі',
  ja: 'жапон тілі',
  kk: 'қазақ тілі',
  ko: 'корей тілі',
  ky: 'қырғыз тілі',
  mn: 'моңғол тілі',
  ru: 'орыс тілі',
  tg: 'тәжік тілі',
  tk: 'түрікмен тілі',
  tr: 'түрік тілі',
  tt: 'татар тілі',
  ug: 'ұйғыр тілі',
  uk: 'украин тілі',
  uz: 'өзбек тілі',
  zh: 'қытай тілі',
};

/** Returns the formatters of a language. Making them is slow: keep them. */
export function localFormats(language: Language): LocalFormats {
  const kazakh = language === 'kk';
  const locale = kazakh ? 'ru' : language;
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const kazakhDate = {
    format: (date: Date) => kazakhDay(date.getFullYear(), date.getMonth(), date.getDate(), 'ж.'),
  };
  return {
    date: kazakh ? kazakhDate : new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }),
    dateTime: kazakh
      ? { format: (date) => `${kazakhDate.format(date)}, ${clock.format(date)}` }
      : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
    clock,
    number: new Intl.NumberFormat(locale),
    percent: new Intl.NumberFormat(locale, { style: 'percent' }),
    languageName: kazakh
      ? { of: (tag) => KAZAKH_LANGUAGES[tag.split('-')[0]?.toLowerCase() ?? ''] ?? names.of(tag) }
      : names,
  };
}

/** Returns a `YYYY-MM-DD` date as the language writes it in full; other text unchanged. */
export function longDate(date: string, language: Language): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(date)) return date;
  if (language === 'kk') return kazakhDay(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 'жылғы');
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

const kazakhDay = (year: number, month: number, day: number, word: string) =>
  `${year} ${word} ${day} ${KAZAKH_MONTHS[month] ?? ''}`;
