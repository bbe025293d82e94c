import { coarserPeaks, drawingGain, type Peaks } from '../../shared/audio/peaks.ts';
import type { TurnSpan } from './turn-spans.ts';

const TURNS_HEIGHT = 3;

export interface MinimapContent {
  readonly peaks: Peaks | null;
  readonly spans: readonly TurnSpan[];
  /** Returns the colour of a turn's speaker, ready for a canvas. */
  readonly colourOf: (span: TurnSpan) => string;
  readonly durationMs: number;
}

/** Draws the whole recording: its sound, and under it who speaks when. */
export function drawMinimap(canvas: HTMLCanvasElement, content: MinimapContent): void {
  const ratio = window.devicePixelRatio || 1;
  const { clientWidth, clientHeight } = canvas;
  canvas.width = Math.round(clientWidth * ratio);
  canvas.height = Math.round(clientHeight * ratio);
  const context = canvas.getContext('2d');
  if (!context || clientWidth === 0) return;
  context.scale(ratio, ratio);
  if (content.peaks) {
    context.fillStyle = getComputedStyle(canvas).color;
    drawSound(context, content.peaks, clientWidth, clientHeight - TURNS_HEIGHT - 1);
  }
  for (const span of content.spans) {
    const left = (span.startMs / content.durationMs) * clientWidth;
    const width = ((span.endMs - span.startMs) / content.durationMs) * clientWidth;
    context.fillStyle = content.colourOf(span);
    context.fillRect(left, clientHeight - TURNS_HEIGHT, Math.max(0.5, width - 0.5), TURNS_HEIGHT);
  }
}

function drawSound(context: CanvasRenderingContext2D, peaks: Peaks, width: number, height: number): void {
  const coarse = coarserPeaks(peaks, Math.max(1, Math.ceil(peaks.max.length / (width * 2))));
  const scale = ((drawingGain(coarse) / 32767) * height) / 2;
  const points = coarse.max.length;
  for (let point = 0; point < points; point++) {
    const above = Math.min(height / 2, (coarse.max[point] ?? 0) * scale);
    const below = Math.min(height / 2, -(coarse.min[point] ?? 0) * scale);
    const x = (point / points) * width;
    context.fillRect(x, height / 2 - above, Math.max(0.5, width / points), Math.max(0.5, above + below));
  }
}
