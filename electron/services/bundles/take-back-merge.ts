import { mergeAnnotation, saysSame } from '../../../shared/bundle/merge-annotation.ts';
import { type Change, inverseEffect, type MergeEffect } from '../../../shared/bundle/merge-effect.ts';
import { boundaryKey, findingKey } from '../../../shared/bundle/merge-review.ts';
import { mergeSpeaker } from '../../../shared/bundle/merge-speaker.ts';
import { hasCircle } from '../../../shared/bundle/merge-standing.ts';
import { isSame, type Outcome } from '../../../shared/bundle/three-way.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { TranscriptId } from '../../../shared/model/ids.ts';
import type { Speaker } from '../../../shared/model/speaker.ts';
import {
  deleteAnnotation,
  listAnnotations,
  putAnnotation,
  putKind,
} from '../../database/annotation-store.ts';
import {
  listMerges,
  listSharedPoints,
  putMerge,
  putSharedPoint,
  removeSharedPoint,
  type StoredMerge,
  sharedContent,
} from '../../database/bundle-store.ts';
import type { WritableDatabase } from '../../database/library-database.ts';
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
import { turnTranslation } from './merge-translation.ts';

export interface MergeSpan {
  /** The entries of the edit log after this one. */
  readonly base: number;
  /** Up to this one. */
  readonly sequence: number;
}

/**
 * Takes back what merges did beside the text: speakers, annotations, notes of the review, and what is in common with the
 * other library, so that the bundle can be merged anew. With `again`, does it once more. What a person has changed since
 * is left as it is, field by field; a speaker whom a turn still names stays. Throws `not-found`.
 */
export function takeBackMerge(
  { library, now }: Pick<LibraryAccess, 'library' | 'now'>,
  {
    transcriptId,
    again,
    ...span
  }: MergeSpan & { readonly transcriptId: TranscriptId; readonly again: boolean },
): void {
  const at = now().toISOString();
  library.write((db) => {
    const { number } = requireTranscript(db, transcriptId);
    const merges = listMerges(db, number, span);
    for (const merge of again ? merges : [...merges].reverse()) {
      const effect = JSON.parse(merge.effect) as MergeEffect;
      for (const change of effect.translations ?? []) turnTranslation(db, change, { again, at });
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
  // A merge brings kinds and changes none; they go last, since annotations may be of them.
  for (const change of effect.kinds) if (change.kind === 'came') putKind(db, change.after);
  applySpeakers(db, effect.speakers);
  const annotations = new Map(listAnnotations(db, number).map((each) => [each.id, each]));
  for (const change of effect.annotations) {
    const now = annotations.get(subjectOf(change).id);
    if (change.kind === 'changed' && now) putAnnotation(db, number, withoutChange(now, change));
    if (change.kind === 'came' && !now) putAnnotation(db, number, change.after);
    if (change.kind === 'gone' && now && saysSame(now, change.before)) deleteAnnotation(db, now.id);
  }
  for (const change of effect.kinds)
    if (change.kind === 'gone') putKind(db, { ...change.before, removed: true });
  applyReview(db, number, effect);
}

const subjectOf = <T>(change: Change<T>): T => (change.kind === 'gone' ? change.before : change.after);

/** A speaker is never lost: those who come are there before somebody stands for them, those who go are gone last. */
function applySpeakers(db: WritableDatabase, list: readonly Change<Speaker>[]): void {
  const directory = () => new Map(listSpeakers(db).map((speaker) => [speaker.id, speaker]));
  for (const change of list)
    if (change.kind === 'came' && !directory().has(change.after.id))
      putSpeaker(db, { ...change.after, mergedInto: null });
  for (const change of list) {
    const all = directory();
    const now = all.get(subjectOf(change).id);
    if (change.kind === 'gone' || !now) continue;
    const base = change.kind === 'came' ? { ...change.after, mergedInto: null } : change.before;
    const next = ownFirst(mergeSpeaker({ base, mine: now, theirs: change.after }));
    if (!next || isSame(next, now)) continue;
    const isCircle = hasCircle([...all.set(next.id, next).values()]);
    putSpeaker(db, isCircle ? { ...next, mergedInto: now.mergedInto } : next);
    if (next.mergedInto) reviveSpeaker(db, next.mergedInto);
  }
  for (const change of [...list].reverse()) {
    const now = directory().get(subjectOf(change).id);
    if (change.kind !== 'gone' || !now || !isSame(now, change.before)) continue;
    if (!isSpeakerNamed(db, now.id) && !isMergeTarget(db, now.id)) removeSpeaker(db, now.id);
  }
}

/** What a person has changed since goes before what is taken back. */
const ownFirst = <T>(outcome: Outcome<T>): T | null =>
  outcome.kind === 'settled' ? outcome.value : outcome.divergence.mine;

function withoutChange(
  now: Annotation,
  { before, after }: { readonly before: Annotation; readonly after: Annotation },
): Annotation {
  const merged = ownFirst(mergeAnnotation({ base: before, mine: now, theirs: after })) ?? now;
  const kept = new Set(after.replies.map(({ id }) => id));
  const gone = new Set(before.replies.flatMap(({ id }) => (kept.has(id) ? [] : id)));
  return { ...merged, replies: merged.replies.filter(({ id }) => !gone.has(id)) };
}

function applyReview(db: WritableDatabase, number: number, { ignored, heard }: MergeEffect): void {
  const findings = new Map(listIgnored(db, number).map((each) => [findingKey(each), each]));
  for (const change of ignored) {
    const finding = subjectOf(change);
    if (!isUntouched(findings.get(findingKey(finding)), change)) continue;
    if (change.kind === 'gone') removeIgnored(db, number, finding.turnId, finding.check);
    else putIgnored(db, number, finding);
  }
  const boundaries = new Map(listHeard(db, number).map((each) => [boundaryKey(each), each]));
  for (const change of heard) {
    const boundary = subjectOf(change);
    if (!isUntouched(boundaries.get(boundaryKey(boundary)), change)) continue;
    if (change.kind === 'gone') removeHeard(db, number, boundary);
    else putHeard(db, number, boundary);
  }
}

const isUntouched = <T>(now: T | undefined, change: Change<T>): boolean =>
  change.kind === 'came' ? now === undefined : isSame(now, change.before);
