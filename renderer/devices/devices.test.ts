import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Playback } from '../ports.ts';
import { type ControlEvent, changedControls } from './control.ts';
import { pressedOnPad } from './gamepad-state.ts';
import { pressedBits } from './hid-report.ts';
import { createPedalRunner } from './pedal-runner.ts';
import { watchGamepads } from './watch-gamepads.ts';
import { watchPedals } from './watch-pedals.ts';

const bytes = (...values: number[]) => new DataView(Uint8Array.from(values).buffer);

describe('controls', () => {
  it('of a foot pedal are the bits of its reports', () => {
    expect([...pressedBits(0, bytes(0b0000_0010, 0))]).toEqual(['0.0.1']);
    expect([...pressedBits(3, bytes(0, 0b1000_0001))]).toEqual(['3.1.0', '3.1.7']);
    expect(pressedBits(0, bytes(0, 0)).size).toBe(0);
  });

  it('of a gamepad are its buttons and where its axes are pushed', () => {
    const buttons = [{ pressed: false }, { pressed: true }];
    expect([...pressedOnPad({ buttons, axes: [0.1, -0.9, 0.6] })]).toEqual(['b1', 'a1-', 'a2+']);
  });

  it('are told when they change, releases first', () => {
    expect(changedControls(new Set(['b1', 'b2']), new Set(['b2', 'b3']))).toEqual([
      { control: 'b1', pressed: false },
      { control: 'b3', pressed: true },
    ]);
  });
});

describe('what a pedal does', () => {
  function setUp(playing = false) {
    const done: string[] = [];
    let isPlaying = playing;
    const playback = {
      isPlaying: () => isPlaying,
      play: () => {
        isPlaying = true;
        done.push('play');
      },
      pause: () => {
        isPlaying = false;
        done.push('pause');
      },
      shuttleAt: (speed: number) => void done.push(`shuttle ${speed}`),
    } as unknown as Playback;
    const runner = createPedalRunner({ playback: () => playback, runCommand: (id) => void done.push(id) });
    return { done, runner };
  }

  it('plays while it is held', () => {
    const { done, runner } = setUp();
    runner.press('holdPlay');
    runner.press('holdPlay');
    runner.release('holdPlay');
    expect(done).toEqual(['play', 'pause']);
  });

  it('rewinds while it is held, and plays on when it played before', () => {
    const { done, runner } = setUp(true);
    runner.press('holdRewind');
    runner.release('holdRewind');
    expect(done).toEqual(['shuttle -3', 'play']);
  });

  it('rewinds in the middle of held playing, which goes on behind it', () => {
    const { done, runner } = setUp();
    runner.press('holdPlay');
    runner.press('holdRewind');
    runner.release('holdRewind');
    runner.release('holdPlay');
    expect(done).toEqual(['play', 'shuttle -3', 'play', 'pause']);
  });

  it('stands still behind rewinding when it stood before', () => {
    const { done, runner } = setUp();
    runner.press('holdForward');
    runner.release('holdForward');
    expect(done).toEqual(['shuttle 3', 'pause']);
  });

  it('runs a command at the press alone', () => {
    const { done, runner } = setUp();
    runner.press('insertTimestamp');
    runner.release('insertTimestamp');
    expect(done).toEqual(['insertTimestamp']);
  });
});

/** A foot pedal with a cable to pull. */
class FakePedal extends EventTarget {
  opened = false;
  vendorId = 0x05f3;
  productId = 0x00ff;
  productName = 'Test pedal';
  async open() {
    this.opened = true;
  }
  async close() {
    this.opened = false;
  }
  async forget() {}
  step(value: number) {
    this.dispatchEvent(Object.assign(new Event('inputreport'), { reportId: 0, data: bytes(value, 0) }));
  }
}

describe('a foot pedal', () => {
  it('is heard when it is stepped on and left, and let go when it is pulled out', async () => {
    const pedal = new FakePedal();
    const hid = Object.assign(new EventTarget(), { getDevices: async () => [pedal] });
    vi.stubGlobal('navigator', { hid });
    const heard: string[] = [];
    const devices: string[][] = [];
    const watch = watchPedals({
      onControl: ({ device, control, pressed }: ControlEvent) =>
        heard.push(`${device.key} ${control} ${pressed ? 'down' : 'up'}`),
      onDevices: (all) => devices.push(all.map(({ name }) => name)),
    });
    await vi.waitFor(() => expect(devices.at(-1)).toEqual(['Test pedal']));
    expect(pedal.opened).toBe(true);
    pedal.step(0b010);
    pedal.step(0b011);
    pedal.step(0b001);
    hid.dispatchEvent(Object.assign(new Event('disconnect'), { device: pedal }));
    expect(heard).toEqual([
      'hid:05f3:00ff 0.0.1 down',
      'hid:05f3:00ff 0.0.0 down',
      'hid:05f3:00ff 0.0.1 up',
      'hid:05f3:00ff 0.0.0 up',
    ]);
    expect(devices.at(-1)).toEqual([]);
    watch.stop();
    vi.unstubAllGlobals();
  });
});

describe('a gamepad', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is heard from its first change on, however it rests, and let go when it is gone', () => {
    const button = (pressed: boolean) => ({ pressed });
    const pad = {
      index: 0,
      id: 'Racing pedals (Vendor: 044f Product: b67f)',
      axes: [-1],
      buttons: [button(false)],
    };
    let pads: (typeof pad | null)[] = [null];
    vi.stubGlobal('navigator', { getGamepads: () => pads });
    vi.stubGlobal('window', new EventTarget());
    const heard: string[] = [];
    const stop = watchGamepads({
      onControl: ({ device, control, pressed }) =>
        heard.push(`${device.name} ${control} ${pressed ? 'down' : 'up'}`),
      onDevices: () => {},
    });
    pads = [pad];
    window.dispatchEvent(new Event('gamepadconnected'));
    vi.advanceTimersByTime(100);
    expect(heard).toEqual([]);
    pads = [{ ...pad, axes: [1], buttons: [button(true)] }];
    vi.advanceTimersByTime(100);
    pads = [null];
    vi.advanceTimersByTime(100);
    expect(heard).toEqual([
      'Racing pedals a0- up',
      'Racing pedals b0 down',
      'Racing pedals a0+ down',
      'Racing pedals b0 up',
      'Racing pedals a0+ up',
    ]);
    expect(vi.getTimerCount()).toBe(0);
    stop();
  });
});
