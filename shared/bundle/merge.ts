import { newId, type SpeakerId, type TurnId } from '../model/ids.ts';
import type { Speaker } from '../model/speaker.ts';
import type { Turn } from '../model/turn.ts';
import { mergeOrder, type OrderOutcome, sequence } from './merge-order.ts';
import { type Divergence, divergences, isSame, mergeFields, mergeWhole, type Outcome } from './three-way.ts';

/** What one library holds of a recording, as far as two can be merged. */
export interface Side {
  /** In transcript order. */
  readonly turns: readonly Turn[];
  readonly speakers: readonly Speaker[];
}

/** Which side a person chose; `both`: mine, and theirs behind it as a turn of its own. */
export const CHOICES = ['mine', 'theirs', 'both'] as const;
export type Choice = (typeof CHOICES)[number];

/** Something that both sides changed, each in its way. `key` names it among all conflicts of a merge. */
export type Conflict =
  | ({ readonly kind: 'turn'; readonly key: string } & Divergence<Turn>)
  | ({ readonly kind: 'speaker'; readonly key: string } & Divergence<Speaker>)
  /** Both sides moved turns that both have. */
  | { readonly kind: 'order'; readonly key: 'order' };

/** Two sides compared with what both had when they parted. */
export interface Merge {
  readonly mine: Side;
  readonly theirs: Side;
  /** In the order in which they stand in the transcript, turns first. */
  readonly conflicts: readonly Conflict[];
  readonly order: OrderOutcome;
  /** What can be said of each turn and speaker without asking. */
  readonly turns: ReadonlyMap<TurnId, Outcome<Turn>>;
  readonly speakers: ReadonlyMap<SpeakerId, Outcome<Speaker>>;
}

const isBlank = (value: unknown) =>
  value === undefined || value === null || value === '' || isSame(value, {});

/**
 * Compares what two libraries made of the same transcript, against `base`, what both had when they parted (nothing,
 * where that is not known). What only one side changed is settled; all else is a conflict. A speaker is compared field
 * by field, language by language.
 */
export function compareSides(base: Side, mine: Side, theirs: Side): Merge {
  const turns = outcomes(divergences(base.turns, mine.turns, theirs.turns), mergeWhole);
  const speakers = outcomes(divergences(base.speakers, mine.speakers, theirs.speakers), mergeSpeaker);
  const order = mergeOrder(base.turns, mine.turns, theirs.turns);
  return {
    mine,
    theirs,
    order,
    turns,
    speakers,
    conflicts: conflictsOf(mine, theirs, turns, speakers, order),
  };
}

function outcomes<Id, T>(
  found: ReadonlyMap<Id, Divergence<T>>,
  merge: (divergence: Divergence<T>) => Outcome<T>,
): ReadonlyMap<Id, Outcome<T>> {
  return new Map([...found].map(([id, divergence]) => [id, merge(divergence)]));
}

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

function unflatten(flat: Record<string, unknown>): Speaker {
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

function mergeSpeaker({ base, mine, theirs }: Divergence<Speaker>): Outcome<Speaker> {
  if (isSame(mine, theirs)) return { kind: 'settled', value: mine };
  const outcome = mergeFields({ base: flatten(base), mine: flatten(mine), theirs: flatten(theirs) }, isBlank);
  if (outcome.kind === 'settled')
    return { kind: 'settled', value: outcome.value && unflatten(outcome.value) };
  const { divergence } = outcome;
  return {
    kind: 'conflict',
    divergence: {
      base,
      mine: divergence.mine && unflatten(divergence.mine),
      theirs: divergence.theirs && unflatten(divergence.theirs),
    },
  };
}

function conflictsOf(
  mine: Side,
  theirs: Side,
  turns: Merge['turns'],
  speakers: Merge['speakers'],
  order: OrderOutcome,
): readonly Conflict[] {
  const present = new Map(
    [...turns].flatMap(([id, outcome]) => {
      const { mine, theirs } =
        outcome.kind === 'conflict' ? outcome.divergence : { mine: null, theirs: null };
      const turn = mine ?? theirs;
      return turn ? [[id, turn] as const] : [];
    }),
  );
  const whose = order === 'theirs' ? 'theirs' : 'mine';
  return [
    ...sequence(mine.turns, theirs.turns, present, whose).flatMap((id): Conflict[] => {
      const outcome = turns.get(id);
      return outcome?.kind === 'conflict' ? [{ kind: 'turn', key: id, ...outcome.divergence }] : [];
    }),
    ...[...speakers].flatMap(([id, outcome]): Conflict[] =>
      outcome.kind === 'conflict' ? [{ kind: 'speaker', key: id, ...outcome.divergence }] : [],
    ),
    ...(order === 'conflict' ? [{ kind: 'order', key: 'order' } as const] : []),
  ];
}

/** The choices that a conflict leaves: two versions of a turn may both stay, two names of one person may not. */
export function choicesFor(conflict: Conflict): readonly Choice[] {
  return conflict.kind === 'turn' && conflict.mine && conflict.theirs ? CHOICES : ['mine', 'theirs'];
}

/**
 * Returns what both sides amount to once every conflict has been decided, by its key. Throws RangeError for one that
 * has not, or not in a way that it leaves.
 */
export function settleMerge(merge: Merge, choices: ReadonlyMap<string, Choice>): Side {
  for (const conflict of merge.conflicts) {
    const choice = choices.get(conflict.key);
    if (!choice || !choicesFor(conflict).includes(choice))
      throw new RangeError(`conflict ${conflict.key} is not decided`);
  }
  const turns = keptOf(merge.turns, choices);
  const { mine, theirs } = merge;
  const whose = merge.order === 'conflict' ? choices.get('order') : merge.order;
  const ids = sequence(mine.turns, theirs.turns, turns, whose === 'theirs' ? 'theirs' : 'mine');
  return {
    turns: ids.flatMap((id) => [...one(turns.get(id)), ...besides(merge, id, choices)]),
    speakers: [...keptOf(merge.speakers, choices).values()],
  };
}

function keptOf<Id extends string, T>(
  outcomes: ReadonlyMap<Id, Outcome<T>>,
  choices: ReadonlyMap<string, Choice>,
): ReadonlyMap<Id, T> {
  return new Map(
    [...outcomes].flatMap(([id, outcome]) => {
      const value =
        outcome.kind === 'settled'
          ? outcome.value
          : outcome.divergence[choices.get(id) === 'theirs' ? 'theirs' : 'mine'];
      return value === null ? [] : [[id, value] as const];
    }),
  );
}

function besides(merge: Merge, id: TurnId, choices: ReadonlyMap<string, Choice>): readonly Turn[] {
  const outcome = merge.turns.get(id);
  if (choices.get(id) !== 'both' || outcome?.kind !== 'conflict' || !outcome.divergence.theirs) return [];
  return [{ ...outcome.divergence.theirs, id: newId<TurnId>() }];
}

const one = (turn: Turn | undefined): readonly Turn[] => (turn ? [turn] : []);

/** How much a merge brings without asking. */
export interface MergeCounts {
  readonly changedTurns: number;
  readonly addedTurns: number;
  readonly removedTurns: number;
  readonly speakers: number;
}

/** Returns what comes from their side without a conflict. */
export function countChanges({ mine, turns, speakers }: Merge): MergeCounts {
  const mineById = new Map(mine.turns.map((turn) => [turn.id, turn]));
  const speakersById = new Map(mine.speakers.map((speaker) => [speaker.id, speaker]));
  const counts = { changedTurns: 0, addedTurns: 0, removedTurns: 0, speakers: 0 };
  for (const [id, outcome] of turns) {
    if (outcome.kind === 'conflict') continue;
    const before = mineById.get(id) ?? null;
    if (isSame(before, outcome.value)) continue;
    if (!before) counts.addedTurns++;
    else if (!outcome.value) counts.removedTurns++;
    else counts.changedTurns++;
  }
  for (const [id, outcome] of speakers)
    if (outcome.kind === 'settled' && !isSame(speakersById.get(id) ?? null, outcome.value)) counts.speakers++;
  return counts;
}
