import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { EncodedPacketSink, FilePathSource, Input, MP3 } from 'mediabunny';
import {
  isCutOff,
  MEDIA_FORMATS,
  mediaFacts,
  mediaFailure,
  readMediaHead,
  toldAs,
} from '../../shared/audio/media-head.ts';
import { mp3DelaySamples, mp3FirstFrameOffset } from '../../shared/audio/mp3-delay.ts';
import type { MediaFacts } from '../../shared/ipc/contract.ts';
import { MinberError } from '../../shared/ipc/errors.ts';

/** What the program's Chromium decodes, where there is none to be asked. */
const PLAYED_CODECS = /^(aac|mp3|opus|vorbis|flac|ulaw|alaw|pcm-)/;

/**
 * Finds out about a media file without an engine that plays it: its head is read, and its last sound, which a file
 * that was cut off lacks. Rejects with a MinberError: `media-unsupported`, `media-damaged`, `media-no-audio`.
 */
export async function readMediaFacts(path: string): Promise<MediaFacts> {
  const name = basename(path);
  const input = new Input({ formats: MEDIA_FORMATS, source: new FilePathSource(path) });
  try {
    const { head, audio } = await readMediaHead(input);
    if (!PLAYED_CODECS.test(head.audioCodec ?? '')) throw new MinberError('media-unsupported');
    const last = await new EncodedPacketSink(audio).getPacket(Number.POSITIVE_INFINITY);
    const endSeconds = last ? last.timestamp + last.duration : 0;
    if (endSeconds === 0 || isCutOff(head, endSeconds)) throw new MinberError('media-damaged');
    const isMp3 = (await input.getFormat()) === MP3;
    const delaySeconds = isMp3 ? (await mp3Delay(path)) / (await audio.getSampleRate()) : 0;
    return mediaFacts(head, endSeconds - delaySeconds);
  } catch (error) {
    throw new MinberError(toldAs(mediaFailure(error), name), { name }, error);
  } finally {
    input.dispose();
  }
}

/** What the encoder put before the sound of an MP3, in samples; the times of a player begin behind it. */
async function mp3Delay(path: string): Promise<number> {
  const file = await open(path);
  try {
    const read = async (position: number, length: number) =>
      (await file.read({ buffer: new Uint8Array(length), position })).buffer;
    return mp3DelaySamples(await read(mp3FirstFrameOffset(await read(0, 10)), 256));
  } finally {
    await file.close();
  }
}
