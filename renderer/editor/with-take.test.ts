import { createEditor, Editor, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { withReact } from 'slate-react';
import { expect, it, vi } from 'vitest';
import { createTurn, textContent } from '../../shared/model/turn.ts';
import { elementOf, turnElements, turnOf } from './slate-turns.ts';
import { withTake } from './with-take.ts';
import { withTranscript } from './with-transcript.ts';

const take = { id: 'take', name: 'Әйгерім', startMs: 1000, endMs: 2000 };

function open() {
  const refuse = vi.fn();
  const editor = withTake(withTranscript(withHistory(withReact(createEditor()))), take, refuse);
  editor.children = [0, 1000, 2000].map((startMs) =>
    elementOf(createTurn({ startMs, content: textContent(`at ${startMs}`) })),
  );
  const texts = () =>
    turnElements(editor).map((element) =>
      turnOf(element)
        .content.map((inline) => (inline.type === 'text' ? inline.text : ''))
        .join(''),
    );
  const caret = (index: number, edge: 'start' | 'end') =>
    Transforms.select(editor, Editor[edge](editor, [index]));
  return { editor, refuse, texts, caret };
}

it('lets the turns of the take be edited', () => {
  const { editor, refuse, texts, caret } = open();
  caret(1, 'end');
  editor.insertText('!');
  editor.deleteBackward('character');
  editor.insertText(' own');
  expect(texts()).toEqual(['at 0', 'at 1000 own', 'at 2000']);
  expect(refuse).not.toHaveBeenCalled();
});

it('leaves the others alone, and the edges between', () => {
  const { editor, refuse, texts, caret } = open();
  const before = texts();
  caret(0, 'end');
  editor.insertText('x');
  editor.insertBreak();
  editor.deleteBackward('character');
  caret(1, 'start');
  editor.deleteBackward('character');
  caret(1, 'end');
  editor.deleteForward('character');
  Transforms.select(editor, Editor.range(editor, []));
  editor.deleteFragment();
  editor.insertText('x');
  expect(texts()).toEqual(before);
  expect(refuse).toHaveBeenCalledTimes(7);
});
