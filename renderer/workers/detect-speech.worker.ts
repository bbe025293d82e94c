import { mediaFailure } from '../../shared/audio/media-head.ts';
import { SPEECH_RATE, SpeechSamples } from '../../shared/speech/speech-samples.ts';
import { HOP_MS } from '../../shared/speech/speech-spans.ts';
import { decodeSpan } from './decode-span.ts';
import { openMedia } from './open-media.ts';
import type { SpeechReply, SpeechRequest } from './speech-messages.ts';
import { RUN_UP_SECONDS, SpeechNetwork } from './speech-network.ts';

/** So much is decoded and then listened to at a time, which bounds the memory: some 40 MB. */
const STRETCH_SECONDS = (15_000 * HOP_MS) / 1000;

self.onmessage = ({ data }: MessageEvent<SpeechRequest>) => {
  void detect(data).catch((error: unknown) =>
    reply({ kind: 'failed', code: mediaFailure(error), cause: String(error) }),
  );
};

async function detect({ url, durationMs }: SpeechRequest): Promise<void> {
  const [{ audio, delaySeconds }, network] = await Promise.all([openMedia(url), SpeechNetwork.load()]);
  const seconds = durationMs / 1000;
  for (let start = 0; start < seconds; start += STRETCH_SECONDS) {
    const runUp = Math.min(start, RUN_UP_SECONDS);
    const end = Math.min(seconds, start + STRETCH_SECONDS);
    const sound = new SpeechSamples(start - runUp, end - start + runUp);
    await decodeSpan(
      audio,
      start - runUp + delaySeconds,
      end + delaySeconds,
      (channels, frames, at, sampleRate) => sound.addSamples(channels, frames, at - delaySeconds, sampleRate),
    );
    const likelihood = await network.likelihood(sound.toSamples(), Math.round(runUp * SPEECH_RATE));
    reply({ kind: 'heard', likelihood, fraction: end / seconds });
  }
  reply({ kind: 'done' });
}

function reply(message: SpeechReply): void {
  self.postMessage(message);
}
