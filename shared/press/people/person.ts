import type { Span } from '../span.ts';

export type Gender = 'f' | 'm';

/** Somebody whom the article names. */
export interface Person {
  /** As the article writes it, in the nominative where that is known. */
  readonly name: string;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly country: string | null;
  /** Where the words that introduce the person begin: with the title where it stands before the name. */
  readonly introducedAt: number;
  readonly gender: Gender | null;
  /** Where the name stands, in the order of the article. */
  readonly mentions: readonly Span[];
}

const SURNAME =
  /(?:[ое]в|ёв|[иы]н|ский|цкий|[ое]ва|ёва|[иы]на|ская|цкая|ұлы|қызы|кызы|улы|енко|швили|дзе|ян|бай|бек|хан|[бвгджзклмнпрстфхцчшщ]ич|ович|евич|овна|евна|ov|ev|yev|ova|eva|yeva|ina|sky|skaya|uly|qyzy|kyzy|zhanov|bek|khan|bay|bai)$/iu;
const FEMININE = /(?:[оеё]ва|[иы]на|ская|цкая|қызы|кызы|овна|евна|[oe]va|skaya|qyzy|kyzy)$/iu;
const MASCULINE = /(?:[оеё]в|[иы]н|ский|цкий|ұлы|улы|ович|евич|[oe]v|sky|uly)$/iu;

/** Tells whether a word ends as surnames and patronymics do here. */
export const looksLikeSurname = (word: string): boolean => word.length > 3 && SURNAME.test(word);

/** Returns what the form of a name tells, where it tells anything. */
export function genderOf(name: string): Gender | null {
  const last = name.split(' ').at(-1) ?? '';
  if (FEMININE.test(last)) return 'f';
  return MASCULINE.test(last) ? 'm' : null;
}

const SURE_CASE = /(?:[ндт][ыі]ң|[ғқ]а|[гк]е)$/u;

/** Returns a Kazakh word of a name without its case where it surely has one. */
export function withoutKazakhCase(word: string, stems: readonly string[]): string {
  const shorter = stems.filter((stem) => stem !== word);
  const surname = shorter.find(looksLikeSurname);
  if (surname && !looksLikeSurname(word)) return surname;
  const [first] = shorter;
  return first !== undefined && first.length >= 4 && SURE_CASE.test(word) ? first : word;
}
