import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RecordingId } from '../../shared/model/ids.ts';
import { turnText } from '../../shared/model/turn.ts';
import { listSpeakers } from '../services/change-speakers.ts';
import { listLibrary } from '../services/list-library.ts';
import { openRecording } from '../services/open-recording.ts';
import { verifyEditLog } from '../services/verify-edit-log.ts';
import { desk } from './testing/desk.ts';

const media = (name: string) => resolve('e2e/fixtures', name);
const SRT = '1\n00:00:00,500 --> 00:00:01,000\nАйгүл: Қайырлы таң\n';

function ready() {
  const at = desk();
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(at.folder, name), content);
  const run = (...words: string[]) => at.run(['import', '--library', at.libraryPath, ...words]);
  /** What lies in the library afterwards. */
  const stored = () =>
    at.prepare(async (app) => {
      const recordings = await listLibrary(app, { bin: false });
      const opened = await Promise.all(recordings.map(({ id }) => openRecording(app, id)));
      return opened.map(({ recording, transcript, turns }) => ({
        id: recording.id,
        title: recording.title,
        languages: recording.languages,
        media: recording.media,
        texts: turns.map(turnText),
        sound: verifyEditLog(app, transcript.id).sound,
        speakers: listSpeakers(app).map(({ name }) => name),
      }));
    });
  return { ...at, write, run, stored };
}

describe('media', () => {
  test.each([
    ['mp4', 'MP4', 'aac', 'avc', 3000],
    ['m4a', 'MP4', 'aac', null, 3000],
    ['mp3', 'MP3', 'mp3', null, 3006],
    ['wav', 'WAVE', 'pcm-s16', null, 3000],
    ['ogg', 'Ogg', 'opus', null, 3000],
    ['webm', 'WebM', 'opus', 'vp9', 3008],
    ['flac', 'FLAC', 'flac', null, 3000],
  ])(
    '%s comes in with what its file says',
    async (extension, container, audioCodec, videoCodec, durationMs) => {
      const { run, stored } = ready();
      const file = media(`session.${extension}`);
      const { status, out, told } = await run('--language', 'kk', file);
      expect(status).toBe(0);
      const [recording] = await stored();
      expect(recording).toMatchObject({ title: 'session', languages: ['kk'], texts: [] });
      expect(recording?.media).toMatchObject({
        path: file,
        container,
        audioCodec,
        videoCodec,
        durationMs,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(out).toBe(`${recording?.id}  ${file}\n`);
      expect(told).toEqual([expect.stringMatching(/^A new library was made at /)]);
    },
  );

  test('that is in the library already is found there', async () => {
    const { run, stored } = ready();
    const first = await run(media('session.wav'));
    expect((await run(media('session.wav'))).out).toBe(first.out);
    expect(await stored()).toHaveLength(1);
  });

  test('that cannot be taken says why, and what can be is taken', async () => {
    const { run, write, stored, folder } = ready();
    write('cut.mp4', readFileSync(media('session.mp4')).subarray(0, 9000));
    write('cut-index.m4a', readFileSync(resolve('resources/sample/forum.m4a')).subarray(0, 900_000));
    write('empty.mp3', '');
    write('letter.mp4', 'Құрметті әріптестер\n'.repeat(500));
    write('letter.pdf', 'Құрметті әріптестер\n'.repeat(500));
    copyFileSync(media('picture-only.mp4'), join(folder, 'silent.mp4'));
    const files = [
      'cut.mp4',
      'cut-index.m4a',
      'empty.mp3',
      'letter.mp4',
      'letter.pdf',
      'silent.mp4',
      'none.mp4',
    ];
    const { status, told, out } = await run(...files, media('session.ogg'));
    expect(status).toBe(3);
    expect(told.slice(1)).toEqual([
      expect.stringContaining('cut.mp4: “cut.mp4” is damaged'),
      expect.stringContaining('“cut-index.m4a” is damaged'),
      expect.stringContaining('“empty.mp3” is damaged'),
      expect.stringContaining('“letter.mp4” is damaged'),
      expect.stringContaining('“letter.pdf” is in a format that Minber cannot play'),
      expect.stringContaining('“silent.mp4” has no sound'),
      expect.stringContaining('There is no file “none.mp4”'),
    ]);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(await stored()).toMatchObject([{ title: 'session' }]);
    expect((await run('none.mp4')).status).toBe(1);
  });
});

describe('a transcript', () => {
  test('comes onto the recording of the same name, with its speakers', async () => {
    const { run, write, stored, folder } = ready();
    copyFileSync(media('session.wav'), join(folder, 'a.wav'));
    copyFileSync(media('session.ogg'), join(folder, 'b.ogg'));
    write('A.srt', SRT);
    const { status } = await run('a.wav', 'A.srt', 'b.ogg', '--language', 'kk');
    expect(status).toBe(0);
    expect((await stored()).map(({ title, texts }) => [title, texts])).toEqual([
      ['a', ['Қайырлы таң']],
      ['b', []],
    ]);
    expect((await stored())[0]).toMatchObject({ sound: true, speakers: [{ kk: 'Айгүл' }] });
  });

  test('comes onto the only recording of the run, or onto the one that is named, behind its turns', async () => {
    const { run, write, stored } = ready();
    write('one.srt', SRT);
    write('two.txt', '[00:00:02] Айгүл: Тағы да');
    const first = await run(media('session.wav'), 'one.srt', '--language', 'kk');
    expect(first.status).toBe(0);
    const id = first.out.slice(0, 36) as RecordingId;
    expect((await run('--recording', id, 'two.txt', '--json')).out).toBe(
      `${JSON.stringify([{ file: 'two.txt', recordingId: id, turnCount: 1, warnings: [], failure: null }], null, 2)}\n`,
    );
    expect(await stored()).toMatchObject([
      { texts: ['Қайырлы таң', 'Тағы да'], sound: true, speakers: [{ kk: 'Айгүл' }] },
    ]);
  });

  test('that belongs nowhere, or holds nothing, says so and changes nothing', async () => {
    const { run, write, stored } = ready();
    write('one.srt', SRT);
    write('empty.srt', '');
    write('letter.json', '{}');
    expect((await run('one.srt')).told.at(-1)).toContain('say which one with --recording');
    const { status, told } = await run(media('session.wav'), 'empty.srt', 'letter.json');
    expect(status).toBe(3);
    expect(told).toEqual([
      'empty.srt: The file holds no text.',
      'empty.srt: “empty.srt” holds no turns',
      expect.stringMatching(/^letter\.json: The file does not look like this format\./),
      expect.stringContaining('letter.json: '),
    ]);
    expect(await stored()).toMatchObject([{ texts: [], speakers: [] }]);
  });

  test('is not taken onto a recording of a library that is not there', async () => {
    const { run, write } = ready();
    write('one.srt', SRT);
    expect(await run('--recording', 'x', 'one.srt')).toMatchObject({
      status: 1,
      told: [expect.stringMatching(/no library/)],
    });
  });
});
