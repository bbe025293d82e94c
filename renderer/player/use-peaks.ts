import { useCallback, useEffect, useRef, useState } from 'react';
import { type Peaks, PeaksBuilder, pointsIn } from '../../shared/audio/peaks.ts';
import { decodePeaks, encodePeaks } from '../../shared/audio/peaks-file.ts';
import type { Media } from '../../shared/model/recording.ts';
import { stopJob } from '../actions/media-jobs.ts';
import { call, listen } from '../api/client.ts';
import { analyseMedia } from '../workers/analyse-media.ts';
import type { Stage } from './stage.ts';
import type { Prepared } from './use-prepared.ts';

const REDRAW_INTERVAL_MS = 500;
const ESTIMATE_AFTER_MS = 1500;

/** `stopped`: there is no whole waveform, and none is being made. */
export type PeaksState =
  /** `peaks` null: not yet, but nothing has gone wrong. */
  | { readonly kind: 'shown'; readonly peaks: Peaks | null }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'drawing'; readonly fraction: number; readonly secondsLeft: number | null };

/**
 * Shows the envelope of a recording on the stage: the one kept with the library, else one made now, which
 * appears as it comes. Nothing waits for it.
 */
export function usePeaks(stage: Stage | null, media: Media, isPlayable: boolean, prepared: Prepared) {
  const [state, setState] = useState<PeaksState>({ kind: 'shown', peaks: null });
  const [attempt, setAttempt] = useState(0);
  const stopper = useRef<AbortController | null>(null);
  const { id, path, durationMs } = media;
  const isAsked = prepared.state !== null;
  const { job } = prepared;
  const isRead = (job !== null && job.state !== 'failed') || prepared.state?.working === true;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks for the waveform again
  useEffect(() => {
    if (!stage || !isAsked || isRead || !(isPlayable && prepared.state?.playable)) return;
    const stopping = new AbortController();
    stopper.current = stopping;
    const name = path.split(/[\\/]/).at(-1) ?? path;
    void showPeaks(stage, { id, name, durationMs }, stopping.signal, setState).catch((error: unknown) => {
      if (stopping.signal.aborted) return;
      setState({ kind: 'stopped' });
      void call('app.reportError', { message: `the waveform of ${id} failed: ${String(error)}` });
    });
    return () => stopping.abort();
  }, [stage, id, path, durationMs, isPlayable, attempt, isAsked, isRead, prepared.state?.playable]);

  useEffect(() => {
    if (!stage || !isRead) return;
    return followSound(stage, { id, durationMs }, prepared.state?.sound ?? null);
  }, [stage, id, durationMs, isRead, prepared.state?.sound]);

  const stop = useCallback(() => {
    if (job) stopJob(job);
    stopper.current?.abort();
    setState({ kind: 'stopped' });
  }, [job]);
  const start = useCallback(() => {
    prepared.start();
    setAttempt((count) => count + 1);
  }, [prepared.start]);
  if (!job || !isRead) return { state, stop, start };
  const { fraction, secondsLeft } = job;
  return { state: { kind: 'drawing', fraction: fraction ?? 0, secondsLeft } as PeaksState, stop, start };
}

/** Draws the sound as the main process reads it; returns how to stop that. */
function followSound(
  stage: Stage,
  { id, durationMs }: Pick<Media, 'id' | 'durationMs'>,
  before: Peaks | null,
): () => void {
  const soFar = new PeaksBuilder();
  if (before) soFar.addPiece({ first: 0, ...before });
  let drawnAt = 0;
  return listen('media-sound', ({ mediaId, ...piece }) => {
    if (mediaId !== id) return;
    soFar.addPiece(piece);
    if (performance.now() - drawnAt < REDRAW_INTERVAL_MS) return;
    drawnAt = performance.now();
    stage.showPeaks(soFar.toPeaks(pointsIn(durationMs)));
  });
}

async function showPeaks(
  stage: Stage,
  { id, name, durationMs }: Pick<Media, 'id' | 'durationMs'> & { name: string },
  signal: AbortSignal,
  tell: (state: PeaksState) => void,
): Promise<void> {
  const kept = await call('media.peaks', { mediaId: id });
  const known = kept && decodePeaks(kept);
  signal.throwIfAborted();
  if (known) {
    stage.showPeaks(known);
    tell({ kind: 'shown', peaks: known });
    return;
  }
  const soFar = new PeaksBuilder();
  const startedAt = performance.now();
  let drawnAt = startedAt;
  tell({ kind: 'drawing', fraction: 0, secondsLeft: null });
  const { peaks } = await analyseMedia(id, name, {
    signal,
    onProgress(fraction) {
      const elapsedMs = performance.now() - startedAt;
      const secondsLeft =
        elapsedMs < ESTIMATE_AFTER_MS ? null : Math.ceil((elapsedMs * (1 / fraction - 1)) / 1000);
      tell({ kind: 'drawing', fraction, secondsLeft });
    },
    onPiece(piece) {
      soFar.addPiece(piece);
      if (performance.now() - drawnAt < REDRAW_INTERVAL_MS) return;
      drawnAt = performance.now();
      stage.showPeaks(soFar.toPeaks(pointsIn(durationMs)));
    },
  });
  stage.showPeaks(peaks);
  tell({ kind: 'shown', peaks });
  await call('media.keepPeaks', { mediaId: id, peaks: encodePeaks(peaks) });
}
