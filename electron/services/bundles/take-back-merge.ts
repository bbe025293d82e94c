import { mergeAnnotation, saysSame } from '../../../shared/bundle/merge-annotation.ts';
import { type Change, inverseEffect, type MergeEffect } from '../../../shared/bundle/merge-effect.ts';
import { boundaryKey, findingKey } from '../../../shared/bundle/merge-review.ts';
import { mergeSpeaker } from '../../../shared/bundle/merge-speaker.ts';
import { hasCircle } from '../../../shared/bundle/merge-standing.ts';
import { isSame, type Outcome } from '../../../shared/bundle/three-way.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { TranscriptId } from '../../../shared/model/ids.ts';
import type { Speaker } from '../../../shared/model/speaker.ts';
import { listAnnotations, listKinds, putAnnotation, putKind } from '../../database/annotation-store.ts';
import {
  listMerges,
  listSharedPoints,
  putMerge,
  putSharedPoint,
  removeSharedPoint,
  type StoredMerge,
  sharedContent,
} from '../../database/bundle-store.ts';
import type { ReadableDatabase, WritableDatabase } from '../../database/library-database.ts';
import {
  listHeard,
  listIgnored,
  putHeard,
  putIgnored,
  removeHeard,
  removeIgnored,
} from '../../database/review-store.ts';
import {
  isMergeTarget,
  listSpeakers,
  putSpeaker,
  removeSpeaker,
  reviveSpeaker,
} from '../../database/speaker-store.ts';
import { isSpeakerNamed } from '../../database/turn-store.ts';
import type { LibraryAccess } from '../app.ts';
import { requireTranscript } from '../save-transcript.ts';

export interface MergeSpan {
  /** The entries of the edit log after this one. */
  readonly base: number;
  /** Up to this one. */
  readonly sequence: number;
}

/** Tells whether entries of the edit log were written by merges. Throws `not-found`. */
export function hasMerge(db: ReadableDatabase, id: TranscriptId, span: MergeSpan): boolean {
  return listMerges(db, requireTranscript(db, id).number, span).length > 0;
}

/**
 * Takes back what merges did beside the text: speakers, annotations, notes of the review, and what is in common with the
 * other library, so that the bundle can be merged anew. With `again`, does it once more. What a person has changed since
 * is left as it is, field by field; a speaker whom a turn still names stays. Throws `not-found`.
 */
export function takeBackMerge(
  { library }: Pick<LibraryAccess, 'library'>,
  { transcriptId, again, ...span }: MergeSpan & { readonly transcriptId: TranscriptId; readonly again: boolean },
): void {
  library.write((db) => {
    const { number } = requireTranscript(db, transcriptId);
    const merges = listMerges(db, number, span);
    for (const merge of again ? merges : [...merges].reverse()) {
      const effect = JSON.parse(merge.effect) as MergeEffect;
      apply(db, number, again ? effect : inverseEffect(effect));
      moveSharedPoint(db, number, merge, again);
    }
  });
}

function moveSharedPoint(db: WritableDatabase, number: number, merge: StoredMerge, again: boolean): void {
  const { bundle, content, sequence } = merge;
  if (again) {
    if (content !== null) putSharedPoint(db, number, { id: bundle, sequence }, content);
    putMerge(db, number, { ...merge, content: null });
    return;
  }
  // Known under the same id by a later merge of the same file: that one stays.
  const point = listSharedPoints(db, number).find(({ id }) => id === bundle);
  if (point?.sequence !== sequence) return;
  putMerge(db, number, { ...merge, content: sharedContent(db, number, bundle) });
  removeSharedPoint(db, number, bundle);
}

function apply(db: WritableDatabase, number: number, effect: MergeEffect): void {
  const kinds = new Map(listKinds(db).map((kind) => [kind.id, kind]));
  for (const { before, after } of effect.kinds) {
    // A merge brings kinds and changes none.
    const kind = kinds.get((after ?? before).id);
    if (kind) putKind(db, { ...kind, removed: after === null });
  }
  applySpeakers(db, effect.speakers);
  const annotations = new Map(listAnnotations(db, number).map((each) => [each.id, each]));
  for (const change of effect.annotations) {
    const now = annotations.get((change.after ?? change.before).id);
    const next = now && changedAnnotation(now, change);
    if (next && !isSame(next, now)) putAnnotation(db, number, next);
  }
  applyReview(db, number, effect);
}

/** A speaker is never lost: those who come are there before somebody stands for them, those who go are gone last. */
function applySpeakers(db: WritableDatabase, list: readonly Change<Speaker>[]): void {
  const directory = () => new Map(listSpeakers(db).map((speaker) => [speaker.id, speaker]));
  for (const { before, after } of list)
    if (!before && after && !directory().has(after.id)) putSpeaker(db, { ...after, mergedInto: null });
  for (const { before, after } of list) {
    const all = directory();
    const now = after && all.get(after.id);
    if (!after || !now) continue;
    const base = before ?? { ...after, mergedInto: null };
    const next = ownFirst(mergeSpeaker({ base, mine: now, theirs: after }));
    if (!next || isSame(next, now)) continue;
    const isCircle = hasCircle([...all.set(next.id, next).values()]);
    putSpeaker(db, isCircle ? { ...next, mergedInto: now.mergedInto } : next);
    if (next.mergedInto) reviveSpeaker(db, next.mergedInto);
  }
  for (const { before, after } of [...list].reverse()) {
    const now = before && directory().get(before.id);
    if (after || !now || !isSame(now, before)) continue;
    if (!isSpeakerNamed(db, now.id) && !isMergeTarget(db, now.id)) removeSpeaker(db, now.id);
  }
}

/** What a person has changed since goes before what is taken back. */
const ownFirst = <T>(outcome: Outcome<T>): T | null =>
  outcome.kind === 'settled' ? outcome.value : outcome.divergence.mine;

function changedAnnotation(now: Annotation, change: Change<Annotation>): Annotation {
  const { before, after } = change;
  if (!after) return saysSame(now, before) ? { ...now, removed: true } : now;
  if (!before) return { ...now, removed: after.removed };
  const merged = ownFirst(mergeAnnotation({ base: before, mine: now, theirs: after })) ?? now;
  const kept = new Set(after.replies.map(({ id }) => id));
  const gone = new Set(before.replies.flatMap(({ id }) => (kept.has(id) ? [] : id)));
  return { ...merged, replies: merged.replies.filter(({ id }) => !gone.has(id)) };
}

function applyReview(db: WritableDatabase, number: number, { ignored, heard }: MergeEffect): void {
  const findings = new Map(listIgnored(db, number).map((each) => [findingKey(each), each]));
  for (const { before, after } of ignored) {
    const finding = after ?? before;
    if (!isSame(findings.get(findingKey(finding)) ?? null, before)) continue;
    if (after) putIgnored(db, number, after);
    else removeIgnored(db, number, finding.turnId, finding.check);
  }
  const boundaries = new Map(listHeard(db, number).map((each) => [boundaryKey(each), each]));
  for (const { before, after } of heard) {
    const place = after ?? before;
    if (!isSame(boundaries.get(boundaryKey(place)) ?? null, before)) continue;
    if (after) putHeard(db, number, after);
    else removeHeard(db, number, place);
  }
}
