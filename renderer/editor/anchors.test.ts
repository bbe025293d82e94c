import fc from 'fast-check';
import { Editor, Text, Transforms } from 'slate';
import { describe, expect, test } from 'vitest';
import type { AnnotationId } from '../../shared/model/ids.ts';
import { editorOf, notesOf } from './notation.ts';
import { turnElements } from './slate-turns.ts';
import { anchorTo } from './verbs/anchors.ts';
import { insertTag } from './verbs/insert-mark.ts';
import { insertParagraphs } from './verbs/insert-paragraphs.ts';
import { mergeTurns } from './verbs/merge-turns.ts';
import { splitTurn } from './verbs/split-turn.ts';
import { withClipboard } from './with-clipboard.ts';
import type { TranscriptSlate } from './with-transcript.ts';

/** A clipboard that lives outside the page. */
class Clipboard {
  readonly #kept = new Map<string, string>();
  setData(type: string, value: string) {
    this.#kept.set(type, value);
  }
  getData(type: string) {
    return this.#kept.get(type) ?? '';
  }
}

function editorWithClipboard(notes: Parameters<typeof editorOf>[0], known: readonly string[] = ['a', 'b']) {
  const { editor, history } = editorOf(notes);
  withClipboard(editor, {
    speakerName: () => '',
    knowsSpeaker: () => true,
    tagLabel: (tag) => tag,
    knowsAnnotation: (id) => known.includes(id),
  });
  const clipboard = new Clipboard() as unknown as DataTransfer;
  const cut = () => {
    if (!editor.selection) return;
    editor.setFragmentData(clipboard, 'cut');
    editor.deleteFragment();
  };
  return {
    editor,
    history,
    cut,
    copy: () => editor.setFragmentData(clipboard, 'copy'),
    paste: () => editor.insertData(clipboard),
    text: () => notesOf(editor).map(({ text }) => text.replace(/[|[\]]/g, '')),
  };
}

describe('cut, copied and pasted', () => {
  test('text that was cut brings its annotations along, once', () => {
    const { editor, cut, paste, text } = editorWithClipboard([{ text: '[бір {aекіa}] үш' }]);
    cut();
    Transforms.select(editor, Editor.end(editor, []));
    paste();
    paste();
    expect(text()).toEqual([' үшбір {aекіa}бір екі']);
  });

  test('half of an anchor that was cut keeps the annotation in its new place too', () => {
    const { editor, cut, paste, text } = editorWithClipboard([{ text: '{aбір[ екі]a} үш' }]);
    cut();
    Transforms.select(editor, Editor.end(editor, []));
    paste();
    expect(text()).toEqual(['{aбірa} үш{a екіa}']);
  });

  test('a copy has none, as long as the text that it was copied from is there', () => {
    const { editor, copy, paste, text } = editorWithClipboard([{ text: '{a[бір]a} үш' }]);
    copy();
    Transforms.select(editor, Editor.end(editor, []));
    paste();
    expect(text()).toEqual(['{aбірa} үшбір']);
    Transforms.delete(editor, {
      at: { anchor: { path: [0, 0], offset: 0 }, focus: { path: [0, 0], offset: 3 } },
    });
    paste();
    expect(text()).toEqual([' үшбір{aбірa}']);
  });

  test('what was cut and put back by undo is pasted as a copy', () => {
    const { editor, cut, paste, text } = editorWithClipboard([{ text: '{a[бір]a} үш' }]);
    cut();
    editor.undo();
    Transforms.select(editor, Editor.end(editor, []));
    paste();
    expect(text()).toEqual(['{aбірa} үшбір']);
  });

  test('annotations of another recording are left behind', () => {
    const { cut, paste, text } = editorWithClipboard([{ text: '{a[бір]a} үш' }], []);
    cut();
    paste();
    expect(text()).toEqual(['бір үш']);
  });

  test('whole turns bring theirs along', () => {
    const { editor, cut, paste, text } = editorWithClipboard([
      { text: 'бір' },
      { text: '[{aекіa}' },
      { text: '{aүшa}]' },
    ]);
    cut();
    Transforms.select(editor, Editor.end(editor, [0]));
    paste();
    expect(text()).toEqual(['бір', '{aекіa}', '{aүшa}', '']);
  });
});

/** Letters that stand once each, so that every one of them can be followed. */
const letters = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + from + index)).join('');

const isLetter = (character: string) => /\p{Script=Han}/u.test(character);

/** Returns each letter with the annotations that stand on it. */
function noted(editor: TranscriptSlate): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const turn of turnElements(editor))
    for (const child of turn.children)
      if (Text.isText(child))
        for (const letter of child.text)
          if (isLetter(letter))
            found.set(letter, [...(found.get(letter) ?? []), (child.annotations ?? []).join()]);
  return found;
}

/** Turns of letters with annotations over them, which may overlap and run over turns. */
const annotated = fc
  .record({
    turns: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
    spans: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(40), fc.nat(12)), { maxLength: 4 }),
    gaps: fc.array(fc.nat(40), { maxLength: 3 }),
  })
  .map(({ turns, spans, gaps }) => {
    let from = 0;
    const notes = turns.map((count) => {
      let text = '';
      for (const letter of letters(from, count)) {
        const at = from++;
        text += (gaps.includes(at) ? ' ' : '') + letter;
      }
      return { text };
    });
    const { editor, ...rest } = editorWithClipboard(notes, ['a', 'b', 'c']);
    const points = turnElements(editor).flatMap((turn, index) =>
      turn.children.flatMap((child) =>
        Text.isText(child) ? [...child.text].map((_, letter): [number, number] => [index, letter]) : [],
      ),
    );
    for (const [id, start, length] of spans) {
      const [first, last] = [points[start % points.length], points[(start + length) % points.length]];
      if (!first || !last) continue;
      anchorTo(editor, id as AnnotationId, {
        anchor: pointAt(editor, ...first),
        focus: pointAt(editor, ...last),
      });
    }
    editor.history.undos = [];
    return { editor, ...rest };
  });

/** Returns the point so many letters into a turn. */
function pointAt(editor: TranscriptSlate, turn: number, letter: number) {
  let left = letter;
  const children = turnElements(editor)[turn]?.children ?? [];
  for (const [at, child] of children.entries()) {
    if (!Text.isText(child)) continue;
    if (left <= child.text.length) return { path: [turn, at], offset: left };
    left -= child.text.length;
  }
  return Editor.end(editor, [turn]);
}

type PlainStep = 'split' | 'back' | 'forward' | 'word' | 'delete' | 'tag' | 'undo' | 'redo' | 'cut' | 'paste';

type Step =
  | {
      readonly kind: 'select';
      readonly turn: number;
      readonly from: number;
      readonly toTurn: number;
      readonly to: number;
    }
  | { readonly kind: 'type'; readonly count: number; readonly space: boolean }
  | { readonly kind: 'paste-plain'; readonly paragraphs: number }
  | {
      readonly kind:
        | 'split'
        | 'back'
        | 'forward'
        | 'word'
        | 'delete'
        | 'tag'
        | 'undo'
        | 'redo'
        | 'cut'
        | 'paste';
    }
  | { readonly kind: 'merge'; readonly turn: number };

const step = (withClipboardSteps: boolean): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('select' as const),
        turn: fc.nat(5),
        from: fc.nat(12),
        toTurn: fc.nat(5),
        to: fc.nat(12),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('type' as const),
        count: fc.integer({ min: 1, max: 3 }),
        space: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('paste-plain' as const),
        paragraphs: fc.integer({ min: 1, max: 3 }),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constantFrom(
          'split',
          'back',
          'forward',
          'word',
          'delete',
          'tag',
          'undo',
          'redo',
          ...(withClipboardSteps ? (['cut', 'paste'] as const) : []),
        ),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('merge' as const), turn: fc.nat(5) }) },
  );

type Bench = ReturnType<typeof editorWithClipboard>;

/** Runs a step; what it types are letters that never stood in the text before. */
function run({ editor, history, cut, paste }: Bench, one: Step, typed: { count: number }): void {
  const fresh = (count: number) => {
    typed.count += count;
    return letters(1000 + typed.count - count, count);
  };
  const index = (turn: number) => turn % editor.children.length;
  if (one.kind === 'select') {
    const anchor = pointAt(editor, index(one.turn), one.from);
    Transforms.select(editor, { anchor, focus: pointAt(editor, index(one.toTurn), one.to) });
  } else if (one.kind === 'type') editor.insertText((one.space ? ' ' : '') + fresh(one.count));
  else if (one.kind === 'paste-plain')
    insertParagraphs(
      editor,
      Array.from({ length: one.paragraphs }, () => fresh(2)),
    );
  else if (one.kind === 'merge') mergeTurns(editor, index(one.turn));
  else plainSteps[one.kind]({ editor, history, cut, paste });
}

const plainSteps: Readonly<
  Record<PlainStep, (bench: Pick<Bench, 'editor' | 'history' | 'cut' | 'paste'>) => void>
> = {
  split: ({ editor }) => splitTurn(editor, null),
  back: ({ editor }) => Editor.deleteBackward(editor),
  forward: ({ editor }) => Editor.deleteForward(editor),
  word: ({ editor }) => Editor.deleteBackward(editor, { unit: 'word' }),
  delete: ({ editor }) => Editor.deleteFragment(editor),
  tag: ({ editor }) => insertTag(editor, 'applause'),
  undo: ({ editor, history }) => {
    if (!history.isUndone()) editor.undo();
  },
  redo: ({ editor }) => editor.redo(),
  cut: ({ cut }) => cut(),
  paste: ({ paste }) => paste(),
};

test('whatever is typed, cut in two, joined, deleted, undone: each letter keeps the annotations that it has', async () => {
  await fc.assert(
    fc.asyncProperty(annotated, fc.array(step(false), { maxLength: 30 }), async (bench, steps) => {
      Transforms.select(bench.editor, Editor.start(bench.editor, []));
      const first = new Map<string, string>();
      const typed = { count: 0 };
      const look = () => {
        for (const [letter, [ids = '', ...more]] of noted(bench.editor)) {
          expect(more).toEqual([]);
          if (first.has(letter)) expect(ids, letter).toBe(first.get(letter));
          else first.set(letter, ids);
        }
      };
      look();
      for (const one of steps) {
        run(bench, one, typed);
        look();
        await Promise.resolve();
      }
    }),
    { numRuns: 400 },
  );
});

test('cutting and pasting never takes an annotation off a letter,', async () => {
  await fc.assert(
    fc.asyncProperty(annotated, fc.array(step(true), { maxLength: 30 }), async (bench, steps) => {
      Transforms.select(bench.editor, Editor.start(bench.editor, []));
      const first = new Map([...noted(bench.editor)].map(([letter, [ids = '']]) => [letter, ids]));
      const typed = { count: 0 };
      for (const one of steps) {
        run(bench, one, typed);
        await Promise.resolve();
        for (const [letter, copies] of noted(bench.editor)) {
          const own = first.get(letter)?.split(',').filter(Boolean) ?? [];
          for (const id of own) {
            const bearing = copies.filter((ids) => ids.split(',').includes(id));
            if (copies.length === 1) expect(bearing.length, `${letter} ${id}`).toBe(1);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('an annotation that is typed over word by word goes on standing somewhere', () => {
  const { editor, text } = editorWithClipboard([{ text: 'бір {a[екі]a} үш' }]);
  for (const word of ['Серік', 'Берік', 'Ерік']) {
    editor.insertText(word);
    Transforms.select(editor, {
      anchor: pointAt(editor, 0, 4),
      focus: pointAt(editor, 0, 4 + word.length),
    });
  }
  expect(text()).toEqual(['бір {aЕрікa} үш']);
});
