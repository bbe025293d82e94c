import type { Annotation, AnnotationKind } from '../model/annotation.ts';
import type { Speaker } from '../model/speaker.ts';
import type { HeardBoundary, KeptFinding } from '../review/review-notes.ts';
import type { Side } from './merge.ts';
import { boundaryKey, findingKey } from './merge-review.ts';
import { isSame } from './three-way.ts';

/** What something was before a merge, and after it; null: it was not there. */
export type Change<T extends object> =
  | { readonly before: T; readonly after: T | null }
  | { readonly before: null; readonly after: T };

/** What a merge did beside the text, to be taken back with it. */
export interface MergeEffect {
  readonly speakers: readonly Change<Speaker>[];
  readonly kinds: readonly Change<AnnotationKind>[];
  readonly annotations: readonly Change<Annotation>[];
  readonly ignored: readonly Change<KeptFinding>[];
  readonly heard: readonly Change<HeardBoundary>[];
}

/** Returns what changed from one state of a library to another. */
export function effectBetween(before: Side, after: Side): MergeEffect {
  const idOf = ({ id }: { readonly id: string }) => id;
  return {
    speakers: changes(before.speakers, after.speakers, idOf),
    kinds: changes(before.kinds, after.kinds, idOf),
    annotations: changes(before.annotations, after.annotations, idOf),
    ignored: changes(before.ignored, after.ignored, findingKey),
    heard: changes(before.heard, after.heard, boundaryKey),
  };
}

function changes<T extends object>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (value: T) => string,
): readonly Change<T>[] {
  const byKey = (list: readonly T[]) => new Map(list.map((each) => [keyOf(each), each]));
  const [was, is] = [byKey(before), byKey(after)];
  const came = after.filter((each) => !was.has(keyOf(each)));
  return [
    ...before
      .map((each) => ({ before: each, after: is.get(keyOf(each)) ?? null }))
      .filter((change) => !isSame(change.before, change.after)),
    ...came.map((each) => ({ before: null, after: each })),
  ];
}

/** Says whether a merge did nothing beside the text. */
export const isNoEffect = (effect: MergeEffect): boolean =>
  Object.values(effect).every((list: readonly unknown[]) => list.length === 0);

const turned = <T extends object>(list: readonly Change<T>[]): readonly Change<T>[] =>
  list.map(
    (change): Change<T> =>
      change.after === null
        ? { before: null, after: change.before }
        : { before: change.after, after: change.before },
  );

/** Returns what takes an effect back. */
export const inverseEffect = ({
  speakers,
  kinds,
  annotations,
  ignored,
  heard,
}: MergeEffect): MergeEffect => ({
  speakers: turned(speakers),
  kinds: turned(kinds),
  annotations: turned(annotations),
  ignored: turned(ignored),
  heard: turned(heard),
});
