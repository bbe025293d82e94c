import { useEffect, useState } from 'react';
import { decodePeaks } from '../../shared/audio/peaks-file.ts';
import type { Media } from '../../shared/model/recording.ts';
import { refineSpans } from '../../shared/speech/refine-spans.ts';
import { decodeSpeech, encodeSpeech } from '../../shared/speech/speech-file.ts';
import { type SpeechLikelihood, speechSpans } from '../../shared/speech/speech-spans.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { detectSpeech } from '../workers/detect-speech.ts';

/**
 * Finds out where there is speech in the open recording and puts it into the session: what is kept with the library,
 * else what listening to the whole recording behind everything else yields. Begins when `isReady`. Returns how far
 * listening is, 0 to 1, or null when it is not going on.
 */
export function useSpeech(media: Media, isReady: boolean): number | null {
  const [likelihood, setLikelihood] = useState<SpeechLikelihood | null>(null);
  const [fraction, setFraction] = useState<number | null>(null);
  const sureness = useSession((state) => state.settings.speechSureness);
  const shortestPauseMs = useSession((state) => state.settings.shortestPauseMs);
  const { id, path, durationMs } = media;

  useEffect(() => {
    if (!isReady) return;
    const stopping = new AbortController();
    const name = path.split(/[\\/]/).at(-1) ?? path;
    findLikelihood({ id, name, durationMs }, stopping.signal, setFraction)
      .then((found) => stopping.signal.aborted || setLikelihood(found))
      .catch((error: unknown) => {
        if (stopping.signal.aborted) return;
        void call('app.reportError', {
          message: `listening for speech in ${id} failed: ${String(error)}, ${String((error as Error).cause)}`,
        });
      })
      .finally(() => setFraction(null));
    return () => {
      stopping.abort();
      setLikelihood(null);
    };
  }, [id, path, durationMs, isReady]);

  useEffect(() => {
    if (!likelihood) return;
    let current = true;
    const show = async () => {
      const kept = await call('media.peaks', { mediaId: id });
      const peaks = kept && decodePeaks(kept);
      const spans = speechSpans(likelihood, { sureness, shortestPauseMs });
      if (current) useSession.setState({ speech: peaks ? refineSpans(spans, peaks) : spans });
    };
    void show();
    return () => {
      current = false;
      useSession.setState({ speech: null });
    };
  }, [likelihood, sureness, shortestPauseMs, id]);

  return fraction;
}

async function findLikelihood(
  media: { readonly id: Media['id']; readonly name: string; readonly durationMs: number },
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<SpeechLikelihood> {
  const kept = await call('media.speech', { mediaId: media.id });
  const known = kept && decodeSpeech(kept);
  if (known) return known;
  signal.throwIfAborted();
  onProgress(0);
  const found = await detectSpeech(media, signal, onProgress);
  await call('media.keepSpeech', { mediaId: media.id, speech: encodeSpeech(found) });
  return found;
}
