import type { TimeLayer } from './time-layer.ts';

/** A press that moves less than this is a click. */
const SLOP_PX = 4;
const SHORTEST_MS = 100;

/**
 * Lets a span be drawn on the waveform with the pointer. `onDraw` is told of it, and whether Shift was held. A press
 * that draws nothing stays a click. Returns the way out.
 */
export function drawSpans(
  layer: TimeLayer,
  onDraw: (startMs: number, endMs: number, withShift: boolean) => void,
): () => void {
  const { waveform, element: drawn } = layer;
  const { wrapper } = waveform;
  const stopper = new AbortController();
  drawn.hidden = true;

  wrapper.addEventListener(
    'pointerdown',
    (down) => {
      if (down.button !== 0) return;
      const fromMs = waveform.timeAt(down.clientX);
      const listening = new AbortController();
      let drawing = false;
      const spanTo = (event: PointerEvent): [number, number] => {
        const ms = waveform.timeAt(event.clientX);
        return [Math.min(fromMs, ms), Math.max(fromMs, ms)];
      };
      const on = (event: 'pointermove' | 'pointerup' | 'pointercancel', run: (e: PointerEvent) => void) =>
        window.addEventListener(event, run, { signal: listening.signal });
      const end = () => {
        listening.abort();
        drawn.hidden = true;
      };
      on('pointermove', (event) => {
        drawing ||= Math.abs(event.clientX - down.clientX) > SLOP_PX;
        if (!drawing) return;
        drawn.hidden = false;
        layer.place(drawn, ...spanTo(event));
      });
      on('pointercancel', end);
      on('pointerup', (event) => {
        end();
        const [startMs, endMs] = spanTo(event);
        if (!drawing || endMs - startMs < SHORTEST_MS) return;
        // The click that follows would go to where the span ends.
        const swallow = (click: Event) => click.stopPropagation();
        window.addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
        onDraw(startMs, endMs, down.shiftKey);
      });
    },
    { signal: stopper.signal },
  );
  return () => stopper.abort();
}
