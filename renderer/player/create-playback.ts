import type { TimeSpan } from '../../shared/model/annotation.ts';
import type { Playback } from '../ports.ts';
import { frameAt, frameStartMs } from './frames.ts';
import { nextShuttle } from './shuttle.ts';

const SLOWEST = 0.25;
const FASTEST = 4;
const LOUDEST = 3;
/** How often the playhead is moved while the shuttle goes backward, which no engine plays. */
const BACKWARD_STEP_MS = 50;

/** What the rest of the program is told of playing; each part changes rarely. */
export interface PlaybackState {
  readonly playing: boolean;
  /** The speed that the person has chosen. */
  readonly rate: number;
  /** How fast the shuttle goes, backward below 0; 0 when it is not used. */
  readonly shuttle: number;
  /** What is played over and over. */
  readonly loop: TimeSpan | null;
}

export interface PlaybackParts {
  readonly media: HTMLMediaElement;
  readonly durationMs: number;
  /** Frames of the picture in a second. */
  readonly frameRate: number;
  /** How far to lie back of where playing stopped, after a pause of so many milliseconds. */
  readonly stepBackMs: (pausedForMs: number) => number;
  /** Where playing goes on from a place, when it is not to go on as it is; `stop` where nothing is left to play. */
  readonly leapFrom: (ms: number) => number | 'stop' | null;
  /** 0 to 3; above 1 it is louder than the recording. */
  readonly setVolume: (volume: number) => void;
  readonly popOutVideo: () => void;
  readonly zoomBy: (factor: number) => void;
  readonly zoomHeightBy: (factor: number) => void;
  readonly onState: (state: PlaybackState) => void;
  /** Called when the engine refuses to play. */
  readonly onFailure: (error: unknown) => void;
}

interface Span extends TimeSpan {
  readonly loop: boolean;
}

/** Returns what plays `media`, and how to let go of it. The position is read from the element, never kept. */
export function createPlayback(parts: PlaybackParts): Playback & { dispose(): void } {
  const { media, durationMs, frameRate } = parts;
  const listeners = new Set<(positionMs: number) => void>();
  const stopper = new AbortController();
  let span: Span | null = null;
  let chosenRate = 1;
  let shuttle = 0;
  let frame = 0;
  let backward: ReturnType<typeof setInterval> | null = null;
  let stepsBack = false;
  let paused: { readonly ms: number; readonly at: number } | null = null;
  let told = '';

  media.preservesPitch = true;

  const positionMs = () => Math.round(media.currentTime * 1000);
  const isPlaying = () => !media.paused || backward !== null;
  const tell = () => {
    const at = positionMs();
    for (const listener of listeners) listener(at);
  };
  const tellState = () => {
    const loop = span?.loop ? { startMs: span.startMs, endMs: span.endMs } : null;
    const state = { playing: isPlaying(), rate: chosenRate, shuttle, loop };
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    parts.onState(state);
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
  /** Goes back further when the pause was long, unless the person has gone elsewhere meanwhile. */
  const resume = () => {
    if (paused && positionMs() === paused.ms) {
      const moreMs = parts.stepBackMs(performance.now() - paused.at) - parts.stepBackMs(0);
      if (moreMs > 0) move(Math.max(span?.startMs ?? 0, paused.ms - moreMs));
    }
    start();
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
    const to = span || shuttle !== 0 || media.paused || media.seeking ? null : parts.leapFrom(positionMs());
    if (to === 'stop') media.pause();
    else if (to !== null) move(to);
  };
  const onFrame = () => {
    keepToSpan();
    leap();
    tell();
    if (!media.paused) frame = requestAnimationFrame(onFrame);
  };
  const endShuttle = () => {
    if (backward !== null) clearInterval(backward);
    backward = null;
    if (shuttle === 0) return;
    shuttle = 0;
    media.playbackRate = chosenRate;
  };
  const goBackward = (speed: number) => {
    media.pause();
    let atMs = positionMs();
    let at = performance.now();
    backward = setInterval(() => {
      const now = performance.now();
      atMs = Math.max(0, atMs - (now - at) * speed);
      at = now;
      if (!media.seeking || atMs === 0) move(atMs);
      if (atMs > 0) return;
      endShuttle();
      tellState();
    }, BACKWARD_STEP_MS);
  };
  const leaveSpan = () => {
    span = null;
    endShuttle();
  };

  const on = (event: string, listener: () => void) =>
    media.addEventListener(event, listener, { signal: stopper.signal });
  on('play', () => {
    cancelAnimationFrame(frame);
    onFrame();
    tellState();
  });
  on('pause', () => {
    if (stepsBack) move(Math.max(span?.startMs ?? 0, positionMs() - parts.stepBackMs(0)));
    else tell();
    paused = stepsBack ? { ms: positionMs(), at: performance.now() } : null;
    stepsBack = false;
    tellState();
  });
  // Frames stand still while the window is hidden; this does not.
  on('timeupdate', keepToSpan);

  const playback: Playback = {
    positionMs,
    durationMs: () => durationMs,
    isPlaying,
    play() {
      endShuttle();
      if (!span?.loop) span = null;
      resume();
      tellState();
    },
    pause() {
      if (!span?.loop) span = null;
      stepsBack = !media.paused && shuttle === 0;
      endShuttle();
      media.pause();
      tellState();
    },
    toggle() {
      if (isPlaying()) playback.pause();
      else playback.play();
    },
    seek(ms) {
      if (!span?.loop || ms < span.startMs || ms >= span.endMs) leaveSpan();
      move(ms);
      tellState();
    },
    skip(deltaMs) {
      playback.seek(positionMs() + deltaMs);
    },
    playSpan(startMs, endMs, loop) {
      endShuttle();
      span = { startMs, endMs: Math.max(endMs, startMs + 1), loop };
      move(startMs);
      start();
      tellState();
    },
    setLoop(next) {
      span = next && { ...next, loop: true };
      tellState();
    },
    shuttle(direction) {
      playback.shuttleAt(nextShuttle(shuttle || (media.paused ? 0 : chosenRate), direction));
    },
    shuttleAt(speed) {
      leaveSpan();
      shuttle = speed;
      if (speed < 0) goBackward(-speed);
      else {
        media.playbackRate = speed;
        start();
      }
      tellState();
    },
    stepFrames(count) {
      leaveSpan();
      media.pause();
      move(frameStartMs(frameAt(positionMs(), frameRate) + count, frameRate));
      tellState();
    },
    rate: () => chosenRate,
    setRate(rate) {
      chosenRate = Math.max(SLOWEST, Math.min(FASTEST, rate));
      media.defaultPlaybackRate = chosenRate;
      if (shuttle === 0) media.playbackRate = chosenRate;
      tellState();
    },
    setVolume(volume) {
      parts.setVolume(Math.max(0, Math.min(LOUDEST, volume)));
    },
    popOutVideo: parts.popOutVideo,
    zoomBy: parts.zoomBy,
    zoomHeightBy: parts.zoomHeightBy,
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
      endShuttle();
      listeners.clear();
      media.pause();
    },
  };
}
