import { Editor, Transforms } from 'slate';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { editorOf, notesOf } from './notation.ts';
import { insertParagraphs } from './verbs/insert-paragraphs.ts';
import { setSpeaker } from './verbs/set-speaker.ts';
import { setStart } from './verbs/set-times.ts';
import type { TranscriptSlate } from './with-transcript.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const type = async (editor: TranscriptSlate, text: string) => {
  for (const letter of text) {
    editor.insertText(letter);
    await vi.advanceTimersByTimeAsync(100);
  }
};

test('a run of typing is one step, a pause starts another', async () => {
  const { editor } = editorOf([{ text: '|' }]);
  await type(editor, 'бір');
  await vi.advanceTimersByTimeAsync(1500);
  await type(editor, ' екі');
  editor.undo();
  expect(notesOf(editor)).toEqual([{ text: 'бір|' }]);
  editor.undo();
  expect(notesOf(editor)).toEqual([{ text: '|' }]);
  editor.redo();
  editor.redo();
  expect(notesOf(editor)[0]?.text.replace('|', '')).toBe('бір екі');
});

test('typing does not join what was pasted before it', async () => {
  const { editor } = editorOf([{ text: '|' }]);
  insertParagraphs(editor, ['қойылған']);
  await type(editor, ' сөз');
  editor.undo();
  expect(notesOf(editor)[0]?.text.replace('|', '')).toBe('қойылған');
});

test('two verbs in one task are two steps, over text and timings alike', () => {
  const { editor } = editorOf([{ text: 'а|', from: 5 }]);
  setStart(editor, 0, 9);
  setSpeaker(editor, 0, 'b' as SpeakerId);
  editor.undo();
  expect(notesOf(editor)).toEqual([{ text: 'а|', from: 9 }]);
  editor.undo();
  expect(notesOf(editor)).toEqual([{ text: 'а|', from: 5 }]);
});

test('every step of the session can be undone, past the hundred that slate-history keeps', async () => {
  const { editor, history } = editorOf([{ text: '|' }]);
  for (let step = 0; step < 320; step++) {
    setStart(editor, 0, step);
    await Promise.resolve();
  }
  for (let step = 319; step > 0; step--) {
    editor.undo();
    expect(notesOf(editor)[0]?.from).toBe(step - 1);
  }
  expect(history.isUndone()).toBe(false);
  editor.undo();
  expect(history.isUndone()).toBe(true);
  for (let step = 0; step < 320; step++) editor.redo();
  expect(notesOf(editor)[0]?.from).toBe(319);
});

test('what is taken back from before the session can be redone and undone, and is no step of its own', async () => {
  const { editor, history } = editorOf([{ text: 'бір екі|' }]);
  history.takeBack(() => {
    Transforms.delete(editor, {
      at: { anchor: { path: [0, 0], offset: 3 }, focus: { path: [0, 0], offset: 7 } },
    });
  });
  expect(Editor.string(editor, [])).toBe('бір');
  expect(history.isUndone()).toBe(true);
  editor.redo();
  expect(Editor.string(editor, [])).toBe('бір екі');
  editor.undo();
  expect(Editor.string(editor, [])).toBe('бір');
  await type(editor, ' үш');
  expect(Editor.string(editor, [])).toBe('бір үш');
  editor.undo();
  expect(Editor.string(editor, [])).toBe('бір');
  expect(history.isUndone()).toBe(true);
});
