import { type Ffmpeg, INPUT_LIMITS, runProgram } from './ffmpeg.ts';

/** A track of sound. Times are in milliseconds, from the zero of the file's own clock. */
export interface SoundStream {
  /** As ffmpeg counts all streams of the file. */
  readonly index: number;
  readonly codec: string;
  readonly channels: number;
  /** As `stereo`, `5.1(side)`; null where the file does not say. */
  readonly channelLayout: string | null;
  /** Hertz. */
  readonly sampleRate: number;
  readonly startMs: number;
  readonly durationMs: number | null;
  /** As the file says, mostly ISO 639-2; null for none and for `und`. */
  readonly language: string | null;
  readonly title: string | null;
  readonly isDefault: boolean;
}

/** A track of moving pictures; cover art is none. */
export interface PictureStream {
  readonly index: number;
  readonly codec: string;
  readonly profile: string | null;
  readonly pixelFormat: string | null;
  readonly width: number;
  readonly height: number;
  /** Frames a second on the average; null where it cannot be known. */
  readonly frameRate: number | null;
  /** Whether its frames come at changing distances. */
  readonly isVariable: boolean;
  readonly startMs: number;
  readonly durationMs: number | null;
}

/** What ffprobe says of a file. */
export interface FileFacts {
  /** ffmpeg's name of the demuxer: `mpegts`, `mov,mp4,m4a,3gp,3g2,mj2`. */
  readonly container: string;
  readonly containerLabel: string;
  /** The latest end of a stream, from the earliest start; null where it cannot be known. */
  readonly durationMs: number | null;
  /** Where the earliest stream starts, which players take for the beginning; may lie below zero. */
  readonly startMs: number;
  readonly sounds: readonly SoundStream[];
  readonly pictures: readonly PictureStream[];
  /** As the camera wrote it: `10:32:05:12`, with `;` before drop frames. */
  readonly timecode: string | null;
  /** ISO 8601; when the file says that it was begun. */
  readonly createdAt: string | null;
}

interface RawStream {
  readonly index: number;
  readonly codec_type?: string;
  readonly codec_name?: string;
  readonly profile?: string;
  readonly pix_fmt?: string;
  readonly channels?: number;
  readonly channel_layout?: string;
  readonly sample_rate?: string;
  readonly width?: number;
  readonly height?: number;
  readonly r_frame_rate?: string;
  readonly avg_frame_rate?: string;
  readonly start_time?: string;
  readonly duration?: string;
  readonly disposition?: Readonly<Record<string, number>>;
  readonly tags?: Readonly<Record<string, string>>;
}

interface RawFacts {
  readonly streams?: readonly RawStream[];
  readonly format?: {
    readonly format_name?: string;
    readonly format_long_name?: string;
    readonly start_time?: string;
    readonly duration?: string;
    readonly tags?: Readonly<Record<string, string>>;
  };
}

/** Rates that differ by less come from rounding. */
const RATE_TOLERANCE = 0.02;

/** Returns what a file is. Rejects with FfmpegFailure when ffprobe knows no such format, and when stopped. */
export async function probeFile(
  { probePath }: Pick<Ffmpeg, 'probePath'>,
  path: string,
  signal?: AbortSignal,
): Promise<FileFacts> {
  const pieces: Buffer[] = [];
  const shown = ['-show_format', '-show_streams', '-of', 'json'];
  await runProgram(probePath, ['-v', 'error', ...INPUT_LIMITS, ...shown, `file:${path}`], {
    signal,
    onOutput: (bytes) => void pieces.push(bytes),
  });
  return factsOf(JSON.parse(Buffer.concat(pieces).toString('utf8')) as RawFacts);
}

/** Reads the JSON that ffprobe writes. */
export function factsOf({ format = {}, streams = [] }: RawFacts): FileFacts {
  const isPicture = ({ codec_type, disposition }: RawStream) =>
    codec_type === 'video' && !disposition?.attached_pic;
  const tags = [format.tags, ...streams.map((stream) => stream.tags)];
  const firstTag = (name: string) => tags.map((each) => each?.[name]).find(Boolean) ?? null;
  return {
    container: format.format_name ?? '',
    containerLabel: format.format_long_name ?? format.format_name ?? '',
    durationMs: toMs(format.duration),
    startMs: toMs(format.start_time) ?? 0,
    sounds: streams.filter(({ codec_type }) => codec_type === 'audio').map(soundOf),
    pictures: streams.filter(isPicture).map(pictureOf),
    timecode: firstTag('timecode'),
    createdAt: firstTag('creation_time'),
  };
}

const soundOf = (raw: RawStream): SoundStream => ({
  index: raw.index,
  codec: raw.codec_name ?? 'unknown',
  channels: raw.channels ?? 0,
  channelLayout: raw.channel_layout || null,
  sampleRate: Number(raw.sample_rate ?? 0),
  startMs: toMs(raw.start_time) ?? 0,
  durationMs: toMs(raw.duration),
  language: raw.tags?.language && raw.tags.language !== 'und' ? raw.tags.language : null,
  title: raw.tags?.title ?? null,
  isDefault: raw.disposition?.default === 1,
});

function pictureOf(raw: RawStream): PictureStream {
  const average = rateOf(raw.avg_frame_rate);
  const base = rateOf(raw.r_frame_rate);
  return {
    index: raw.index,
    codec: raw.codec_name ?? 'unknown',
    profile: raw.profile ?? null,
    pixelFormat: raw.pix_fmt ?? null,
    width: raw.width ?? 0,
    height: raw.height ?? 0,
    frameRate: average ?? base,
    // The base rate of interlaced pictures counts fields.
    isVariable:
      average !== null &&
      base !== null &&
      ![1, 2].some((fields) => Math.abs(base / average - fields) < RATE_TOLERANCE),
    startMs: toMs(raw.start_time) ?? 0,
    durationMs: toMs(raw.duration),
  };
}

/** Seconds with decimals to milliseconds; null for `N/A` and nothing. */
function toMs(seconds: string | undefined): number | null {
  const value = Number(seconds ?? Number.NaN);
  return Number.isFinite(value) ? value * 1000 : null;
}

/** `30000/1001`; `0/0` where it is not known. */
function rateOf(fraction: string | undefined): number | null {
  const [count = 0, per = 0] = (fraction ?? '').split('/').map(Number);
  return count > 0 && per > 0 ? count / per : null;
}
