import { detailsOf, type Speaker } from '../model/speaker.ts';
import { type Divergence, isSame, mergeFields, type Outcome, settled } from './three-way.ts';

const isBlank = (value: unknown) => value === undefined || value === null || value === '';

const LOCAL_FIELDS = ['name', 'title', 'organisation', 'country'] as const;
const isLocal = (key: string) => (LOCAL_FIELDS as readonly string[]).includes(key.split(' ')[0] ?? '');

/** Each name in each language is a field of its own, and so is each alias; the posts are one together. */
function flatten(speaker: Speaker | null): Record<string, unknown> | null {
  if (!speaker) return null;
  const { id, colour, mergedInto, aliases = [], posts, originalName, countryCode, portrait } = speaker;
  const texts = LOCAL_FIELDS.flatMap((field) =>
    Object.entries(speaker[field]).map(([language, text]) => [`${field} ${language}`, text] as const),
  );
  const also = aliases.map((alias) => [`alias ${alias}`, alias] as const);
  const details = { posts, originalName, countryCode, portrait };
  return { id, colour, mergedInto, ...details, ...Object.fromEntries([...texts, ...also]) };
}

function unflatten(flat: Record<string, unknown> | null): Speaker | null {
  if (!flat) return null;
  const textOf = (field: string) =>
    Object.fromEntries(
      Object.entries(flat).flatMap(([key, value]) => {
        const [name, language] = key.split(' ');
        return name === field && language ? [[language, value]] : [];
      }),
    );
  const entries = Object.entries(flat).filter(([key]) => !(isLocal(key) || key.startsWith('alias ')));
  const { id, colour, mergedInto, ...details } = Object.fromEntries(entries) as unknown as Speaker;
  const aliases = Object.keys(flat).flatMap((key) =>
    key.startsWith('alias ') && flat[key] ? [key.slice('alias '.length)] : [],
  );
  return {
    id,
    name: textOf('name'),
    title: textOf('title'),
    organisation: textOf('organisation'),
    country: textOf('country'),
    colour,
    mergedInto,
    ...detailsOf({ ...details, aliases }),
  };
}

/** Merges a speaker field by field, language by language. One that is on a side alone stays. */
export function mergeSpeaker({ base, mine, theirs }: Divergence<Speaker>): Outcome<Speaker> {
  if (!mine || !theirs || isSame(mine, theirs)) return settled(mine ?? theirs);
  const outcome = mergeFields({ base: flatten(base), mine: flatten(mine), theirs: flatten(theirs) }, isBlank);
  if (outcome.kind === 'settled') return settled(unflatten(outcome.value));
  const { divergence } = outcome;
  return {
    kind: 'conflict',
    divergence: { base, mine: unflatten(divergence.mine), theirs: unflatten(divergence.theirs) },
  };
}
