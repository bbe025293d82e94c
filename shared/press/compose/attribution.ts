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

/**
 * Returns a paragraph of direct speech for each quotation, in the conventions of the style. A speaker has the full title
 * the first time, the surname afterwards; the verbs take turns, and neighbours never have the same. Without a speaker the
 * words stand alone.
 */
export function attributeQuotes(quotes: readonly QuotedWords[], style: HouseStyle): readonly string[] {
  const introduced = new Set<string>();
  let verb = 0;
  return quotes.map(({ text, speaker }) => {
    const words = text.trim();
    if (!speaker || localText(speaker.name, style.language) === '')
      return `${style.open}${words}${style.close}`;
    const isQuestion = /\?[»”"]?$/u.test(words);
    const who = introduced.has(speaker.id)
      ? shortName(speaker, style.language)
      : fullName(speaker, style.language);
    introduced.add(speaker.id);
    const chosen = isQuestion ? style.asks : style.verbs[verb++ % style.verbs.length];
    const said = chosen?.[genderOf(localText(speaker.name, style.language)) ?? 'unknown'] ?? '';
    return `${closed(words, style)}${style.joint}${said} ${who}.`;
  });
}

/** The words with their marks and the sign that parts them from the attribution. */
function closed(text: string, { open, close, commaInside, inner }: HouseStyle): string {
  const nested = close === '' ? text : text.replace(/[«“„"]([^«»“”„"]*)[»”“"]/gu, `${inner[0]}$1${inner[1]}`);
  const stays = /[!?…]$/u.test(nested);
  const words = stays ? nested : nested.replace(/[.,;:]+$/u, '');
  const comma = stays ? '' : ',';
  // In Kazakh and Russian no comma follows a sign that ends the words, but one behind the marks.
  return commaInside ? `${open}${words}${comma}${close}` : `${open}${words}${close}${comma}`;
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
  if (language === 'kk') {
    const owner = [country, organisation].filter(Boolean).map(kazakhGenitive);
    const called =
      title === ''
        ? owner.length > 0
          ? 'өкілі'
          : ''
        : owner.length > 0
          ? kazakhPossessed(lowerFirst(title))
          : lowerFirst(title);
    return [...owner, called, name].filter(Boolean).join(' ');
  }
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

const needsArticle = (organisation: string) =>
  organisation.split(/\s+/u).some(isOrganisation) && !/^(?:Parliament|Senate)$/u.test(organisation);
