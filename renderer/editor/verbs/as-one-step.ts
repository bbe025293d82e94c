import { Editor } from 'slate';
import { HistoryEditor } from 'slate-history';

const stepping = new WeakSet<Editor>();

/** Runs a change so that one undo takes back all of it, and nothing that came before. Steps inside it join it. */
export function asOneStep(editor: Editor, change: () => void): void {
  if (stepping.has(editor)) {
    Editor.withoutNormalizing(editor, change);
    return;
  }
  const undoable = editor as Editor & HistoryEditor;
  stepping.add(editor);
  HistoryEditor.setSplittingOnce(undoable, true);
  try {
    Editor.withoutNormalizing(editor, change);
  } finally {
    HistoryEditor.setSplittingOnce(undoable, undefined);
    stepping.delete(editor);
  }
}

/** Returns whether a step is being made. */
export function isStepping(editor: Editor): boolean {
  return stepping.has(editor);
}
