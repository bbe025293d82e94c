import {
  ADTS,
  FLAC,
  type Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  UnsupportedInputFormatError,
  WAVE,
  WEBM,
} from 'mediabunny';
import type { MediaFacts } from '../ipc/contract.ts';
import { MinberError } from '../ipc/errors.ts';

/** The containers that are looked into. */
export const MEDIA_FORMATS = [MP4, QTFF, MP3, WAVE, OGG, WEBM, MATROSKA, FLAC, ADTS];

const PLAYABLE_EXTENSIONS = /\.(mp4|m4a|m4v|mov|mp3|wav|ogg|oga|opus|webm|flac|aac)$/i;
const FRAMES_TO_MEASURE = 120;
// A file is taken for cut off when this much of the sound that it announces is missing.
const CUT_OFF_SECONDS = 3;
const CUT_OFF_SHARE = 0.02;

/** What the head of a file says, before anything is decoded. */
export interface MediaHead extends Omit<MediaFacts, 'durationMs'> {
  /** Where the sound ends, in seconds: an estimate for some formats. */
  readonly audioSeconds: number;
  /** Whether the file states how long its sound is, so that a shorter one has been cut off. */
  readonly audioSecondsStated: boolean;
  readonly videoSeconds: number;
}

/**
 * Reads the head of a file, in a page or in Node. Rejects with `media-no-audio`, `media-damaged` for a file that holds
 * nothing, `media-unsupported` for a sound that the demuxer has no name for, and with the demuxer's own error when the
 * file is no format known here or broken.
 */
export async function readMediaHead(
  input: Input,
): Promise<{ readonly head: MediaHead; readonly audio: InputAudioTrack }> {
  const format = await input.getFormat();
  const audio = await input.getPrimaryAudioTrack();
  const video = await input.getPrimaryVideoTrack();
  // Without its index, which may stand last, a file that was cut off seems to hold nothing at all.
  if (!audio) throw new MinberError(video ? 'media-no-audio' : 'media-damaged');
  const audioCodec = await audio.getCodec();
  if (audioCodec === null) throw new MinberError('media-unsupported');
  const stated = await audio.getDurationFromMetadata();
  const head: MediaHead = {
    container: format.name,
    audioCodec,
    audioSeconds: stated ?? (await audio.computeDuration({ metadataOnly: true })),
    // An MP3 may only have been estimated from its first frame.
    audioSecondsStated: stated !== null && format !== MP3,
    ...(await pictureOf(video)),
  };
  return { head, audio };
}

async function pictureOf(
  video: InputVideoTrack | null,
): Promise<Pick<MediaHead, 'videoCodec' | 'frameRate' | 'width' | 'height' | 'videoSeconds'>> {
  if (!video) return { videoCodec: null, frameRate: null, width: null, height: null, videoSeconds: 0 };
  const { averagePacketRate } = await video.computePacketStats(FRAMES_TO_MEASURE);
  return {
    videoCodec: await video.getCodec(),
    frameRate: averagePacketRate > 0 ? Math.round(averagePacketRate * 1000) / 1000 : null,
    width: await video.getDisplayWidth(),
    height: await video.getDisplayHeight(),
    videoSeconds: (await video.getDurationFromMetadata()) ?? 0,
  };
}

/** Tells whether a file whose sound ends at `endSeconds` lacks a good part of what its head announces. */
export function isCutOff({ audioSeconds, audioSecondsStated }: MediaHead, endSeconds: number): boolean {
  const missing = audioSeconds - endSeconds;
  return audioSecondsStated && missing > CUT_OFF_SECONDS && missing > audioSeconds * CUT_OFF_SHARE;
}

/** Returns what the library keeps of a file whose sound ends at `endSeconds`. */
export function mediaFacts(head: MediaHead, endSeconds: number): MediaFacts {
  const { container, audioCodec, videoCodec, frameRate, width, height, videoSeconds } = head;
  const durationMs = Math.round(Math.max(endSeconds, videoSeconds) * 1000);
  return { durationMs, container, audioCodec, videoCodec, frameRate, width, height };
}

/** What a failure of the demuxer amounts to; `unrecognised` is a file of no format known here. */
export type MediaFailure = MinberError['code'] | 'unrecognised';

export function mediaFailure(error: unknown): MediaFailure {
  if (error instanceof MinberError) return error.code;
  return error instanceof UnsupportedInputFormatError ? 'unrecognised' : 'media-damaged';
}

/** Returns what the person is told: a file that is not what its name says has been damaged. */
export function toldAs(failure: MediaFailure, name: string): MinberError['code'] {
  if (failure !== 'unrecognised') return failure;
  return PLAYABLE_EXTENSIONS.test(name) ? 'media-damaged' : 'media-unsupported';
}
