import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodePeaks } from '../../shared/audio/peaks-file.ts';
import type { MediaId, RecordingId } from '../../shared/model/ids.ts';
import type { App } from './app.ts';
import { examineMedia } from './examine-media.ts';
import { importMedia, probeMedia } from './import-media.ts';
import { openRecording } from './open-recording.ts';
import { prepareMedia } from './prepare-media.ts';
import { openTestApp, temporaryFolder } from './testing/open-test-app.ts';

const ffmpeg = (...args: readonly string[]) =>
  execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** A second of silence, then a second of a tone, and so on. */
const BEEPS = 'aevalsrc=0.5*sin(2*PI*440*t)*gt(mod(t\\,2)\\,1):s=8000';
const PICTURE = ['-f', 'lavfi', '-i', 'testsrc=s=160x90:r=25'];

function make(path: string, seconds: number, ...args: readonly string[]): string {
  ffmpeg('-f', 'lavfi', '-i', BEEPS, ...args, '-t', String(seconds), path);
  return path;
}

async function take(app: App, path: string): Promise<{ id: MediaId; recordingId: RecordingId }> {
  const { id } = await probeMedia(app, path);
  const { facts } = await examineMedia(app, id, false);
  return { id, recordingId: importMedia(app, { mediaId: id, facts, language: 'kk' }) };
}

/** Where the tone begins, in milliseconds, by the envelope. */
async function toneStarts(app: App, fingerprint: string): Promise<number[]> {
  const kept = await app.analyses.read('peaks', fingerprint);
  const peaks = kept && decodePeaks(kept);
  if (!peaks) throw new Error('no envelope');
  const loud = [...peaks.max].map((peak) => peak > 3000);
  return loud.flatMap((is, index) => (is && !loud[index - 1] ? [index * 10] : []));
}

describe('media that the engine plays', () => {
  test('are read in the background: envelope, loudness, and nothing is left behind', async () => {
    const folder = temporaryFolder();
    const app = openTestApp(folder);
    const told: number[] = [];
    app.mediaWork.watch({
      jobs: (jobs) => void told.push(...jobs.flatMap(({ fraction }) => fraction ?? [])),
      sound: () => undefined,
    });
    const { id, recordingId } = await take(app, make(join(folder, 'a.m4a'), 6, '-c:a', 'aac'));
    await app.mediaWork.settled();
    const { media } = (await openRecording(app, recordingId)).recording;
    for (const [index, at] of (await toneStarts(app, media.fingerprint)).entries())
      expect(Math.abs(at - (1000 + 2000 * index))).toBeLessThanOrEqual(10);
    const { setup, working, playable } = await prepareMedia(app, id, true);
    expect({ working, playable }).toEqual({ working: false, playable: true });
    expect(setup).toMatchObject({ proxy: null, isPending: false });
    const said = /I:\s+(-[\d.]+) LUFS/.exec(
      execFileSync('sh', [
        '-c',
        `ffmpeg -i "${media.path}" -af ebur128 -f null - 2>&1 | tail -12`,
      ]).toString(),
    );
    expect(setup.loudnessLufs).toBeCloseTo(Number(said?.[1]), 0);
    expect(told.at(-1)).toBe(1);
    expect(readdirSync(join(app.userDataPath, 'peaks')).filter((name) => name.endsWith('.pass'))).toEqual([]);
  });

  test('are read in stretches, and a stretch that was done is not read again', async () => {
    const folder = temporaryFolder();
    const app = openTestApp(folder);
    const path = make(join(folder, 'long.flac'), 1250, '-c:a', 'flac');
    const { id, recordingId } = await take(app, path);
    const { media } = (await openRecording(app, recordingId)).recording;
    const done = join(app.userDataPath, 'peaks', `${media.fingerprint}.pass`);
    while (!existsSync(done) || readdirSync(done).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await app.close();
    const kept = readdirSync(done);
    expect(kept.length).toBeGreaterThan(0);

    const again = openTestApp(folder);
    const fractions: number[] = [];
    again.mediaWork.watch({
      jobs: (jobs) => void fractions.push(...jobs.flatMap(({ fraction }) => fraction || [])),
      sound: () => undefined,
    });
    again.mediaWork.resumeAll();
    await again.mediaWork.settled();
    expect(fractions[0]).toBeGreaterThan(0.3);
    const starts = await toneStarts(again, media.fingerprint);
    expect(starts).toHaveLength(625);
    expect(Math.max(...starts.map((at, index) => Math.abs(at - 1000 - 2000 * index)))).toBeLessThanOrEqual(
      10,
    );
    expect((await prepareMedia(again, id, false)).setup.isPending).toBe(false);
  });

  test('can rest, go on and be given up', async () => {
    const folder = temporaryFolder();
    const app = openTestApp(folder);
    const { id } = await take(app, make(join(folder, 'a.wav'), 3, '-c:a', 'pcm_s16le'));
    app.mediaWork.pause(id, true);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(app.mediaWork.jobs).toMatchObject([{ mediaId: id, state: 'paused' }]);
    app.mediaWork.pause(id, false);
    app.mediaWork.stop(id);
    await app.mediaWork.settled();
    expect(app.mediaWork.jobs).toEqual([]);
    expect((await prepareMedia(app, id, false)).setup.isPending).toBe(false);
  });
});

describe('media that the engine does not play', () => {
  test.each([
    ['mpg', ['-c:v', 'mpeg2video', '-c:a', 'mp2'], 'format', 'mpeg2video'],
    ['mts', ['-c:v', 'libx264', '-c:a', 'ac3', '-f', 'mpegts'], 'format', 'h264'],
  ] as const)('%s gets a file for playing with its times', async (extension, codecs, reason, codec) => {
    const folder = temporaryFolder();
    const app = openTestApp(folder);
    const path = make(join(folder, `a.${extension}`), 6, ...PICTURE, ...codecs);
    const { id, recordingId } = await take(app, path);
    expect(app.mediaPath(id)).toBeNull();
    await app.mediaWork.settled();
    const { media } = (await openRecording(app, recordingId)).recording;
    expect(media).toMatchObject({ videoCodec: codec, frameRate: 25, path });
    expect(Math.abs(media.durationMs - 6000)).toBeLessThan(100);
    const proxy = app.mediaPath(id) ?? '';
    expect(proxy).toMatch(/-proxies/);
    expect((await prepareMedia(app, id, true)).setup.proxy).toBe(reason);
    for (const [index, at] of (await toneStarts(app, media.fingerprint)).entries())
      expect(Math.abs(at - (1000 + 2000 * index))).toBeLessThanOrEqual(40);

    rmSync(proxy);
    expect(app.mediaPath(id)).toBeNull();
    expect((await prepareMedia(app, id, true)).working).toBe(true);
    await app.mediaWork.settled();
    expect(app.mediaPath(id)).toBe(proxy);
  });

  test('and cannot be read either are said to have failed, and can be tried again', async () => {
    const folder = temporaryFolder();
    const app = openTestApp(folder);
    const path = make(join(folder, 'a.amr'), 4, '-ar', '8000', '-c:a', 'pcm_mulaw', '-f', 'au');
    const { id } = await probeMedia(app, path);
    const { facts, setup } = await examineMedia(app, id, false);
    expect(setup.proxy).toBe('format');
    const hidden = join(folder, 'elsewhere');
    importMedia(app, { mediaId: id, facts, language: 'kk' });
    renameSync(path, hidden);
    await app.mediaWork.settled();
    expect(app.mediaWork.jobs).toMatchObject([{ state: 'failed', failure: { code: 'ffmpeg-failed' } }]);
    renameSync(hidden, path);
    expect((await prepareMedia(app, id, true)).working).toBe(true);
    await app.mediaWork.settled();
    expect(app.mediaPath(id)).not.toBeNull();
  });
});

describe('an examination', () => {
  const examine = async (app: App, path: string) =>
    examineMedia(app, (await probeMedia(app, path)).id, false);

  test('sends an MP3 of variable rate through a file for playing, one of constant rate not', async () => {
    const folder = temporaryFolder();
    const app = openTestApp(folder);
    const noisy = 'aevalsrc=random(0)*gt(mod(t\\,20)\\,10)*0.4:s=44100';
    const [variable, constant] = [join(folder, 'v.mp3'), join(folder, 'c.mp3')];
    ffmpeg('-f', 'lavfi', '-i', noisy, '-t', '60', '-q:a', '5', '-write_xing', '0', variable);
    ffmpeg('-f', 'lavfi', '-i', noisy, '-t', '60', '-b:a', '96k', constant);
    expect((await examine(app, variable)).setup.proxy).toBe('seeking');
    expect((await examine(app, constant)).setup.proxy).toBeNull();
  });

  test('tells the time code and the clock that a camera wrote', async () => {
    const folder = temporaryFolder();
    const path = make(
      join(folder, 'a.mov'),
      1,
      ...PICTURE,
      ...['-c:v', 'mpeg4', '-timecode', '14:32:05:10', '-metadata', 'creation_time=2026-10-16T09:32:05Z'],
    );
    const { setup } = await examine(openTestApp(folder), path);
    expect(setup).toMatchObject({
      proxy: 'format',
      timecode: '14:32:05:10',
      startedAt: '2026-10-16T14:32:05',
    });
  });

  test('refuses a picture without sound, and names ffmpeg where it is not there', async () => {
    const folder = temporaryFolder();
    const app = openTestApp(folder);
    const silent = join(folder, 'a.mpg');
    ffmpeg(...PICTURE, '-t', '1', '-c:v', 'mpeg2video', silent);
    await expect(examine(app, silent)).rejects.toMatchObject({ code: 'media-no-audio' });
    await app.changeSettings({ ffmpegPath: join(folder, 'nowhere') });
    await expect(examine(app, silent)).rejects.toMatchObject({
      code: 'ffmpeg-missing',
      params: { name: 'a.mpg' },
    });
  });

  test('refuses a file that still grows', async () => {
    const folder = temporaryFolder();
    const app = openTestApp(folder);
    const path = make(join(folder, 'a.wav'), 1);
    const growing = setInterval(() => writeFileSync(path, 'more', { flag: 'a' }), 50);
    await expect(examine(app, path)).rejects.toMatchObject({ code: 'media-growing' });
    clearInterval(growing);
  });
});
