import { z } from 'zod';
import { completeOptions } from '../formats/complete-options.ts';
import { DEFAULT_EXPORT_OPTIONS, FORMAT_IDS } from '../formats/format.ts';
import { language, languageTag } from './language-schemas.ts';

export const subtitleOptions = z.strictObject({
  lineLength: z.int().min(16).max(120),
  lines: z.int().min(1).max(4),
  charactersPerSecond: z.int().min(5).max(60).nullable(),
  minimumGapMs: z.int().min(0).max(1000),
});

export const exportOptions = z.strictObject({
  tracks: z.union([z.enum(['original', 'both']), languageTag]).default(DEFAULT_EXPORT_OPTIONS.tracks),
  times: z.boolean(),
  timeForm: z.enum(['h:mm:ss', 'h:mm:ss.mmm', 'mm:ss']),
  speakers: z.boolean(),
  inlines: z.boolean(),
  headHash: z.boolean().default(DEFAULT_EXPORT_OPTIONS.headHash),
  language,
  subtitle: subtitleOptions.default(DEFAULT_EXPORT_OPTIONS.subtitle),
  media: z.enum(['linked', 'embedded']).default(DEFAULT_EXPORT_OPTIONS.media),
  annotations: z.boolean().default(DEFAULT_EXPORT_OPTIONS.annotations),
});
export const formatId = z.enum(FORMAT_IDS);

export const exportProfile = z.strictObject({
  name: z.string().trim().min(1).max(100),
  format: formatId,
  options: exportOptions,
});
/** One that was kept by another version of the program: what it does not say is as in this one. */
export const keptProfile = exportProfile.extend({ options: z.preprocess(completeOptions, exportOptions) });
