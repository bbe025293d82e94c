import { useEffect, useRef, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { drawingGain, PEAK_MS, type Peaks } from '../../shared/audio/peaks.ts';
import { decodePeaks } from '../../shared/audio/peaks-file.ts';
import type { MediaId } from '../../shared/model/ids.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { useTranslate } from '../ui/use-translate.ts';

/** How much is shown before and behind a quote, as a share of its length, and at least. */
const MARGIN_SHARE = 0.25;
const SHORTEST_MARGIN_MS = 3000;

interface QuoteWaveProps {
  readonly mediaId: MediaId;
  readonly startMs: number;
  readonly endMs: number;
  readonly onChange: (startMs: number, endMs: number) => void;
}

/** The sound of a quote and around it, with both of its edges to be moved by pointer or arrow keys. */
export function QuoteWave({ mediaId, startMs, endMs, onChange }: QuoteWaveProps) {
  const t = useTranslate();
  const durationMs = useSession((state) => state.opened?.recording.media.durationMs ?? endMs);
  // What is in view stays while the edges move, unless they leave it.
  const [shown, setShown] = useState(() => viewOf(startMs, endMs, durationMs));
  const isWithin = startMs >= shown.fromMs && endMs <= shown.toMs;
  const view = isWithin ? shown : viewOf(startMs, endMs, durationMs);
  if (!isWithin) setShown(view);
  const { fromMs, toMs } = view;
  const peaks = usePeaksOf(mediaId);
  const canvas = useRef<HTMLCanvasElement>(null);
  const playhead = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new ResizeObserver(() => drawWave(element, peaks, fromMs, toMs));
    observer.observe(element);
    return () => observer.disconnect();
  }, [peaks, fromMs, toMs]);

  useEffect(() => {
    const place = (ms: number) => {
      const share = (ms - fromMs) / (toMs - fromMs);
      if (!playhead.current) return;
      playhead.current.hidden = share < 0 || share > 1;
      playhead.current.style.left = `${share * 100}%`;
    };
    return ports.playback?.subscribe(place);
  }, [fromMs, toMs]);

  const percent = (ms: number) => `${((ms - fromMs) / (toMs - fromMs)) * 100}%`;
  return (
    <Slider
      className="quote-wave"
      aria-label={t('quotes.edges')}
      value={[startMs / 1000, endMs / 1000]}
      minValue={fromMs / 1000}
      maxValue={toMs / 1000}
      step={0.01}
      onChange={([start = 0, end = 0]) => {
        if (end > start) onChange(Math.round(start * 1000), Math.round(end * 1000));
      }}
    >
      <SliderTrack className="quote-wave-track">
        <span
          className="quote-wave-span"
          style={{ left: percent(startMs), width: `calc(${percent(endMs)} - ${percent(startMs)})` }}
          aria-hidden
        />
        <canvas ref={canvas} aria-hidden />
        <div ref={playhead} className="quote-wave-playhead" hidden />
        {(['quotes.from', 'quotes.to'] as const).map((label, index) => (
          <SliderThumb key={label} index={index} className="quote-wave-edge" aria-label={t(label)} />
        ))}
      </SliderTrack>
    </Slider>
  );
}

function viewOf(startMs: number, endMs: number, durationMs: number) {
  const marginMs = Math.max(SHORTEST_MARGIN_MS, Math.round((endMs - startMs) * MARGIN_SHARE));
  return {
    fromMs: Math.max(0, Math.floor((startMs - marginMs) / 10) * 10),
    toMs: Math.max(endMs, Math.min(durationMs, Math.ceil((endMs + marginMs) / 10) * 10)),
  };
}

/** Returns the envelope that the library keeps of a recording, or null. */
function usePeaksOf(mediaId: MediaId): Peaks | null {
  const [peaks, setPeaks] = useState<Peaks | null>(null);
  useEffect(() => {
    let current = true;
    call('media.peaks', { mediaId }).then(
      (kept) => current && setPeaks(kept && decodePeaks(kept)),
      // Without its picture the sound can still be cut by ear.
      () => current && setPeaks(null),
    );
    return () => {
      current = false;
    };
  }, [mediaId]);
  return peaks;
}

function drawWave(canvas: HTMLCanvasElement, peaks: Peaks | null, fromMs: number, toMs: number): void {
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
  const msPerPx = (toMs - fromMs) / clientWidth;
  for (let x = 0; x < clientWidth; x++) {
    const first = Math.floor((fromMs + x * msPerPx) / PEAK_MS);
    const last = Math.max(first + 1, Math.floor((fromMs + (x + 1) * msPerPx) / PEAK_MS));
    const above = Math.max(0, ...peaks.max.subarray(first, last)) * scale;
    const below = Math.max(0, ...peaks.min.subarray(first, last).map((value) => -value)) * scale;
    context.fillRect(
      x,
      half - Math.min(half, above),
      1,
      Math.max(1, Math.min(half, above) + Math.min(half, below)),
    );
  }
}
