import type { Annotation, AnnotationKind } from '../model/annotation.ts';
import { type AnnotationId, newId, type SpeakerId, type TranscriptId, type TurnId } from '../model/ids.ts';
import type { Speaker } from '../model/speaker.ts';
import type { Turn } from '../model/turn.ts';
import type { HeardBoundary, KeptFinding } from '../review/review-notes.ts';
import { mergeAnnotation } from './merge-annotation.ts';
import { mergeOrder, type OrderOutcome, sequence } from './merge-order.ts';
import { findingDivergences, findingKey, mergeFinding, mergeHeard } from './merge-review.ts';
import { mergeSpeaker } from './merge-speaker.ts';
import { type Circle, circlesOf, mergeInCircle } from './merge-standing.ts';
import { asOneRow } from './one-row.ts';
import {
  type Divergence,
  divergences,
  type Identified,
  isSame,
  mergeWhole,
  type Outcome,
} from './three-way.ts';

/** What one library holds of a recording, as far as two can be merged. */
export interface Side {
  /** In transcript order. */
  readonly turns: readonly Turn[];
  readonly speakers: readonly Speaker[];
  /** Removed ones too. */
  readonly annotations: readonly Annotation[];
  /** The kinds that these are of. */
  readonly kinds: readonly AnnotationKind[];
  /** Findings of the review that were let be. */
  readonly ignored: readonly KeptFinding[];
  /** Boundaries that were listened to. */
  readonly heard: readonly HeardBoundary[];
  readonly translations: readonly TranslationSide[];
}

/** What one library holds of a translation. */
export interface TranslationSide {
  readonly id: TranscriptId;
  /** BCP 47 tag. */
  readonly language: string;
  readonly name: string;
  /** In order; each names the turn that it translates. */
  readonly turns: readonly Turn[];
  readonly annotations: readonly Annotation[];
}

/** Which side a person chose; `both`: mine, and theirs behind it as a turn of its own. */
export const CHOICES = ['mine', 'theirs', 'both'] as const;
export type Choice = (typeof CHOICES)[number];

/** Something that both sides changed, each in its way. `key` names it among all conflicts of a merge. */
export type Conflict =
  | ({
      readonly kind: 'turn';
      readonly key: string;
      /** The language of the translation that the turn is of; absent: it is of the original. */
      readonly language?: string | undefined;
    } & Divergence<Turn>)
  | ({ readonly kind: 'speaker'; readonly key: string } & Divergence<Speaker>)
  | ({ readonly kind: 'annotation'; readonly key: string } & Divergence<Annotation>)
  | ({ readonly kind: 'finding'; readonly key: string } & Divergence<KeptFinding>)
  /** Each side lets these speakers stand for others, both together in a circle: one side's word stays for all of them. */
  | {
      readonly kind: 'standing';
      readonly key: string;
      readonly mine: readonly Speaker[];
      readonly theirs: readonly Speaker[];
    }
  /** Both sides moved turns that both have. */
  | { readonly kind: 'order'; readonly key: 'order' };

/** Two sides compared with what both had when they parted. */
export interface Merge {
  readonly mine: Side;
  readonly theirs: Side;
  /** In the order in which they stand in the transcript, turns first. */
  readonly conflicts: readonly Conflict[];
  readonly order: OrderOutcome;
  /** What can be said of each thing without asking. */
  readonly turns: ReadonlyMap<TurnId, Outcome<Turn>>;
  readonly speakers: ReadonlyMap<SpeakerId, Outcome<Speaker>>;
  readonly circles: readonly Circle[];
  readonly annotations: ReadonlyMap<AnnotationId, Outcome<Annotation>>;
  readonly findings: ReadonlyMap<string, Outcome<KeptFinding>>;
  readonly heard: readonly HeardBoundary[];
  readonly translations: readonly TranslationMerge[];
}

/** A translation that their side has, and what it and mine amount to. */
export interface TranslationMerge {
  readonly head: Pick<TranslationSide, 'id' | 'language' | 'name'>;
  readonly merge: Merge;
}

export const NO_SIDE: Side = {
  turns: [],
  speakers: [],
  annotations: [],
  kinds: [],
  ignored: [],
  heard: [],
  translations: [],
};

/**
 * Compares what two libraries made of the same transcript, against `base`, what both had when they parted (nothing,
 * where that is not known). What only one side changed is settled; all else is a conflict. A speaker or an
 * annotation is compared field by field.
 */
export function compareSides(base: Side, mine: Side, theirs: Side): Merge {
  const turns = outcomes(divergences(base.turns, mine.turns, theirs.turns), mergeWhole);
  const people = divergences(base.speakers, mine.speakers, theirs.speakers);
  const apart = outcomes(people, mergeSpeaker);
  const circles = circlesOf(apart);
  const inCircle = new Set(circles.flatMap((circle) => [...circle]));
  const speakers = new Map(
    [...people].map(([id, each]) => [id, (inCircle.has(id) ? mergeInCircle : mergeSpeaker)(each)]),
  );
  const annotations = outcomes(
    divergences(base.annotations, mine.annotations, theirs.annotations),
    mergeAnnotation,
  );
  const order = mergeOrder(base.turns, mine.turns, theirs.turns);
  const findings = outcomes(findingDivergences(base.ignored, mine.ignored, theirs.ignored), mergeFinding);
  const heard = mergeHeard(mine.heard, theirs.heard);
  const translations = mergeTranslations(base, mine, theirs);
  const merge = { mine, theirs, order, turns, speakers, circles, annotations, findings, heard, translations };
  return { ...merge, conflicts: conflictsOf(merge) };
}

/** A translation that is absent on their side stays; the order of its turns is that of the original, and no conflict. */
function mergeTranslations(base: Side, mine: Side, theirs: Side): readonly TranslationMerge[] {
  const of = (side: Side, id: TranscriptId) => side.translations.find((each) => each.id === id);
  const textOf = (translation: TranslationSide | undefined): Side => ({
    ...NO_SIDE,
    turns: translation?.turns ?? [],
    annotations: translation?.annotations ?? [],
  });
  return theirs.translations.map((other) => {
    const [was, own] = [of(base, other.id), of(mine, other.id)];
    const [before, ours] = [textOf(was), textOf(own)];
    const turns = asOneRow(before.turns, ours.turns, other.turns);
    const merge = compareSides(before, ours, { ...textOf(other), turns });
    const isOwn = own && (!was || own.language !== was.language || own.name !== was.name);
    const { id, language, name } = isOwn ? own : other;
    return {
      head: { id, language, name },
      merge: { ...merge, order: merge.order === 'theirs' ? 'theirs' : 'mine' },
    };
  });
}

const conflictsOfTranslation = ({ head, merge }: TranslationMerge): readonly Conflict[] =>
  merge.conflicts.flatMap((conflict): Conflict[] => {
    if (conflict.kind === 'order') return [];
    return [conflict.kind === 'turn' ? { ...conflict, language: head.language } : conflict];
  });

function outcomes<Id, T>(
  found: ReadonlyMap<Id, Divergence<T>>,
  merge: (divergence: Divergence<T>) => Outcome<T>,
): ReadonlyMap<Id, Outcome<T>> {
  return new Map([...found].map(([id, divergence]) => [id, merge(divergence)]));
}

function conflictsOf(merge: Omit<Merge, 'conflicts'>): readonly Conflict[] {
  const { mine, theirs, order } = merge;
  const turns = divided(merge.turns);
  const present = new Map(
    [...turns].flatMap(([id, sides]) => {
      const turn = sides.mine ?? sides.theirs;
      return turn ? [[id, turn] as const] : [];
    }),
  );
  const ids = sequence(mine.turns, theirs.turns, present, order === 'theirs' ? 'theirs' : 'mine');
  return [
    ...ids.flatMap((key): Conflict[] => {
      const sides = turns.get(key);
      return sides ? [{ kind: 'turn', key, ...sides }] : [];
    }),
    ...[...divided(merge.speakers)].map(([key, sides]): Conflict => ({ kind: 'speaker', key, ...sides })),
    ...merge.circles.map((circle): Conflict => {
      const within = (side: Side) => side.speakers.filter(({ id }) => circle.has(id));
      return { kind: 'standing', key: standingKey(circle), mine: within(mine), theirs: within(theirs) };
    }),
    ...[...divided(merge.annotations)].map(
      ([key, sides]): Conflict => ({ kind: 'annotation', key, ...sides }),
    ),
    ...[...divided(merge.findings)].map(([key, sides]): Conflict => ({ kind: 'finding', key, ...sides })),
    ...(order === 'conflict' ? [{ kind: 'order', key: 'order' } as const] : []),
    ...merge.translations.flatMap(conflictsOfTranslation),
  ];
}

const standingKey = (circle: Circle) => `standing ${[...circle][0]}`;

/** Returns what is unsettled. */
function divided<Id, T>(outcomes: ReadonlyMap<Id, Outcome<T>>): ReadonlyMap<Id, Divergence<T>> {
  return new Map(
    [...outcomes].flatMap(([id, outcome]) =>
      outcome.kind === 'conflict' ? [[id, outcome.divergence] as const] : [],
    ),
  );
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
    speakers: standing(merge, [...keptOf(merge.speakers, choices).values()], choices),
    annotations: [...keptOf(merge.annotations, choices).values()],
    ignored: [...keptOf(merge.findings, choices).values()],
    heard: merge.heard,
    kinds: [...new Map([...theirs.kinds, ...mine.kinds].map((kind) => [kind.id, kind])).values()],
    translations: merge.translations.map(({ head, merge: each }) => {
      const { turns, annotations } = settleMerge({ ...each, conflicts: [] }, choices);
      return { ...head, turns, annotations };
    }),
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

/** Lets the speakers of each circle stand for whom the side lets them that was chosen for it. */
function standing(
  { circles, mine, theirs }: Merge,
  speakers: readonly Speaker[],
  choices: ReadonlyMap<string, Choice>,
): readonly Speaker[] {
  const into = new Map(
    circles.flatMap((circle) => {
      const [chosen, other] = choices.get(standingKey(circle)) === 'theirs' ? [theirs, mine] : [mine, theirs];
      return [...other.speakers, ...chosen.speakers]
        .filter(({ id }) => circle.has(id))
        .map(({ id, mergedInto }) => [id, mergedInto] as const);
    }),
  );
  return speakers.map((each) => ({
    ...each,
    mergedInto: into.has(each.id) ? (into.get(each.id) ?? null) : each.mergedInto,
  }));
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
  readonly annotations: number;
  /** Findings let be or no longer, and boundaries heard. */
  readonly reviewed: number;
  /** Turns of translations. */
  readonly translated: number;
}

/** Returns what comes from their side without a conflict. */
export function countChanges(merge: Merge): MergeCounts {
  const { mine, turns, speakers, annotations, findings, heard } = merge;
  const changed = changesTo(mine.turns, turns);
  const known = new Set(mine.heard);
  return {
    changedTurns: changed.filter(({ before, after }) => before && after).length,
    addedTurns: changed.filter(({ before }) => !before).length,
    removedTurns: changed.filter(({ after }) => !after).length,
    speakers: changesTo(mine.speakers, speakers).length,
    annotations: changesTo(mine.annotations, annotations).length,
    reviewed:
      changesTo(mine.ignored, findings, findingKey).length + heard.filter((each) => !known.has(each)).length,
    translated: merge.translations.reduce(
      (sum, each) => sum + changesTo(each.merge.mine.turns, each.merge.turns).length,
      0,
    ),
  };
}

const idOf = (value: unknown) => (value as Identified).id;

function changesTo<T>(
  list: readonly T[],
  outcomes: ReadonlyMap<string, Outcome<T>>,
  keyOf: (value: T) => string = idOf,
) {
  const byId = new Map(list.map((each) => [keyOf(each), each]));
  return [...outcomes].flatMap(([id, outcome]) => {
    if (outcome.kind === 'conflict') return [];
    const before = byId.get(id) ?? null;
    return isSame(before, outcome.value) ? [] : [{ before, after: outcome.value }];
  });
}
