import { Editor, Range, Transforms } from 'slate';
import { alignTranslation, divideWords, sameWords } from '../../../shared/model/translation.ts';
import { turnText } from '../../../shared/model/turn.ts';
import { isEmptyTurn, turnElements, turnOf } from '../slate-turns.ts';
import { type Source, translatedBy } from '../with-translation.ts';
import { asOneStep } from './as-one-step.ts';
import { indexOfTurn, pointInText } from './current-turn.ts';
import { mergeTurns } from './merge-turns.ts';
import { setTurn } from './set-turn.ts';
import { divideTurn } from './split-turn.ts';

/** Returns the row of a turn as it stands now; null where the turn has no original. */
function rowAround(editor: Editor, source: Source, index: number) {
  const turns = turnElements(editor).map(turnOf);
  const turn = turns[index];
  const row = turn && alignTranslation(source.turns, turns).find((each) => each.turns.includes(turn));
  return row?.source ? { of: row.source, turns: row.turns } : null;
}

/**
 * Says that the row of a turn is made from what the original says now: that the translation is still right, or, with
 * `done`, that it is finished. A row without words cannot be finished. Returns whether it now is as was asked.
 */
export function acceptSource(editor: Editor, source: Source, index: number, done: boolean): boolean {
  const { of, turns } = rowAround(editor, source, index) ?? { of: null, turns: [] };
  const row = turns.flatMap((turn) =>
    turnText(turn).trim() === '' ? [] : (indexOfTurn(editor, turn.id) ?? []),
  );
  const [first] = row;
  if (!of || first === undefined) return false;
  const made = row.map((at) => turnElements(editor)[at]?.translates?.words ?? '').join(' ');
  const words = turnText(of);
  const isSame = sameWords(made, words);
  asOneStep(editor, () => {
    for (const at of row) {
      const before = turnElements(editor)[at]?.translates;
      if (!before) continue;
      const finished = done || before.done;
      const change = {
        // A turn that a joined original has left here is from now on a translation of what that has become.
        turnId: of.id,
        words: isSame ? before.words : at === first ? words : '',
        ...(finished ? { done: true as const } : {}),
      };
      const isAsBefore =
        before.turnId === change.turnId && before.words === change.words && before.done === change.done;
      if (!isAsBefore) setTurn(editor, at, { translates: change });
    }
  });
  return true;
}

/** Says that a turn is not done after all. */
export function reopenTurn(editor: Editor, index: number): void {
  const translates = turnElements(editor)[index]?.translates;
  if (translates?.done)
    asOneStep(editor, () =>
      setTurn(editor, index, { translates: { turnId: translates.turnId, words: translates.words } }),
    );
}

/**
 * Cuts a translation at the caret. What follows goes into the next row where nothing stands there, made from what the
 * original says there; else both halves stay in their row.
 */
export function splitTranslation(editor: Editor, source: Source): void {
  if (!editor.selection) return;
  asOneStep(editor, () => {
    if (editor.selection && Range.isExpanded(editor.selection)) Transforms.delete(editor);
    if (!editor.selection) return;
    const point = pointInText(editor, editor.selection.anchor);
    const index = point.path[0] ?? 0;
    const turn = turnElements(editor)[index];
    const of = translatedBy(source, turn);
    const { translates } = turn ?? {};
    if (!of || !translates || Editor.isStart(editor, point, [index]) || Editor.isEnd(editor, point, [index]))
      return;
    const next = turnElements(editor)[index + 1];
    const below = next && isEmptyTurn(next) ? translatedBy(source, next) : null;
    divideTurn(editor, point, null);
    if (below && below !== of) {
      const [first, second] = divideWords(translates.words, turnText(of));
      setTurn(editor, index, { translates: { turnId: of.id, words: first } });
      setTurn(editor, index + 1, {
        translates: { turnId: below.id, words: second },
        ...timesAndSpeaker(below),
      });
    } else {
      setTurn(editor, index, { translates: { turnId: of.id, words: translates.words } });
      setTurn(editor, index + 1, { translates: { turnId: of.id, words: '' }, ...timesAndSpeaker(of) });
    }
    setTurn(editor, index, timesAndSpeaker(of));
  });
}

const timesAndSpeaker = ({ startMs, endMs, speakerId }: NonNullable<ReturnType<typeof translatedBy>>) => ({
  startMs,
  endMs,
  speakerId,
});

/** Joins a translation to the one before it, which is then made from the words of both. */
export function mergeTranslations(editor: Editor, source: Source, index: number): void {
  const [first, second] = [turnElements(editor)[index - 1], turnElements(editor)[index]];
  const [before, behind] = [first?.translates, second?.translates];
  const of = translatedBy(source, first);
  if (!first || !second || !before || !behind || isEmptyTurn(second)) return;
  asOneStep(editor, () => {
    const words = [isEmptyTurn(first) ? '' : before.words, behind.words].filter(Boolean).join(' ');
    const done = !isEmptyTurn(first) && before.done && behind.done;
    mergeTurns(editor, index);
    setTurn(editor, index - 1, {
      translates: { turnId: before.turnId, words, ...(done ? { done } : {}) },
      ...(of ? timesAndSpeaker(of) : {}),
    });
  });
}
