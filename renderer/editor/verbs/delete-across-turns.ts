import { Editor, Range, Transforms } from 'slate';
import { isEmptyTurn, turnElements } from '../slate-turns.ts';
import { timesOf } from '../turn-times.ts';
import { appendTurn } from './merge-turns.ts';
import { setTurn } from './set-turn.ts';

/**
 * Deletes what lies between two points in different turns. What is left of the last turn joins what is left of
 * the first, from the start of the first to the end of the last; a turn of which nothing is left goes, and takes
 * its times and speaker with it.
 */
export function deleteAcrossTurns(editor: Editor, range: Range, deleteWithin: (range: Range) => void): void {
  Editor.withoutNormalizing(editor, () => {
    const [start, end] = Range.edges(range);
    const first = start.path[0] ?? 0;
    const last = end.path[0] ?? 0;
    const lastTimes = timesOf(turnElements(editor)[last] ?? {});
    const caret = Editor.pointRef(editor, start, { affinity: 'backward' });
    deleteIfAny(deleteWithin, { anchor: Editor.start(editor, [last]), focus: end });
    for (let index = last - 1; index > first; index--) Transforms.removeNodes(editor, { at: [index] });
    deleteIfAny(deleteWithin, { anchor: start, focus: Editor.end(editor, [first]) });

    const head = turnElements(editor)[first];
    const tail = turnElements(editor)[first + 1];
    if (tail && isEmptyTurn(tail)) {
      Transforms.removeNodes(editor, { at: [first + 1] });
    } else if (head && isEmptyTurn(head)) {
      Transforms.removeNodes(editor, { at: [first] });
    } else {
      appendTurn(editor, first + 1);
      setTurn(editor, first, { endMs: lastTimes.endMs });
    }
    const point = caret.unref();
    Transforms.select(
      editor,
      point && Editor.hasPath(editor, point.path) ? point : Editor.start(editor, [first]),
    );
  });
}

function deleteIfAny(deleteWithin: (range: Range) => void, range: Range): void {
  if (Range.isExpanded(range)) deleteWithin(range);
}
