import { createHash } from 'node:crypto';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type MediaId, newId } from '../../shared/model/ids.ts';
import { removeRecording } from './change-recording.ts';
import { importMedia, probeMedia, relinkMedia } from './import-media.ts';
import { listLibrary } from './list-library.ts';
import { openRecording } from './open-recording.ts';
import { FACTS, openTestApp, temporaryFolder } from './testing/open-test-app.ts';

function appWithFile(name = 'Су форумы.wav', text = 'дыбыс') {
  const folder = temporaryFolder();
  const path = join(folder, name);
  writeFileSync(path, text);
  return { folder, path, app: openTestApp(folder) };
}

describe('a probe', () => {
  test('leaves the library as it was and gives an id to play the file by', async () => {
    const { app, path } = appWithFile();
    const { id, bytes, known } = await probeMedia(app, path);
    expect({ bytes, known }).toEqual({ bytes: 10, known: null });
    expect(app.mediaPath(id)).toBe(path);
    expect(await listLibrary(app, { bin: false })).toEqual([]);
  });

  test('names the recording that has the very file, unless it is in the bin', async () => {
    const { app, path } = appWithFile();
    const probed = await probeMedia(app, path);
    const recordingId = importMedia(app, { mediaId: probed.id, facts: FACTS, language: 'kk' });
    expect((await probeMedia(app, path)).known).toBe(recordingId);
    removeRecording(app, recordingId);
    expect((await probeMedia(app, path)).known).toBeNull();
  });

  test.each([
    ['a file that is not there', 'file-missing', () => undefined],
    ['a folder', 'not-a-file', (path: string) => mkdirSync(path)],
    ['a file without a byte', 'media-damaged', (path: string) => writeFileSync(path, '')],
  ])('refuses %s with %s', async (_, code, make) => {
    const folder = temporaryFolder();
    const path = join(folder, 'жазба.mp3');
    make(path);
    const app = openTestApp(folder);
    await expect(probeMedia(app, path)).rejects.toMatchObject({ code, params: { name: 'жазба.mp3' } });
    expect(app.probed.size).toBe(0);
  });

  test('refuses what is not a regular file', async () => {
    await expect(probeMedia(openTestApp(), '/dev/zero')).rejects.toMatchObject({ code: 'not-a-file' });
  });
});

describe('an import', () => {
  test('makes a recording with an empty transcript, and keeps the id that the file plays by', async () => {
    const { app, path } = appWithFile('2025-10-16_Су_форумы.wav');
    const { id } = await probeMedia(app, path);
    const facts = { ...FACTS, width: 640.4, height: 359.6 };
    const recordingId = importMedia(app, { mediaId: id, facts, language: 'ru' });
    const { recording, transcript, turns, mediaFound } = await openRecording(app, recordingId);
    expect(recording).toMatchObject({
      title: 'Су форумы',
      date: '2025-10-16',
      languages: ['ru'],
      deletedAt: null,
    });
    expect(recording.media).toMatchObject({ id, path, durationMs: 60_000, width: 640, height: 360 });
    expect(transcript).toMatchObject({ language: 'ru', kind: 'original', sequence: 0 });
    expect({ turns, mediaFound }).toEqual({ turns: [], mediaFound: true });
    expect(app.mediaPath(id)).toBe(path);
  });

  test('takes the day on which the file was written for its date', async () => {
    const { app, path } = appWithFile();
    utimesSync(path, new Date(2024, 4, 16, 9), new Date(2024, 4, 16, 9));
    const { id } = await probeMedia(app, path);
    const { recording } = await openRecording(
      app,
      importMedia(app, { mediaId: id, facts: FACTS, language: 'kk' }),
    );
    expect(recording.date).toBe('2024-05-16');
  });

  test('wants a probe first, and each probe makes one recording', async () => {
    const { app, path } = appWithFile();
    const input = { facts: FACTS, language: 'kk' };
    expect(() => importMedia(app, { ...input, mediaId: newId<MediaId>() })).toThrow('not-found');
    const { id } = await probeMedia(app, path);
    importMedia(app, { ...input, mediaId: id });
    expect(() => importMedia(app, { ...input, mediaId: id })).toThrow('not-found');
  });

  test('hashes the file in the background', async () => {
    const { app, path } = appWithFile();
    const { id } = await probeMedia(app, path);
    const recordingId = importMedia(app, { mediaId: id, facts: FACTS, language: 'kk' });
    await app.hashing.settled();
    const { recording } = await openRecording(app, recordingId);
    expect(recording.media.sha256).toBe(createHash('sha256').update('дыбыс').digest('hex'));
  });

  test('hashes at the next start what was left', async () => {
    const { app, path, folder } = appWithFile();
    const { id } = await probeMedia(app, path);
    await app.hashing.stop();
    const recordingId = importMedia(app, { mediaId: id, facts: FACTS, language: 'kk' });
    await app.close();
    const reopened = openTestApp(folder);
    reopened.startBackground();
    await reopened.hashing.settled();
    expect((await openRecording(reopened, recordingId)).recording.media.sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a relink', () => {
  async function moved(text: string) {
    const { app, path, folder } = appWithFile();
    const { id } = await probeMedia(app, path);
    const recordingId = importMedia(app, { mediaId: id, facts: FACTS, language: 'kk' });
    await app.hashing.settled();
    const newPath = join(folder, 'жаңа орын.wav');
    writeFileSync(newPath, text);
    return { app, recordingId, oldId: id, newPath, probed: await probeMedia(app, newPath) };
  }

  test('to the same file keeps what is known of it', async () => {
    const { app, recordingId, newPath, probed, oldId } = await moved('дыбыс');
    const { media } = relinkMedia(app, { recordingId, mediaId: probed.id, facts: null });
    expect(media).toMatchObject({ id: oldId, path: newPath, sha256: expect.any(String) });
    expect(app.mediaPath(oldId)).toBe(newPath);
  });

  test('to another file is refused until its facts are given', async () => {
    const { app, recordingId, newPath, probed, oldId } = await moved('басқа дыбыс');
    const input = { recordingId, mediaId: probed.id };
    expect(() => relinkMedia(app, { ...input, facts: null })).toThrow('media-differs');
    relinkMedia(app, { ...input, facts: { ...FACTS, durationMs: 5 } });
    const { recording } = await openRecording(app, recordingId);
    expect(recording.media).toMatchObject({ id: probed.id, path: newPath, durationMs: 5 });
    expect(app.mediaPath(oldId)).toBeNull();
  });
});
