import { LANGUAGES, type Language, type LocalText } from '../model/language.ts';
import { detailsOf, givenTexts, namesOf, type Post, type Speaker } from '../model/speaker.ts';
import { LOCAL_PARTS, type LocalPart } from './columns.ts';

/** A field of which one of two entries can have the say. */
export type FieldKey = `${LocalPart}.${Language}` | 'originalName' | 'countryCode' | 'portrait' | 'colour';

export const FIELD_KEYS: readonly FieldKey[] = [
  ...LOCAL_PARTS.flatMap((part) => LANGUAGES.map((language) => `${part}.${language}` as const)),
  'originalName',
  'countryCode',
  'portrait',
  'colour',
];

/** Returns what an entry says in a field, '' for nothing. */
export function fieldText(speaker: Speaker, key: FieldKey): string {
  if (key === 'originalName') return speaker.originalName?.text ?? '';
  if (key === 'countryCode' || key === 'portrait') return speaker[key] ?? '';
  if (key === 'colour') return String(speaker.colour);
  const [part, language] = key.split('.') as [LocalPart, Language];
  return speaker[part][language]?.trim() ?? '';
}

/** Which of two entries a field is taken from. */
export type Side = 'one' | 'other';

/** Returns the fields of which two entries say different things, so that somebody must choose. */
export function differingFields(one: Speaker, other: Speaker): readonly FieldKey[] {
  return FIELD_KEYS.filter((key) => {
    const [a, b] = [fieldText(one, key), fieldText(other, key)];
    return key !== 'colour' && a !== '' && b !== '' && a !== b;
  });
}

/**
 * Returns `one` with what `other` says besides: fields that only it fills, its titles of other days, and every way in which
 * it writes the name. Of fields that differ `choices` tells whose stays; those of `one` by default.
 */
export function joinSpeakers(
  one: Speaker,
  other: Speaker,
  choices: ReadonlyMap<FieldKey, Side> = new Map(),
): Speaker {
  const take = (key: FieldKey) => {
    const [a, b] = [fieldText(one, key), fieldText(other, key)];
    return a === '' || (b !== '' && choices.get(key) === 'other') ? other : one;
  };
  const local = (part: LocalPart): LocalText =>
    givenTexts(
      Object.fromEntries(
        LANGUAGES.map((language) => [language, take(`${part}.${language}`)[part][language]]),
      ),
    );
  const joined: Speaker = {
    id: one.id,
    name: local('name'),
    title: local('title'),
    organisation: local('organisation'),
    country: local('country'),
    colour: take('colour').colour,
    mergedInto: one.mergedInto,
    ...detailsOf({
      originalName: take('originalName').originalName,
      posts: joinPosts(one.posts ?? [], other.posts ?? []),
      countryCode: take('countryCode').countryCode,
      portrait: take('portrait').portrait,
    }),
  };
  const shown = new Set(namesOf(joined));
  const aliases = [...namesOf(one), ...namesOf(other)].filter((name) => !shown.has(name));
  return { ...joined, ...detailsOf({ ...joined, aliases }) };
}

/** Posts of both; of those with the same days and the same title one, with the languages of both. */
function joinPosts(mine: readonly Post[], theirs: readonly Post[]): readonly Post[] {
  const joined = [...mine];
  for (const post of theirs) {
    const at = joined.findIndex(
      (known) => known.from === post.from && known.until === post.until && agree(known, post),
    );
    const known = joined[at];
    if (!known) joined.push(post);
    else
      joined[at] = {
        ...known,
        title: { ...post.title, ...known.title },
        organisation: { ...post.organisation, ...known.organisation },
      };
  }
  return joined;
}

const agree = (a: Post, b: Post) =>
  (['title', 'organisation'] as const).every((part) =>
    LANGUAGES.every((language) => {
      const [x, y] = [a[part][language], b[part][language]];
      return !x || !y || x === y;
    }),
  );
