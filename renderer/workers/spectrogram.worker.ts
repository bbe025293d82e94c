import { spectrogramOf } from '../../shared/audio/spectrogram.ts';
import { SpeechSamples } from '../../shared/speech/speech-samples.ts';
import { decodeSpan } from './decode-span.ts';
import { type OpenedMedia, openMedia } from './open-media.ts';
import type { SpectrogramReply, SpectrogramRequest } from './spectrogram-messages.ts';

/** Thrown out of the decoding of what nobody waits for any more. */
class Overtaken extends Error {}

let newest = 0;
let media: { readonly url: string; readonly opened: Promise<OpenedMedia> } | null = null;

self.onmessage = ({ data: { job, wanted } }: MessageEvent<SpectrogramRequest>) => {
  newest = job;
  if (!wanted) return;
  draw(job, wanted).catch((error: unknown) => {
    if (!(error instanceof Overtaken)) reply({ kind: 'failed', job, cause: String(error) });
  });
};

async function draw(job: number, wanted: NonNullable<SpectrogramRequest['wanted']>): Promise<void> {
  const { url, columns } = wanted;
  if (media?.url !== url) media = { url, opened: openMedia(url) };
  const { audio, delaySeconds } = await media.opened;
  const [fromSeconds, toSeconds] = [wanted.fromMs / 1000, wanted.toMs / 1000];
  const sound = new SpeechSamples(fromSeconds, toSeconds - fromSeconds);
  const keepGoing = () => {
    if (job !== newest) throw new Overtaken();
  };
  keepGoing();
  await decodeSpan(
    audio,
    fromSeconds + delaySeconds,
    toSeconds + delaySeconds,
    (channels, frames, at, rate) => {
      keepGoing();
      sound.addSamples(channels, frames, at - delaySeconds, rate);
    },
  );
  keepGoing();
  const spectrogram = spectrogramOf(sound.toSamples(), columns);
  reply({ kind: 'drawn', job, spectrogram }, [spectrogram.strengths.buffer]);
}

function reply(message: SpectrogramReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
