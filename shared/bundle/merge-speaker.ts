import type { Speaker } from '../model/speaker.ts';
import { type Divergence, isSame, mergeFields, type Outcome, settled } from './three-way.ts';

const isBlank = (value: unknown) => value === undefined || value === null || value === '';

const LOCAL_FIELDS = ['name', 'title', 'organisation', 'country'] as const;

/** Each name in each language is a field of its own. */
function flatten(speaker: Speaker | null): Record<string, unknown> | null {
  if (!speaker) return null;
  const { id, colour, mergedInto } = speaker;
  const texts = LOCAL_FIELDS.flatMap((field) =>
    Object.entries(speaker[field]).map(([language, text]) => [`${field} ${language}`, text] as const),
  );
  return { id, colour, mergedInto, ...Object.fromEntries(texts) };
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
  const { id, colour, mergedInto } = flat as unknown as Speaker;
  return {
    id,
    name: textOf('name'),
    title: textOf('title'),
    organisation: textOf('organisation'),
    country: textOf('country'),
    colour,
    mergedInto,
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
