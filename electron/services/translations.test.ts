import { describe, expect, test } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { type Annotation, GIVEN_KINDS } from '../../shared/model/annotation.ts';
import { type AnnotationId, newId, type TranscriptId } from '../../shared/model/ids.ts';
import { isBlank } from '../../shared/model/translation.ts';
import { type PlacedTurn, textContent, textInline, turnText } from '../../shared/model/turn.ts';
import { verifyQuote } from '../../shared/press/match/verify-quotes.ts';
import { putAnnotation } from './annotate.ts';
import { checkRecording } from './check-library.ts';
import { transcriptDocument } from './export-transcript.ts';
import { listLibrary } from './list-library.ts';
import { openRecording } from './open-recording.ts';
import { recordingTracks } from './recording-tracks.ts';
import { searchLibrary } from './search/search-library.ts';
import { addTestRecording, openTestApp, putTurns, turnOf } from './testing/open-test-app.ts';
import {
  createTranslation,
  removeTranslation,
  renameTranslation,
  restoreTranslation,
} from './translations.ts';

const AT = '2026-01-02T03:04:05.000Z';
const ALL = { speakerId: null, from: null, to: null, kindId: null, status: null };

/** A recording of three turns, and a translation in which the second is done. */
function desk() {
  const app = openTestApp();
  const fixture = addTestRecording(app);
  const turns = ['Су ортақ.', 'Жер ортақ.', 'Рақмет.'].map((text, index) =>
    turnOf(text, `a${index}`, { startMs: index * 10_000, endMs: (index + 1) * 10_000 }),
  );
  putTurns(app, fixture.transcriptId, 0, turns);
  const { id } = createTranslation(app, { recordingId: fixture.recordingId, language: 'ru', name: '' });
  const [, second] = turns as [PlacedTurn, PlacedTurn, PlacedTurn];
  const translated = turnOf('Земля общая.', 'a0', {
    startMs: 1,
    translates: { turnId: second.id, words: 'Жер ортақ.', done: true },
  });
  putTurns(app, id, 0, [translated]);
  return { app, ...fixture, turns: turns as [PlacedTurn, PlacedTurn, PlacedTurn], id, translated };
}

const offTheRecord = (parts: Partial<Annotation>): Annotation => ({
  id: newId<AnnotationId>(),
  kindId: GIVEN_KINDS.offTheRecord,
  body: '',
  colour: null,
  author: 'Әсел',
  createdAt: AT,
  changedAt: AT,
  resolved: null,
  span: null,
  words: '',
  atMs: null,
  replies: [],
  removed: false,
  ...parts,
});

describe('a translation', () => {
  test('opens beside the original: its turns, times and speakers, and blank turns that the library does not have', async () => {
    const { app, recordingId, id, turns, translated } = desk();
    const opened = await openRecording(app, recordingId, { transcriptId: id });
    expect(opened.transcript).toMatchObject({ id, kind: 'translation', language: 'ru', sequence: 1 });
    expect(opened.turns.map(turnText)).toEqual(['', 'Земля общая.', '']);
    expect(opened.turns.map(({ startMs }) => startMs)).toEqual([0, 10_000, 20_000]);
    expect(opened.turns.map(({ order }) => order)).toEqual(
      [...opened.turns.map(({ order }) => order)].sort(),
    );
    expect(opened.turns[1]?.id).toBe(translated.id);
    expect(opened.beside?.turns.map(({ id: each }) => each)).toEqual(turns.map(({ id: each }) => each));
    expect(opened.tracks.map(({ kind, progress }) => [kind, progress])).toEqual([
      ['original', null],
      ['translation', { empty: 2, draft: 0, done: 1, stale: 0, total: 3 }],
    ]);
    expect(checkRecording(app, recordingId)).toEqual([]);
  });

  test('is opened by a turn that stands in it, and stands beside the original where it is asked to', async () => {
    const { app, recordingId, id, translated } = desk();
    const { transcript } = await openRecording(app, recordingId, { turnId: translated.id });
    expect(transcript.id).toBe(id);
    const { beside } = await openRecording(app, recordingId, { besideId: id });
    expect(beside?.transcript.id).toBe(id);
    expect((await openRecording(app, recordingId)).beside).toBeNull();
  });

  test('is stale in the list of the library as soon as the original says something else', async () => {
    const { app, transcriptId, turns } = desk();
    const progress = async () => (await listLibrary(app, { bin: false }))[0]?.translations[0]?.progress;
    expect(await progress()).toMatchObject({ done: 1, stale: 0 });
    expect(await progress()).toMatchObject({ done: 1, stale: 0 });
    putTurns(app, transcriptId, 1, [{ ...turns[1], content: textContent('Жер ортақ емес.') }]);
    expect(await progress()).toMatchObject({ done: 0, stale: 1 });
  });

  test('is removed with its words out of the search, and brought back with them', async () => {
    const { app, recordingId, id } = desk();
    const found = () =>
      searchLibrary(app, { query: 'земля', filter: ALL, before: null }).recordings[0]?.hits.length ?? 0;
    expect(found()).toBe(1);
    removeTranslation(app, id);
    expect(found()).toBe(0);
    expect((await openRecording(app, recordingId, { transcriptId: id })).transcript.kind).toBe('original');
    restoreTranslation(app, id);
    restoreTranslation(app, id);
    expect(found()).toBe(1);
    expect((await openRecording(app, recordingId, { transcriptId: id })).turns.map(turnText)).toContain(
      'Земля общая.',
    );
  });

  test('is renamed; an original is not removed', async () => {
    const { app, recordingId, id, transcriptId } = desk();
    renameTranslation(app, id, { language: 'en', name: 'UN' });
    const { tracks } = await openRecording(app, recordingId);
    expect(tracks[1]).toMatchObject({ language: 'en', name: 'UN' });
    expect(() => removeTranslation(app, transcriptId)).toThrow(/not-found/);
  });
});

describe('an export', () => {
  const texts = (app: ReturnType<typeof desk>['app'], id: TranscriptId, tracks: string) => {
    const document = transcriptDocument(app.library, id, { options: { ...DEFAULT_EXPORT_OPTIONS, tracks } });
    return [
      document.language,
      document.turns.map(turnText),
      document.translations?.map((each) => [each.language, each.turns.map(turnText)]) ?? null,
    ];
  };
  const ORIGINAL = ['Су ортақ.', 'Жер ортақ.', 'Рақмет.'];

  test('is of the original, of a translation, or of both, without blank turns', () => {
    const { app, transcriptId, id } = desk();
    for (const asked of [transcriptId, id]) {
      expect(texts(app, asked, 'original')).toEqual(['kk', ORIGINAL, null]);
      expect(texts(app, asked, 'ru')).toEqual(['ru', ['Земля общая.'], null]);
      expect(texts(app, asked, 'both')).toEqual(['kk', ORIGINAL, [['ru', ['Земля общая.']]]]);
    }
    expect(texts(app, id, 'kk')).toEqual(['kk', ORIGINAL, null]);
    expect(() => texts(app, id, 'en')).toThrow(/no-translation/);
  });

  test('of two translations into one language takes the one that was asked for', () => {
    const { app, recordingId, transcriptId, id } = desk();
    const other = createTranslation(app, { recordingId, language: 'ru', name: 'UN' }).id;
    expect(texts(app, other, 'ru')).toEqual(['ru', [], null]);
    expect(texts(app, id, 'both')[2]).toEqual([['ru', ['Земля общая.']]]);
    expect(texts(app, transcriptId, 'both')[2]).toEqual([
      ['ru', ['Земля общая.']],
      ['ru', []],
    ]);
  });
});

describe('what translates words off the record', () => {
  const secretive = () => {
    const made = desk();
    const { app, transcriptId, turns } = made;
    const secret = offTheRecord({ words: 'Жер' });
    const content = [textInline('Жер', [secret.id]), textInline(' ортақ.')];
    putTurns(app, transcriptId, 1, [{ ...turns[1], content }]);
    putAnnotation(app, { transcriptId, annotation: secret });
    return made;
  };
  const exported = (app: ReturnType<typeof desk>['app'], id: TranscriptId, tracks: string) =>
    JSON.stringify(transcriptDocument(app.library, id, { options: { ...DEFAULT_EXPORT_OPTIONS, tracks } }));

  test('is withheld whole, with the words that it was made from, in each way of writing it', () => {
    const { app, transcriptId, id } = secretive();
    for (const tracks of ['ru', 'both']) {
      const text = exported(app, transcriptId, tracks);
      expect(text).not.toContain('Земля');
      expect(text).not.toContain('Жер');
      expect(text).toContain('[не для печати]');
    }
    const { library } = app;
    expect(JSON.stringify(transcriptDocument(library, id, { includeWithheld: true }))).toContain('Земля');
  });

  test('is not in search results, nor in the evidence of a quotation', () => {
    const { app, recordingId } = secretive();
    const { recordings } = searchLibrary(app, { query: 'общая', filter: ALL, before: null });
    expect(JSON.stringify(recordings)).not.toContain('Земля');
    const { tracks } = recordingTracks(app, recordingId);
    expect(tracks[1]?.open).not.toBe(tracks[1]?.whole);
  });

  test('is withheld in part where its own secret words are marked', () => {
    const { app, transcriptId, id, translated } = secretive();
    const own = offTheRecord({ words: 'Земля' });
    const content = [textInline('Земля', [own.id]), textInline(' общая.')];
    putTurns(app, id, 1, [{ ...translated, content }]);
    putAnnotation(app, { transcriptId: id, annotation: own });
    const text = exported(app, transcriptId, 'ru');
    expect(text).not.toContain('Земля');
    expect(text).toContain(' общая.');
  });
});

test('a quotation that stands in a translation is found there, and called translated', () => {
  const { app, recordingId } = desk();
  const { tracks, speakers } = recordingTracks(app, recordingId);
  const speaker = { name: null } as never;
  const quote = { text: 'Земля общая', kind: 'marks', speaker } as const;
  expect(tracks.map((track) => verifyQuote([track], quote, speakers).verdict)).toEqual([
    'not-found',
    'translated',
  ]);
  const { verdict, evidence } = verifyQuote(tracks, quote, speakers);
  expect(verdict).toBe('translated');
  expect(evidence).toMatchObject({ startMs: 10_000 });
});

test('blank turns of a translation are not stored by opening it', async () => {
  const { app, recordingId, id } = desk();
  const { turns } = await openRecording(app, recordingId, { transcriptId: id });
  expect(turns.filter(isBlank)).toHaveLength(2);
  expect(app.library.all('SELECT id FROM turn')).toHaveLength(4);
});
