import { z } from 'zod';

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

/** The part of the contract about media and the program that reads what the engine does not. */
export const mediaContract = {
  'ffmpeg.status': { input: z.void(), output: ffmpegStatus },
  /** Asks for the program and keeps it if it works; null when the person cancels. */
  'ffmpeg.choose': { input: z.void(), output: ffmpegStatus.nullable() },
  /** Forgets what was chosen: Minber searches by itself again. */
  'ffmpeg.forget': { input: z.void(), output: ffmpegStatus },
} as const;
