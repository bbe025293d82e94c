import { toldAs } from '../../shared/audio/media-head.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { SpeechLikelihood } from '../../shared/speech/speech-spans.ts';
import { mediaUrl } from './analyse-media.ts';
import type { SpeechReply, SpeechRequest } from './speech-messages.ts';

/**
 * Listens to a whole recording in a worker and returns how likely there is speech, for each 32 ms. Memory does not
 * depend on the length. Rejects with a MinberError when the sound cannot be decoded, with the signal's reason when
 * stopped.
 */
export function detectSpeech(
  media: { readonly id: string; readonly name: string; readonly durationMs: number },
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<SpeechLikelihood> {
  const worker = new Worker(new URL('./detect-speech.worker.ts', import.meta.url), { type: 'module' });
  const pieces: SpeechLikelihood[] = [];
  return new Promise<SpeechLikelihood>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<SpeechReply>) => {
      if (data.kind === 'heard') {
        pieces.push(data.likelihood);
        onProgress(data.fraction);
      } else if (data.kind === 'failed') {
        reject(new MinberError(toldAs(data.code, media.name), { name: media.name }, data.cause));
      } else resolve(joined(pieces));
    };
    const request: SpeechRequest = { url: mediaUrl(media.id), durationMs: media.durationMs };
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}

function joined(pieces: readonly SpeechLikelihood[]): SpeechLikelihood {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
