import type { Waveform } from './waveform.ts';

export interface PointerActions {
  readonly seek: (ms: number) => void;
  readonly openTurnAt: (ms: number) => void;
  /** Called when the person looks elsewhere than where the playhead is. */
  readonly lookElsewhere: () => void;
}

/** A click goes there, two open the turn; the wheel scrolls, and zooms with Ctrl. Returns the way out. */
export function listenToPointer(waveform: Waveform, box: HTMLElement, actions: PointerActions): () => void {
  const stopper = new AbortController();
  const { signal } = stopper;
  waveform.wrapper.addEventListener(
    'click',
    (event) => {
      // Shift draws a span to annotate.
      if (!event.shiftKey) actions.seek(waveform.timeAt(event.clientX));
    },
    { signal },
  );
  waveform.wrapper.addEventListener(
    'dblclick',
    (event) => actions.openTurnAt(waveform.timeAt(event.clientX)),
    { signal },
  );
  box.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      if (event.ctrlKey) {
        waveform.zoomBy(Math.exp(-event.deltaY / 400), waveform.timeAt(event.clientX));
      } else {
        actions.lookElsewhere();
        waveform.scrollBy(event.deltaX || event.deltaY);
      }
    },
    { signal, passive: false },
  );
  return () => stopper.abort();
}
