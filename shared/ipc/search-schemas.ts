import { z } from 'zod';
import { TURN_STATUSES } from '../model/turn.ts';
import {
  annotationId,
  annotationKindId,
  isoDate,
  recordingId,
  speakerId,
  timeMs,
  turnId,
} from './schemas.ts';

/** What a search is narrowed to; null: not narrowed. Days are those of the recordings, both included. */
export const searchFilter = z.strictObject({
  speakerId: speakerId.nullable(),
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  kindId: annotationKindId.nullable(),
  status: z.enum(TURN_STATUSES).nullable(),
});

/** A recording in which something was found: in what it is called (`isNamed`), or in the places given. */
export const foundRecording = z.strictObject({
  recordingId,
  title: z.string(),
  place: z.string(),
  date: isoDate.nullable(),
  isNamed: z.boolean(),
  hits: z.array(
    z.strictObject({
      /** Null for an annotation that stands on no turn. */
      turnId: turnId.nullable(),
      speakerId: speakerId.nullable(),
      atMs: timeMs.nullable(),
      /** The first word found, in letters of the text of the turn. */
      place: z.strictObject({ start: z.int(), end: z.int() }).nullable(),
      snippet: z.array(z.strictObject({ text: z.string(), hit: z.boolean() })),
      annotation: z.strictObject({ id: annotationId, kindId: annotationKindId }).nullable(),
    }),
  ),
});
