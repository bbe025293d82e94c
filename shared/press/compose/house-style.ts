import type { Language } from '../../model/language.ts';

/** A verb of attribution. In Russian the past has a gender; the present serves where it is not known. */
export interface StyleVerb {
  readonly m: string;
  readonly f: string;
  readonly unknown: string;
}

export const HOUSE_STYLE_IDS = ['kk-dash', 'kk-marks', 'ru-marks', 'ru-dash', 'en-marks'] as const;
export type HouseStyleId = (typeof HOUSE_STYLE_IDS)[number];

/** The style that a desk has chosen for each language. */
export type ChosenStyles = { readonly [L in Language]?: HouseStyleId | undefined };

/** How a desk writes direct speech. */
export interface HouseStyle {
  readonly id: HouseStyleId;
  readonly language: Language;
  /** What stands before and behind the words. */
  readonly open: string;
  readonly close: string;
  /** Between the words and their attribution. */
  readonly joint: string;
  /** Whether the comma stands within the marks. */
  readonly commaInside: boolean;
  /** Marks within the words. */
  readonly inner: readonly [open: string, close: string];
  /** In the order in which they are used; the first is the plainest. */
  readonly verbs: readonly StyleVerb[];
  /** For a question. */
  readonly asks: StyleVerb;
}

const alike = (verb: string): StyleVerb => ({ m: verb, f: verb, unknown: verb });
const past = (m: string, unknown: string): StyleVerb => ({ m, f: `${m}а`, unknown });

const KAZAKH = {
  language: 'kk' as const,
  joint: ' – ',
  commaInside: false,
  verbs: ['деді', 'деп атап өтті', 'деп мәлімдеді', 'деп қосты', 'деп түйіндеді'].map(alike),
  asks: alike('деп сұрады'),
};
const RUSSIAN = {
  language: 'ru' as const,
  commaInside: false,
  verbs: [
    past('сказал', 'говорит'),
    past('отметил', 'отмечает'),
    past('подчеркнул', 'подчёркивает'),
    past('добавил', 'добавляет'),
    past('заявил', 'заявляет'),
  ],
  asks: past('спросил', 'спрашивает'),
};

export const HOUSE_STYLES: readonly HouseStyle[] = [
  { ...KAZAKH, id: 'kk-dash', open: '– ', close: '', inner: ['«', '»'] },
  { ...KAZAKH, id: 'kk-marks', open: '«', close: '»', inner: ['“', '”'] },
  { ...RUSSIAN, id: 'ru-marks', open: '«', close: '»', joint: ' – ', inner: ['„', '“'] },
  { ...RUSSIAN, id: 'ru-dash', open: '— ', close: '', joint: ' — ', inner: ['«', '»'] },
  {
    id: 'en-marks',
    language: 'en',
    open: '“',
    close: '”',
    joint: ' ',
    commaInside: true,
    inner: ['‘', '’'],
    verbs: ['said', 'added', 'noted', 'stressed', 'explained'].map(alike),
    asks: alike('asked'),
  },
];

/** Returns the style with an id. */
export function houseStyle(id: HouseStyle['id']): HouseStyle {
  const style = HOUSE_STYLES.find((each) => each.id === id);
  if (!style) throw new Error(`There is no house style ${id}`);
  return style;
}

/** Returns the styles of a language; the usual one first. */
export const stylesOf = (language: Language): readonly HouseStyle[] =>
  HOUSE_STYLES.filter((style) => style.language === language);

/** Returns the style that was chosen for a language, else its usual one. */
export function styleOf(language: Language, chosen: ChosenStyles): HouseStyle {
  const [usual, ...others] = stylesOf(language);
  const style = [usual, ...others].find((each) => each?.id === chosen[language]) ?? usual;
  if (!style) throw new Error(`There is no house style for ${language}`);
  return style;
}
