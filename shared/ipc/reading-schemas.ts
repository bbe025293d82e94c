import { z } from 'zod';
import { ENCODINGS } from '../formats/encoding.ts';
import { TIME_WRITINGS } from '../formats/read-choices.ts';
import { READ_FIELDS } from '../formats/table-columns.ts';
import { EXPORT_WARNING_CODES } from '../formats/write-sources.ts';

const readField = z.enum(READ_FIELDS);
export const readChoices = z.strictObject({
  encoding: z.enum(ENCODINGS).optional(),
  columns: z.array(readField.nullable()).max(1000).optional(),
  tiers: z.array(z.string()).max(10_000).optional(),
  frameRate: z.number().min(1).max(240).optional(),
});
export const foundLayout = z.strictObject({
  columns: z.array(z.strictObject({ name: z.string(), sample: z.string(), field: readField.nullable() })),
  tiers: z.array(
    z.strictObject({
      id: z.string(),
      entryCount: z.int(),
      parent: z.string().nullable(),
      isTaken: z.boolean(),
    }),
  ),
  timeWritings: z.array(z.enum(TIME_WRITINGS)),
});

export const exportWarning = z.strictObject({ code: z.enum(EXPORT_WARNING_CODES), excerpt: z.string() });
