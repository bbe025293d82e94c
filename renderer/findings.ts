import { useCallback, useSyncExternalStore } from 'react';
import { create } from 'zustand';
import type { TurnId } from '../shared/model/ids.ts';
import type { CheckId, Finding } from '../shared/review/check.ts';
import { EMPTY_NOTES, type IgnoredFinding, type ReviewNotes } from '../shared/review/review-notes.ts';

/** Which finding is meant: a check finds at most one thing in a turn. */
export interface FindingPlace {
  readonly turnId: TurnId;
  readonly check: CheckId;
}

interface FindingsState {
  /** What the checks find in the open transcript, in the order of its turns. */
  readonly open: readonly Finding[];
  readonly letBe: readonly (readonly [Finding, IgnoredFinding])[];
  readonly notes: ReviewNotes;
  /** The finding that was gone to last. */
  readonly chosen: FindingPlace | null;
}

const NOTHING: FindingsState = { open: [], letBe: [], notes: EMPTY_NOTES, chosen: null };

/** What is known of the review of the open transcript. */
export const useFindings = create<FindingsState>()(() => NOTHING);

const NONE: readonly Finding[] = [];
const listeners = new Map<TurnId, Set<() => void>>();
let byTurn = new Map<TurnId, readonly Finding[]>();

/** Shows what was found, and tells those headers alone whose turn has other findings now. */
export function showFindings(state: Pick<FindingsState, 'open' | 'letBe'>): void {
  const now = new Map<TurnId, Finding[]>();
  for (const finding of state.open) {
    const those = now.get(finding.turnId);
    if (those) those.push(finding);
    else now.set(finding.turnId, [finding]);
  }
  const was = byTurn;
  byTurn = new Map([...now].map(([id, found]) => [id, keptIfSame(was.get(id), found)]));
  useFindings.setState(state);
  for (const id of new Set([...was.keys(), ...byTurn.keys()]))
    if (was.get(id) !== byTurn.get(id) && listeners.has(id)) untold.add(id);
  tellSoon();
}

/** Turns whose headers are still to be told. */
const untold = new Set<TurnId>();
/** Headers to a moment: thousands at once would hold up a key. */
const TOLD_AT_ONCE = 20;
let isTelling = false;

function tellSoon(): void {
  if (isTelling || untold.size === 0) return;
  isTelling = true;
  requestIdleCallback(() => {
    isTelling = false;
    for (const id of [...untold].slice(0, TOLD_AT_ONCE)) {
      untold.delete(id);
      for (const listener of listeners.get(id) ?? []) listener();
    }
    tellSoon();
  });
}

/** Forgets everything, when the recording is closed. */
export function forgetFindings(): void {
  showFindings(NOTHING);
  useFindings.setState(NOTHING);
}

function keptIfSame(was: readonly Finding[] | undefined, now: readonly Finding[]): readonly Finding[] {
  return was?.length === now.length && was.every((finding, index) => finding === now[index]) ? was : now;
}

/** Returns what is found in a turn; the component renders anew only when that changes. */
export function useTurnFindings(id: TurnId): readonly Finding[] {
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
    () => byTurn.get(id) ?? NONE,
  );
}
