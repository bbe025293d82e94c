import fc from 'fast-check';
import { Editor, Transforms } from 'slate';
import { describe, expect, test } from 'vitest';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { textContent } from '../../shared/model/turn.ts';
import { editorOf, type Note, notesOf } from './notation.ts';
import { turnElements, turnOf } from './slate-turns.ts';
import { insertTag } from './verbs/insert-mark.ts';
import { insertTurns } from './verbs/insert-turns.ts';
import { mergeTurns } from './verbs/merge-turns.ts';
import { setSpeaker } from './verbs/set-speaker.ts';
import { checkTurn, flagTurn } from './verbs/set-status.ts';
import { setStart, setTimes } from './verbs/set-times.ts';
import { splitTurn } from './verbs/split-turn.ts';
import type { TranscriptSlate } from './with-transcript.ts';

const CHECK = { checkedBy: 'Айнұр', checkedAt: '2026-01-15T09:00:00.000Z' };
const checked = (note: Note): Note => ({ ...note, status: 'checked', ...CHECK });
const undoOf = (editor: TranscriptSlate) => {
  while (editor.history.undos.length > 0) editor.undo();
};
const reviewed = (editor: TranscriptSlate) =>
  notesOf(editor).map(({ status = 'draft', checkedBy, editedBy }) => ({ status, checkedBy, editedBy }));

describe('a check falls, and its undo gives it back, when', () => {
  const twoTurns = [
    checked({ text: 'Бірінші сөз|', from: 0, to: 900 }),
    checked({ text: 'Екінші', from: 900 }),
  ];
  const fallen = { status: 'draft', checkedBy: 'Айнұр', editedBy: 'Ерлан' };
  const kept = { status: 'checked', checkedBy: 'Айнұр', editedBy: undefined };
  test.each<[string, (editor: TranscriptSlate) => void, readonly object[]]>([
    ['a letter is typed', (editor) => editor.insertText('е'), [fallen, kept]],
    ['a letter is deleted', (editor) => Editor.deleteBackward(editor), [fallen, kept]],
    ['a tag is set', (editor) => insertTag(editor, 'applause'), [fallen, kept]],
    ['the speaker is another', (editor) => setSpeaker(editor, 1, 'b' as SpeakerId), [kept, fallen]],
    ['a time is another', (editor) => setTimes(editor, 0, { startMs: 10, endMs: 900 }), [fallen, kept]],
    ['the boundary that two turns share is moved', (editor) => setStart(editor, 1, 800), [fallen, fallen]],
    ['the turns are joined', (editor) => mergeTurns(editor, 1), [fallen]],
  ])('%s', (_, change, expected) => {
    const { editor } = editorOf(twoTurns, () => null, 'Ерлан');
    const before = notesOf(editor);
    change(editor);
    expect(reviewed(editor)).toEqual(expected);
    undoOf(editor);
    expect(notesOf(editor)).toEqual(before);
  });

  test('a turn is cut in two: both halves fall', () => {
    const { editor } = editorOf([checked({ text: 'Бірінші| сөз', from: 0, to: 900 })], () => 500, 'Ерлан');
    splitTurn(editor, 500);
    expect(reviewed(editor)).toEqual([fallen, fallen]);
  });
});

describe('a check stays when', () => {
  test.each<[string, (editor: TranscriptSlate) => void]>([
    ['the caret is moved', (editor) => Transforms.select(editor, Editor.end(editor, [1]))],
    ['another turn is flagged', (editor) => flagTurn(editor, 1, 'сан')],
    [
      'turns come in behind it',
      (editor) => insertTurns(editor, [turnOf(turnElements(editor)[1] as never)], 'at-end'),
    ],
    ['a time is set to what it is', (editor) => setTimes(editor, 0, { startMs: 0, endMs: 900 })],
  ])('%s', (_, change) => {
    const { editor } = editorOf(
      [checked({ text: 'а|', from: 0, to: 900 }), { text: 'б', from: 900 }],
      () => null,
      'Ерлан',
    );
    change(editor);
    expect(reviewed(editor)[0]).toEqual({ status: 'checked', checkedBy: 'Айнұр', editedBy: undefined });
  });
});

test('a run of typing in a checked turn is one step of undo', async () => {
  const { editor } = editorOf([checked({ text: 'а|' })], () => null, 'Ерлан');
  for (const letter of 'бвг') {
    editor.insertText(letter);
    await Promise.resolve();
  }
  expect(notesOf(editor)).toMatchObject([{ text: 'абвг|', editedBy: 'Ерлан', ...CHECK }]);
  editor.undo();
  expect(notesOf(editor)).toEqual([checked({ text: 'а|' })]);
});

test('a flag and its note stay as the words change, and a check settles them', () => {
  const { editor } = editorOf([{ text: 'а|', status: 'flagged', flagNote: 'сан' }], () => null, '');
  editor.insertText('б');
  expect(notesOf(editor)).toEqual([{ text: 'аб|', status: 'flagged', flagNote: 'сан' }]);
  checkTurn(editor, 0, { name: '', at: CHECK.checkedAt });
  expect(notesOf(editor)).toEqual([{ text: 'аб|', status: 'checked', checkedAt: CHECK.checkedAt }]);
});

const act = fc.oneof(
  fc.record({ kind: fc.constant('select'), turn: fc.nat(3), offset: fc.nat(8) }),
  fc.record({
    kind: fc.constantFrom('type', 'backspace', 'delete', 'split', 'merge', 'start', 'undo', 'redo'),
    turn: fc.nat(3),
    offset: fc.nat(900),
  }),
);

test('whatever is edited, what is checked reads and sounds as it did when it was checked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
      const { editor } = editorOf(
        [0, 1, 2].map((n) =>
          checked({ id: `t${n}`, text: `Реплика ${n}`, from: n * 300, to: n * 300 + 300, speaker: 'a' }),
        ),
        () => null,
        'Ерлан',
      );
      const original = new Map(turnElements(editor).map((element) => [element.id, turnOf(element)]));
      Transforms.select(editor, Editor.start(editor, []));
      for (const { kind, turn, offset } of acts) {
        const index = Math.min(turn, editor.children.length - 1);
        if (kind === 'select')
          Transforms.select(editor, {
            path: [index, 0],
            offset: Math.min(offset, Editor.string(editor, [index, 0]).length),
          });
        else if (kind === 'type') editor.insertText('ә');
        else if (kind === 'backspace') Editor.deleteBackward(editor);
        else if (kind === 'delete') Editor.deleteForward(editor);
        else if (kind === 'split') splitTurn(editor, offset);
        else if (kind === 'merge') mergeTurns(editor, index);
        else if (kind === 'start') setStart(editor, index, offset);
        else if (kind === 'undo') editor.undo();
        else editor.redo();
        await Promise.resolve();
        for (const element of turnElements(editor))
          if (element.status === 'checked') expect(turnOf(element)).toEqual(original.get(element.id));
      }
    }),
    { numRuns: 300 },
  );
});

test('what comes from a file keeps what is said of its review', () => {
  const { editor } = editorOf([{ text: '|' }], () => null, 'Ерлан');
  insertTurns(editor, [
    { ...turnOf(turnElements(editor)[0] as never), content: textContent('а'), status: 'checked', ...CHECK },
  ]);
  expect(notesOf(editor)).toEqual([checked({ text: 'а|' })]);
});
