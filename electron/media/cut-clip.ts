import type { ClipFormat } from '../../shared/quotes/clip-format.ts';
import { type Ffmpeg, inputFile, type RunOptions, runFfmpeg } from './ffmpeg.ts';

export interface Cut {
  /** The original. */
  readonly path: string;
  /** Milliseconds from the start of the media, half-open. */
  readonly startMs: number;
  readonly endMs: number;
  readonly format: ClipFormat;
}

const SOUND = ['-map', '0:a:0', '-vn', '-sn', '-dn'];

/** A cut is exact only where everything is encoded anew: streams can be copied from key frames and packets alone. */
const CODING: Readonly<Record<ClipFormat, readonly string[]>> = {
  m4a: [...SOUND, '-c:a', 'aac', '-b:a', '160k', '-movflags', '+faststart', '-f', 'ipod'],
  mp3: [...SOUND, '-c:a', 'libmp3lame', '-q:a', '2', '-f', 'mp3'],
  wav: [...SOUND, '-c:a', 'pcm_s16le', '-f', 'wav'],
  mp4: [
    ...['-map', '0:v:0', '-map', '0:a:0?', '-sn', '-dn'],
    // Half of the colour in each direction, as players expect it, needs even sides.
    ...['-vf', 'scale=trunc(iw/2)*2:trunc(ih/2)*2', '-pix_fmt', 'yuv420p'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-c:a', 'aac', '-b:a', '160k'],
    ...['-movflags', '+faststart', '-f', 'mp4'],
  ],
};

const seconds = (ms: number) => (ms / 1000).toFixed(3);

/** Returns the arguments of ffmpeg that cut a clip out of the original; what the file says of itself stays behind. */
export function cutArguments({ path, startMs, endMs, format }: Cut, to: string): readonly string[] {
  return [
    ...['-ss', seconds(startMs), '-t', seconds(endMs - startMs)],
    ...inputFile(path),
    ...['-map_metadata', '-1', '-map_chapters', '-1'],
    ...CODING[format],
    `file:${to}`,
  ];
}

/** Cuts a clip into the file `to`, which is written over. Rejects as `runFfmpeg` does. */
export function cutClip(ffmpeg: Ffmpeg, cut: Cut, to: string, options: RunOptions): Promise<void> {
  return runFfmpeg(ffmpeg, cutArguments(cut, to), options);
}
