import type { Playback } from '../ports.ts';

const SLOWEST = 0.5;
const FASTEST = 2;

export interface PlaybackParts {
  readonly media: HTMLMediaElement;
  readonly durationMs: number;
  /** How far to go back on a pause. */
  readonly stepBackMs: () => number;
  /** Where playing goes on from a place, when it is not to go on as it is. */
  readonly leapFrom: (ms: number) => number | null;
  readonly zoomBy: (factor: number) => void;
  readonly popOutVideo: () => void;
  /** Called when playing starts or stops, or the rate has changed. */
  readonly onState: (state: { playing: boolean; rate: number }) => void;
  /** Called when the engine refuses to play. */
  readonly onFailure: (error: unknown) => void;
}

interface Span {
  readonly startMs: number;
  readonly endMs: number;
  readonly loop: boolean;
}

/** Returns what plays `media`, and how to let go of it. The position is read from the element, never kept. */
export function createPlayback(parts: PlaybackParts): Playback & { dispose(): void } {
  const { media, durationMs } = parts;
  const listeners = new Set<(positionMs: number) => void>();
  const stopper = new AbortController();
  let span: Span | null = null;
  let frame = 0;
  let stepsBack = false;

  media.preservesPitch = true;

  const positionMs = () => Math.round(media.currentTime * 1000);
  const tell = () => {
    const at = positionMs();
    for (const listener of listeners) listener(at);
  };
  const move = (ms: number) => {
    media.currentTime = Math.max(0, Math.min(durationMs, ms)) / 1000;
    tell();
  };
  const start = () => {
    media.play().catch((error: unknown) => {
      // A pause that comes before playing has begun is no failure.
      if (!(error instanceof DOMException && error.name === 'AbortError')) parts.onFailure(error);
    });
  };
  const keepToSpan = () => {
    if (!span || media.paused || positionMs() < span.endMs) return;
    const { startMs, endMs, loop } = span;
    if (loop) {
      move(startMs);
      return;
    }
    span = null;
    media.pause();
    move(endMs);
  };
  const leap = () => {
    const to = span || media.paused || media.seeking ? null : parts.leapFrom(positionMs());
    if (to !== null) move(to);
  };
  const onFrame = () => {
    keepToSpan();
    leap();
    tell();
    if (!media.paused) frame = requestAnimationFrame(onFrame);
  };
  const tellState = () => parts.onState({ playing: !media.paused, rate: media.playbackRate });

  const on = (event: string, listener: () => void) =>
    media.addEventListener(event, listener, { signal: stopper.signal });
  on('play', () => {
    cancelAnimationFrame(frame);
    onFrame();
    tellState();
  });
  on('pause', () => {
    if (stepsBack) move(positionMs() - parts.stepBackMs());
    else tell();
    stepsBack = false;
    tellState();
  });
  on('ratechange', tellState);
  // Frames stand still while the window is hidden; this does not.
  on('timeupdate', keepToSpan);

  const playback: Playback = {
    positionMs,
    durationMs: () => durationMs,
    isPlaying: () => !media.paused,
    play() {
      span = null;
      start();
    },
    pause() {
      span = null;
      stepsBack = !media.paused;
      media.pause();
    },
    toggle() {
      if (media.paused) playback.play();
      else playback.pause();
    },
    seek(ms) {
      span = null;
      move(ms);
    },
    skip(deltaMs) {
      playback.seek(positionMs() + deltaMs);
    },
    playSpan(startMs, endMs, loop) {
      span = { startMs, endMs: Math.max(endMs, startMs + 1), loop };
      move(startMs);
      start();
    },
    rate: () => media.playbackRate,
    setRate(rate) {
      const kept = Math.max(SLOWEST, Math.min(FASTEST, rate));
      media.defaultPlaybackRate = kept;
      media.playbackRate = kept;
    },
    setVolume(volume) {
      media.volume = Math.max(0, Math.min(1, volume));
    },
    popOutVideo: parts.popOutVideo,
    zoomBy: parts.zoomBy,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    ...playback,
    dispose() {
      stopper.abort();
      cancelAnimationFrame(frame);
      listeners.clear();
      media.pause();
    },
  };
}
