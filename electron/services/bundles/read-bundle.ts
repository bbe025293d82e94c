import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { generateKeyBetween } from 'fractional-indexing';
import { z } from 'zod';
import {
  annotationsPart,
  BUNDLE_VERSION,
  bundleHead,
  historyLine,
  type Manifest,
  manifest as manifestSchema,
  PART_LIMITS,
  type PartName,
  reviewPart,
  SMALL_LIMIT_BYTES,
  speakersPart,
  transcriptPart,
  translationsPart,
} from '../../../shared/bundle/manifest.ts';
import { NO_SIDE, type Side } from '../../../shared/bundle/merge.ts';
import { boundaryKey, findingKey } from '../../../shared/bundle/merge-review.ts';
import { hasCircle } from '../../../shared/bundle/merge-standing.ts';
import { isSame } from '../../../shared/bundle/three-way.ts';
import { MinberError } from '../../../shared/ipc/errors.ts';
import { placedTurn } from '../../../shared/ipc/schemas.ts';
import type { TurnId } from '../../../shared/model/ids.ts';
import { turnFault } from '../../../shared/model/invariants.ts';
import type { Portrait } from '../../../shared/model/portrait.ts';
import type { Revision } from '../../../shared/model/revision.ts';
import { byOrder } from '../../../shared/model/transcript-diff.ts';
import type { PlacedTurn } from '../../../shared/model/turn.ts';
import type { EditRow, NoteRow } from '../../database/log-rows.ts';
import { sha256Of } from '../../media/fingerprint.ts';
import { SMALL_SOUND_HEAD } from '../../media/small-sound.ts';
import { openZip, ZipFault, type ZipReader } from '../../media/zip-file.ts';
import { isSoundPortrait } from '../portraits.ts';
import type { WorkOptions } from './write-bundle.ts';

/** A bundle that has been read and found sound, but for its media. */
export interface Bundle {
  readonly path: string;
  readonly manifest: Manifest;
  readonly side: Side;
  /** Whether it says what the review has kept; version 1 does not. */
  readonly saysReview: boolean;
  /** The pictures of its speakers. */
  readonly portraits: readonly Portrait[];
  /** The edit log and the turns with the places that it gives them; null when the bundle has none. */
  readonly history: History | null;
}

export interface History {
  readonly edits: readonly EditRow[];
  readonly notes: readonly NoteRow[];
  /** Oldest first. */
  readonly revisions: readonly Revision[];
  /** In order. */
  readonly turns: readonly PlacedTurn[];
}

/**
 * Reads a bundle without its media and checks it whole: sizes, hashes, and that the edit log leads to the text. Rejects with a MinberError: `bundle-newer`; `bundle-unreadable` for what is no bundle or damaged;
 * `not-a-file`; with the system's error when it cannot be read.
 */
export async function readBundle(path: string): Promise<Bundle> {
  const name = basename(path);
  if (!(await stat(path)).isFile()) throw new MinberError('not-a-file', { name });
  return asBundle(name, async () => {
    const zip = await openZip(path);
    try {
      const manifest = await readManifest(zip, name);
      const transcript = transcriptPart.parse(json(await readPart(zip, manifest, 'transcript.json')));
      const people = speakersPart.parse(json(await readPart(zip, manifest, 'speakers.json')));
      const { speakers, portraits = [] } = people;
      const remarks = annotationsPart.parse(json(await readPart(zip, manifest, 'annotations.json')));
      const review = zip.has('review.json')
        ? reviewPart.parse(json(await readPart(zip, manifest, 'review.json')))
        : null;
      const beside = zip.has('translations.json')
        ? translationsPart.parse(json(await readPart(zip, manifest, 'translations.json')))
        : null;
      const { turns } = transcript;
      const side: Side = { ...NO_SIDE, turns, speakers, ...remarks, ...review, ...beside };
      checkSide(side);
      checkPortraits(speakers, portraits);
      const log = zip.has('history.jsonl') ? await readPart(zip, manifest, 'history.jsonl') : null;
      const history = log && readHistory(log, manifest, side);
      return { path, manifest, side, portraits, history, saysReview: review !== null };
    } finally {
      zip.close();
    }
  });
}

/**
 * Copies the media of a bundle, or the small sound in its place, to a new file, checked against the manifest. Rejects as
 * `readBundle` does.
 */
export async function extractMedia(
  { path, manifest }: Bundle,
  part: string,
  to: string,
  { signal, onProgress }: WorkOptions,
): Promise<void> {
  const isSmall = part === manifest.media.small;
  await asBundle(basename(path), async () => {
    const zip = await openZip(path);
    try {
      const promised = manifest.parts.find(({ name }) => name === part);
      const bytes = isSmall ? (promised?.bytes ?? 0) : manifest.media.bytes;
      if (!promised || promised.bytes !== bytes) throw new ZipFault('no such media');
      if (isSmall && bytes > SMALL_LIMIT_BYTES) throw new ZipFault('the small sound is large');
      const onBytes = (done: number) => onProgress?.(done / Math.max(1, bytes));
      const facts = await zip.extract(part, to, { signal, onBytes });
      if (!isSame(facts, promised)) throw new ZipFault('the media is not what the manifest says');
      if (isSmall && !(await isSmallSound(to))) throw new ZipFault('the small sound is none');
    } finally {
      zip.close();
    }
  });
}

async function isSmallSound(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(SMALL_SOUND_HEAD.length);
    await file.read(head, 0, head.length, 0);
    return head.equals(SMALL_SOUND_HEAD);
  } finally {
    await file.close();
  }
}

async function asBundle<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ZipFault || error instanceof z.ZodError || error instanceof SyntaxError)
      throw new MinberError('bundle-unreadable', { name }, error);
    throw error;
  }
}

const json = (bytes: Buffer): unknown => JSON.parse(bytes.toString('utf8'));

async function readManifest(zip: ZipReader, name: string): Promise<Manifest> {
  const found = json(await zip.read('manifest.json', PART_LIMITS['manifest.json']));
  const { version, program } = bundleHead.parse(found);
  if (version > BUNDLE_VERSION) throw new MinberError('bundle-newer', { name, program });
  return manifestSchema.parse(found);
}

async function readPart(zip: ZipReader, { parts }: Manifest, name: PartName): Promise<Buffer> {
  const promised = parts.find((part) => part.name === name);
  if (!promised) throw new ZipFault(`the manifest does not name ${name}`);
  const bytes = await zip.read(name, PART_LIMITS[name]);
  if (bytes.length !== promised.bytes || sha256Of(bytes) !== promised.sha256)
    throw new ZipFault(`${name} is not what the manifest says`);
  return bytes;
}

/** Everything that a library would refuse later. */
function checkSide({ speakers, kinds, ignored, heard, translations, ...original }: Side): void {
  const turns = [original, ...translations].flatMap((each) => each.turns);
  const annotations = [original, ...translations].flatMap((each) => each.annotations);
  const named = [turns, speakers, annotations, kinds, translations].map((list) =>
    list.map(({ id }): string => id),
  );
  for (const keys of [...named, ignored.map(findingKey), heard.map(boundaryKey)])
    if (new Set(keys).size < keys.length) throw new ZipFault('an id is named twice');
  const speakerIds = new Set<string>(speakers.map(({ id }) => id));
  const kindIds = new Set<string>(kinds.map(({ id }) => id));
  if (annotations.some(({ kindId }) => !kindIds.has(kindId))) throw new ZipFault('an annotation of no kind');
  for (const turn of turns) {
    const fault = turnFault(turn);
    if (fault) throw new ZipFault(`turn ${turn.id}: ${fault}`);
    if (turn.speakerId && !speakerIds.has(turn.speakerId)) throw new ZipFault('a turn names nobody');
  }
  for (const { mergedInto } of speakers)
    if (mergedInto && !speakerIds.has(mergedInto)) throw new ZipFault('a speaker stands for nobody');
  if (hasCircle(speakers)) throw new ZipFault('a speaker stands for himself');
}

function checkPortraits(speakers: Side['speakers'], portraits: readonly Portrait[]): void {
  if (!portraits.every(isSoundPortrait)) throw new ZipFault('a portrait is not what it says');
  const ids = new Set(portraits.map(({ id }) => id));
  if (speakers.some(({ portrait }) => portrait && !ids.has(portrait)))
    throw new ZipFault('a portrait is missing');
}

const storedTurns = z.array(placedTurn);

/**
 * Follows the log from its beginning to the text that it gives. Whether it is chained is found out in the library that
 * takes it in, as for its own logs.
 */
function readHistory(log: Buffer, { transcript }: Manifest, side: Side): History {
  const edits: EditRow[] = [];
  const notes: NoteRow[] = [];
  const revisions: Revision[] = [];
  const turns = new Map<TurnId, PlacedTurn>();
  for (const text of linesOf(log)) {
    const line = historyLine.parse(JSON.parse(text));
    if (line.kind === 'note') {
      const { kind: _, says, body, ...facts } = line;
      notes.push({ ...facts, kind: says, body: JSON.stringify(body) });
    } else if (line.kind === 'revision') {
      const { kind: _, ...revision } = line;
      revisions.push(revision);
    } else {
      for (const id of line.removed) turns.delete(id);
      for (const turn of storedTurns.parse(line.put)) turns.set(turn.id, turn);
      storedTurns.parse(line.was);
      edits.push(toRow(line));
    }
  }
  const placed = [...turns.values()].sort(byOrder);
  const plain = placed.map(({ order: _, ...turn }) => turn);
  if ((edits.at(-1)?.sequence ?? 0) !== transcript.sequence || !isSame(plain, side.turns))
    throw new ZipFault('the history does not lead to the text');
  for (const { order } of placed) if (!isPlace(order)) throw new ZipFault(`${order} is no place`);
  return { edits, notes, revisions, turns: placed };
}

function toRow({
  kind: _,
  put,
  removed,
  was,
  ...facts
}: z.output<typeof historyLine> & { kind: 'edit' }): EditRow {
  const [putText, removedText, wasText] = [put, removed, was].map((list) => JSON.stringify(list));
  return { ...facts, put: putText ?? '', removed: removedText ?? '', was: wasText ?? '' };
}

/** Yields the lines one by one: all of them together may be longer than a string can be. */
function* linesOf(log: Buffer): Generator<string> {
  for (let from = 0; from < log.length; ) {
    const end = log.indexOf(10, from);
    const to = end < 0 ? log.length : end;
    yield log.toString('utf8', from, to);
    from = to + 1;
  }
}

function isPlace(order: string): boolean {
  try {
    generateKeyBetween(order, null);
    return true;
  } catch {
    return false;
  }
}
