import { type Editor, Node, Text, Transforms } from 'slate';
import type { PieceMatch } from '../../workers/find-messages.ts';
import { spansUnder, type TextSpan } from '../find/pieces.ts';
import { turnElements } from '../slate-turns.ts';
import { asOneStep } from './as-one-step.ts';

/** A match and the place of its turn. */
export interface PlacedMatch {
  readonly index: number;
  readonly match: PieceMatch;
}

/**
 * Puts the replacements of matches in their places, as one step. The text keeps what was said of any part of what it
 * replaces; timestamps, tags, speakers and times stay as they are. The matches must be those of the present text.
 */
export function replaceMatches(editor: Editor, matches: readonly PlacedMatch[]): void {
  asOneStep(editor, () => {
    // From the last to the first, so that those before keep their places.
    for (const { index, match } of [...matches].sort(byPlace).reverse()) {
      const turn = turnElements(editor)[index];
      if (turn) replaceSpans(editor, spansUnder(turn, index, match), match.replacement);
    }
  });
}

export function byPlace(a: PlacedMatch, b: PlacedMatch): number {
  return a.index - b.index || a.match.piece - b.match.piece || a.match.start - b.match.start;
}

function replaceSpans(editor: Editor, spans: readonly TextSpan[], replacement: string): void {
  const [first] = spans;
  if (!first) return;
  const nodes = spans.map(({ path }) => Node.get(editor, [...path]) as Text);
  const said = new Set(nodes.flatMap(({ annotations }) => annotations ?? []));
  if (replacement !== '')
    editor.apply({ type: 'insert_text', path: [...first.path], offset: first.start, text: replacement });
  for (const [place, { path, start, end }] of [...spans.entries()].reverse()) {
    const offset = place === 0 ? start + replacement.length : start;
    const text = (nodes[place]?.text ?? '').slice(start, end);
    editor.apply({ type: 'remove_text', path: [...path], offset, text });
  }
  if (replacement === '' || said.size === (nodes[0]?.annotations?.length ?? 0)) return;
  const at = {
    anchor: { path: [...first.path], offset: first.start },
    focus: { path: [...first.path], offset: first.start + replacement.length },
  };
  Transforms.setNodes(editor, { annotations: [...said].sort() }, { at, match: Text.isText, split: true });
}
