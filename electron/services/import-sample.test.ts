import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny';
import { expect, test } from 'vitest';
import { turnText } from '../../shared/model/turn.ts';
import { destroyRecording, removeRecording } from './change-recording.ts';
import { listSpeakers } from './change-speakers.ts';
import { importSample } from './import-sample.ts';
import { listLibrary } from './list-library.ts';
import { openRecording } from './open-recording.ts';
import { openTestApp } from './testing/open-test-app.ts';
import { verifyEditLog } from './verify-edit-log.ts';

interface Script {
  readonly turns: readonly { startMs: number; endMs: number; status: string; content: { text?: string }[] }[];
  readonly speakers: readonly { name: object; title: object; organisation: object; country: object }[];
}
const script = JSON.parse(readFileSync('resources/sample/forum.json', 'utf8')) as Script;

test('brings the whole session: turns, times, speakers, languages', async () => {
  const app = openTestApp();
  const { recording, transcript, turns, mediaFound } = await openRecording(app, await importSample(app));
  expect(recording).toMatchObject({ languages: ['kk', 'ru', 'en'], date: expect.any(String) });
  expect(mediaFound).toBe(true);
  expect(transcript).toMatchObject({ language: 'kk', sequence: 1 });
  expect(turns.map((turn) => [turn.startMs, turn.endMs, turn.status, turnText(turn)])).toEqual(
    script.turns.map((turn) => [
      turn.startMs,
      turn.endMs,
      turn.status,
      turn.content.map(({ text }) => text ?? '').join(''),
    ]),
  );
  expect(listSpeakers(app)).toMatchObject(script.speakers);
  expect(turns.every(({ speakerId }) => speakerId !== null)).toBe(true);
  expect(verifyEditLog(app, transcript.id).sound).toBe(true);
});

test('says of the media what the media says', async () => {
  const app = openTestApp();
  const { recording } = await openRecording(app, await importSample(app));
  const { media } = recording;
  expect(media.path).toBe(join(app.userDataPath, 'sample', 'forum.mp4'));
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(media.path) });
  const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  expect(media).toMatchObject({
    container: (await input.getFormat()).name,
    videoCodec: video?.codec,
    audioCodec: audio?.codec,
    width: video?.displayWidth,
    height: video?.displayHeight,
    frameRate: (await video?.computePacketStats())?.averagePacketRate,
  });
  expect(Math.abs(media.durationMs - (await input.computeDuration()) * 1000)).toBeLessThan(100);
});

test('finds the sample that is there rather than bring a second one', async () => {
  const app = openTestApp();
  const first = await importSample(app);
  expect(await importSample(app)).toBe(first);
  expect(app.probed.size).toBe(0);
  removeRecording(app, first);
  const second = await importSample(app);
  expect(second).not.toBe(first);
  expect(await listLibrary(app, { bin: false })).toHaveLength(1);
  expect(listSpeakers(app)).toHaveLength(script.speakers.length);
  await destroyRecording(app, first);
  expect((await openRecording(app, second)).turns).toHaveLength(script.turns.length);
  expect(existsSync(join(app.userDataPath, 'sample', 'forum.mp4'))).toBe(true);
});
