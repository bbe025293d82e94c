import { Transforms } from 'slate';
import { expect, test, vi } from 'vitest';
import type { AnnotationId, TurnId } from '../../shared/model/ids.ts';
import { type AppliedDiff, applyDiff, type TranscriptDiff } from '../../shared/model/transcript-diff.ts';
import { type PlacedTurn, textInline } from '../../shared/model/turn.ts';
import { placeItems } from '../../shared/order/place-items.ts';
import { editorOf, notesOf } from './notation.ts';
import { turnElements, turnOf } from './slate-turns.ts';
import { createLogUndo } from './undo-from-log.ts';

const turn = (id: string, order: string, text: string, startMs: number | null = null): PlacedTurn => ({
  id: id as TurnId,
  order,
  speakerId: null,
  startMs,
  endMs: null,
  status: 'draft',
  content: [{ type: 'text', text }],
});

/** The editor as it opens on what earlier sessions have left, and their log. */
function openAfter(batches: readonly TranscriptDiff[], merges: readonly number[] = []) {
  const told: string[] = [];
  const log: AppliedDiff[] = [];
  let turns: readonly PlacedTurn[] = [];
  for (const diff of batches) {
    const touched = new Set([...diff.remove, ...diff.put.map(({ id }) => id)]);
    log.push({ ...diff, was: turns.filter(({ id }) => touched.has(id)) });
    turns = applyDiff(turns, diff);
  }
  const { editor, history } = editorOf(
    turns.map(({ id, content, startMs }) => ({
      id,
      text: content.map((inline) => (inline.type === 'text' ? inline.text : '')).join(''),
      ...(startMs === null ? {} : { from: startMs }),
    })),
  );
  const orders = new Map(turns.map(({ id, order }) => [id, order]));
  const undoFromLog = createLogUndo({
    editor,
    history,
    sequence: batches.length,
    readEntry: async (sequence) => {
      const entry = log[sequence - 1];
      return entry ? { ...entry, base: sequence - 1, merged: merges.includes(sequence) } : null;
    },
    takeBackMerge: async ({ sequence }, again) => {
      told.push(`${again ? 'again' : 'back'} ${sequence}: ${texts().join()}`);
    },
    // What the edit queue does: every turn has a place once all is on disk.
    flush: async () => {
      const elements = turnElements(editor);
      const places = placeItems(elements.map(({ id }) => orders.get(id)));
      for (const [index, { id }] of elements.entries()) orders.set(id, places[index] ?? '');
    },
    orderOf: (id) => orders.get(id),
  });
  const undo = () => (history.isUndone() ? undoFromLog() : editor.undo());
  const texts = () => notesOf(editor).map(({ text }) => text.replace('|', ''));
  return { editor, history, undo, texts, told };
}

const first = { put: [turn('a', 'a0', 'бір')], remove: [] };
const second = { put: [turn('a', 'a0', 'бір екі', 500), turn('c', 'a2', 'соңғы')], remove: [] };
const third = { put: [turn('b', 'a1', 'орта')], remove: ['a' as TurnId] };

test('goes back through what other sessions saved, one batch a step, down to the first', async () => {
  const { undo, texts } = openAfter([first, second, third]);
  expect(texts()).toEqual(['орта', 'соңғы']);
  await undo();
  expect(texts()).toEqual(['бір екі', 'соңғы']);
  await undo();
  expect(texts()).toEqual(['бір']);
  await undo();
  expect(texts()).toEqual(['бір']);
});

test('what was taken back can be redone, and new steps come before it', async () => {
  const { editor, undo, texts } = openAfter([first, second, third]);
  await undo();
  await undo();
  editor.redo();
  editor.redo();
  expect(texts()).toEqual(['орта', 'соңғы']);
  await undo();
  await undo();
  expect(texts()).toEqual(['бір']);
  Transforms.insertText(editor, '!', { at: { path: [0, 0], offset: 3 } });
  expect(texts()).toEqual(['бір!']);
  await undo();
  expect(texts()).toEqual(['бір']);
});

test('steps of this session are undone first, and a turn from the log finds its place among new ones', async () => {
  const { editor, undo, texts } = openAfter([first, second, third]);
  Transforms.insertText(editor, '…', { at: { path: [1, 0], offset: 0 } });
  await undo();
  expect(texts()).toEqual(['орта', 'соңғы']);
  await undo();
  expect(turnElements(editor).map((element) => turnOf(element))).toMatchObject(
    [second.put[0], second.put[1]].map((placed) => ({ id: placed?.id, startMs: placed?.startMs })),
  );
});

test('two undos at once take back one batch, not the same one twice', async () => {
  const { undo, texts } = openAfter([first, second, third]);
  await Promise.all([undo(), undo()]);
  expect(texts()).toEqual(['бір екі', 'соңғы']);
});

test('what a merge did beside the text is taken back behind it, and done again, even when it was the first entry', async () => {
  const { editor, undo, texts, told } = openAfter([first, second], [1]);
  await undo();
  expect(told).toEqual([]);
  await undo();
  expect(texts()).toEqual(['']);
  editor.redo();
  await vi.waitFor(() => expect(told).toHaveLength(2));
  await undo();
  await vi.waitFor(() => expect(told).toEqual(['back 1: ', 'again 1: бір', 'back 1: ']));
});

test('annotations come back on words that an earlier session has deleted', async () => {
  const content = [textInline('бір '), textInline('екі', ['n' as AnnotationId])];
  const { undo, texts } = openAfter([
    { put: [{ ...turn('a', 'a0', ''), content }], remove: [] },
    { put: [turn('a', 'a0', 'бір ')], remove: [] },
  ]);
  await undo();
  expect(texts()).toEqual(['бір {nекіn}']);
});
