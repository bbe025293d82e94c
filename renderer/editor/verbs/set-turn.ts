import type { Editor } from 'slate';
import type { Turn, TurnDetails } from '../../../shared/model/turn.ts';
import { turnElements } from '../slate-turns.ts';

export type TurnChange = Partial<Pick<Turn, 'id' | 'speakerId' | 'startMs' | 'endMs' | 'status'>> & {
  readonly [K in keyof TurnDetails]?: TurnDetails[K] | null;
};

/** Sets what a turn says of itself; null means "not set". Does nothing when it says so already. */
export function setTurn(editor: Editor, index: number, change: TurnChange): void {
  const turn = turnElements(editor)[index];
  if (!turn) return;
  const properties: Record<string, unknown> = {};
  const newProperties: Record<string, unknown> = {};
  for (const key of Object.keys(change) as (keyof TurnChange)[]) {
    const before = turn[key] ?? null;
    const after = change[key] ?? null;
    if (before === after) continue;
    if (before !== null) properties[key] = before;
    if (after !== null) newProperties[key] = after;
  }
  if (Object.keys({ ...properties, ...newProperties }).length === 0) return;
  editor.apply({ type: 'set_node', path: [index], properties, newProperties });
}
