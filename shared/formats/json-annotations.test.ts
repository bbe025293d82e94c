import { expect, test } from 'vitest';
import { adoptAnnotations } from '../model/adopt-annotations.ts';
import { type Annotation, type AnnotationKind, GIVEN_KINDS } from '../model/annotation.ts';
import { type AnnotationId, newId, type ReplyId } from '../model/ids.ts';
import { createTurn, textInline } from '../model/turn.ts';
import { encodeText } from './encoding.ts';
import type { TranscriptDocument } from './format.ts';
import { json, writeJson } from './json.ts';
import { SESSION } from './testing/session.ts';

const AT = '2026-01-02T03:04:05.000Z';
const CONTEXT = { fileName: 'forum.json', language: 'kk' };

const kind: AnnotationKind = {
  id: GIVEN_KINDS.quote,
  name: { kk: 'Дәйексөз' },
  colour: 0,
  withheld: false,
  removed: false,
};
const annotation: Annotation = {
  id: newId<AnnotationId>(),
  kindId: kind.id,
  body: 'Дәл ме?',
  colour: 4,
  author: 'Әсел',
  createdAt: AT,
  changedAt: AT,
  resolved: { by: 'Дана', at: AT },
  span: null,
  words: 'екі',
  atMs: 5,
  replies: [{ id: newId<ReplyId>(), author: 'Дана', body: 'Иә', at: AT }],
  removed: false,
};
const onTime: Annotation = {
  ...annotation,
  id: newId<AnnotationId>(),
  resolved: null,
  span: { startMs: 1, endMs: 2 },
  words: '',
};
const annotated: TranscriptDocument = {
  ...SESSION,
  turns: [createTurn({ content: [textInline('бір '), textInline('екі', [annotation.id])] })],
  annotations: [annotation, onTime],
  annotationKinds: [kind],
};

const written = (document: TranscriptDocument) => JSON.parse(new TextDecoder().decode(writeJson(document)));
const readBack = async (whole: unknown) => json.read?.(encodeText(JSON.stringify(whole)), CONTEXT);

test('a transcript comes back with its annotations, in a file of version 2', async () => {
  const whole = written(annotated);
  expect(whole.version).toBe(2);
  expect(await readBack(whole)).toEqual({ document: annotated, warnings: [] });
});

test('one without annotations is still of version 1', async () => {
  const whole = written(SESSION);
  expect(whole.version).toBe(1);
  expect(Object.keys(whole)).not.toContain('annotations');
});

test('an annotation that cannot be read is told, and stands on nothing', async () => {
  const whole = written(annotated);
  whole.annotations[0].createdAt = 'кеше';
  const result = await readBack(whole);
  expect(result?.warnings.map(({ code }) => code)).toEqual(['unreadable-part']);
  expect(result?.document?.annotations).toEqual([onTime]);
  expect(result?.document?.turns[0]?.content).toEqual([textInline('бір '), textInline('екі')]);
});

test('annotations from elsewhere come under new ids, of the kinds that are there', () => {
  const known = { ...kind, id: GIVEN_KINDS.topic };
  const secret = { ...kind, withheld: true };
  const first = adoptAnnotations(annotated.turns, annotated, [known]);
  const again = adoptAnnotations(annotated.turns, annotated, [known]);
  expect(first.newKinds).toEqual([]);
  expect(first.annotations.map(({ kindId }) => kindId)).toEqual([known.id, known.id]);
  expect(first.annotations[0]?.id).not.toBe(again.annotations[0]?.id);
  expect(first.turns[0]?.content[1]).toEqual(textInline('екі', [first.annotations[0]?.id ?? annotation.id]));
  // A kind of the same name that is kept secret here is another kind.
  expect(adoptAnnotations([], annotated, [secret]).newKinds).toHaveLength(1);
  expect(adoptAnnotations(annotated.turns, {}, []).turns[0]?.content[1]).toEqual(textInline('екі'));
});
