import { z } from 'zod';
import { CHECK_IDS } from '../review/check.ts';
import { timeMs, turnId } from './schemas.ts';

export const checkId = z.enum(CHECK_IDS);

/** Why a finding is let be. */
export const reason = z.string().trim().min(1).max(500);

export const boundaryPlace = z.strictObject({ turnId, edge: z.enum(['start', 'end']) });

export const reviewNotes = z.strictObject({
  ignored: z.array(
    z.strictObject({ turnId, check: checkId, reason: z.string(), by: z.string(), at: z.string() }),
  ),
  heard: z.array(boundaryPlace.extend({ atMs: timeMs, by: z.string(), at: z.string() })),
  stoppedAt: boundaryPlace.nullable(),
});

export const reportForm = z.enum(['html', 'pdf']);
