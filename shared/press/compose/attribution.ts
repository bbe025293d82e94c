import type { TextSpan } from '../../model/article.ts';
import { type Language, localText } from '../../model/language.ts';
import type { Speaker } from '../../model/speaker.ts';
import { isOrganisation } from '../lexicon/words.ts';
import { genderOf } from '../people/person.ts';
import type { HouseStyle } from './house-style.ts';
import { kazakhGenitive, kazakhPossessed, russianGenitive } from './inflect.ts';

/** Words to be quoted, and who said them. */
export interface QuotedWords {
  readonly text: string;
  readonly speaker: Pick<Speaker, 'id' | 'name' | 'title' | 'organisation' | 'country'> | null;
}

/** A paragraph of direct speech, and where what stands in it. */
export interface AttributedQuote {
  readonly text: string;
  /** The words, without marks, dashes and the sign before the attribution. */
  readonly words: TextSpan;
  /** As written; null for words of nobody. */
  readonly verb: string | null;
  /** Whether this is where the speaker is introduced. */
  readonly isFirst: boolean;
}

/**
 * Returns a paragraph of direct speech for each quotation, in the conventions of the style. A speaker has the full title
 * the first time, the surname afterwards; the verbs take turns, and neighbours never have the same. Without a speaker the
 * words stand alone.
 */
export function attributedQuotes(
  quotes: readonly QuotedWords[],
  style: HouseStyle,
): readonly AttributedQuote[] {
  const introduced = new Set<string>();
  let verb = 0;
  return quotes.map(({ text, speaker }) => {
    const words = text.trim();
    if (!speaker || localText(speaker.name, style.language) === '') {
      const alone = nested(words, style);
      return { ...placed(alone, style, alone.length, ''), verb: null, isFirst: false };
    }
    const isQuestion = /\?[»”"]?$/u.test(words);
    const isFirst = !introduced.has(speaker.id);
    const who = isFirst ? fullName(speaker, style.language) : shortName(speaker, style.language);
    introduced.add(speaker.id);
    const chosen = isQuestion ? style.asks : style.verbs[verb++ % style.verbs.length];
    const said = chosen?.[genderOf(localText(speaker.name, style.language)) ?? 'unknown'] ?? '';
    const { inside, comma } = closed(words, style);
    const behind = `${style.joint}${said} ${who}.`;
    // In Kazakh and Russian no comma follows a sign that ends the words, but one behind the marks.
    return style.commaInside
      ? { ...placed(inside + comma, style, inside.length, behind), verb: said, isFirst }
      : { ...placed(inside, style, inside.length, comma + behind), verb: said, isFirst };
  });
}

/** Returns the paragraphs of `attributedQuotes`. */
export const attributeQuotes = (quotes: readonly QuotedWords[], style: HouseStyle): readonly string[] =>
  attributedQuotes(quotes, style).map(({ text }) => text);

function placed(inside: string, { open, close }: HouseStyle, length: number, behind: string) {
  const words = { start: open.length, end: open.length + length };
  return { text: `${open}${inside}${close}${behind}`, words };
}

/** Marks within marks are of the other sort. */
const nested = (text: string, { close, inner }: HouseStyle) =>
  close === '' ? text : text.replace(/[«“„"]([^«»“”„"]*)[»”“"]/gu, `${inner[0]}$1${inner[1]}`);

/** The words as they stand before an attribution, and the comma that parts them. */
function closed(text: string, style: HouseStyle): { readonly inside: string; readonly comma: string } {
  const words = nested(text, style);
  const stays = /[!?…]$/u.test(words);
  return { inside: stays ? words : words.replace(/[.,;:]+$/u, ''), comma: stays ? '' : ',' };
}

const lowerFirst = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;

/** The surname: the last word of the name; a name of another order stands whole. */
function shortName({ name }: Pick<Speaker, 'name'>, language: Language): string {
  const whole = localText(name, language).trim();
  const words = whole.split(/\s+/u);
  const last = words.at(-1) ?? whole;
  const given = words.every((word) => word.length <= 4) || /(?:ұлы|қызы|uly|qyzy)$/iu.test(last);
  return given ? whole : last;
}

/** Title, organisation and country with the name, in the order and the cases of the language. */
function fullName(speaker: NonNullable<QuotedWords['speaker']>, language: Language): string {
  const [name, title, organisation, country] = [
    speaker.name,
    speaker.title,
    speaker.organisation,
    speaker.country,
  ].map((text) => localText(text, language).trim()) as [string, string, string, string];
  if (language === 'kk') return kazakhName({ name, title: lowerFirst(title), organisation, country });
  if (language === 'ru') {
    const genitive = organisation === '' ? '' : russianGenitive(organisation);
    const behind = [genitive === null ? organisation : '', country].filter(Boolean).join(', ');
    const called = title === '' && genitive ? 'представитель' : lowerFirst(title);
    return [called, genitive, name, behind && `(${behind})`].filter(Boolean).join(' ');
  }
  const owner =
    organisation === ''
      ? ''
      : `${/^the\s/iu.test(organisation) || !needsArticle(organisation) ? '' : 'the '}${organisation}`;
  const called = [lowerFirst(title) || (owner && 'representative'), owner].filter(Boolean).join(' of ');
  return [name, called, country].filter(Boolean).join(', ');
}

/** A title that has a genitive of its own: «төрағаның орынбасары». */
const DEPUTY = /^(\p{L}+?)[ндт][ыі]ң (.+)$/u;

/** What somebody is head of stands in the genitive; before a genitive only the outermost owner does. */
function kazakhName(parts: Readonly<Record<'name' | 'title' | 'organisation' | 'country', string>>): string {
  const { name, title, organisation, country } = parts;
  const owners = [country, organisation].filter(Boolean);
  if (owners.length === 0) return [title, name].filter(Boolean).join(' ');
  const [, of, what] = DEPUTY.exec(title) ?? [];
  const nearest = owners.at(-1) ?? '';
  const outer = owners.slice(0, -1).map(kazakhGenitive);
  const called =
    of && what
      ? [nearest, kazakhGenitive(kazakhPossessed(of)), what]
      : [kazakhGenitive(nearest), title === '' ? 'өкілі' : kazakhPossessed(title)];
  return [...outer, ...called, name].join(' ');
}

const needsArticle = (organisation: string) =>
  organisation.split(/\s+/u).some(isOrganisation) && !/^(?:Parliament|Senate)$/u.test(organisation);
