/**
 * Why a file is played through a proxy: the engine cannot decode it, would seek it by guesswork, or would count its times
 * from elsewhere; or the person listens to another track or to one channel.
 */
export const PROXY_REASONS = ['format', 'seeking', 'times', 'choice'] as const;
export type ProxyReason = (typeof PROXY_REASONS)[number];

/** How the media of a recording is played, and what is known beyond the file's facts. */
export interface MediaSetup {
  /** Null: the file is played as it lies there. */
  readonly proxy: ProxyReason | null;
  /** The track of sound, as ffmpeg counts streams; null: the first. */
  readonly track: number | null;
  /** One channel of it, from 0; null: all. */
  readonly channel: number | null;
  /** As the camera wrote it: `10:32:05:12`. */
  readonly timecode: string | null;
  /** The clock of the place when the recording began, `YYYY-MM-DDTHH:MM:SS`; null when it is not known. */
  readonly startedAt: string | null;
  /** Integrated, EBU R 128; null when it was not measured, and for silence. */
  readonly loudnessLufs: number | null;
  /** Whether the analysis of the file is still to be finished. */
  readonly isPending: boolean;
}

export const NO_SETUP: MediaSetup = {
  proxy: null,
  track: null,
  channel: null,
  timecode: null,
  startedAt: null,
  loudnessLufs: null,
  isPending: false,
};
