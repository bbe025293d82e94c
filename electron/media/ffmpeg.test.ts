import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Ffmpeg, FfmpegFailure, findFfmpeg, inputFile, runFfmpeg } from './ffmpeg.ts';
import { factsOf, probeFile } from './probe-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minber-ffmpeg-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Two programs that say what ffmpeg and ffprobe say of themselves. */
function fakeTools(name: string, version: string, { probe = true, fails = false } = {}): string {
  const where = join(folder, name);
  mkdirSync(where);
  for (const tool of probe ? ['ffmpeg', 'ffprobe'] : ['ffmpeg']) {
    const path = join(where, tool);
    writeFileSync(path, `#!/bin/sh\necho "${tool} version ${version} Copyright"\nexit ${fails ? 1 : 0}\n`);
    chmodSync(path, 0o755);
  }
  return where;
}

async function systemFfmpeg(): Promise<Ffmpeg> {
  const found = await findFfmpeg({});
  if (!found) throw new Error('The tests need ffmpeg: sudo apt install ffmpeg');
  return found;
}

describe('the search for ffmpeg', () => {
  test('takes what lies beside the program before the PATH, and passes over what does not work', async () => {
    const beside = fakeTools('beside', '7.1');
    const lone = fakeTools('lone', '6.0', { probe: false });
    const broken = fakeTools('broken', '6.1', { fails: true });
    const good = fakeTools('good', '5.1.9-0+deb12u1');
    const environment = { PATH: ['relative', lone, broken, good].join(delimiter) };
    expect(await findFfmpeg({ beside, environment })).toMatchObject({ version: '7.1', origin: 'beside' });
    expect(await findFfmpeg({ beside: folder, environment })).toEqual({
      path: join(good, 'ffmpeg'),
      probePath: join(good, 'ffprobe'),
      version: '5.1.9-0+deb12u1',
      origin: 'path',
    });
  });

  test('takes what was chosen or nothing', async () => {
    const good = fakeTools('good', 'n7.1');
    const environment = { PATH: good };
    const chosen = join(fakeTools('mine', '4.4'), 'ffmpeg');
    expect(await findFfmpeg({ chosen, environment })).toMatchObject({ version: '4.4', origin: 'chosen' });
    const notIt = join(folder, 'notes.txt');
    writeFileSync(notIt, 'hello');
    expect(await findFfmpeg({ chosen: notIt, environment })).toBeNull();
  });

  test('finds what installers put elsewhere', async () => {
    const home = fakeTools('WinGet', '7.0');
    for (const tool of ['ffmpeg', 'ffprobe']) copyFileSync(join(home, tool), join(folder, `${tool}.exe`));
    const environment = { PATH: '' };
    expect(await findFfmpeg({ beside: folder, environment, platform: 'win32' })).toMatchObject({
      version: '7.0',
    });
  });
});

describe('a run', () => {
  const tone = (seconds: number) => ['-f', 'lavfi', '-i', `sine=duration=${seconds}`];

  test('tells how far it is, and what a file is', async () => {
    const ffmpeg = await systemFfmpeg();
    const path = join(folder, "а'б $(x) %d.m4a");
    const times: number[] = [];
    await runFfmpeg(ffmpeg, [...tone(2), path], { onTime: (ms) => times.push(ms) });
    expect(times.at(-1)).toBeGreaterThan(1900);
    const facts = await probeFile(ffmpeg, path);
    expect(facts.sounds).toMatchObject([{ codec: 'aac', channels: 1, sampleRate: 44_100 }]);
    expect(facts.pictures).toEqual([]);
    expect(facts.durationMs).toBeCloseTo(2000, -2);
  });

  test('hands over what it writes, no faster than it is taken', async () => {
    let bytes = 0;
    await runFfmpeg(await systemFfmpeg(), [...tone(3), '-ac', '1', '-f', 's16le', 'pipe:1'], {
      onOutput: async (piece) => {
        await new Promise((resolve) => setImmediate(resolve));
        bytes += piece.length;
      },
    });
    expect(bytes).toBe(3 * 44_100 * 2);
  });

  test('says why it failed', async () => {
    const path = join(folder, 'no.mp4');
    writeFileSync(path, 'not a film');
    const run = runFfmpeg(await systemFfmpeg(), [...inputFile(path), '-f', 'null', '-']);
    await expect(run).rejects.toThrow(/Invalid data/);
    await expect(run).rejects.toBeInstanceOf(FfmpegFailure);
  });

  test('is ended, with what it started, when it is stopped', async () => {
    const where = join(folder, 'slow');
    mkdirSync(where);
    const alive = join(folder, 'alive');
    writeFileSync(join(where, 'ffmpeg'), `#!/bin/sh\n(sleep 0.6; echo > "${alive}") &\necho x\nwait\n`);
    chmodSync(join(where, 'ffmpeg'), 0o755);
    const stopper = new AbortController();
    const run = runFfmpeg({ path: join(where, 'ffmpeg') }, [], {
      signal: stopper.signal,
      onOutput: () => stopper.abort(new Error('enough')),
    });
    await expect(run).rejects.toThrow('enough');
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect(() => realpathSync(alive)).toThrow(/ENOENT/);
  });

  test('reads no playlist and nothing from the network in a file’s name', async () => {
    const ffmpeg = await systemFfmpeg();
    const secret = join(folder, 'secret.wav');
    await runFfmpeg(ffmpeg, [...tone(1), secret]);
    const list = join(folder, 'forum.mp4');
    writeFileSync(list, `ffconcat version 1.0\nfile '${secret}'\n`);
    await expect(probeFile(ffmpeg, list)).rejects.toBeInstanceOf(FfmpegFailure);
    writeFileSync(list, `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${secret}\n#EXT-X-ENDLIST\n`);
    await expect(probeFile(ffmpeg, list)).rejects.toBeInstanceOf(FfmpegFailure);
    expect(dirname(secret)).toBe(folder);
  });
});

test('what ffprobe says is read with care', () => {
  const facts = factsOf({
    format: { format_name: 'mpegts', format_long_name: 'MPEG-TS', start_time: '1.4', duration: '60.02' },
    streams: [
      {
        index: 0,
        codec_type: 'video',
        codec_name: 'h264',
        width: 1920,
        height: 1080,
        r_frame_rate: '50/1',
        avg_frame_rate: '25/1',
        tags: { timecode: '10:32:05:12' },
      },
      { index: 1, codec_type: 'video', codec_name: 'mjpeg', disposition: { attached_pic: 1 } },
      { index: 2, codec_type: 'video', codec_name: 'vp9', r_frame_rate: '90/1', avg_frame_rate: '1870/79' },
      {
        index: 3,
        codec_type: 'audio',
        codec_name: 'ac3',
        channels: 6,
        tags: { language: 'kaz' },
        start_time: '-0.021',
      },
      { index: 4, codec_type: 'audio', codec_name: 'mp2', tags: { language: 'und' }, start_time: 'N/A' },
    ],
  });
  expect(facts).toMatchObject({
    durationMs: 60_020,
    startMs: 1400,
    timecode: '10:32:05:12',
    createdAt: null,
  });
  expect(facts.pictures.map(({ index, frameRate, isVariable }) => [index, frameRate, isVariable])).toEqual([
    [0, 25, false],
    [2, 1870 / 79, true],
  ]);
  expect(facts.sounds.map(({ codec, language, startMs }) => [codec, language, startMs])).toEqual([
    ['ac3', 'kaz', -21],
    ['mp2', null, 0],
  ]);
});
