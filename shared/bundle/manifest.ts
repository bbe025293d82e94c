import { z } from 'zod';
import * as s from '../ipc/schemas.ts';
import * as people from '../ipc/speaker-schemas.ts';

export const BUNDLE_FORMAT = 'minber-bundle';
/** The highest version that this program reads; it writes the lowest that holds all. See `docs/minber-bundle.md`. */
export const BUNDLE_VERSION = 2;
export const BUNDLE_EXTENSION = 'minber';

const MEBIBYTE = 1024 * 1024;

/** The parts of a bundle besides its media, and how many bytes of each are read at most. */
export const PART_LIMITS = {
  'manifest.json': MEBIBYTE,
  'transcript.json': 64 * MEBIBYTE,
  'speakers.json': 16 * MEBIBYTE,
  'annotations.json': 64 * MEBIBYTE,
  'review.json': 64 * MEBIBYTE,
  'translations.json': 64 * MEBIBYTE,
  'history.jsonl': 256 * MEBIBYTE,
} as const;
export type PartName = Exclude<keyof typeof PART_LIMITS, 'manifest.json'>;

/** The media has this name, whatever its file was called: no name out of a bundle becomes a path. */
const MEDIA_PART = /^media\/original(\.[a-z0-9]{1,8})?$/;
/** The part that holds a small sound in place of the media. */
export const SMALL_PART = 'media/small.webm';
/** No small sound is larger: it is a day of speech. */
export const SMALL_LIMIT_BYTES = 512 * MEBIBYTE;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime();
const text = z.string().max(1000);

const part = z.strictObject({ name: z.string().max(100), bytes: z.int().nonnegative(), sha256 });

/** What stands at the head of a bundle, and of every later version of the format. */
export const bundleHead = z.object({
  format: z.literal(BUNDLE_FORMAT),
  version: z.int().positive(),
  program: text.catch(''),
});

export const manifest = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  version: z.int().min(1).max(BUNDLE_VERSION),
  /** Names this bundle among all: the libraries that wrote and read it remember what they had in common. */
  id: z.uuid(),
  program: text,
  createdAt: instant,
  recording: z.strictObject({
    id: s.recordingId,
    title: z.string().max(1000),
    date: s.isoDate.nullable(),
    place: text,
    languages: z.array(s.languageTag).max(100),
    createdAt: text,
  }),
  media: s.media.omit({ path: true }).extend({
    name: z.string().max(500),
    fingerprint: z.string().min(1).max(200),
    sha256: sha256.nullable(),
    /** The part that holds the file; null: the bundle goes without. */
    part: z.string().regex(MEDIA_PART).nullable(),
    /** From version 2: the part that holds a small sound in its place; absent: none does. */
    small: z.literal(SMALL_PART).optional(),
  }),
  transcript: z.strictObject({
    id: s.transcriptId,
    language: s.languageTag,
    sequence: s.sequence,
    /** The last hash of the edit log; '' for a transcript in which nothing has been written yet. */
    headHash: z.union([sha256, z.literal('')]),
  }),
  take: s.take.nullable(),
  /** What its library had in common with others, by the bundle that carried it; the latest last. */
  shared: z.array(z.strictObject({ id: z.uuid(), sequence: s.sequence })).max(1000),
  parts: z.array(part).max(16),
});
export type Manifest = z.output<typeof manifest>;

export const speakersPart = z.strictObject({
  speakers: z.array(people.speaker).max(10_000),
  /** Pictures of these speakers; absent where there are none. */
  portraits: z.array(people.portrait).max(10_000).optional(),
});

export const annotationsPart = z.strictObject({
  kinds: z.array(s.annotationKind).max(1000),
  annotations: z.array(s.annotation).max(100_000),
});

const person = z.string().max(500);
const turnId = s.turnId;

/** What a review has kept beside the text. A check may be one that this program does not know. */
export const reviewPart = z.strictObject({
  ignored: z
    .array(
      z.strictObject({ turnId, check: z.string().min(1).max(100), reason: text, by: person, at: instant }),
    )
    .max(100_000),
  heard: z
    .array(
      z.strictObject({ turnId, edge: z.enum(['start', 'end']), atMs: s.timeMs, by: person, at: instant }),
    )
    .max(200_000),
});

/** `minber-transcript` as a bundle has it: nothing in it may be unreadable. */
export const transcriptPart = z.object({
  format: z.literal('minber-transcript'),
  turns: z.array(s.placedTurn.omit({ order: true })),
});

/** The translations beside the text, each as its library keeps it. From version 2. */
export const translationsPart = z.strictObject({
  translations: z
    .array(
      z.strictObject({
        id: s.transcriptId,
        language: s.languageTag,
        name: z.string().max(100),
        turns: z.array(s.placedTurn.omit({ order: true })),
        annotations: z.array(s.annotation).max(100_000),
      }),
    )
    .max(1000),
});

/**
 * A line of `history.jsonl`: an entry of the edit log, another link of its chain, or a revision. The hashes cover the
 * very text of `put`, `removed`, `was` and `body` as JSON without white space, their keys in the order in which they stand.
 */
export const historyLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('edit'),
    sequence: z.int().positive(),
    batchId: z.uuid(),
    savedAt: instant,
    reason: s.historyEntry.shape.reason,
    hash: sha256,
    first: s.sequence.nullable(),
    put: z.array(z.unknown()),
    removed: z.array(s.turnId),
    was: z.array(z.unknown()),
  }),
  z.strictObject({
    kind: z.literal('note'),
    number: z.int().positive(),
    sequence: s.sequence,
    at: instant,
    says: z.enum(['revision', 'compaction']),
    hash: sha256,
    body: z.unknown(),
  }),
  z.strictObject({ kind: z.literal('revision'), ...s.revision.shape }),
]);
