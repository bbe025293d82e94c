import { formatTime } from '../../shared/model/time.ts';
import { rulerTicks } from './ruler-ticks.ts';
import type { View } from './waveform.ts';

/** Draws the marks and times of what is in view on a canvas that is as wide as the window onto the recording. */
export function drawRuler(canvas: HTMLCanvasElement, { fromMs, toMs, pxPerSecond }: View): void {
  const ratio = window.devicePixelRatio || 1;
  const { clientWidth, clientHeight } = canvas;
  const width = Math.round(clientWidth * ratio);
  const height = Math.round(clientHeight * ratio);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) return;
  const style = getComputedStyle(canvas);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, clientWidth, clientHeight);
  context.font = style.font;
  context.fillStyle = style.color;
  context.textBaseline = 'middle';

  const { labelMs, markMs } = rulerTicks(pxPerSecond);
  for (let ms = Math.floor(fromMs / labelMs) * labelMs; ms < toMs; ms += markMs) {
    const x = Math.round(((ms - fromMs) / 1000) * pxPerSecond);
    const isLabelled = ms % labelMs === 0;
    context.fillRect(x, clientHeight - (isLabelled ? 8 : 3), 1, isLabelled ? 8 : 3);
    if (isLabelled) context.fillText(labelOf(ms, labelMs), x + 4, clientHeight / 2 - 1);
  }
}

function labelOf(ms: number, labelMs: number): string {
  return labelMs < 1000 ? `${formatTime(ms)}.${Math.floor((ms % 1000) / 100)}` : formatTime(ms);
}
