import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newId, type SpeakerId } from '../../shared/model/ids.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { removeRecording } from './change-recording.ts';
import { listSpeakers } from './change-speakers.ts';
import {
  changeDirectory,
  exportDelegates,
  listApart,
  recordingCounts,
  setApart,
  speakerRecordings,
} from './delegates.ts';
import { addTestRecording, openTestApp, putTurns, temporaryFolder, turnOf } from './testing/open-test-app.ts';

const speakerOf = (name: string, parts: Partial<Speaker> = {}): Speaker => ({
  id: newId<SpeakerId>(),
  name: { kk: name },
  title: {},
  organisation: {},
  country: {},
  colour: 0,
  mergedInto: null,
  ...parts,
});

describe('a change of the directory', () => {
  test('adds, merges and removes at once; who is in use stays', () => {
    const app = openTestApp();
    const [one, other, named] = [speakerOf('а'), speakerOf('ә'), speakerOf('б')] as const;
    const merged = { ...other, mergedInto: one.id };
    expect(changeDirectory(app, { put: [merged, one, named], remove: [] })).toEqual({ kept: [] });
    const { transcriptId } = addTestRecording(app);
    putTurns(app, transcriptId, 0, [turnOf('сөз', 'a0', { speakerId: named.id })]);
    expect(changeDirectory(app, { put: [], remove: [one.id, other.id, named.id] })).toEqual({
      kept: [one.id, named.id],
    });
    expect(listSpeakers(app).map(({ id }) => id)).toEqual([one.id, named.id]);
  });

  test('is refused whole for a merge that comes back or leads to nobody', () => {
    const app = openTestApp();
    const [one, other] = [speakerOf('а'), speakerOf('ә')] as const;
    const circle = [
      { ...one, mergedInto: other.id },
      { ...other, mergedInto: one.id },
    ];
    expect(() => changeDirectory(app, { put: circle, remove: [] })).toThrow('bad-request');
    expect(() => changeDirectory(app, { put: [{ ...one, mergedInto: newId() }], remove: [] })).toThrow();
    expect(listSpeakers(app)).toEqual([]);
  });
});

test('the recordings in which somebody speaks are counted and listed, merges followed, the bin left out', () => {
  const app = openTestApp();
  const one = speakerOf('а');
  const other = speakerOf('ә', { mergedInto: one.id });
  changeDirectory(app, { put: [one, other], remove: [] });
  const first = addTestRecording(app, { title: 'Бірінші', date: '2020-01-01' }, '/media/a.wav');
  const second = addTestRecording(app, { title: 'Екінші', date: '2021-01-01' }, '/media/b.wav');
  const third = addTestRecording(app, { title: 'Үшінші', date: '2022-01-01' }, '/media/c.wav');
  putTurns(app, first.transcriptId, 0, [
    turnOf('сөз', 'a0', { speakerId: one.id }),
    turnOf('сөз', 'a1', { speakerId: one.id }),
  ]);
  for (const { transcriptId } of [second, third])
    putTurns(app, transcriptId, 0, [turnOf('сөз', 'a0', { speakerId: other.id })]);
  removeRecording(app, third.recordingId);
  expect(speakerRecordings(app, one.id)).toMatchObject([
    { title: 'Екінші', turns: 1 },
    { title: 'Бірінші', turns: 2 },
  ]);
  expect(new Map(recordingCounts(app).map(({ speakerId, count }) => [speakerId, count]))).toEqual(
    new Map([
      [one.id, 1],
      [other.id, 1],
    ]),
  );
});

test('two people of like names are remembered as two, until that is taken back', () => {
  const app = openTestApp();
  const [one, other] = [speakerOf('а'), speakerOf('ә')] as const;
  changeDirectory(app, { put: [one, other], remove: [] });
  setApart(app, { one: one.id, other: other.id, apart: true });
  setApart(app, { one: other.id, other: one.id, apart: true });
  expect(listApart(app).map((pair) => new Set(pair))).toEqual([new Set([one.id, other.id])]);
  setApart(app, { one: other.id, other: one.id, apart: false });
  expect(listApart(app)).toEqual([]);
});

test('the list is exported by name, without those whom others stand for', async () => {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const one = speakerOf('Жанна', { aliases: ['Zhanna'] });
  const put = [one, speakerOf('Болат'), speakerOf('Жанка', { mergedInto: one.id })];
  changeDirectory(app, { put, remove: [] });
  const path = join(folder, 'list.csv');
  expect(await exportDelegates(app, 'csv', 'kk', path)).toEqual({ path, name: 'list.csv' });
  const lines = readFileSync(path, 'utf8').split('\r\n');
  expect(lines.map((line) => line.split(',')[0])).toEqual(['\ufeffАты-жөні (kk)', 'Болат', 'Жанна', '']);
});
