import { basename } from 'node:path';
import { EncodedPacketSink, FilePathSource, Input } from 'mediabunny';
import {
  isCutOff,
  MEDIA_FORMATS,
  mediaFacts,
  mediaFailure,
  readMediaHead,
  toldAs,
} from '../../shared/audio/media-head.ts';
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
    return mediaFacts(head, endSeconds);
  } catch (error) {
    throw new MinberError(toldAs(mediaFailure(error), name), { name }, error);
  } finally {
    input.dispose();
  }
}
