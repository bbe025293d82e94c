import { describe, expect, test } from 'vitest';
import { newId, type SpeakerId, type TurnId } from '../../shared/model/ids.ts';
import { resolveSpeaker, type Speaker } from '../../shared/model/speaker.ts';
import { listSpeakers, mergeSpeaker, putSpeaker, removeSpeaker } from './change-speakers.ts';
import { keepPortrait, readPortrait } from './portraits.ts';
import { restoreTranscript } from './restore-transcript.ts';
import { addTestRecording, openTestApp, putTurns, turnOf } from './testing/open-test-app.ts';

const speakerOf = (name: string, parts: Partial<Speaker> = {}): Speaker => ({
  id: newId<SpeakerId>(),
  name: { kk: name },
  title: { ru: 'министр' },
  organisation: {},
  country: { en: 'Kazakhstan' },
  colour: 3,
  mergedInto: null,
  ...parts,
});

function withSpeakers(...names: string[]) {
  const app = openTestApp();
  const speakers = names.map((name) => speakerOf(name));
  for (const speaker of speakers) putSpeaker(app, speaker);
  const ids = speakers.map(({ id }) => id);
  return { app, speakers, ids: ids as [SpeakerId, SpeakerId, SpeakerId] };
}

test('a speaker is kept with every language of every field, in the order of entry', () => {
  const { app, speakers } = withSpeakers('Болат', 'Айгүл');
  expect(listSpeakers(app)).toEqual(speakers);
});

test('a new name replaces the old one', () => {
  const { app, speakers } = withSpeakers('Болат');
  const [before] = speakers;
  if (!before) throw new Error('no speaker');
  putSpeaker(app, { ...before, name: { kk: 'Болат Сейітов' } });
  expect(listSpeakers(app)).toEqual([{ ...before, name: { kk: 'Болат Сейітов' } }]);
});

describe('a merge', () => {
  test('makes one stand for the other, and can be undone', () => {
    const { app, ids } = withSpeakers('Б. Сейітов', 'Болат Сейітов');
    mergeSpeaker(app, ids[0], ids[1]);
    const byId = () => new Map(listSpeakers(app).map((speaker) => [speaker.id, speaker]));
    expect(resolveSpeaker(byId(), ids[0])?.id).toBe(ids[1]);
    mergeSpeaker(app, ids[0], null);
    expect(resolveSpeaker(byId(), ids[0])?.id).toBe(ids[0]);
  });

  test('that would come back to the speaker is refused, by either way', () => {
    const { app, ids, speakers } = withSpeakers('а', 'ә', 'б');
    mergeSpeaker(app, ids[0], ids[1]);
    mergeSpeaker(app, ids[1], ids[2]);
    expect(() => mergeSpeaker(app, ids[2], ids[0])).toThrow('bad-request');
    expect(() => mergeSpeaker(app, ids[2], ids[2])).toThrow('bad-request');
    const last = speakers[2];
    if (!last) throw new Error('no speaker');
    expect(() => putSpeaker(app, { ...last, mergedInto: ids[0] })).toThrow('bad-request');
  });

  test('with somebody unknown is refused', () => {
    const { app, ids } = withSpeakers('а');
    expect(() => mergeSpeaker(app, ids[0], newId<SpeakerId>())).toThrow('bad-request');
    expect(() => mergeSpeaker(app, newId<SpeakerId>(), ids[0])).toThrow('not-found');
  });
});

describe('a removal', () => {
  test('takes out who is not in use', () => {
    const { app, ids } = withSpeakers('а', 'ә');
    expect(removeSpeaker(app, ids[0])).toBe(true);
    expect(listSpeakers(app).map(({ id }) => id)).toEqual([ids[1]]);
  });

  test('leaves who is named by a turn or stands for another', () => {
    const { app, ids } = withSpeakers('а', 'ә', 'б');
    const { transcriptId } = addTestRecording(app);
    putTurns(app, transcriptId, 0, [turnOf('сөз', 'a0', { speakerId: ids[0] })]);
    mergeSpeaker(app, ids[1], ids[2]);
    expect(removeSpeaker(app, ids[0])).toBe(false);
    expect(removeSpeaker(app, ids[2])).toBe(false);
    expect(listSpeakers(app)).toHaveLength(3);
  });

  test('is taken back by an undo or a restore that names the speaker again', () => {
    const { app, ids } = withSpeakers('а', 'ә');
    const { transcriptId } = addTestRecording(app);
    const id = newId<TurnId>();
    putTurns(app, transcriptId, 0, [turnOf('сөз', 'a0', { id, speakerId: ids[0] })]);
    putTurns(app, transcriptId, 1, [turnOf('сөз', 'a0', { id, speakerId: ids[1] })]);
    expect(removeSpeaker(app, ids[0])).toBe(true);
    putTurns(app, transcriptId, 2, [turnOf('сөз', 'a0', { id, speakerId: ids[0] })]);
    expect(listSpeakers(app).map((speaker) => speaker.id)).toEqual(ids);
    expect(removeSpeaker(app, ids[1])).toBe(true);
    restoreTranscript(app, { transcriptId, sequence: 2 });
    expect(listSpeakers(app).map((speaker) => speaker.id)).toEqual(ids);
  });
});

describe('what a delegate list knows', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');

  test('is kept in its settled form, with the portrait', () => {
    const app = openTestApp();
    const portrait = keepPortrait(app, PNG);
    const delegate = speakerOf('Чо Бён Чжэ', {
      originalName: { text: '조병제', language: 'ko' },
      aliases: ['Cho Byong-jae'],
      posts: [{ title: { ru: 'посол' }, organisation: {}, from: '2020-01-01', until: null }],
      countryCode: 'KR',
      portrait,
    });
    putSpeaker(app, { ...delegate, aliases: ['Cho Byong-jae ', '', 'Cho Byong-jae'] });
    expect(listSpeakers(app)).toEqual([delegate]);
    expect(readPortrait(app, portrait)).toMatchObject({ type: 'image/png' });
    putSpeaker(app, speakerOf('Чо', { id: delegate.id }));
    expect(listSpeakers(app)).toEqual([speakerOf('Чо', { id: delegate.id })]);
  });

  test('takes for a portrait what is a picture and not too large', () => {
    const app = openTestApp();
    expect(() => keepPortrait(app, Buffer.from('<svg/>'))).toThrow('bad-request');
    expect(() => keepPortrait(app, Buffer.concat([PNG, Buffer.alloc(33_000)]))).toThrow('bad-request');
  });
});
