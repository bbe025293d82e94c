import { z } from 'zod';
import type { PortraitId } from '../model/ids.ts';
import { PORTRAIT_LIMIT_BYTES, PORTRAIT_TYPES } from '../model/portrait.ts';
import { isSoundPost, SPEAKER_COLOUR_COUNT } from '../model/speaker.ts';
import { isoDate, languageTag, localText, speakerId } from './schemas.ts';

export const portraitId = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((value) => value as PortraitId);

export const portrait = z.strictObject({
  id: portraitId,
  type: z.enum(PORTRAIT_TYPES),
  data: z.base64().max(Math.ceil(PORTRAIT_LIMIT_BYTES / 3) * 4),
});

export const post = z
  .strictObject({
    title: localText,
    organisation: localText,
    from: isoDate.nullable(),
    until: isoDate.nullable(),
  })
  .refine(isSoundPost);

/** What a delegate list knows beyond the name, field by field. */
export const speakerDetails = {
  originalName: z.strictObject({ text: z.string().trim().min(1).max(500), language: languageTag }).optional(),
  aliases: z.array(z.string().trim().min(1).max(500)).max(100).optional(),
  posts: z.array(post).max(100).optional(),
  countryCode: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  portrait: portraitId.optional(),
};

export const speaker = z.strictObject({
  id: speakerId,
  name: localText,
  title: localText,
  organisation: localText,
  country: localText,
  colour: z
    .int()
    .min(0)
    .max(SPEAKER_COLOUR_COUNT - 1),
  mergedInto: speakerId.nullable(),
  ...speakerDetails,
});
