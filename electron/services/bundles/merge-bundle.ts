import { basename } from 'node:path';
import {
  type Choice,
  compareSides,
  countChanges,
  type Merge,
  NO_SIDE,
  type Side,
  settleMerge,
} from '../../../shared/bundle/merge.ts';
import { effectBetween, isNoEffect } from '../../../shared/bundle/merge-effect.ts';
import { findingKey } from '../../../shared/bundle/merge-review.ts';
import { isSame } from '../../../shared/bundle/three-way.ts';
import type { BundleComparison } from '../../../shared/ipc/contract.ts';
import { MinberError } from '../../../shared/ipc/errors.ts';
import { newId, type RecordingId } from '../../../shared/model/ids.ts';
import type { Recording } from '../../../shared/model/recording.ts';
import type { PlacedTurn } from '../../../shared/model/turn.ts';
import { findAnnotation } from '../../database/annotation-store.ts';
import { listSharedPoints, putMerge, putSharedPoint, sharedContent } from '../../database/bundle-store.ts';
import type { ReadableDatabase, WritableDatabase } from '../../database/library-database.ts';
import { sequenceOfHash } from '../../database/log-rows.ts';
import { putPortraits } from '../../database/portrait-store.ts';
import { putRecording } from '../../database/recording-store.ts';
import { listIgnored, putHeard, putIgnored, removeIgnored } from '../../database/review-store.ts';
import { findSpeaker, putSpeaker, reviveSpeaker } from '../../database/speaker-store.ts';
import { listTranscripts, type StoredTranscript } from '../../database/transcript-store.ts';
import { listTurns } from '../../database/turn-store.ts';
import type { App } from '../app.ts';
import { isReadable } from '../list-library.ts';
import { noteRevision } from '../note-revision.ts';
import { requireOriginal, requireRecording } from '../open-recording.ts';
import { transcriptAt } from '../restore-transcript.ts';
import { requireTranscript, writeBatch } from '../save-transcript.ts';
import { wholeSideOf } from './bundle-side.ts';
import { insertAnnotation, insertKinds, insertSpeakers } from './insert-people.ts';
import { knownRecording } from './known-recording.ts';
import { type LandedMedia, landMedia } from './land-media.ts';
import { smallSoundPath } from './media-folder.ts';
import { diffTo, mergeTranslation } from './merge-translation.ts';
import { type Bundle, readBundle } from './read-bundle.ts';
import type { WorkOptions } from './write-bundle.ts';

interface Compared {
  readonly bundle: Bundle;
  readonly recording: Recording;
  readonly transcript: StoredTranscript;
  /** Whether it is known what both had when they parted. */
  readonly common: boolean;
  readonly merge: Merge;
}

/**
 * Says what merging a bundle into its recording would bring, and what a person must decide. Writes nothing. Rejects as
 * `readBundle` does, and with `not-found` when the library does not have the recording.
 */
export async function compareBundle(
  { library }: Pick<App, 'library'>,
  path: string,
): Promise<BundleComparison> {
  const { bundle, recording, transcript, common, merge } = compare(library, await readBundle(path));
  return {
    recordingId: recording.id,
    bundleId: bundle.manifest.id,
    title: recording.title,
    sequence: stampOf(library, transcript),
    common,
    counts: countChanges(merge),
    conflicts: merge.conflicts.map((conflict) => ({ ...conflict })),
    speakers: joined(merge.mine.speakers, merge.theirs.speakers),
    kinds: joined(merge.mine.kinds, merge.theirs.kinds),
  };
}

/** Returns both lists, what both have as it is in the first. */
function joined<T extends { readonly id: string }>(mine: readonly T[], theirs: readonly T[]): T[] {
  return [...new Map([...theirs, ...mine].map((each) => [each.id, each])).values()];
}

function compare(db: ReadableDatabase, bundle: Bundle): Compared {
  const recording = knownRecording(db, bundle.manifest);
  if (!recording) throw new MinberError('not-found', {}, new Error('the bundle has no recording here'));
  const transcript = requireOriginal(db, recording.id);
  const base = commonSide(db, transcript, bundle);
  const mine = wholeSideOf(db, transcript);
  const review = { ignored: base?.ignored ?? [], heard: base?.heard ?? [] };
  const merge = compareSides(base ?? NO_SIDE, mine, {
    ...bundle.side,
    ...(bundle.saysReview ? {} : review),
  });
  return { bundle, recording, transcript, common: base !== null, merge };
}

/** Returns the entries of the edit logs of a recording, its translations among them: it grows with each that is written. */
const stampOf = (db: ReadableDatabase, { recordingId }: StoredTranscript): number =>
  listTranscripts(db, recordingId, { removed: true }).reduce((sum, { sequence }) => sum + sequence, 0);

const unplaced = ({ order: _, ...turn }: PlacedTurn) => turn;

/**
 * Returns what the two libraries had in common last: what went with the latest bundle that both remember; else, for
 * libraries that are copies of one file, the last entry that their logs share. Null when they have nothing in common.
 */
function commonSide(db: ReadableDatabase, transcript: StoredTranscript, bundle: Bundle): Side | null {
  const { manifest, history } = bundle;
  const own = new Set(listSharedPoints(db, transcript.number).map(({ id }) => id));
  const theirs = [...manifest.shared.map(({ id }) => id), manifest.id];
  const latest = theirs.reverse().find((id) => own.has(id));
  const content = latest ? sharedContent(db, transcript.number, latest) : null;
  if (content !== null) return { ...NO_SIDE, ...(JSON.parse(content) as Partial<Side>) };
  for (const { hash } of [...(history?.edits ?? [])].reverse()) {
    const sequence = sequenceOfHash(db, transcript.number, hash);
    if (sequence !== null) return { ...NO_SIDE, turns: transcriptAt(db, transcript, sequence).map(unplaced) };
  }
  return null;
}

export interface MergeInput {
  /** The sequence that was compared. */
  readonly sequence: number;
  readonly bundleId: string;
  /** What was decided of each conflict, by its key. */
  readonly choices: ReadonlyMap<string, Choice>;
}

/**
 * Merges a bundle into its recording as one entry of the edit log, behind a revision to go back to; media that the
 * recording has lost comes with it. Rejects as `compareBundle` does; `stale-sequence` when something was saved since the
 * comparison; `bad-request` when a conflict is not decided or the file is another bundle by now. Nothing is changed then.
 */
export async function mergeBundle(
  app: Pick<App, 'library' | 'libraryPath' | 'now' | 'hashing'>,
  path: string,
  { sequence, bundleId, choices }: MergeInput,
  work: WorkOptions = {},
): Promise<RecordingId> {
  const bundle = await readBundle(path);
  if (bundle.manifest.id !== bundleId) throw refused('another bundle');
  const { recording } = compare(app.library, bundle);
  const landed = await lostMedia(app, bundle, recording, work);
  const at = app.now().toISOString();
  try {
    app.library.write((db) => {
      const { merge, transcript } = compare(db, bundle);
      if (stampOf(db, transcript) !== sequence)
        throw new MinberError('stale-sequence', { head: transcript.sequence });
      const marked = noteRevision(db, transcript, { reason: 'before-merge', at, name: basename(path) });
      putPortraits(db, bundle.portraits);
      writeMerge(db, marked, bundle, settle(merge, choices), at);
      const head = requireTranscript(db, transcript.id);
      putSharedPoint(db, head.number, { id: bundleId, sequence: head.sequence }, JSON.stringify(bundle.side));
      const after = requireRecording(db, recording.id);
      // A small sound lies apart: where the original was looked for stays.
      const media =
        landed && bundle.manifest.media.part !== null ? { ...after.media, path: landed.path } : after.media;
      if (after.deletedAt !== null || landed) putRecording(db, { ...after, deletedAt: null, media });
    });
  } catch (error) {
    await landed?.undo();
    throw error;
  }
  app.hashing.wake();
  return recording.id;
}

async function lostMedia(
  app: Pick<App, 'library' | 'libraryPath'>,
  bundle: Bundle,
  { media }: Recording,
  work: WorkOptions,
): Promise<LandedMedia | null> {
  const { part, small, fingerprint } = bundle.manifest.media;
  if (fingerprint !== media.fingerprint || (await isReadable(media.path))) return null;
  if (part === null && (!small || (await isReadable(smallSoundPath(app.libraryPath, media.id))))) return null;
  return landMedia(app, bundle, media.id, work);
}

function settle(merge: Merge, choices: ReadonlyMap<string, Choice>): Side {
  try {
    return settleMerge(merge, choices);
  } catch (error) {
    if (error instanceof RangeError) throw refused(error.message);
    throw error;
  }
}

/** One entry of the edit log, and beside it what it takes to take the rest back with it. */
function writeMerge(
  db: WritableDatabase,
  transcript: StoredTranscript,
  bundle: Bundle,
  merged: Side,
  savedAt: string,
): void {
  const { number } = transcript;
  const before = wholeSideOf(db, transcript);
  writePeople(db, transcript, merged);
  const moment = { at: savedAt, name: basename(bundle.path) };
  const translations = merged.translations.flatMap(
    (each) => mergeTranslation(db, transcript.recordingId, each, moment) ?? [],
  );
  const diff = diffTo(listTurns(db, number), merged);
  const isText = diff.put.length + diff.remove.length > 0;
  const effect = effectBetween(before, wholeSideOf(db, transcript), translations);
  if (!isText && isNoEffect(effect)) return;
  const { sequence } = writeBatch(db, transcript, { batchId: newId(), savedAt, reason: 'import', diff });
  const whole = effectBetween(before, wholeSideOf(db, transcript), translations);
  putMerge(db, number, {
    sequence,
    bundle: bundle.manifest.id,
    effect: JSON.stringify(whole),
    content: null,
  });
}

function writePeople(db: WritableDatabase, { number }: StoredTranscript, merged: Side): void {
  insertSpeakers(db, merged);
  for (const speaker of merged.speakers) {
    const before = findSpeaker(db, speaker.id);
    if (!before || isSame(before, speaker)) continue;
    putSpeaker(db, speaker);
    if (speaker.mergedInto) reviveSpeaker(db, speaker.mergedInto);
  }
  insertKinds(db, merged);
  for (const annotation of merged.annotations)
    if (!isSame(annotation, findAnnotation(db, annotation.id)?.annotation))
      insertAnnotation(db, number, annotation);
  const kept = new Set(merged.ignored.map(findingKey));
  for (const each of listIgnored(db, number))
    if (!kept.has(findingKey(each))) removeIgnored(db, number, each.turnId, each.check);
  for (const each of merged.ignored) putIgnored(db, number, each);
  for (const each of merged.heard) putHeard(db, number, each);
}

const refused = (fault: string) => new MinberError('bad-request', {}, new Error(fault));
