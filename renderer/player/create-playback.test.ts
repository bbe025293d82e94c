import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPlayback } from './create-playback.ts';

/** A media element that plays when it is told how much time has passed. */
class FakeMedia extends EventTarget {
  currentTime = 0;
  paused = true;
  volume = 1;
  defaultPlaybackRate = 1;
  preservesPitch = false;
  #rate = 1;
  get playbackRate() {
    return this.#rate;
  }
  set playbackRate(rate: number) {
    this.#rate = rate;
    this.dispatchEvent(new Event('ratechange'));
  }
  play() {
    this.paused = false;
    this.dispatchEvent(new Event('play'));
    return Promise.resolve();
  }
  pause() {
    if (this.paused) return;
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }
}

let frames: (() => void)[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
});
afterEach(() => vi.unstubAllGlobals());

function setUp(stepBackMs = 0, leapFrom: (ms: number) => number | null = () => null) {
  const media = new FakeMedia();
  const states: unknown[] = [];
  const playback = createPlayback({
    media: media as unknown as HTMLMediaElement,
    durationMs: 60_000,
    stepBackMs: () => stepBackMs,
    zoomBy: () => {},
    leapFrom,
    popOutVideo: () => {},
    onState: (state) => states.push(state),
    onFailure: (error) => {
      throw error;
    },
  });
  const pass = (ms: number) => {
    if (!media.paused) media.currentTime += ms / 1000;
    for (const frame of frames.splice(0)) frame();
  };
  return { media, playback, states, pass };
}

describe('playing', () => {
  it('keeps within the recording', () => {
    const { playback } = setUp();
    playback.seek(90_000);
    expect(playback.positionMs()).toBe(60_000);
    playback.skip(-120_000);
    expect(playback.positionMs()).toBe(0);
  });

  it('leaps where it is told to, but not within a span that is played', () => {
    const leapFrom = (ms: number) => (ms >= 2000 && ms < 8000 ? 8000 : null);
    const { playback, pass } = setUp(0, leapFrom);
    playback.play();
    pass(1500);
    expect(playback.positionMs()).toBe(1500);
    pass(1000);
    expect(playback.positionMs()).toBe(8000);
    playback.playSpan(2000, 4000, false);
    pass(1000);
    expect(playback.positionMs()).toBe(3000);
    playback.seek(5000);
    playback.pause();
    pass(0);
    expect(playback.positionMs()).toBe(5000);
  });

  it('steps back by the setting when paused by the person', () => {
    const { playback, pass } = setUp(2000);
    playback.play();
    pass(10_000);
    playback.toggle();
    expect(playback.isPlaying()).toBe(false);
    expect(playback.positionMs()).toBe(8000);
  });

  it('does not step back a second time when it stands already', () => {
    const { playback, pass } = setUp(2000);
    playback.play();
    pass(10_000);
    playback.pause();
    playback.pause();
    expect(playback.positionMs()).toBe(8000);
  });

  it('stops exactly at the end of a span, without stepping back', () => {
    const { playback, pass } = setUp(2000);
    playback.playSpan(5000, 7000, false);
    pass(1990);
    expect(playback.isPlaying()).toBe(true);
    pass(30);
    expect(playback.isPlaying()).toBe(false);
    expect(playback.positionMs()).toBe(7000);
  });

  it('goes on past a span that was stopped at, when played again', () => {
    const { playback, pass } = setUp();
    playback.playSpan(5000, 7000, false);
    pass(2500);
    playback.play();
    pass(4000);
    expect(playback.positionMs()).toBe(11_000);
  });

  it('starts a looped span over until it is paused', () => {
    const { playback, pass } = setUp();
    playback.playSpan(5000, 7000, true);
    pass(2010);
    expect(playback.positionMs()).toBe(5000);
    pass(2010);
    expect(playback.positionMs()).toBe(5000);
    expect(playback.isPlaying()).toBe(true);
    playback.pause();
    playback.play();
    pass(9000);
    expect(playback.positionMs()).toBe(14_000);
  });

  it('leaves a span when the person goes elsewhere', () => {
    const { playback, pass } = setUp();
    playback.playSpan(5000, 7000, true);
    playback.seek(20_000);
    pass(1000);
    expect(playback.positionMs()).toBe(21_000);
  });

  it('keeps to a span while the window is hidden and no frame comes', () => {
    const { playback, media } = setUp();
    playback.playSpan(5000, 7000, false);
    media.currentTime = 7.2;
    media.dispatchEvent(new Event('timeupdate'));
    expect(playback.isPlaying()).toBe(false);
    expect(playback.positionMs()).toBe(7000);
  });
});

describe('what playing tells', () => {
  it('is the position on each frame, on a seek and on a pause', () => {
    const { playback, pass } = setUp();
    const heard: number[] = [];
    const stop = playback.subscribe((ms) => heard.push(ms));
    playback.seek(1000);
    playback.play();
    pass(16);
    pass(16);
    playback.pause();
    expect(heard).toEqual([1000, 1000, 1016, 1032, 1032]);
    stop();
    playback.seek(0);
    expect(heard).toHaveLength(5);
  });

  it('is playing and rate when they change, the rate kept between half and double', () => {
    const { playback, states, media } = setUp();
    playback.setRate(3);
    playback.play();
    playback.setRate(0.1);
    expect(states).toEqual([
      { playing: false, rate: 2 },
      { playing: true, rate: 2 },
      { playing: true, rate: 0.5 },
    ]);
    expect(media.preservesPitch).toBe(true);
    expect(media.defaultPlaybackRate).toBe(0.5);
  });

  it('is nothing once it is let go', () => {
    const { playback, media } = setUp();
    const heard: number[] = [];
    playback.subscribe((ms) => heard.push(ms));
    playback.play();
    heard.length = 0;
    playback.dispose();
    expect(media.paused).toBe(true);
    media.dispatchEvent(new Event('play'));
    expect(heard).toEqual([]);
  });
});
