import { z } from 'zod';
import { MEDIA_CHOICES } from '../bundle/media-choice.ts';
import { CHOICES } from '../bundle/merge.ts';
import * as s from './schemas.ts';
import * as people from './speaker-schemas.ts';

const turn = s.placedTurn.omit({ order: true });
/** Names a piece of work that takes its time: its progress comes as `progress` events, and it can be stopped. */
const task = z.uuid();

const sides = <T extends z.ZodType>(value: T) => ({
  base: value.nullable(),
  mine: value.nullable(),
  theirs: value.nullable(),
});

const keptFinding = z.object({
  turnId: s.turnId,
  check: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
});

const conflict = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('turn'),
    key: z.string(),
    /** Of the translation that the turn is of; absent: it is of the original. */
    language: s.languageTag.optional(),
    ...sides(turn),
  }),
  z.object({ kind: z.literal('speaker'), key: z.string(), ...sides(people.speaker) }),
  z.object({
    kind: z.literal('standing'),
    key: z.string(),
    mine: z.array(people.speaker),
    theirs: z.array(people.speaker),
  }),
  z.object({ kind: z.literal('annotation'), key: z.string(), ...sides(s.annotation) }),
  z.object({ kind: z.literal('finding'), key: z.string(), ...sides(keptFinding) }),
  z.object({ kind: z.literal('order'), key: z.literal('order') }),
]);

/** What a bundle holds, told before anything is taken in. */
export const bundleLook = z.object({
  name: z.string(),
  title: z.string(),
  date: s.isoDate.nullable(),
  place: z.string(),
  durationMs: s.timeMs,
  /** Null: without the media. */
  mediaBytes: z.int().nullable(),
  /** Null: without a small sound in their place. */
  smallBytes: z.int().nullable(),
  turnCount: z.int(),
  wordCount: z.int(),
  speakerCount: z.int(),
  annotationCount: z.int(),
  /** Entries of the history; null: without it. */
  historyCount: z.int().nullable(),
  take: s.take.nullable(),
  createdAt: z.string(),
  program: z.string(),
  /** The recording of the library that the bundle is about. */
  known: z.object({ recordingId: s.recordingId, title: z.string(), inBin: z.boolean() }).nullable(),
});

/** What a merge would bring, and what a person must decide first. */
export const bundleComparison = z.object({
  recordingId: s.recordingId,
  bundleId: z.uuid(),
  title: z.string(),
  /** Of the transcript of the library that was compared. */
  sequence: s.sequence,
  /** Whether it is known what both had when they parted; else everything that differs is a conflict. */
  common: z.boolean(),
  counts: z.object({
    changedTurns: z.int(),
    addedTurns: z.int(),
    removedTurns: z.int(),
    speakers: z.int(),
    annotations: z.int(),
    reviewed: z.int(),
    translated: z.int(),
  }),
  conflicts: z.array(conflict),
  /** Everybody whom the turns of either side name. */
  speakers: z.array(people.speaker),
  /** The kinds of all annotations. */
  kinds: z.array(s.annotationKind),
});

const bundleOptions = { media: z.enum(MEDIA_CHOICES), history: z.boolean(), includeWithheld: z.boolean() };

/** The part of the contract about bundles. */
export const bundleContract = {
  'files.chooseBundle': { input: z.void(), output: s.grantedFile.nullable() },
  /** Asks where to, then writes the saved revision of a recording; null when the person cancels. */
  'bundle.write': {
    input: z.object({ recordingId: s.recordingId, task, ...bundleOptions }),
    output: z.object({ path: z.string(), bytes: z.int() }).nullable(),
  },
  /** Writes a bundle for each take into a granted folder. */
  'bundle.split': {
    input: z.object({
      recordingId: s.recordingId,
      takes: z
        .array(s.take.omit({ id: true }))
        .min(1)
        .max(100),
      folder: s.grant,
      task,
      ...bundleOptions,
    }),
    output: z.object({ paths: z.array(z.string()) }),
  },
  /** How many spans of a recording are off the record and stay out of its bundles. */
  'bundle.withheld': { input: z.object({ recordingId: s.recordingId }), output: z.int() },
  /** How large a small sound of a recording is, about; `missing`: what it cannot be made without. */
  'bundle.smallSound': {
    input: z.object({ recordingId: s.recordingId }),
    output: z.object({ bytes: z.int(), missing: z.enum(['ffmpeg', 'media']).nullable() }),
  },
  'bundle.look': { input: z.object({ grant: s.grant }), output: bundleLook },
  'bundle.add': {
    input: z.object({ grant: s.grant, asCopy: z.boolean(), task }),
    output: s.recordingId,
  },
  'bundle.compare': { input: z.object({ grant: s.grant }), output: bundleComparison },
  'bundle.merge': {
    input: z.object({
      grant: s.grant,
      task,
      bundleId: z.uuid(),
      sequence: s.sequence,
      choices: z.array(z.object({ key: z.string().max(100), choice: z.enum(CHOICES) })).max(100_000),
    }),
    output: s.recordingId,
  },
  /** Takes back what the merges after `base` up to `sequence` did beside the text, or does it again. */
  'bundle.takeBack': {
    input: z.object({
      transcriptId: s.transcriptId,
      base: s.sequence,
      sequence: s.sequence,
      again: z.boolean(),
    }),
    output: z.void(),
  },
  /** Stops a piece of work, which then fails with `stopped`; nothing of it is left behind. */
  'task.stop': { input: z.object({ task }), output: z.void() },
} as const;

export const bundleEvents = {
  /** How far a piece of work is, 0 to 1. */
  progress: z.object({ task, fraction: z.number() }),
} as const;
