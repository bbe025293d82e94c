import { useEffect, useState } from 'react';
import type { Peaks } from '../../shared/audio/peaks.ts';
import type { Media } from '../../shared/model/recording.ts';
import { knownSpeech } from '../../shared/speech/known-speech.ts';
import { decodeSpeech, encodeSpeech } from '../../shared/speech/speech-file.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { detectSpeech } from '../workers/detect-speech.ts';

/**
 * Finds out where there is speech in the open recording and puts it into the session: what is kept with the library,
 * else what listening to the whole recording behind everything else yields. Begins when the envelope of the sound is known. Returns how far
 * listening is, 0 to 1, or null when it is not going on.
 */
export function useSpeech(media: Media, peaks: Peaks | null): number | null {
  const [kept, setKept] = useState<Uint8Array | null>(null);
  const [fraction, setFraction] = useState<number | null>(null);
  const sureness = useSession((state) => state.settings.speechSureness);
  const shortestPauseMs = useSession((state) => state.settings.shortestPauseMs);
  const { id, path, durationMs } = media;
  const isReady = peaks !== null;

  useEffect(() => {
    if (!isReady) return;
    const stopping = new AbortController();
    const name = path.split(/[\\/]/).at(-1) ?? path;
    findSpeech({ id, name, durationMs }, stopping.signal, setFraction)
      .then((found) => stopping.signal.aborted || setKept(found))
      .catch((error: unknown) => {
        if (stopping.signal.aborted) return;
        const { cause } = error as Error;
        void call('app.reportError', { message: `listening for speech in ${id} failed: ${error}, ${cause}` });
      })
      .finally(() => setFraction(null));
    return () => {
      stopping.abort();
      setKept(null);
    };
  }, [id, path, durationMs, isReady]);

  useEffect(() => {
    if (!kept) return;
    useSession.setState({ speech: knownSpeech(kept, peaks, { sureness, shortestPauseMs }) });
    return () => useSession.setState({ speech: null });
  }, [kept, sureness, shortestPauseMs, peaks]);

  return fraction;
}

/** Returns the likelihoods of speech as they are kept. */
async function findSpeech(
  media: { readonly id: Media['id']; readonly name: string; readonly durationMs: number },
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<Uint8Array> {
  const kept = await call('media.speech', { mediaId: media.id });
  if (kept && decodeSpeech(kept)) return kept;
  signal.throwIfAborted();
  onProgress(0);
  const found = encodeSpeech(await detectSpeech(media, signal, onProgress));
  await call('media.keepSpeech', { mediaId: media.id, speech: found });
  return found;
}
