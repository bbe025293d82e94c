import { Input, type InputAudioTrack, MP3 } from 'mediabunny';
import { MEDIA_FORMATS, type MediaHead, readMediaHead } from '../../shared/audio/media-head.ts';
import { mp3DelaySamples, mp3FirstFrameOffset } from '../../shared/audio/mp3-delay.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import { mediaSource, readRange } from './media-source.ts';

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
  const input = new Input({ formats: MEDIA_FORMATS, source: mediaSource(url) });
  const { head, audio } = await readMediaHead(input);
  if (!(await audio.canDecode())) throw new MinberError('media-unsupported');
  const isMp3 = (await input.getFormat()) === MP3;
  const delaySeconds = isMp3 ? await mp3DelaySeconds(url, await audio.getSampleRate()) : 0;
  return { head, audio, delaySeconds };
}

async function mp3DelaySeconds(url: string, sampleRate: number): Promise<number> {
  const frameAt = mp3FirstFrameOffset(await readRange(url, 0, 10));
  return mp3DelaySamples(await readRange(url, frameAt, frameAt + 256)) / sampleRate;
}
