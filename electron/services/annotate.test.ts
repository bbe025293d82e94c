import { describe, expect, test } from 'vitest';
import { type Annotation, GIVEN_KINDS } from '../../shared/model/annotation.ts';
import { type AnnotationId, newId, type ReplyId } from '../../shared/model/ids.ts';
import { textInline } from '../../shared/model/turn.ts';
import { listAnnotations, putAnnotation } from './annotate.ts';
import { listAnnotationKinds, putAnnotationKinds, readKinds, shareKinds } from './annotation-kinds.ts';
import { openRecording } from './open-recording.ts';
import { restoreTranscript } from './restore-transcript.ts';
import { saveTranscript } from './save-transcript.ts';
import { addTestRecording, openTestApp, putTurns, temporaryFolder, turnOf } from './testing/open-test-app.ts';
import { verifyEditLog } from './verify-edit-log.ts';

const AT = '2026-01-02T03:04:05.000Z';

const annotationOf = (parts: Partial<Annotation> = {}): Annotation => ({
  id: newId<AnnotationId>(),
  kindId: GIVEN_KINDS.name,
  body: 'Тегін нақтылау керек',
  colour: null,
  author: 'Әсел',
  createdAt: AT,
  changedAt: AT,
  resolved: null,
  span: null,
  words: 'Серік',
  atMs: null,
  replies: [],
  removed: false,
  ...parts,
});

function annotated() {
  const app = openTestApp();
  const fixture = addTestRecording(app);
  const annotation = annotationOf();
  const on = (text: string) => textInline(text, [annotation.id]);
  const turn = turnOf('', 'a0', {
    startMs: 1000,
    endMs: 11_000,
    content: [textInline('Сөз сөйлеген '), on('Серік'), textInline(' мырза.')],
  });
  putTurns(app, fixture.transcriptId, 0, [turn]);
  putAnnotation(app, { transcriptId: fixture.transcriptId, annotation });
  const stored = () => listAnnotations(app, fixture.transcriptId)[0];
  return { app, ...fixture, annotation, turn, on, stored };
}

describe('an annotation', () => {
  test('is kept with its replies, its state and its moment, and comes with the recording', async () => {
    const { app, transcriptId, recordingId, annotation, stored } = annotated();
    const reply = { id: newId<ReplyId>(), author: 'Дана', body: 'Сұрадым', at: AT };
    const changed = {
      ...annotation,
      body: 'Тегі – Ахметов',
      colour: 3,
      replies: [reply],
      resolved: { by: 'Дана', at: AT },
    };
    putAnnotation(app, { transcriptId, annotation: { ...changed, author: 'Басқа', words: 'ескі' } });
    // Thirteen of twenty-five letters of ten seconds stand before the words.
    expect(stored()).toEqual({ ...changed, words: 'Серік', atMs: 6200 });
    expect((await openRecording(app, recordingId)).annotations).toEqual([stored()]);
  });

  test('follows what is written in its words, and remembers them when they are deleted', () => {
    const { app, transcriptId, turn, on, stored } = annotated();
    const save = (base: number, ...content: ReturnType<typeof on>[]) =>
      putTurns(app, transcriptId, base, [{ ...turn, content }]);
    save(1, textInline('Сөйлеген '), on('Серікжан'));
    expect(stored()?.words).toBe('Серікжан');
    save(2, textInline('Сөйлеген '), on('Сер'));
    expect(stored()?.words).toBe('Серікжан');
    save(3, textInline('Сөйлеген'));
    expect(stored()).toMatchObject({ words: 'Серікжан', removed: false });
    restoreTranscript(app, { transcriptId, sequence: 2 });
    saveTranscript(app, {
      transcriptId,
      base: 5,
      batchId: newId(),
      diff: { put: [turnOf('', 'a1', { startMs: 20_000, content: [on('Ерік')] })], remove: [turn.id] },
    });
    expect(stored()).toMatchObject({ words: 'Ерік', atMs: 20_000 });
    expect(verifyEditLog(app, transcriptId).sound).toBe(true);
  });

  test('is refused for another transcript or an unknown kind', () => {
    const { app, annotation, transcriptId } = annotated();
    const other = addTestRecording(app);
    expect(() => putAnnotation(app, { transcriptId: other.transcriptId, annotation })).toThrow('bad-request');
    const unknown = annotationOf({ kindId: newId() });
    expect(() => putAnnotation(app, { transcriptId, annotation: unknown })).toThrow('bad-request');
  });
});

test('a turn whose annotations are not a sorted set is refused', () => {
  const { app, transcriptId, turn } = annotated();
  const [a, b] = [newId<AnnotationId>(), newId<AnnotationId>()].sort();
  for (const annotations of [[b, a], [a, a], []] as AnnotationId[][])
    expect(() =>
      putTurns(app, transcriptId, 1, [{ ...turn, content: [{ type: 'text', text: 'с', annotations }] }]),
    ).toThrow('bad-request');
});

describe('the vocabulary', () => {
  test('is written to a file and read from it, without what was removed', async () => {
    const app = openTestApp();
    const [quote, ...rest] = listAnnotationKinds(app);
    if (!quote) throw new Error('No kinds');
    const own = { ...quote, id: newId<typeof quote.id>(), name: { kk: 'Эмбарго' }, withheld: true };
    putAnnotationKinds(app, [{ ...quote, removed: true }, own]);
    const path = `${temporaryFolder()}/kinds.json`;
    await shareKinds(app, path);
    expect(await readKinds(path)).toEqual([...rest, own]);
  });

  test('is not read from another file', async () => {
    const app = openTestApp();
    await expect(readKinds(app.libraryPath)).rejects.toMatchObject({ code: 'kinds-unreadable' });
  });
});
