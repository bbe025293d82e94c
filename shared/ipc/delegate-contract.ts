import { z } from 'zod';
import { SHEET_FORMS } from '../delegates/sheet-forms.ts';
import { PORTRAIT_LIMIT_BYTES } from '../model/portrait.ts';
import * as s from './schemas.ts';
import * as people from './speaker-schemas.ts';

const nothing = z.void();

/** What the delegate list asks of the main process beside the speakers themselves. */
export const delegateContract = {
  /**
   * Writes and removes speakers, all or none, but for those that are to be removed and still in use: they are `kept`.
   */
  'speakers.change': {
    input: z.object({
      put: z.array(people.speaker).max(20_000),
      remove: z.array(s.speakerId).max(20_000),
    }),
    output: z.object({ kept: z.array(s.speakerId) }),
  },
  /** In how many recordings out of the bin each speaker is named, merges not followed; who is in none is absent. */
  'speakers.recordingCounts': {
    input: nothing,
    output: z.array(z.object({ speakerId: s.speakerId, count: z.int() })),
  },
  /** The recordings in which a speaker, or one who is merged into it, speaks; the newest first. */
  'speakers.recordings': {
    input: z.object({ speakerId: s.speakerId }),
    output: z.array(
      z.object({ recordingId: s.recordingId, title: z.string(), date: s.isoDate.nullable(), turns: z.int() }),
    ),
  },
  /** The pairs of which a person has said that they are not one. */
  'speakers.apart': { input: nothing, output: z.array(z.tuple([s.speakerId, s.speakerId])) },
  'speakers.setApart': {
    input: z.object({ one: s.speakerId, other: s.speakerId, apart: z.boolean() }),
    output: nothing,
  },
  /** Keeps a picture (JPEG, PNG or WebP) in the library and returns its name. */
  'portraits.keep': {
    input: z.object({
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= PORTRAIT_LIMIT_BYTES),
    }),
    output: people.portraitId,
  },
  /** Asks for a delegate list and returns what is in the file, 20 MB at most; null when the person cancels. */
  'delegates.choose': {
    input: nothing,
    output: z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) }).nullable(),
  },
  /** Asks where to, then writes the list; null when the person cancels. */
  'delegates.export': {
    input: z.object({ form: z.enum(SHEET_FORMS), language: s.language }),
    output: z.object({ path: z.string(), name: z.string() }).nullable(),
  },
} as const;
