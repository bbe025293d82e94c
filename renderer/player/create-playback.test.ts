import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPlayback, type PlaybackState } from './create-playback.ts';
import { stepBackMs } from './step-back.ts';

/** A media element that plays when it is told how much time has passed. */
class FakeMedia extends EventTarget {
  currentTime = 0;
  paused = true;
  volume = 1;
  defaultPlaybackRate = 1;
  preservesPitch = false;
  playbackRate = 1;
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
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function setUp(stepMs = 0, leapFrom: (ms: number) => number | 'stop' | null = () => null) {
  const media = new FakeMedia();
  const states: PlaybackState[] = [];
  const volumes: number[] = [];
  const playback = createPlayback({
    media: media as unknown as HTMLMediaElement,
    durationMs: 60_000,
    frameRate: 25,
    stepBackMs: (pausedForMs) => stepBackMs(stepMs, true, pausedForMs),
    zoomBy: () => {},
    zoomHeightBy: () => {},
    leapFrom,
    setVolume: (volume) => volumes.push(volume),
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
  return { media, playback, states, volumes, pass };
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

  it('stops where nothing is left to play', () => {
    const { playback, pass } = setUp(0, (ms) => (ms >= 3000 ? 'stop' : null));
    playback.play();
    pass(3100);
    expect(playback.isPlaying()).toBe(false);
    expect(playback.positionMs()).toBe(3100);
  });

  it('steps back further after a long pause, unless the person has gone elsewhere', () => {
    const { playback, pass } = setUp(2000);
    playback.play();
    pass(30_000);
    playback.pause();
    expect(playback.positionMs()).toBe(28_000);
    vi.advanceTimersByTime(90_000);
    playback.play();
    expect(playback.positionMs()).toBe(26_000);
    playback.pause();
    vi.advanceTimersByTime(90_000);
    playback.seek(40_000);
    playback.play();
    expect(playback.positionMs()).toBe(40_000);
  });

  it('starts a looped span over, past a pause too, until the loop is ended', () => {
    const { playback, states, pass } = setUp(3000);
    playback.playSpan(5000, 7000, true);
    expect(states.at(-1)?.loop).toEqual({ startMs: 5000, endMs: 7000 });
    pass(2010);
    expect(playback.positionMs()).toBe(5000);
    pass(1000);
    playback.pause();
    expect(playback.positionMs()).toBe(5000);
    playback.play();
    pass(2010);
    expect(playback.positionMs()).toBe(5000);
    playback.setLoop(null);
    expect(states.at(-1)?.loop).toBeNull();
    pass(9000);
    expect(playback.positionMs()).toBe(14_000);
  });

  it('stays in a loop when the person goes to a place inside it', () => {
    const { playback, pass } = setUp();
    playback.playSpan(5000, 7000, true);
    playback.seek(6500);
    pass(600);
    expect(playback.positionMs()).toBe(5000);
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

  it('is playing and rate when they change, the rate kept between a quarter and four times', () => {
    const { playback, states, media } = setUp();
    playback.setRate(9);
    playback.play();
    playback.setRate(0.1);
    const still = { shuttle: 0, loop: null };
    expect(states).toEqual([
      { playing: false, rate: 4, ...still },
      { playing: true, rate: 4, ...still },
      { playing: true, rate: 0.25, ...still },
    ]);
    expect(media.preservesPitch).toBe(true);
    expect(media.defaultPlaybackRate).toBe(0.25);
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

describe('the shuttle', () => {
  it('goes forward by the engine, faster with each press, and back to the chosen speed', () => {
    const { playback, media, states } = setUp();
    playback.setRate(1.5);
    playback.shuttle(1);
    playback.shuttle(1);
    expect(media.playbackRate).toBe(2);
    expect(states.at(-1)).toMatchObject({ playing: true, rate: 1.5, shuttle: 2 });
    playback.pause();
    expect(media.playbackRate).toBe(1.5);
    expect(states.at(-1)).toMatchObject({ playing: false, shuttle: 0 });
  });

  it('goes backward by moving the playhead, and stands at the beginning', () => {
    const { playback, media, states } = setUp();
    playback.seek(10_000);
    playback.shuttle(-1);
    playback.shuttle(-1);
    vi.advanceTimersByTime(2000);
    expect(playback.positionMs()).toBeCloseTo(6000, -2);
    expect(media.paused).toBe(true);
    expect(playback.isPlaying()).toBe(true);
    vi.advanceTimersByTime(5000);
    expect(playback.positionMs()).toBe(0);
    expect(states.at(-1)).toMatchObject({ playing: false, shuttle: 0 });
  });

  it('turns round while it plays, and stops without stepping back', () => {
    const { playback, pass } = setUp(2000);
    playback.seek(20_000);
    playback.play();
    playback.shuttle(-1);
    vi.advanceTimersByTime(1000);
    expect(playback.positionMs()).toBeCloseTo(19_000, -2);
    playback.toggle();
    const stoppedAt = playback.positionMs();
    vi.advanceTimersByTime(1000);
    pass(1000);
    expect(playback.positionMs()).toBe(stoppedAt);
  });
});

it('steps by frames of the picture, and stands', () => {
  const { playback } = setUp();
  playback.seek(1000);
  playback.play();
  playback.stepFrames(1);
  expect(playback.isPlaying()).toBe(false);
  expect(playback.positionMs()).toBe(1040);
  playback.stepFrames(-2);
  expect(playback.positionMs()).toBe(960);
});

it('is silent at the least and three times as loud at the most', () => {
  const { playback, volumes } = setUp();
  for (const volume of [-1, 0.5, 2.5, 9]) playback.setVolume(volume);
  expect(volumes).toEqual([0, 0.5, 2.5, 3]);
});
