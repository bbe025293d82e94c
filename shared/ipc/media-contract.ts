import { z } from 'zod';
import { PROXY_REASONS } from '../model/media-setup.ts';
import * as s from './schemas.ts';

const ffmpegStatus = z.object({
  /** The ffmpeg that is used; null when none was found. */
  found: z
    .object({ path: z.string(), version: z.string(), origin: z.enum(['chosen', 'beside', 'path', 'usual']) })
    .nullable(),
  /** The program that the person chose, whether or not it works. */
  chosen: z.string().nullable(),
  /** Which way of getting it to tell. */
  system: z.enum(['linux', 'darwin', 'win32']),
});

/** A medium whose sound is being read, and for which a file for playing may be made (`kind` proxy). */
const mediaJob = z.object({
  mediaId: s.mediaId,
  recordingId: s.recordingId,
  name: z.string(),
  kind: z.enum(['sound', 'proxy']),
  state: z.enum(['waiting', 'running', 'paused', 'failed']),
  /** 0 to 1; null while it waits. */
  fraction: z.number().nullable(),
  secondsLeft: z.int().nullable(),
  failure: s.failure.nullable(),
});
export type MediaJob = Readonly<z.output<typeof mediaJob>>;

const samples = z.custom<Int16Array>((value) => value instanceof Int16Array);

const setup = z.object({
  proxy: z.enum(PROXY_REASONS).nullable(),
  track: z.int().min(0).nullable(),
  channel: z.int().min(0).nullable(),
  timecode: z.string().nullable(),
  startedAt: z.string().nullable(),
  loudnessLufs: z.number().nullable(),
  isPending: z.boolean(),
});

/** The part of the contract about media and the program that reads what the engine does not. */
export const mediaContract = {
  'ffmpeg.status': { input: z.void(), output: ffmpegStatus },
  /** Asks for the program and keeps it if it works; null when the person cancels. */
  'ffmpeg.choose': { input: z.void(), output: ffmpegStatus.nullable() },
  /** Forgets what was chosen: Minber searches by itself again. */
  'ffmpeg.forget': { input: z.void(), output: ffmpegStatus },

  /**
   * Finds out what a probed file is and how it is to be played. `refused`: the engine would not play it. `byFfmpeg`: its
   * sound is read in the background once it is imported; else the window analyses it.
   */
  'media.examine': {
    input: z.object({ mediaId: s.mediaId, refused: z.boolean() }),
    output: z.object({ facts: s.mediaFacts, setup, byFfmpeg: z.boolean() }),
  },
  /** Sees to it that an opened medium is analysed and can be played; `working`: that is being done in the background. */
  'media.prepare': {
    input: z.object({
      mediaId: s.mediaId,
      /** False: only asks how things stand. */
      start: z.boolean(),
    }),
    output: z.object({
      setup,
      working: z.boolean(),
      playable: z.boolean(),
      /** Whether ffmpeg is wanted and is not there. */
      needsFfmpeg: z.boolean(),
      /** The envelope as far as it has been read. */
      sound: z.object({ min: samples, max: samples }).nullable(),
    }),
  },
  /**
   * Looks for the file of a recording where it may have been moved to, and points the recording at it; null when it was
   * not found.
   */
  'media.findMoved': { input: z.object({ recordingId: s.recordingId }), output: s.recording.nullable() },
  'media.jobs': { input: z.void(), output: z.array(mediaJob) },
  'media.pause': { input: z.object({ mediaId: s.mediaId, paused: z.boolean() }), output: z.void() },
  'media.stop': { input: z.object({ mediaId: s.mediaId }), output: z.void() },
} as const;

export const mediaEvents = {
  'media-jobs': z.object({ jobs: z.array(mediaJob) }),
  /** A stretch of an envelope that has been read: samples of 16 bits from point `first` on. */
  'media-sound': z.object({
    mediaId: s.mediaId,
    first: z.int(),
    min: samples,
    max: samples,
  }),
} as const;
