import { z } from 'zod';
import { exportOptions, exportProfile, formatId } from '../ipc/export-schemas.ts';
import { completeOptions } from './complete-options.ts';
import { decodeText, encodeText } from './encoding.ts';
import type { ExportOptions, FormatId } from './format.ts';
import { formatById } from './registry.ts';

/** A way of exporting that has a name. */
export interface ExportProfile {
  readonly name: string;
  readonly format: FormatId;
  readonly options: ExportOptions;
}

/** What the name of a profile's file ends with. */
export const PROFILE_EXTENSION = 'minber-profile.json';

const FORMAT = 'minber-profile';
const VERSION = 1;

const profileFile = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  name: exportProfile.shape.name,
  fileFormat: formatId.refine((id) => formatById(id).write !== undefined),
  /** What a file leaves out is as in the program. */
  options: z.preprocess(completeOptions, exportOptions),
});

/** Returns a profile as a file for others; see docs/command-line.md. */
export function writeProfileFile({ name, format, options }: ExportProfile): Uint8Array {
  const whole: z.input<typeof profileFile> = {
    format: FORMAT,
    version: VERSION,
    name,
    fileFormat: format,
    options,
  };
  return encodeText(`${JSON.stringify(whole, null, 2)}\n`);
}

/** Returns the profile that a file holds, or null when it is none, or one that only a newer Minber understands. */
export function readProfileFile(bytes: Uint8Array): ExportProfile | null {
  try {
    const { name, fileFormat, options } = profileFile.parse(JSON.parse(decodeText(bytes, 'en').text ?? ''));
    return { name, format: fileFormat, options };
  } catch {
    return null;
  }
}
