import { describe, expect, test } from 'vitest';
import { newId, type SpeakerId } from '../../shared/model/ids.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { changeRecording } from './change-recording.ts';
import { mergeSpeaker, putSpeaker } from './change-speakers.ts';
import { searchLibrary } from './search-library.ts';
import { addTestRecording, openTestApp, putTurns, turnOf } from './testing/open-test-app.ts';

const speakerOf = (name: Speaker['name']): Speaker => ({
  id: newId<SpeakerId>(),
  name,
  title: {},
  organisation: {},
  country: {},
  colour: 0,
  mergedInto: null,
});

/** Two recordings: one about water in Shalqar, where a named guest speaks; one about roads. */
function library() {
  const app = openTestApp();
  const guest = speakerOf({ kk: 'Айгерім Бейсенова', en: 'Aigerim Beisenova' });
  putSpeaker(app, guest);
  const water = addTestRecording(app, { title: 'Су форумы', place: 'Шалқар' });
  const roads = addTestRecording(app, { title: 'Жол туралы алқа', place: 'Астана' });
  putTurns(app, water.transcriptId, 0, [
    turnOf('Өзен деректерін ортақ платформаға береміз. Йод мөлшері.', 'a0', { speakerId: guest.id }),
    turnOf('Всё обсудили, ещё раз спасибо', 'a1'),
  ]);
  putTurns(app, roads.transcriptId, 0, [turnOf('Билеушілеріміздің ортақ жолы', 'a0')]);
  return { app, guest, water: water.recordingId, roads: roads.recordingId, waterText: water.transcriptId };
}

describe('a search', () => {
  test.each<[string, ('water' | 'roads')[]]>([
    ['су', ['water']],
    ['ШАЛҚ', ['water']],
    ['бейсен', ['water']],
    ['aigerim', ['water']],
    ['билеуші', ['roads']],
    ['БИЛЕУШІ', ['roads']],
    ['ортақ', ['roads', 'water']],
    ['орта', ['roads', 'water']],
    ['ортақ платформа', ['water']],
    ['шалқар деректер', ['water']],
    ['айгерім йод', ['water']],
    ['астана деректер', []],
    ['все', ['water']],
    ['всё', ['water']],
    ['ЕЩЕ', ['water']],
    ['\u0438\u0306од', ['water']],
    ['иод', []],
    ['озен', []],
    ['теректер', []],
    ['ж', ['roads']],
    ['б', ['water']],
    ['"ортақ" (-жолы*', ['roads']],
    ['ортақ AND жолы', []],
    ['', []],
    ['  ?! ', []],
  ])('for “%s” finds %j', (query, expected) => {
    const { app, water, roads } = library();
    const names = new Map([
      [water, 'water'],
      [roads, 'roads'],
    ]);
    expect(searchLibrary(app, query).map((id) => names.get(id))).toEqual(expected);
  });

  test('follows what is changed', () => {
    const { app, water, waterText, guest } = library();
    changeRecording(app, water, { title: 'Мұз форумы' });
    expect(searchLibrary(app, 'мұз')).toEqual([water]);
    expect(searchLibrary(app, 'су')).toEqual([]);
    putSpeaker(app, { ...guest, name: { kk: 'Қарлығаш' } });
    expect(searchLibrary(app, 'қарлы')).toEqual([water]);
    expect(searchLibrary(app, 'бейсен')).toEqual([]);
    putTurns(app, waterText, 1, [turnOf('Қосымша сөйлем', 'a2')]);
    expect(searchLibrary(app, 'қосымша')).toEqual([water]);
  });

  test('finds a merged speaker by the name shown, not by the one before', () => {
    const { app, water, guest } = library();
    const other = speakerOf({ kk: 'Сәуле' });
    putSpeaker(app, other);
    mergeSpeaker(app, guest.id, other.id);
    expect(searchLibrary(app, 'сәуле')).toEqual([water]);
    expect(searchLibrary(app, 'бейсенова')).toEqual([]);
  });

  test('does not find words that were taken out', () => {
    const app = openTestApp();
    const { recordingId, transcriptId } = addTestRecording(app);
    const turn = turnOf('бірінші', 'a0');
    putTurns(app, transcriptId, 0, [turn]);
    putTurns(app, transcriptId, 1, [turnOf('екінші', 'a0', { id: turn.id })]);
    expect(searchLibrary(app, 'бірінші')).toEqual([]);
    expect(searchLibrary(app, 'екінші')).toEqual([recordingId]);
  });

  test('gives the newest first and no more than 200', () => {
    const app = openTestApp();
    const ids = Array.from({ length: 205 }, () => {
      const { recordingId, transcriptId } = addTestRecording(app, { title: 'жиын' });
      putTurns(app, transcriptId, 0, [turnOf('баяндама', 'a0')]);
      return recordingId;
    }).reverse();
    expect(searchLibrary(app, 'баянд')).toEqual(ids.slice(0, 200));
    expect(searchLibrary(app, 'жиын')).toEqual(ids.slice(0, 200));
  });
});
