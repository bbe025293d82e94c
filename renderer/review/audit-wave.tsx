import { useEffect, useRef } from 'react';
import { drawingGain, PEAK_MS, type Peaks } from '../../shared/audio/peaks.ts';
import { ports } from '../session.ts';
import { useTranslate } from '../ui/use-translate.ts';
import { AROUND_MS } from './audit-session.ts';

/** How much is shown before and behind a boundary. */
const SHOWN_MS = 1500;

interface AuditWaveProps {
  /** Null while the recording is still being looked through. */
  readonly peaks: Peaks | null;
  readonly atMs: number;
}

/** The sound around a boundary, drawn near; the part that is played stands out, and the playhead runs over it. */
export function AuditWave({ peaks, atMs }: AuditWaveProps) {
  const t = useTranslate();
  const canvas = useRef<HTMLCanvasElement>(null);
  const playhead = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const draw = () => drawWave(element, peaks, atMs);
    const observer = new ResizeObserver(draw);
    observer.observe(element);
    return () => observer.disconnect();
  }, [peaks, atMs]);

  useEffect(() => {
    const line = playhead.current;
    const place = (ms: number) => {
      const share = (ms - atMs + SHOWN_MS) / (2 * SHOWN_MS);
      if (!line) return;
      line.hidden = share < 0 || share > 1;
      line.style.left = `${share * 100}%`;
    };
    const { playback } = ports;
    if (playback) place(playback.positionMs());
    return playback?.subscribe(place);
  }, [atMs]);

  const played = (AROUND_MS / (2 * SHOWN_MS)) * 100;
  return (
    <div className="audit-wave" data-testid="audit-wave">
      <div className="audit-played" style={{ left: `${50 - played}%`, right: `${50 - played}%` }} />
      <canvas ref={canvas} aria-hidden />
      <div className="audit-boundary" />
      <div ref={playhead} className="audit-playhead" hidden />
      {peaks ? null : <p className="audit-drawing">{t('review.drawing')}</p>}
    </div>
  );
}

function drawWave(canvas: HTMLCanvasElement, peaks: Peaks | null, atMs: number): void {
  const ratio = window.devicePixelRatio || 1;
  const { clientWidth, clientHeight } = canvas;
  canvas.width = Math.round(clientWidth * ratio);
  canvas.height = Math.round(clientHeight * ratio);
  const context = canvas.getContext('2d');
  if (!context || !peaks || clientWidth === 0) return;
  context.scale(ratio, ratio);
  context.fillStyle = getComputedStyle(canvas).color;
  const half = clientHeight / 2;
  const scale = (drawingGain(peaks) / 32767) * half * 0.92;
  const pxPerPoint = (clientWidth * PEAK_MS) / (2 * SHOWN_MS);
  const first = Math.floor((atMs - SHOWN_MS) / PEAK_MS);
  const last = Math.ceil((atMs + SHOWN_MS) / PEAK_MS);
  for (let point = Math.max(0, first); point < Math.min(last, peaks.max.length); point++) {
    const above = Math.min(half, (peaks.max[point] ?? 0) * scale);
    const below = Math.min(half, -(peaks.min[point] ?? 0) * scale);
    const x = ((point * PEAK_MS - atMs + SHOWN_MS) / (2 * SHOWN_MS)) * clientWidth;
    context.fillRect(x, half - above, Math.max(1, pxPerPoint - 1), Math.max(1, above + below));
  }
}
