import {
  ADTS,
  FLAC,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MATROSKA,
  MP3,
  MP4,
  OGG,
  QTFF,
  WAVE,
  WEBM,
} from 'mediabunny';
import { mp3DelaySamples, mp3FirstFrameOffset } from '../../shared/audio/mp3-delay.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { MediaHead } from './analysis-messages.ts';
import { mediaSource, readRange } from './media-source.ts';

const FORMATS = [MP4, QTFF, MP3, WAVE, OGG, WEBM, MATROSKA, FLAC, ADTS];
const FRAMES_TO_MEASURE = 120;

/** A file whose head has been read: what it says, and the sound to decode. */
export interface OpenedMedia {
  readonly head: MediaHead;
  readonly audio: InputAudioTrack;
  /** How much later than they are heard the sounds stand in the file. */
  readonly delaySeconds: number;
}

/**
 * Reads the head of a file. Rejects with a MinberError when it has no sound, or none that the engine decodes,
 * with the demuxer's own error when the file is no format known here or is broken.
 */
export async function openMedia(url: string): Promise<OpenedMedia> {
  const input = new Input({ formats: FORMATS, source: mediaSource(url) });
  const format = await input.getFormat();
  const audio = await input.getPrimaryAudioTrack();
  const video = await input.getPrimaryVideoTrack();
  if (!audio) throw new MinberError('media-no-audio');
  const audioCodec = await audio.getCodec();
  if (audioCodec === null || !(await audio.canDecode())) throw new MinberError('media-unsupported');

  const stated = await audio.getDurationFromMetadata();
  const head: MediaHead = {
    container: format.name,
    audioCodec,
    audioSeconds: stated ?? (await audio.computeDuration({ metadataOnly: true })),
    // An MP3 may only have been estimated from its first frame.
    audioSecondsStated: stated !== null && format !== MP3,
    ...(await pictureOf(video)),
  };
  const delaySeconds = format === MP3 ? await mp3DelaySeconds(url, await audio.getSampleRate()) : 0;
  return { head, audio, delaySeconds };
}

async function mp3DelaySeconds(url: string, sampleRate: number): Promise<number> {
  const frameAt = mp3FirstFrameOffset(await readRange(url, 0, 10));
  return mp3DelaySamples(await readRange(url, frameAt, frameAt + 256)) / sampleRate;
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
