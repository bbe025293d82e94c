import { describe, expect, test } from 'vitest';
import type { SearchFilter, SearchHit } from '../../../shared/ipc/contract.ts';
import { type Annotation, GIVEN_KINDS } from '../../../shared/model/annotation.ts';
import { type AnnotationId, newId, type SpeakerId } from '../../../shared/model/ids.ts';
import type { Speaker } from '../../../shared/model/speaker.ts';
import { putAnnotation } from '../../database/annotation-store.ts';
import type { App } from '../app.ts';
import { changeRecording } from '../change-recording.ts';
import { mergeSpeaker, putSpeaker } from '../change-speakers.ts';
import { requireTranscript } from '../save-transcript.ts';
import { addTestRecording, openTestApp, putTurns, turnOf } from '../testing/open-test-app.ts';
import { foundRecordings, NO_FILTER } from '../testing/search.ts';
import { searchLibrary } from './search-library.ts';

const speakerOf = (name: Speaker['name']): Speaker => ({
  id: newId<SpeakerId>(),
  name,
  title: {},
  organisation: {},
  country: {},
  colour: 0,
  mergedInto: null,
});

const annotationOf = (id: AnnotationId, body: string): Annotation => ({
  id,
  kindId: GIVEN_KINDS.quote,
  body,
  colour: null,
  author: '',
  createdAt: '2026-01-01T00:00:00.000Z',
  changedAt: '2026-01-01T00:00:00.000Z',
  resolved: null,
  span: null,
  words: '',
  atMs: null,
  replies: [],
  removed: false,
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

const hitsOf = (app: App, query: string, filter: Partial<SearchFilter> = {}) =>
  searchLibrary(app, { query, filter: { ...NO_FILTER, ...filter }, before: null }).recordings.flatMap(
    ({ hits }) => hits,
  );
const marked = (hits: readonly SearchHit[]) =>
  hits.map(({ snippet }) => snippet.map(({ text, hit }) => (hit ? `<${text}>` : text)).join(''));

describe('what is found', () => {
  test('is shown with its words, its time and who said them, exact words first', () => {
    const app = openTestApp();
    const guest = speakerOf({ kk: 'Айгүл' });
    putSpeaker(app, guest);
    const { transcriptId } = addTestRecording(app);
    const [first, second] = [
      turnOf('Ежелгі билеушілердің мұрасы', 'a0', { startMs: 1000, endMs: 2000, speakerId: guest.id }),
      turnOf('Бұл қаланы билеуші салған', 'a1', { startMs: 2000, endMs: 3000 }),
    ];
    putTurns(app, transcriptId, 0, [first, second]);
    const hits = hitsOf(app, 'билеуші');
    expect(marked(hits)).toEqual(['Бұл қаланы <билеуші> салған', 'Ежелгі <билеушілердің> мұрасы']);
    expect(hits[1]).toMatchObject({ turnId: first.id, speakerId: guest.id, place: { start: 7, end: 20 } });
    expect(hits[1]?.atMs).toBeGreaterThan(1000);
    expect(marked(hitsOf(app, 'билеушілердің'))).toHaveLength(2);
    expect(marked(hitsOf(app, 'МҰРАНЫҢ'))).toEqual(['Ежелгі билеушілердің <мұрасы>']);
  });

  test('is narrowed by speaker, day, status and kind of annotation', () => {
    const app = openTestApp();
    const guest = speakerOf({ kk: 'Айгүл' });
    const other = speakerOf({ kk: 'Айгүл Серікқызы' });
    for (const speaker of [guest, other]) putSpeaker(app, speaker);
    const winter = addTestRecording(app, { date: '2026-01-10' });
    const spring = addTestRecording(app, { date: '2026-04-10' });
    const quote = newId<AnnotationId>();
    const quoted = turnOf('', 'a1', {
      content: [{ type: 'text', text: 'су көктемде', annotations: [quote] }],
    });
    putTurns(app, winter.transcriptId, 0, [
      turnOf('су қыста', 'a0', { speakerId: guest.id, status: 'checked' }),
    ]);
    putTurns(app, spring.transcriptId, 0, [quoted]);
    app.library.write((db) =>
      putAnnotation(
        db,
        requireTranscript(db, spring.transcriptId).number,
        annotationOf(quote, 'бөгет туралы'),
      ),
    );
    const found = (filter: Partial<SearchFilter>) => marked(hitsOf(app, 'су', filter));
    expect(found({})).toHaveLength(2);
    expect(found({ speakerId: guest.id })).toEqual(['<су> қыста']);
    expect(found({ speakerId: other.id })).toEqual([]);
    mergeSpeaker(app, guest.id, other.id);
    expect(found({ speakerId: other.id })).toEqual(['<су> қыста']);
    expect(found({ from: '2026-02-01' })).toEqual(['<су> көктемде']);
    expect(found({ from: '2026-01-10', to: '2026-01-10' })).toEqual(['<су> қыста']);
    expect(found({ status: 'checked' })).toEqual(['<су> қыста']);
    expect(found({ kindId: GIVEN_KINDS.quote })).toEqual(['<су> көктемде']);
    expect(found({ kindId: GIVEN_KINDS.topic })).toEqual([]);
  });

  test('may be an annotation; what is off the record is found but not shown', () => {
    const app = openTestApp();
    const { transcriptId } = addTestRecording(app);
    const secret = newId<AnnotationId>();
    const turn = turnOf('', 'a0', {
      startMs: 5000,
      content: [
        { type: 'text', text: 'Ашық айтамын: ' },
        { type: 'text', text: 'құпия келісім бар', annotations: [secret] },
        { type: 'text', text: ', рақмет' },
      ],
    });
    putTurns(app, transcriptId, 0, [turn]);
    app.library.write((db) =>
      putAnnotation(db, requireTranscript(db, transcriptId).number, {
        ...annotationOf(secret, 'Баспасөз хатшысымен келісу'),
        kindId: GIVEN_KINDS.offTheRecord,
      }),
    );
    expect(marked(hitsOf(app, 'рақмет'))[0]).toMatch(/^Ашық айтамын: \[[^\]]+\], <рақмет>$/u);
    expect(marked(hitsOf(app, 'құпия')).join()).not.toContain('құпия');
    const span = annotationOf(newId<AnnotationId>(), 'Эмбарго');
    app.library.write((db) =>
      putAnnotation(db, requireTranscript(db, transcriptId).number, {
        ...span,
        kindId: GIVEN_KINDS.offTheRecord,
        span: { startMs: 5500, endMs: 6000 },
      }),
    );
    expect(marked(hitsOf(app, 'рақмет')).join()).not.toContain('айтамын');
    const [remark] = hitsOf(app, 'баспасөз');
    expect(remark).toMatchObject({ turnId: turn.id, atMs: 5000, annotation: { id: secret } });
    expect(marked(hitsOf(app, 'хатшы'))).toEqual(['Баспасөз <хатшысымен> келісу']);
  });

  test('is at most a few places of one recording, so that others are seen too', () => {
    const app = openTestApp();
    for (const title of ['бір', 'екі']) {
      const { transcriptId } = addTestRecording(app, { title });
      putTurns(
        app,
        transcriptId,
        0,
        Array.from({ length: 30 }, (_, index) => turnOf('өзен суы', `a${String(index).padStart(2, '0')}`)),
      );
    }
    const { recordings, next } = searchLibrary(app, { query: 'өзен', filter: NO_FILTER, before: null });
    expect(recordings.map(({ title, hits }) => [title, hits.length])).toEqual([
      ['екі', 5],
      ['бір', 5],
    ]);
    expect(next).toBeNull();
  });
});

describe('a search', () => {
  test.each<[string, ('water' | 'roads')[]]>([
    ['су', ['water']],
    ['ШАЛҚ', ['water']],
    ['бейсен', ['water']],
    ['aigerim', ['water']],
    ['билеуші', ['roads']],
    ['БИЛЕУШІ', ['roads']],
    ['билеушілерден', ['roads']],
    ['деректің', ['water']],
    ['обсудила', ['water']],
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
    expect(foundRecordings(app, query).map((id) => names.get(id))).toEqual(expected);
  });

  test('follows what is changed', () => {
    const { app, water, waterText, guest } = library();
    changeRecording(app, water, { title: 'Мұз форумы' });
    expect(foundRecordings(app, 'мұз')).toEqual([water]);
    expect(foundRecordings(app, 'су')).toEqual([]);
    putSpeaker(app, { ...guest, name: { kk: 'Қарлығаш' } });
    expect(foundRecordings(app, 'қарлы')).toEqual([water]);
    expect(foundRecordings(app, 'бейсен')).toEqual([]);
    putTurns(app, waterText, 1, [turnOf('Қосымша сөйлем', 'a2')]);
    expect(foundRecordings(app, 'қосымша')).toEqual([water]);
  });

  test('finds a merged speaker by the name shown, not by the one before', () => {
    const { app, water, guest } = library();
    const other = speakerOf({ kk: 'Сәуле' });
    putSpeaker(app, other);
    mergeSpeaker(app, guest.id, other.id);
    expect(foundRecordings(app, 'сәуле')).toEqual([water]);
    expect(foundRecordings(app, 'бейсенова')).toEqual([]);
  });

  test('does not find words that were taken out', () => {
    const app = openTestApp();
    const { recordingId, transcriptId } = addTestRecording(app);
    const turn = turnOf('бірінші', 'a0');
    putTurns(app, transcriptId, 0, [turn]);
    putTurns(app, transcriptId, 1, [turnOf('екінші', 'a0', { id: turn.id })]);
    expect(foundRecordings(app, 'бірінші')).toEqual([]);
    expect(foundRecordings(app, 'екінші')).toEqual([recordingId]);
  });

  test('gives the newest first, page after page', () => {
    const app = openTestApp();
    const ids = Array.from({ length: 205 }, () => {
      const { recordingId, transcriptId } = addTestRecording(app, { title: 'жиын' });
      putTurns(app, transcriptId, 0, [turnOf('баяндама', 'a0')]);
      return recordingId;
    }).reverse();
    expect(foundRecordings(app, 'баянд')).toEqual(ids);
    expect(foundRecordings(app, 'жиын')).toEqual(ids);
  });
});
