import { mediaFailure } from '../../shared/audio/media-head.ts';
import { PeaksBuilder } from '../../shared/audio/peaks.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { AnalysisReply, AnalysisRequest } from './analysis-messages.ts';
import { decodeSpan } from './decode-span.ts';
import { type OpenedMedia, openMedia } from './open-media.ts';

const REPORT_INTERVAL_MS = 200;

let media: OpenedMedia | null = null;

self.onmessage = ({ data }: MessageEvent<AnalysisRequest>) => {
  void answer(data).catch((error: unknown) => {
    reply({ kind: 'failed', code: mediaFailure(error), cause: String(error) });
  });
};

async function answer(request: AnalysisRequest): Promise<void> {
  if (request.kind === 'open') {
    media = await openMedia(request.url);
    reply({ kind: 'opened', head: media.head });
  } else {
    await decode(request.fromSeconds, request.toSeconds);
  }
}

async function decode(fromSeconds: number, toSeconds: number | null): Promise<void> {
  if (!media) throw new MinberError('bad-request');
  const { audio, delaySeconds } = media;
  const peaks = new PeaksBuilder();
  let reportedAt = 0;
  let reachedSeconds = fromSeconds;
  const report = () => {
    reportedAt = performance.now();
    const piece = peaks.takeChanged();
    reply({ kind: 'heard', piece, reachedSeconds }, piece ? [piece.min.buffer, piece.max.buffer] : []);
  };
  const endSeconds = await decodeSpan(audio, fromSeconds, toSeconds, (channels, frames, start, rate) => {
    peaks.addSamples(channels, frames, start - delaySeconds, rate);
    reachedSeconds = start + frames / rate;
    if (performance.now() - reportedAt > REPORT_INTERVAL_MS) report();
  });
  report();
  reply({ kind: 'done', endSeconds });
}

function reply(message: AnalysisReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
