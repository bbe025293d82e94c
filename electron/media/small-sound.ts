import type { Ffmpeg } from './ffmpeg.ts';
import { inputFile, runFfmpeg } from './ffmpeg.ts';

/** What a second of a small sound takes, about. */
const BYTES_A_SECOND = 3200;

/** Returns about how many bytes the small sound of a recording takes. */
export const smallSoundBytes = (durationMs: number): number =>
  Math.ceil((durationMs / 1000) * BYTES_A_SECOND);

/** How a small sound file begins: it is a Matroska file, as WebM is. */
export const SMALL_SOUND_HEAD = Buffer.from('1a45dfa3', 'hex');

/**
 * Writes the sound of a media file as small as speech can be followed well: one channel of Opus in WebM, in which the
 * engine finds a place to the millisecond. Its times are those of the original: where the sound begins later than the
 * picture, or has gaps, silence stands. Rejects as `runFfmpeg` does.
 */
export function makeSmallSound(
  tools: Ffmpeg,
  from: string,
  to: string,
  options: { readonly signal?: AbortSignal | undefined; readonly onTime?: (outMs: number) => void },
): Promise<void> {
  const sound = [
    '-map',
    '0:a:0',
    '-vn',
    '-sn',
    '-dn',
    '-af',
    'aresample=48000:async=1:first_pts=0',
    '-ac',
    '1',
  ];
  const opus = ['-c:a', 'libopus', '-b:a', '24k', '-application', 'voip', '-frame_duration', '60'];
  const quickly = ['-compression_level', '4'];
  const bare = ['-map_metadata', '-1', '-map_chapters', '-1', '-f', 'webm'];
  return runFfmpeg(
    tools,
    [...inputFile(from), ...sound, ...opus, ...quickly, ...bare, `file:${to}`],
    options,
  );
}
