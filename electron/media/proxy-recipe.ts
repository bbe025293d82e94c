import type { FileFacts, PictureStream } from './probe-file.ts';

/** A file for playing that stands for one which the engine cannot play, or not to the moment. */
export interface ProxyOrder {
  /** Where it is written; it gets its name when it is whole. */
  readonly path: string;
  /** The track of sound, as ffmpeg counts streams. */
  readonly track: number;
  /** One channel of the track alone; null: all, mixed to two at most. */
  readonly channel: number | null;
  readonly channels: number;
  readonly picture: { readonly index: number; readonly copy: boolean } | null;
}

const PLAYED_PICTURES = ['h264', 'vp8', 'vp9', 'av1'];
const PLAYED_PIXELS = ['yuv420p', 'yuvj420p'];
const WIDEST = 1280;
const SECONDS_BETWEEN_KEYS = 2;

/** Whether the engine shows these pictures as they are. */
export const isPlayedPicture = ({ codec, pixelFormat }: PictureStream): boolean =>
  PLAYED_PICTURES.includes(codec) && (pixelFormat === null || PLAYED_PIXELS.includes(pixelFormat));

/** Returns how to make a file for playing of what a file holds; `null` for a choice takes all its channels. */
export function proxyOrder(
  facts: FileFacts,
  choice: { readonly track: number; readonly channel: number | null },
  path: string,
): ProxyOrder {
  const [picture] = facts.pictures;
  const sound = facts.sounds.find(({ index }) => index === choice.track);
  return {
    path,
    ...choice,
    channels: sound?.channels ?? 1,
    picture: picture ? { index: picture.index, copy: isPlayedPicture(picture) } : null,
  };
}

/**
 * Returns the arguments of ffmpeg that write it. Opus in Matroska: the engine finds a place in it to the millisecond,
 * which it does not in AAC or MP3. Pictures that it shows are copied.
 */
export function proxyOutput({ path, track, channel, channels, picture }: ProxyOrder): readonly string[] {
  const kept = channel === null ? Math.min(channels, 2) : 1;
  const one = channel === null ? '' : `pan=mono|c0=c${channel},`;
  const sound = [
    '-map',
    `0:${track}`,
    '-af',
    `${one}aresample=48000:async=1:first_pts=0`,
    '-ac',
    String(kept),
  ];
  const opus = ['-c:a', 'libopus', '-b:a', kept === 1 ? '64k' : '96k'];
  const tags = ['-map_metadata', '-1', '-map_chapters', '-1'];
  return [...pictureOutput(picture), ...sound, ...opus, ...tags, '-f', 'matroska', path];
}

function pictureOutput(picture: ProxyOrder['picture']): readonly string[] {
  if (!picture) return ['-vn'];
  const map = ['-map', `0:${picture.index}`];
  if (picture.copy) return [...map, '-c:v', 'copy'];
  const size = `scale=w='trunc(min(${WIDEST},iw)/2)*2':h=-2`;
  const keys = `expr:gte(t,n_forced*${SECONDS_BETWEEN_KEYS})`;
  const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '25', '-pix_fmt', 'yuv420p'];
  return [...map, '-vf', size, ...h264, '-force_key_frames', keys];
}
