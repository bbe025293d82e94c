import fc from 'fast-check';
import { createEditor, Editor, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { withReact } from 'slate-react';
import { describe, expect, it } from 'vitest';
import type { TurnId } from '../../shared/model/ids.ts';
import {
  alignTranslation,
  rowState,
  sameWords,
  translatedTurns,
  wordsOfRow,
} from '../../shared/model/translation.ts';
import { createTurn, type Turn, textContent, turnText } from '../../shared/model/turn.ts';
import { elementOf, turnElements, turnOf } from './slate-turns.ts';
import { acceptSource, mergeTranslations, reopenTurn, splitTranslation } from './verbs/translate-turn.ts';
import { withLongHistory } from './with-long-history.ts';
import { withReview } from './with-review.ts';
import { withTranscript } from './with-transcript.ts';
import { type Source, sourceOf, translatesEdited, withTranslation } from './with-translation.ts';

const original = (texts: readonly string[]): readonly Turn[] =>
  texts.map((text, index) =>
    createTurn({
      id: `s${index}` as TurnId,
      startMs: index * 1000,
      endMs: (index + 1) * 1000,
      content: textContent(text),
    }),
  );

/** An editor of a translation in which these words stand, '' for none, done where they do. */
function editorOf(source: Source, texts: readonly string[]) {
  const stored = source.turns.flatMap((turn, index): Turn[] => {
    const text = texts[index] ?? '';
    const translates = { turnId: turn.id, words: turnText(turn), done: true } as const;
    return text === '' ? [] : [createTurn({ content: textContent(text), translates })];
  });
  const editor = withReview(
    withTranscript(withHistory(withReact(createEditor()))),
    () => '',
    (turn) => translatesEdited(source, turn),
  );
  withLongHistory(editor);
  withTranslation(editor, source, () => {});
  editor.children = translatedTurns(alignTranslation(source.turns, stored)).map(elementOf);
  return editor;
}

const rowsOf = (editor: Editor, source: Source) =>
  alignTranslation(source.turns, turnElements(editor).map(turnOf));
const shown = (editor: Editor, source: Source) =>
  rowsOf(editor, source).map((row) => `${row.turns.map(turnText).join('|')} ${rowState(row)}`);
const at = (index: number, offset: number) => ({ path: [index, 0], offset });

const TEXTS = ['Су ортақ.', 'Жер ортақ.', 'Рақмет.'];

describe('a translation in the editor', () => {
  it('is a draft as soon as it is typed in, made from what the original says, and done when that is said', () => {
    const source = sourceOf(original(TEXTS));
    const editor = editorOf(source, ['Вода.', '', '']);
    Transforms.select(editor, at(1, 0));
    editor.insertText('Земля');
    expect(shown(editor, source)).toEqual(['Вода. done', 'Земля draft', ' empty']);
    expect(acceptSource(editor, source, 1, true)).toBe(true);
    expect(acceptSource(editor, source, 2, true)).toBe(false);
    expect(shown(editor, source)).toEqual(['Вода. done', 'Земля done', ' empty']);
    editor.insertText('!');
    expect(shown(editor, source)[1]).toBe('Земля! draft');
    editor.undo();
    expect(shown(editor, source)[1]).toBe('Земля done');
    reopenTurn(editor, 1);
    expect(shown(editor, source)[1]).toBe('Земля draft');
  });

  it('is stale when the original has changed, until somebody says that it is still right', () => {
    const changed = sourceOf(original(['Су ортақ емес.', ...TEXTS.slice(1)]));
    const editor = editorOf(changed, ['Вода.', '', '']);
    Transforms.setNodes(
      editor,
      { translates: { turnId: 's0' as TurnId, words: 'Су ортақ.', done: true } },
      { at: [0] },
    );
    expect(shown(editor, changed)[0]).toBe('Вода. stale');
    acceptSource(editor, changed, 0, false);
    expect(shown(editor, changed)[0]).toBe('Вода. done');
    editor.undo();
    expect(shown(editor, changed)[0]).toBe('Вода. stale');
  });

  it('stays in its row when text is deleted across rows, and at their edges', () => {
    const source = sourceOf(original(TEXTS));
    const editor = editorOf(source, ['Вода.', 'Земля.', 'Спасибо.']);
    Transforms.select(editor, at(1, 0));
    editor.deleteBackward('character');
    Transforms.select(editor, at(0, 5));
    editor.deleteForward('character');
    expect(shown(editor, source)).toEqual(['Вода. done', 'Земля. done', 'Спасибо. done']);
    Transforms.select(editor, { anchor: at(0, 2), focus: at(2, 3) });
    editor.deleteFragment();
    expect(shown(editor, source)).toEqual(['Во draft', ' empty', 'сибо. draft']);
    editor.undo();
    expect(shown(editor, source)).toEqual(['Вода. done', 'Земля. done', 'Спасибо. done']);
  });

  it('goes on in the next row when it is cut where that is empty, each half made from its own words', () => {
    const whole = sourceOf(original(['Су', 'ортақ.', 'Рақмет.']));
    const editor = editorOf(whole, ['Вода общая.', '', '']);
    Transforms.setNodes(editor, { translates: { turnId: 's0' as TurnId, words: 'Су ортақ.' } }, { at: [0] });
    Transforms.select(editor, at(0, 5));
    splitTranslation(editor, whole);
    expect(shown(editor, whole)).toEqual(['Вода  draft', 'общая. draft', ' empty']);
    expect(turnElements(editor)[1]).toMatchObject({ startMs: 1000, endMs: 2000 });
    editor.undo();
    expect(shown(editor, whole)).toEqual(['Вода общая. stale', ' empty', ' empty']);
  });

  it('joined with the one before is made from the words of both, and its row is there to be filled again', () => {
    const source = sourceOf(original(TEXTS));
    const editor = editorOf(source, ['Вода.', 'Земля.', '']);
    mergeTranslations(editor, source, 1);
    const [first, second] = rowsOf(editor, source);
    expect(first && [first.turns.map(turnText), rowState(first)]).toEqual([['Вода.Земля.'], 'stale']);
    expect(second && rowState(second)).toBe('empty');
    expect(first && sameWords(wordsOfRow(first), 'Су ортақ. Жер ортақ.')).toBe(true);
    const joined = sourceOf(original(['Су ортақ.Жер ортақ.', '', 'Рақмет.']));
    expect(rowState(rowsOf(editor, joined)[0] ?? { source: null, turns: [] })).toBe('done');
  });
});

type Step = readonly [
  kind: 'type' | 'delete' | 'back' | 'split' | 'merge' | 'done' | 'paste' | 'undo',
  number,
  number,
];
const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('type', 'delete', 'back', 'split', 'merge', 'done', 'paste', 'undo'),
  fc.nat(8),
  fc.nat(20),
);

describe('whatever is done in a translation', () => {
  it('every turn of the original has its row in order, and undoing it all brings back what was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Су ортақ.', 'Жер.', ''), { minLength: 1, maxLength: 5 }),
        fc.array(fc.constantFrom('', 'вода общая', 'земля'), { minLength: 5, maxLength: 5 }),
        fc.array(step, { maxLength: 12 }),
        (texts, translations, steps) => {
          const source = sourceOf(original(texts));
          const editor = editorOf(source, translations);
          const before = shown(editor, source);
          for (const [kind, where, offset] of steps) perform(editor, source, kind, where, offset);
          const rows = rowsOf(editor, source);
          expect(rows.map((row) => row.source?.id)).toEqual(source.turns.map(({ id }) => id));
          expect(rows.every((row) => row.turns.length > 0)).toBe(true);
          expect(turnElements(editor).map((turn) => turn.id)).toEqual(
            rows.flatMap((row) => row.turns.map(({ id }) => id)),
          );
          for (let count = 0; count < 40; count++) editor.undo();
          expect(shown(editor, source)).toEqual(before);
        },
      ),
    );
  });
});

function perform(
  editor: ReturnType<typeof editorOf>,
  source: Source,
  kind: Step[0],
  where: number,
  offset: number,
) {
  const index = where % editor.children.length;
  const length = Editor.string(editor, [index]).length;
  const point = at(index, Math.min(offset, length));
  Transforms.select(editor, point);
  if (kind === 'type') editor.insertText('сөз ');
  else if (kind === 'delete') {
    Transforms.select(editor, { anchor: point, focus: Editor.end(editor, []) });
    editor.deleteFragment();
  } else if (kind === 'back') editor.deleteBackward('character');
  else if (kind === 'split') splitTranslation(editor, source);
  else if (kind === 'merge') mergeTranslations(editor, source, index);
  else if (kind === 'done') acceptSource(editor, source, index, true);
  else if (kind === 'paste')
    editor.insertData({
      getData: (type: string) => (type === 'text/plain' ? 'бір\n\nекі' : ''),
    } as DataTransfer);
  else editor.undo();
}
