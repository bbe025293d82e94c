import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Ffmpeg, FfmpegFailure, findFfmpeg, runFfmpeg } from './ffmpeg.ts';
import { makeSmallSound, smallSoundBytes } from './small-sound.ts';

let folder: string;
let tools: Ffmpeg;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minber-small-'));
  const found = await findFfmpeg({});
  if (!found) throw new Error('The tests need ffmpeg: sudo apt install ffmpeg');
  tools = found;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const RATE = 48_000;
const CLICKS_MS = [500, 4321, 12_345, 19_000];
const LENGTH_MS = 20_000;

/** A wave of short bursts at known times in front of silence. */
function writeClicks(path: string): void {
  const samples = new Int16Array((RATE * LENGTH_MS) / 1000);
  for (const ms of CLICKS_MS)
    for (let at = 0; at < RATE / 20; at++)
      samples[(ms * RATE) / 1000 + at] = 20_000 * Math.sin((2 * Math.PI * 700 * at) / RATE);
  const head = Buffer.alloc(44);
  head.write('RIFF');
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.byteLength, 40);
  writeFileSync(path, Buffer.concat([head, Buffer.from(samples.buffer)]));
}

/** Returns when the bursts of a file begin, `fromMs` its beginning, as an ffmpeg that seeks there hears them. */
async function clicksOf(path: string, fromMs = 0): Promise<number[]> {
  const pieces: Buffer[] = [];
  const seek = fromMs > 0 ? ['-ss', String(fromMs / 1000)] : [];
  const raw = ['-af', `aresample=${RATE}:async=1:first_pts=0`, '-ac', '1', '-f', 's16le', 'pipe:1'];
  await runFfmpeg(tools, [...seek, '-i', path, ...raw], { onOutput: (bytes) => void pieces.push(bytes) });
  const bytes = Buffer.concat(pieces);
  const found: number[] = [];
  for (let at = 0, quietAt = -RATE; at < bytes.length / 2; at++) {
    if (Math.abs(bytes.readInt16LE(at * 2)) < 3000) continue;
    if (at - quietAt > RATE / 2) found.push((at * 1000) / RATE + fromMs);
    quietAt = at;
  }
  return found;
}

test('has the times of the original, from its beginning and wherever playing begins', async () => {
  writeClicks(join(folder, 'a.wav'));
  const small = join(folder, 'small.webm');
  const times: number[] = [];
  await makeSmallSound(tools, join(folder, 'a.wav'), small, { onTime: (ms) => times.push(ms) });
  const heard = await clicksOf(small);
  expect(heard).toHaveLength(CLICKS_MS.length);
  for (const [index, ms] of CLICKS_MS.entries()) expect(Math.abs((heard[index] ?? 0) - ms)).toBeLessThan(10);
  for (const ms of await clicksOf(small, 10_000))
    expect(Math.min(...CLICKS_MS.map((click) => Math.abs(click - ms)))).toBeLessThan(10);
  expect(times.at(-1)).toBeGreaterThan(LENGTH_MS * 0.9);
  expect(statSync(small).size).toBeLessThan(smallSoundBytes(LENGTH_MS));
});

test('keeps the silence before sound that begins after the picture', async () => {
  writeClicks(join(folder, 'a.wav'));
  const film = join(folder, 'late.mp4');
  const picture = ['-f', 'lavfi', '-i', 'color=s=64x64:r=10:d=21'];
  const late = ['-itsoffset', '0.73', '-i', join(folder, 'a.wav')];
  await runFfmpeg(tools, [...picture, ...late, '-c:v', 'mpeg4', '-c:a', 'aac', film]);
  const small = join(folder, 'small.webm');
  await makeSmallSound(tools, film, small, {});
  const heard = await clicksOf(small);
  for (const [index, ms] of CLICKS_MS.entries())
    expect(Math.abs((heard[index] ?? 0) - ms - 730)).toBeLessThan(10);
});

test('fails for what has no sound', async () => {
  const film = join(folder, 'mute.mp4');
  await runFfmpeg(tools, ['-f', 'lavfi', '-i', 'color=s=64x64:r=10:d=1', '-c:v', 'mpeg4', film]);
  await expect(makeSmallSound(tools, film, join(folder, 'x.webm'), {})).rejects.toThrow(FfmpegFailure);
});
