import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { BUNDLE_FORMAT, type Manifest, type PartName, SMALL_PART } from '../../../shared/bundle/manifest.ts';
import type { MediaChoice } from '../../../shared/bundle/media-choice.ts';
import type { Side } from '../../../shared/bundle/merge.ts';
import type { Take } from '../../../shared/bundle/takes.ts';
import { writeJson } from '../../../shared/formats/json.ts';
import { withhold } from '../../../shared/formats/withhold.ts';
import { MinberError } from '../../../shared/ipc/errors.ts';
import type { RecordingId } from '../../../shared/model/ids.ts';
import type { Recording } from '../../../shared/model/recording.ts';
import { hasDetails } from '../../../shared/model/speaker.ts';
import { findTake, listSharedPoints, putSharedPoint } from '../../database/bundle-store.ts';
import type { LibraryDatabase } from '../../database/library-database.ts';
import { editRowAfter, listNoteRows } from '../../database/log-rows.ts';
import { portraitsOf } from '../../database/portrait-store.ts';
import { listRevisions } from '../../database/revision-store.ts';
import type { StoredTranscript } from '../../database/transcript-store.ts';
import { type PartFacts, writeZip, type ZipSource } from '../../media/zip-file.ts';
import type { App } from '../app.ts';
import { refuseWithheld } from '../export-transcript.ts';
import { toMinberError } from '../failure.ts';
import { markRevision } from '../mark-revision.ts';
import { requireOriginal, requireRecording } from '../open-recording.ts';
import { sideOf } from './bundle-side.ts';
import { type SmallSound, withSmallSound } from './small-sound.ts';

export interface BundleChoices {
  readonly media: MediaChoice;
  /** Left out where anything is withheld: it would hold the words that are. */
  readonly history: boolean;
  /** Whether what is off the record goes too; only where a person has said so twice. */
  readonly includeWithheld?: boolean | undefined;
  /** The share of a colleague; absent: what the recording itself is a share of, if anything. */
  readonly take?: Take;
  /** The name and version of the program, for the manifest. */
  readonly program: string;
}

export interface WorkOptions {
  readonly signal?: AbortSignal | undefined;
  /** Is told how far the work is, 0 to 1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/**
 * Writes the saved revision of a recording as a bundle to `path`, whole or not at all, and remembers what went with it
 * so that what comes back can be merged. Rejects with a MinberError: `not-found`; `file-missing` when the media is
 * wanted and is not there; `ffmpeg-missing` and `ffmpeg-failed` for a small sound; `withheld-inside` when something in it is off the record and nobody insists; `media-differs` when it is another file by now; `disk-full`, `export-failed`; with the
 * signal's reason when stopped.
 */
export async function writeBundle(
  app: BundleApp,
  recordingId: RecordingId,
  wanted: BundleChoices,
  path: string,
  work: WorkOptions = {},
): Promise<{ readonly path: string; readonly bytes: number }> {
  return withSmallSoundFor(app, recordingId, wanted, work, (small, rest) =>
    writeWith(app, recordingId, wanted, path, small, rest),
  );
}

export type BundleApp = Pick<App, 'library' | 'libraryPath' | 'ffmpeg' | 'now' | 'author' | 'exported'>;

/** How much of the work it is to make a small sound. */
const MAKING = 0.95;

/** Makes the small sound of a recording, where it is wanted, for as long as `use` takes, which is told how to go on. */
export function withSmallSoundFor<T>(
  app: BundleApp,
  recordingId: RecordingId,
  { media: wanted, includeWithheld }: BundleChoices,
  { signal, onProgress }: WorkOptions,
  use: (small: SmallSound | null, work: WorkOptions) => Promise<T>,
): Promise<T> {
  if (wanted !== 'small') return use(null, { signal, onProgress });
  if (!includeWithheld) refuseWithheld(app.library, requireOriginal(app.library, recordingId).id);
  const { media } = requireRecording(app.library, recordingId);
  const making = { signal, onProgress: (fraction: number) => onProgress?.(fraction * MAKING) };
  const writing = { signal, onProgress: (done: number) => onProgress?.(MAKING + done * (1 - MAKING)) };
  return withSmallSound(app, media, making, (small) => use(small, writing));
}

/** Writes a bundle with a small sound that has been made before; see `writeBundle`. */
export async function writeWith(
  app: BundleApp,
  recordingId: RecordingId,
  wanted: BundleChoices,
  path: string,
  small: SmallSound | null,
  { signal, onProgress }: WorkOptions,
): Promise<{ readonly path: string; readonly bytes: number }> {
  const { library } = app;
  const recording = requireRecording(library, recordingId);
  const transcript = requireOriginal(library, recordingId);
  if (wanted.media !== 'none' && !wanted.includeWithheld) refuseWithheld(library, transcript.id);
  const whole = sideOf(library, transcript, wanted);
  const side = wanted.includeWithheld ? whole : withoutSecrets(whole, transcript.language);
  // The log holds the words that were kept back.
  const choices = side === whole ? wanted : { ...wanted, history: false };
  const facts = manifestOf(app, recording, transcript, side, choices);
  const sources = await sourcesOf(library, recording, transcript, side, choices, small);
  const mediaBytes = facts.media.part === null ? (small?.bytes ?? 0) : recording.media.bytes;
  try {
    await writeZip(
      path,
      sources,
      (parts) => ({ name: 'manifest.json', bytes: encode(withParts(facts, parts)) }),
      { signal, onBytes: (bytes) => onProgress?.(Math.min(1, bytes / Math.max(1, mediaBytes))) },
    );
  } catch (error) {
    signal?.throwIfAborted();
    throw failure(error, path);
  }
  library.write((db) =>
    putSharedPoint(
      db,
      transcript.number,
      { id: facts.id, sequence: transcript.sequence },
      JSON.stringify(side),
    ),
  );
  markRevision(app, { transcriptId: transcript.id, reason: 'exported', name: basename(path) });
  app.exported.add(path);
  return { path, bytes: (await stat(path)).size };
}

/** Returns what may leave the program; the same object where all of it may. */
function withoutSecrets(side: Side, language: string): Side {
  const { kinds, turns, translations } = side;
  const annotations = [side, ...translations].flatMap((each) => each.annotations);
  if (!annotations.some(({ kindId }) => kinds.some((kind) => kind.id === kindId && kind.withheld)))
    return side;
  const none = { title: '', date: null, place: '', media: null };
  const { document } = withhold({ ...none, ...side, annotations, language, annotationKinds: kinds });
  const left = new Map(document.annotations?.map((each) => [each.id, each]));
  const leftOf = (list: Side['annotations']) => list.flatMap(({ id }) => left.get(id) ?? []);
  const whole = new Set(turns);
  const changed = new Set(document.turns.filter((turn) => !whole.has(turn)).map(({ id }) => id));
  // What was said of such a turn may repeat its words.
  const ignored = side.ignored.filter(({ turnId }) => !changed.has(turnId));
  return {
    ...side,
    turns: document.turns,
    annotations: leftOf(side.annotations),
    ignored,
    translations: translations.map((each, index) => ({
      ...each,
      turns: document.translations?.[index]?.turns ?? [],
      annotations: leftOf(each.annotations),
    })),
  };
}

function failure(error: unknown, path: string): MinberError {
  const known = toMinberError(error);
  if (error instanceof MinberError || known.code === 'disk-full') return known;
  return new MinberError('export-failed', { name: basename(path) }, error);
}

const saysReview = ({ ignored, heard }: Side) => ignored.length + heard.length > 0;

const needsVersion2 = (side: Side, { media }: BundleChoices) =>
  side.speakers.some(hasDetails) || saysReview(side) || side.translations.length > 0 || media === 'small';

type Unfinished = Omit<Manifest, 'parts'>;

function manifestOf(
  app: Pick<App, 'library' | 'now'>,
  { id, title, date, place, languages, createdAt, media }: Recording,
  transcript: StoredTranscript,
  side: Side,
  choices: BundleChoices,
): Unfinished {
  const { path, ...facts } = media;
  const extension = /^\.[a-z0-9]{1,8}$/.exec(extname(path).toLowerCase())?.[0] ?? '';
  return {
    format: BUNDLE_FORMAT,
    version: needsVersion2(side, choices) ? 2 : 1,
    id: randomUUID(),
    program: choices.program,
    createdAt: app.now().toISOString(),
    recording: { id, title, date, place, languages: [...languages], createdAt },
    media: {
      ...facts,
      name: basename(path),
      part: choices.media === 'original' ? `media/original${extension}` : null,
      ...(choices.media === 'small' ? { small: SMALL_PART } : {}),
    },
    transcript: {
      id: transcript.id,
      language: transcript.language,
      sequence: transcript.sequence,
      headHash: transcript.headHash,
    },
    take: choices.take ?? findTake(app.library, transcript.number),
    shared: listSharedPoints(app.library, transcript.number).map(({ id, sequence }) => ({ id, sequence })),
  };
}

/** The parts are known by now. Throws `media-differs` for media that are not those that the library knows. */
function withParts(facts: Unfinished, parts: readonly PartFacts[]): Manifest {
  const { media } = facts;
  const written = parts.find(({ name }) => name === media.part);
  if (written && media.sha256 !== null && written.sha256 !== media.sha256)
    throw new MinberError('media-differs', { name: media.name });
  return {
    ...facts,
    media: { ...media, sha256: written?.sha256 ?? media.sha256 },
    parts: parts.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })),
  };
}

const encode = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

const part = (name: PartName, content: () => Iterable<Uint8Array>): ZipSource => ({ name, content });

async function sourcesOf(
  library: LibraryDatabase,
  { title, date, place, media }: Recording,
  transcript: StoredTranscript,
  side: Side,
  choices: BundleChoices,
  small: SmallSound | null,
): Promise<readonly ZipSource[]> {
  const document = {
    title,
    date,
    place,
    language: transcript.language,
    media: { name: basename(media.path), durationMs: media.durationMs, sha256: media.sha256 },
    turns: side.turns,
    speakers: side.speakers,
  };
  const portraits = portraitsOf(library, side.speakers);
  const chain = choices.history ? chainLines(library, transcript) : [];
  const text = writeJson(document);
  return [
    part('transcript.json', () => [text]),
    part('speakers.json', () => [
      encode({ speakers: side.speakers, ...(portraits.length > 0 ? { portraits } : {}) }),
    ]),
    part('annotations.json', () => [encode({ kinds: side.kinds, annotations: side.annotations })]),
    ...(saysReview(side)
      ? [part('review.json', () => [encode({ ignored: side.ignored, heard: side.heard })])]
      : []),
    ...(side.translations.length > 0
      ? [part('translations.json', () => [encode({ translations: side.translations })])]
      : []),
    ...(choices.history
      ? [part('history.jsonl', () => concat(historyLines(library, transcript), chain))]
      : []),
    ...(choices.media === 'original' ? [await mediaSource(media)] : []),
    ...(small ? [{ name: SMALL_PART, ...small }] : []),
  ];
}

async function mediaSource({ path, bytes }: Recording['media']): Promise<ZipSource> {
  const name = basename(path);
  const facts = await stat(path).catch((error: unknown) => {
    throw new MinberError('file-missing', { name }, error);
  });
  if (facts.size !== bytes) throw new MinberError('media-differs', { name });
  const extension = /^\.[a-z0-9]{1,8}$/.exec(extname(path).toLowerCase())?.[0] ?? '';
  return { name: `media/original${extension}`, path, bytes };
}

/** The edit log up to where the transcript stood when the bundle was begun, with its chain and its revisions. */
function* historyLines(
  library: LibraryDatabase,
  { number, sequence }: StoredTranscript,
): Generator<Uint8Array> {
  for (let row = editRowAfter(library, number, 0); row && row.sequence <= sequence; ) {
    const { put, removed, was, ...facts } = row;
    yield rawLine({ kind: 'edit', ...facts }, `"put":${put},"removed":${removed},"was":${was}`);
    row = editRowAfter(library, number, row.sequence);
  }
}

/** Read at once with the head: a note that is added while the log is being written belongs to the next bundle. */
function chainLines(library: LibraryDatabase, { number }: StoredTranscript): readonly Uint8Array[] {
  const notes = listNoteRows(library, number).map(({ kind: says, body, ...facts }) =>
    rawLine({ kind: 'note', ...facts, says }, `"body":${body}`),
  );
  const revisions = [...listRevisions(library, number)].reverse();
  return [
    ...notes,
    ...revisions.map((revision) => Buffer.from(`${JSON.stringify({ kind: 'revision', ...revision })}\n`)),
  ];
}

function* concat(...parts: readonly Iterable<Uint8Array>[]): Generator<Uint8Array> {
  for (const part of parts) yield* part;
}

/** A line of JSON whose last fields are taken as they are stored, to the letter. */
const rawLine = (facts: object, stored: string): Uint8Array =>
  Buffer.from(`${JSON.stringify(facts).slice(0, -1)},${stored}}\n`);
