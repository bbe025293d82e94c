import { describe, expect, it } from 'vitest';
import { parseRange } from './range-request.ts';

const part = (start: number, end: number) => ({ kind: 'part', start, end });
const whole = { kind: 'whole' };
const unsatisfiable = { kind: 'unsatisfiable' };

describe('a Range header against a file of 1000 bytes', () => {
  it.each([
    [null, whole],
    ['', whole],
    ['bytes=0-0', part(0, 0)],
    ['bytes=0-499', part(0, 499)],
    ['bytes=500-', part(500, 999)],
    ['bytes=0-', part(0, 999)],
    ['bytes=999-', part(999, 999)],
    ['bytes=900-5000', part(900, 999)],
    ['bytes=-1', part(999, 999)],
    ['bytes=-200', part(800, 999)],
    ['bytes=-5000', part(0, 999)],
    ['Bytes = 10-19', part(10, 19)],
    ['bytes=10-19, 30-39', part(10, 19)],
    ['bytes=1000-', unsatisfiable],
    ['bytes=1000-1001', unsatisfiable],
    ['bytes=-0', unsatisfiable],
    ['bytes=-', whole],
    ['bytes=', whole],
    ['bytes=9-3', whole],
    ['bytes=a-b', whole],
    ['bytes=1.5-3', whole],
    ['bytes=--3', whole],
    ['seconds=0-3', whole],
  ])('%s', (header, expected) => {
    expect(parseRange(header, 1000)).toEqual(expected);
  });
});

describe('a Range header against an empty file', () => {
  it.each([
    [null, whole],
    ['bytes=0-', unsatisfiable],
    ['bytes=-1', unsatisfiable],
  ])('%s', (header, expected) => {
    expect(parseRange(header, 0)).toEqual(expected);
  });
});
