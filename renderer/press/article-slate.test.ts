import fc from 'fast-check';
import { Transforms } from 'slate';
import { expect, test } from 'vitest';
import { type ArticleMark, createMark } from '../../shared/model/article.ts';
import { asLines, contentOf } from './article-lines.ts';
import {
  type ArticleSlate,
  asOneStep,
  createArticleSlate,
  offsetOf,
  pointAt,
  putMarks,
  withLastStep,
} from './article-slate.ts';

const TEXT = 'Ол сөйледі.\n– Су көп, – деді ол.\n\nСоңы.';
const content = (editor: ArticleSlate) => contentOf(asLines(editor.children));
const quote = createMark({ kind: 'dash', spans: [{ start: 14, end: 20 }] });
const verb = createMark({ kind: 'verb', spans: [{ start: 24, end: 28 }] });

test('marks survive what is typed around and within them, and undo brings them back', () => {
  const editor = createArticleSlate({ text: TEXT, marks: [quote, verb] });
  Transforms.insertText(editor, 'Иә. ', { at: pointAt(editor, 0) });
  Transforms.insertText(editor, 'өте ', { at: pointAt(editor, 21) });
  expect(content(editor).marks.map(({ spans }) => spans)).toEqual([
    [{ start: 18, end: 28 }],
    [{ start: 32, end: 36 }],
  ]);
  Transforms.delete(editor, { at: { anchor: pointAt(editor, 0), focus: pointAt(editor, 31) } });
  expect(content(editor).marks).toMatchObject([{ id: verb.id }]);
  while (editor.history.undos.length > 0) editor.undo();
  expect(content(editor)).toEqual({ text: TEXT, marks: [quote, verb] });
});

test('a correction is one undo', () => {
  const editor = createArticleSlate({ text: TEXT, marks: [quote, verb] });
  const shorter: ArticleMark = {
    ...quote,
    kind: 'marks',
    spans: [{ start: 14, end: 16 }],
    state: 'corrected',
  };
  const added = createMark({ kind: 'speaker', spans: [{ start: 29, end: 31 }] });
  asOneStep(editor, () => putMarks(editor, [quote, verb], [shorter, verb, added]));
  expect(content(editor).marks).toEqual([shorter, verb, added]);
  asOneStep(editor, () => putMarks(editor, [shorter, verb, added], [shorter, added]));
  expect(content(editor).marks).toEqual([shorter, added]);
  editor.undo();
  expect(content(editor).marks).toEqual([shorter, verb, added]);
  editor.undo();
  expect(content(editor)).toEqual({ text: TEXT, marks: [quote, verb] });
  editor.redo();
  expect(content(editor).marks).toEqual([shorter, verb, added]);
});

test('what reading again changes goes back with what was typed before it', () => {
  const editor = createArticleSlate({ text: TEXT, marks: [verb] });
  asOneStep(editor, () => Transforms.insertText(editor, '!', { at: pointAt(editor, TEXT.length) }));
  const before = content(editor).marks;
  withLastStep(editor, () => putMarks(editor, before, [quote, ...before]));
  expect(content(editor).marks).toHaveLength(2);
  editor.undo();
  expect(content(editor)).toEqual({ text: TEXT, marks: [verb] });
});

test('any marks can be put on, and taken back', () => {
  const mark = fc
    .tuple(fc.nat(TEXT.length - 2), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) =>
      createMark({ kind: 'dash', spans: [{ start, end: Math.min(TEXT.length, start + length) }] }),
    );
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 5 }), fc.array(mark, { maxLength: 5 }), (first, second) => {
      const editor = createArticleSlate({ text: TEXT, marks: first });
      const before = content(editor);
      const kept = before.marks.slice(1);
      asOneStep(editor, () => putMarks(editor, before.marks, [...kept, ...second]));
      const fresh = content(createArticleSlate({ text: TEXT, marks: [...kept, ...second] }));
      expect(new Map(content(editor).marks.map((one) => [one.id, one]))).toEqual(
        new Map(fresh.marks.map((one) => [one.id, one])),
      );
      if (editor.history.undos.length > 0) editor.undo();
      expect(new Set(content(editor).marks.map((one) => JSON.stringify(one)))).toEqual(
        new Set(before.marks.map((one) => JSON.stringify(one))),
      );
    }),
  );
});

test('places and letters of the text lead to each other', () => {
  const editor = createArticleSlate({ text: TEXT, marks: [quote, verb] });
  for (let at = 0; at <= TEXT.length; at++) expect(offsetOf(editor, pointAt(editor, at))).toBe(at);
});
