import { Editor, type Element, Node, type Operation, type Path, Range, Transforms } from 'slate';
import type { HistoryEditor } from 'slate-history';
import type { ReactEditor } from 'slate-react';
import { newId, type TurnId } from '../../shared/model/ids.ts';
import { createTurn, TAG_KINDS, TURN_STATUSES } from '../../shared/model/turn.ts';
import { elementOf, isMark, isTurn } from './slate-turns.ts';
import type { TurnElement } from './slate-types.ts';
import { deleteAcrossTurns } from './verbs/delete-across-turns.ts';
import { mergeTurns } from './verbs/merge-turns.ts';
import { splitTurn } from './verbs/split-turn.ts';
import { type AnchorParts, withAnchors } from './with-anchors.ts';

/** Turns to a lowest chunk: what is rendered and skipped together. */
const CHUNK_SIZE = 30;

export interface TranscriptParts {
  /** Grows whenever a turn comes, goes, or gets another time: what was computed from times is then stale. */
  timesVersion: number;
  /** The playhead, milliseconds; null when nothing can be played. */
  playheadMs: () => number | null;
}

export type TranscriptSlate = ReactEditor & HistoryEditor & TranscriptParts & AnchorParts;

const isTime = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;

/** Whether an operation adds, removes or moves whole turns, whose ids must then be looked at. */
const changesTurns = (op: Operation) => 'path' in op && op.path.length === 1 && op.type !== 'set_node';

const changesTimes = (op: Operation) =>
  changesTurns(op) ||
  (op.type === 'set_node' &&
    op.path.length === 1 &&
    ['startMs', 'endMs', 'id'].some((key) => key in op.properties || key in op.newProperties));

/**
 * Keeps the editor a transcript: turns at the top and nothing else, at least one, each with an id of its own,
 * sound times and a known status, holding text and inline voids; times follow the text when turns are split,
 * merged or deleted across.
 */
export function withTranscript<T extends ReactEditor & HistoryEditor>(
  base: T,
  playheadMs: () => number | null = () => null,
): T & TranscriptParts & AnchorParts {
  const editor = Object.assign(base, { timesVersion: 0, playheadMs });
  const {
    apply,
    normalizeNode,
    delete: deleteText,
    deleteBackward,
    deleteForward,
    getSplitProperties,
  } = editor;
  // Checking every id costs a walk over all turns, so it waits for an operation that may have doubled one.
  let turnsChanged = false;

  editor.isInline = (element) => isMark(element);
  editor.isVoid = (element) => isMark(element);
  editor.getChunkSize = (node) => (Node.isEditor(node) ? CHUNK_SIZE : null);

  editor.apply = (op) => {
    if (changesTurns(op)) turnsChanged = true;
    if (changesTimes(op)) editor.timesVersion++;
    apply(op);
  };

  editor.getSplitProperties = (node, path) => {
    const properties = getSplitProperties(node, path);
    return isTurn(node) ? { ...properties, id: newId<TurnId>() } : properties;
  };

  editor.normalizeNode = (entry, options) => {
    const [node, path] = entry;
    if (path.length === 0) {
      if (turnsChanged && !normalizeTop(editor)) turnsChanged = false;
      return;
    }
    if (path.length === 1 && isTurn(node) && normalizeTurn(editor, node, path)) return;
    normalizeNode(entry, options);
  };

  editor.delete = (options = {}) => {
    const at = options.at ?? editor.selection;
    if (!at || !Range.isRange(at) || at.anchor.path[0] === at.focus.path[0]) return deleteText(options);
    const range = options.hanging ? at : Editor.unhangRange(editor, at);
    if (range.anchor.path[0] === range.focus.path[0]) return deleteText({ ...options, at: range });
    deleteAcrossTurns(editor, range, (within) => deleteText({ at: within, hanging: true }));
  };

  editor.deleteBackward = (unit) => {
    const point = caret(editor);
    const index = point?.path[0] ?? 0;
    if (point && Editor.isStart(editor, point, [index])) mergeTurns(editor, index);
    else deleteBackward(unit);
  };

  editor.deleteForward = (unit) => {
    const point = caret(editor);
    const index = point?.path[0] ?? 0;
    if (point && Editor.isEnd(editor, point, [index])) mergeTurns(editor, index + 1);
    else deleteForward(unit);
  };

  editor.insertBreak = () => splitTurn(editor, editor.playheadMs());
  editor.insertSoftBreak = () => Editor.insertText(editor, '\n');

  return withAnchors(editor);
}

function caret(editor: Editor) {
  return editor.selection && Range.isCollapsed(editor.selection) ? editor.selection.anchor : null;
}

/** Mends the list of turns by one step; returns whether it had to, since Slate then asks again. */
function normalizeTop(editor: Editor): boolean {
  if (editor.children.length === 0) {
    // The transcript begins where the recording does, until told otherwise.
    Transforms.insertNodes(editor, elementOf(createTurn({ startMs: 0 })), { at: [0], select: false });
    return true;
  }
  const ids = new Set<string>();
  for (const [index, node] of editor.children.entries()) {
    if (!isTurn(node)) {
      makeTurn(editor, node, [index]);
      return true;
    }
    if (ids.has(node.id) || !node.id) {
      Transforms.setNodes<TurnElement>(editor, { id: newId<TurnId>() }, { at: [index] });
      return true;
    }
    ids.add(node.id);
  }
  return false;
}

function makeTurn(editor: Editor, node: Node, path: Path): void {
  const shell: TurnElement = { ...elementOf(createTurn()), children: [] };
  if (Node.isText(node) || isMark(node)) Transforms.wrapNodes(editor, shell, { at: path, voids: true });
  else {
    const content = Node.isElement(node) ? Node.string(node) : '';
    Transforms.removeNodes(editor, { at: path });
    Transforms.insertNodes(editor, { ...shell, children: [{ text: content }] }, { at: path });
  }
}

/** Mends what a turn says of itself by one step; returns whether it had to. */
function normalizeTurn(editor: Editor, turn: TurnElement, path: Path): boolean {
  const { startMs, endMs, status } = turn;
  const bad: (keyof TurnElement)[] = [];
  if (startMs !== undefined && !isTime(startMs)) bad.push('startMs');
  if (endMs !== undefined && (!isTime(endMs) || (startMs !== undefined && endMs < startMs)))
    bad.push('endMs');
  if (bad.length > 0) {
    Transforms.unsetNodes<TurnElement>(editor, bad, { at: path });
    return true;
  }
  if (!TURN_STATUSES.includes(status)) {
    Transforms.setNodes<TurnElement>(editor, { status: 'draft' }, { at: path });
    return true;
  }
  for (const [index, child] of turn.children.entries()) {
    if (Node.isElement(child) && !isSoundMark(child)) {
      Transforms.removeNodes(editor, { at: [...path, index], voids: true });
      return true;
    }
  }
  return false;
}

function isSoundMark(element: Element): boolean {
  if (element.type === 'timestamp') return isTime(element.atMs);
  return element.type === 'tag' && TAG_KINDS.includes(element.tag);
}
