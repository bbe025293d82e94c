import type { Annotation, AnnotationKind } from '../model/annotation.ts';
import type { TranscriptId } from '../model/ids.ts';
import type { Speaker } from '../model/speaker.ts';
import type { HeardBoundary, KeptFinding } from '../review/review-notes.ts';
import type { Side } from './merge.ts';
import { boundaryKey, findingKey } from './merge-review.ts';
import { isSame } from './three-way.ts';

/** What a merge did to one thing. */
export type Change<T> =
  | { readonly kind: 'came'; readonly after: T }
  | { readonly kind: 'gone'; readonly before: T }
  | { readonly kind: 'changed'; readonly before: T; readonly after: T };

/** What a merge did beside the text, to be taken back with it. */
export interface MergeEffect {
  readonly speakers: readonly Change<Speaker>[];
  readonly kinds: readonly Change<AnnotationKind>[];
  readonly annotations: readonly Change<Annotation>[];
  readonly ignored: readonly Change<KeptFinding>[];
  readonly heard: readonly Change<HeardBoundary>[];
  /** Absent in what was kept before there were translations. */
  readonly translations?: readonly TranslationChange[];
}

/** What a merge did to a translation, by the entries of its own edit log. */
export interface TranslationChange {
  readonly id: TranscriptId;
  /** Whether it came with the merge. */
  readonly isNew: boolean;
  /** Where it stood. */
  readonly base: number;
  /** Where it stood after. */
  readonly sequence: number;
}

/** Returns what changed from one state of a library to another. */
export function effectBetween(
  before: Side,
  after: Side,
  translations: readonly TranslationChange[],
): MergeEffect {
  const idOf = ({ id }: { readonly id: string }) => id;
  return {
    speakers: changes(before.speakers, after.speakers, idOf),
    kinds: changes(before.kinds, after.kinds, idOf),
    annotations: changes(before.annotations, after.annotations, idOf),
    ignored: changes(before.ignored, after.ignored, findingKey),
    heard: changes(before.heard, after.heard, boundaryKey),
    translations,
  };
}

function changes<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (value: T) => string,
): readonly Change<T>[] {
  const was = new Map(before.map((each) => [keyOf(each), each]));
  const is = new Set(after.map(keyOf));
  return [
    ...before.flatMap((each): Change<T>[] => (is.has(keyOf(each)) ? [] : [{ kind: 'gone', before: each }])),
    ...after.flatMap((each): Change<T>[] => {
      const own = was.get(keyOf(each));
      if (own === undefined) return [{ kind: 'came', after: each }];
      return isSame(own, each) ? [] : [{ kind: 'changed', before: own, after: each }];
    }),
  ];
}

/** Says whether a merge did nothing beside the text. */
export const isNoEffect = (effect: MergeEffect): boolean =>
  Object.values(effect).every((list: readonly unknown[]) => list.length === 0);

function turned<T>(list: readonly Change<T>[]): readonly Change<T>[] {
  return list.map((change): Change<T> => {
    if (change.kind === 'came') return { kind: 'gone', before: change.after };
    if (change.kind === 'gone') return { kind: 'came', after: change.before };
    return { kind: 'changed', before: change.after, after: change.before };
  });
}

/** Returns what takes an effect back, but for translations. */
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
