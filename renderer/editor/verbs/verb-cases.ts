import { describe, expect, test } from 'vitest';
import { editorOf, type Note, notesOf } from '../notation.ts';
import type { TranscriptSlate } from '../with-transcript.ts';

/** A verb as a row: turns before, what is done, turns after. `notation.ts` tells how turns are written. */
export interface VerbCase {
  readonly title: string;
  readonly input: readonly Note[];
  readonly run: (editor: TranscriptSlate) => void;
  readonly output: readonly Note[];
}

/** Checks each row, and that undo gives back the turns before, and redo the turns after. */
export function checkVerb(name: string, cases: readonly VerbCase[]): void {
  describe(name, () => {
    test.each(cases)('$title', ({ input, run, output }) => {
      const { editor, history } = editorOf(input);
      const before = withoutCaret(notesOf(editor, { ids: true }));
      run(editor);
      expect(notesOf(editor)).toEqual(output);
      const after = withoutCaret(notesOf(editor, { ids: true }));
      while (!history.isUndone()) editor.undo();
      expect(withoutCaret(notesOf(editor, { ids: true }))).toEqual(before);
      while (editor.history.redos.length > 0) editor.redo();
      expect(withoutCaret(notesOf(editor, { ids: true }))).toEqual(after);
    });
  });
}

const withoutCaret = (notes: readonly Note[]) =>
  notes.map((note) => ({ ...note, text: note.text.replace(/[|[\]]/g, '') }));
