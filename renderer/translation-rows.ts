import { useCallback, useSyncExternalStore } from 'react';
import { create } from 'zustand';
import type { TurnId } from '../shared/model/ids.ts';
import {
  alignTranslation,
  countRows,
  rowState,
  type TranslationProgress,
  type TranslationState,
  wordsOfRow,
} from '../shared/model/translation.ts';
import { type Turn, turnText } from '../shared/model/turn.ts';

/** What stands beside a turn of the open text. */
export interface RowBeside {
  /** Null where there is nothing to translate. */
  readonly state: TranslationState | null;
  /** The turns of the other text in this row; none where this is not the first turn of its row. */
  readonly turns: readonly Turn[];
  /** What the translation was made from and what the original says now; null where these are the same. */
  readonly change: { readonly was: string; readonly now: string } | null;
}

/** How far the translation on the screen is; null where none is. */
export const useTranslationProgress = create<{ readonly progress: TranslationProgress | null }>()(() => ({
  progress: null,
}));

const NOTHING: RowBeside = { state: null, turns: [], change: null };
const listeners = new Map<TurnId, Set<() => void>>();
let byTurn = new Map<TurnId, RowBeside>();

/** Which side of the translation is being edited, and the other. */
export interface Sides {
  readonly edited: 'original' | 'translation';
  readonly beside: readonly Turn[];
}

/** Works out what stands beside each turn, and tells those alone for which that is something else now. */
export function showRows(turns: readonly Turn[], sides: Sides | null): void {
  const was = byTurn;
  byTurn = new Map();
  if (sides) {
    const [source, translation] = sides.edited === 'original' ? [turns, sides.beside] : [sides.beside, turns];
    const rows = alignTranslation(source, translation);
    for (const row of rows) {
      const state = rowState(row);
      const change =
        state === 'stale' ? { was: wordsOfRow(row), now: row.source ? turnText(row.source) : '' } : null;
      const others = sides.edited === 'original' ? row.turns : row.source ? [row.source] : [];
      const here = sides.edited === 'original' ? (row.source ? [row.source] : []) : row.turns;
      for (const [index, { id }] of here.entries())
        byTurn.set(id, keptIfSame(was.get(id), { state, turns: index === 0 ? others : [], change }));
    }
    const progress = countRows(rows);
    const before = useTranslationProgress.getState().progress;
    if (JSON.stringify(before) !== JSON.stringify(progress)) useTranslationProgress.setState({ progress });
  } else if (useTranslationProgress.getState().progress) {
    useTranslationProgress.setState({ progress: null });
  }
  for (const id of new Set([...was.keys(), ...byTurn.keys()]))
    if (was.get(id) !== byTurn.get(id)) for (const listener of listeners.get(id) ?? []) listener();
}

function keptIfSame(was: RowBeside | undefined, now: RowBeside): RowBeside {
  const isSame =
    was?.state === now.state &&
    was.change?.was === now.change?.was &&
    was.change?.now === now.change?.now &&
    was.turns.length === now.turns.length &&
    was.turns.every((turn, index) => turn === now.turns[index]);
  return isSame ? was : now;
}

/** Returns what stands beside a turn now. */
export const rowBeside = (id: TurnId): RowBeside => byTurn.get(id) ?? NOTHING;

/** Returns what stands beside a turn; the component renders anew only when that changes. */
export function useRowBeside(id: TurnId): RowBeside {
  return useSyncExternalStore(
    useCallback(
      (listener) => {
        const those = listeners.get(id) ?? new Set();
        listeners.set(id, those.add(listener));
        return () => {
          those.delete(listener);
          if (those.size === 0) listeners.delete(id);
        };
      },
      [id],
    ),
    () => rowBeside(id),
  );
}
