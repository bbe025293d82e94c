import { expect, it } from 'vitest';
import { formatClock, formatTenths } from './clock.ts';
import { exactFrameRate, frameStartMs } from './frames.ts';

it.each([
  [0, '00:00:00.0'],
  [723_499, '00:12:03.4'],
  [723_999.9, '00:12:03.9'],
  [10_690_000, '02:58:10.0'],
  [-5, '00:00:00.0'],
])('%d ms reads %s', (ms, text) => {
  expect(formatTenths(ms)).toBe(text);
});

it.each([
  ['frames', 25, 723_440, '18086'],
  ['frames', null, 1000, '25'],
  ['timecode', 25, 723_440, '00:12:03:11'],
  ['timecode', 25, 723_439, '00:12:03:10'],
  ['timecode', 12.5, 1000, '00:00:00:12'],
  ['timecode', 23.976, 3_600_000, '00:59:56:09'],
  ['time', 25, 723_440, '00:12:03.4'],
] as const)('%s at %s a second: %d ms reads %s', (display, rate, ms, text) => {
  expect(formatClock(ms, display, rate)).toBe(text);
});

// SMPTE ST 12-1, drop-frame compensation: labels 00 and 01 are left out at the start of each minute but every tenth.
it.each([
  [0, '00:00:00;00'],
  [1799, '00:00:59;29'],
  [1800, '00:01:00;02'],
  [3597, '00:01:59;29'],
  [3598, '00:02:00;02'],
  [17_981, '00:09:59;29'],
  [17_982, '00:10:00;00'],
  [107_892, '01:00:00;00'],
])('frame %d at 29.97 a second is labelled %s', (frame, label) => {
  expect(formatClock(frameStartMs(frame, exactFrameRate(29.97)), 'timecode', 29.97)).toBe(label);
});
