import { Editor, Range, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import type { TurnId } from '../../shared/model/ids.ts';
import { blankTranslation, isBlank } from '../../shared/model/translation.ts';
import { type Turn, turnText } from '../../shared/model/turn.ts';
import { cleanText } from './clean-text.ts';
import { elementOf, isEmptyTurn, turnElements, turnOf } from './slate-turns.ts';
import type { TurnElement } from './slate-types.ts';
import { asOneStep } from './verbs/as-one-step.ts';
import { setTurn, type TurnChange } from './verbs/set-turn.ts';
import type { TranscriptSlate } from './with-transcript.ts';

/** The turns that are translated, in their order; they stay as they are while the translation is open. */
export interface Source {
  readonly turns: readonly Turn[];
  readonly rowOf: ReadonlyMap<TurnId, number>;
}

export const sourceOf = (turns: readonly Turn[]): Source => ({
  turns,
  rowOf: new Map(turns.map((turn, index) => [turn.id, index])),
});

/** Returns the turn that a turn of the translation translates, else null. */
export function translatedBy(source: Source, turn: Pick<TurnElement, 'translates'> | undefined): Turn | null {
  const row = turn?.translates && source.rowOf.get(turn.translates.turnId);
  return (row !== undefined && source.turns[row]) || null;
}

/**
 * Returns what is said of a turn of a translation when its words are about to change: it is no longer done, and the
 * first words of a blank one are made from what the original says now.
 */
export function translatesEdited(source: Source, turn: TurnElement): TurnChange {
  const { translates } = turn;
  const of = translatedBy(source, turn);
  if (!translates) return {};
  if (of && isEmptyTurn(turn)) return { translates: { turnId: of.id, words: turnText(of) } };
  return translates.done ? { translates: { turnId: translates.turnId, words: translates.words } } : {};
}

/**
 * Keeps the rows of a translation: one turn at least beside each of the original, and no words moved from one row into
 * another by deleting or pasting. Enter does what `onEnter` says.
 */
export function withTranslation<T extends TranscriptSlate>(
  editor: T,
  source: Source,
  onEnter: () => void,
): T {
  const { apply, normalizeNode, delete: deleteText, deleteBackward, deleteForward } = editor;
  let rowsChanged = false;

  editor.apply = (op) => {
    // What is undone and redone brings back rows as they were.
    const isNew = HistoryEditor.isSaving(editor) !== false;
    if (isNew && 'path' in op && op.path.length === 1 && op.type !== 'set_node') rowsChanged = true;
    apply(op);
  };

  editor.normalizeNode = (entry, options) => {
    const { children } = editor;
    normalizeNode(entry, options);
    if (entry[1].length > 0 || editor.children !== children || !rowsChanged) return;
    if (!mendRows(editor, source)) rowsChanged = false;
  };

  editor.delete = (options = {}) => {
    const at = options.at ?? editor.selection;
    if (!at || !Range.isRange(at) || at.anchor.path[0] === at.focus.path[0]) return deleteText(options);
    const [start, end] = Range.edges(at);
    const [first = 0, last = 0] = [start.path[0], end.path[0]];
    Editor.withoutNormalizing(editor, () => {
      for (let index = last; index >= first; index--) {
        const anchor = index === first ? start : Editor.start(editor, [index]);
        const focus = index === last ? end : Editor.end(editor, [index]);
        const range = { anchor, focus };
        if (Range.isExpanded(range)) deleteText({ at: range, hanging: true });
      }
      if (Editor.hasPath(editor, start.path)) Transforms.select(editor, start);
    });
  };

  const sameRow = (index: number, other: number) =>
    translatedBy(source, turnElements(editor)[index]) === translatedBy(source, turnElements(editor)[other]);
  editor.deleteBackward = (unit) => {
    const { selection } = editor;
    const index = selection?.anchor.path[0] ?? 0;
    const atStart = selection && Editor.isStart(editor, selection.anchor, [index]);
    if (!atStart || Range.isExpanded(selection) || sameRow(index - 1, index)) deleteBackward(unit);
  };
  editor.deleteForward = (unit) => {
    const { selection } = editor;
    const index = selection?.anchor.path[0] ?? 0;
    const atEnd = selection && Editor.isEnd(editor, selection.anchor, [index]);
    if (!atEnd || Range.isExpanded(selection) || sameRow(index, index + 1)) deleteForward(unit);
  };

  editor.insertBreak = onEnter;
  editor.insertData = (data) => {
    const text = cleanText(data.getData('text/plain')).trim();
    if (text !== '') asOneStep(editor, () => editor.insertText(text));
  };
  return editor;
}

/** Mends the rows by one step; returns whether it had to, since Slate then asks again. */
function mendRows(editor: Editor, source: Source): boolean {
  const turns = turnElements(editor);
  const rows = new Map<TurnId, number>();
  let last = source.turns[0]?.id ?? null;
  for (const [index, turn] of turns.entries()) {
    if (!turn.translates && last) {
      setTurn(editor, index, { translates: { turnId: last, words: '' } });
      return true;
    }
    last = turn.translates?.turnId ?? last;
    if (last) rows.set(last, (rows.get(last) ?? 0) + 1);
  }
  for (const [index, turn] of turns.entries()) {
    const of = turn.translates?.turnId;
    const isSpare = of && (!source.rowOf.has(of) || (rows.get(of) ?? 0) > 1);
    if (isSpare && turns.length > 1 && isBlank(turnOf(turn))) {
      Transforms.removeNodes(editor, { at: [index] });
      return true;
    }
  }
  for (const [row, turn] of source.turns.entries()) {
    if (rows.has(turn.id)) continue;
    const behind = turns.findIndex(
      (each) => (source.rowOf.get(each.translates?.turnId as TurnId) ?? -1) > row,
    );
    const at = [behind < 0 ? turns.length : behind];
    Transforms.insertNodes(editor, elementOf(blankTranslation(turn)), { at, select: false });
    return true;
  }
  return false;
}
