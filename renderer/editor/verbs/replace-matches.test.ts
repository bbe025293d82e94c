import { expect, test } from 'vitest';
import { createFinder } from '../../../shared/search/find-matches.ts';
import { piecesOf, placeOf } from '../find/pieces.ts';
import { editorOf, type Note, notesOf } from '../notation.ts';
import { turnElements, turnOf } from '../slate-turns.ts';
import { replaceMatches } from './replace-matches.ts';

/** Replaces every match in the turns and returns them as they are then. */
function replaced(notes: readonly Note[], text: string, replacement: string) {
  const { editor } = editorOf(notes);
  const find = createFinder({ text, matchCase: false, wholeWord: false, regex: false }, replacement);
  const matches = turnElements(editor).flatMap((element, index) =>
    piecesOf(turnOf(element).content).flatMap((part, piece) =>
      find(part).map((match) => ({ index, match: { ...match, piece } })),
    ),
  );
  replaceMatches(editor, matches);
  return editor;
}

test.each([
  ['су мен су', 'су', 'көл', 'көл мен көл'],
  ['су<5000>су<applause>су', 'су', '', '<5000><applause>'],
  ['өз<5000>ен өзен', 'өзен', 'көл', 'өз<5000>ен көл'],
  ['сусу', 'су', 'судың', 'судыңсудың'],
])('«%s»: «%s» becomes «%s»', (text, wanted, replacement, expected) => {
  expect(notesOf(replaced([{ text }], wanted, replacement))).toEqual([{ text: expected }]);
});

test('all is one step, and speaker, times and other turns stay', () => {
  const notes: Note[] = [
    { text: 'су', speaker: 's', from: 0, to: 5 },
    { text: 'жер', speaker: 'v' },
    { text: 'су, су', status: 'flagged' },
  ];
  const editor = replaced(notes, 'су', 'көл');
  expect(notesOf(editor).map(({ text, speaker, from }) => ({ text, speaker, from }))).toEqual([
    { text: 'көл', speaker: 's', from: 0 },
    { text: 'жер', speaker: 'v', from: undefined },
    { text: 'көл, көл', speaker: undefined, from: undefined },
  ]);
  editor.undo();
  expect(notesOf(editor)).toEqual(notes);
});

test('a place in the editor is a place in a piece', () => {
  const { editor } = editorOf([{ text: 'ал|<5000>су' }]);
  const [turn] = turnElements(editor);
  if (!turn || !editor.selection) throw new Error('no turn');
  expect(placeOf(turn, editor.selection.anchor)).toEqual({ piece: 0, offset: 2 });
  expect(placeOf(turn, { path: [0, 2], offset: 1 })).toEqual({ piece: 1, offset: 1 });
});

test('annotations stay on what stands in the place of their words, each on all of it', () => {
  const contentOf = (text: string, wanted: string, replacement: string) =>
    turnElements(replaced([{ text }], wanted, replacement)).map((element) => turnOf(element).content)[0];
  expect(contentOf('бұл {aсуa}лы жер', 'сулы', 'құрғақ')).toEqual([
    { type: 'text', text: 'бұл ' },
    { type: 'text', text: 'құрғақ', annotations: ['a'] },
    { type: 'text', text: ' жер' },
  ]);
  expect(contentOf('{aсуa}{bлыb}', 'сулы', 'мол')).toEqual([
    { type: 'text', text: 'мол', annotations: ['a', 'b'] },
  ]);
  expect(contentOf('{aсулы жерa}', 'су', 'бу')).toEqual([
    { type: 'text', text: 'булы жер', annotations: ['a'] },
  ]);
});
