import type { TranscriptId } from '../../shared/model/ids.ts';
import type { Turn } from '../../shared/model/turn.ts';
import {
  type Boundary,
  boundariesOf,
  heardOf,
  indexOfPlace,
  nextUnheard,
} from '../../shared/review/boundaries.ts';
import type { BoundaryPlace, HeardBoundary, ReviewNotes } from '../../shared/review/review-notes.ts';
import { turnsNow } from '../actions/watch-turns.ts';
import { call } from '../api/client.ts';
import { ports } from '../session.ts';
import { tellFailure } from '../ui/toast.tsx';

/** What is played before and behind a boundary: a second and a half in all. */
export const AROUND_MS = 750;

/** What the audit shows. `index` null: every boundary has been heard, or there is none. */
export interface AuditState {
  readonly turns: readonly Turn[];
  readonly boundaries: readonly Boundary[];
  readonly heard: readonly boolean[];
  readonly index: number | null;
  readonly loop: boolean;
  /** When boundaries were found right in this sitting; the first entry is when it began. */
  readonly heardAtMs: readonly number[];
}

/** Goes through the boundaries of a transcript; every change is the editor's, so it is saved and can be undone. */
export interface AuditSession {
  state(): AuditState;
  subscribe(listener: () => void): () => void;
  /** Plays around the boundary, or stops. */
  toggle(): void;
  setLoop(loop: boolean): void;
  /** Finds the boundary right where it is, and goes on to the next that nobody has heard. */
  approve(): void;
  nudge(deltaMs: number): void;
  setHere(): void;
  /** Flags the turn at the boundary with a note, and goes on. */
  flag(note: string): void;
  /** Goes to a neighbour without a word about this one. */
  step(by: -1 | 1): void;
  undo(): void;
  redo(): void;
  /** Begins anew, whatever has been heard. */
  again(): void;
  stop(): void;
}

interface AuditOptions {
  readonly transcriptId: TranscriptId;
  readonly durationMs: number;
  readonly notes: ReviewNotes;
  readonly now: () => number;
}

export function createAuditSession({ transcriptId, durationMs, notes, now }: AuditOptions): AuditSession {
  const listeners = new Set<() => void>();
  let heardBoundaries: readonly HeardBoundary[] = notes.heard;
  let place: BoundaryPlace | null = null;
  let state: AuditState = { ...read(), index: null, loop: false, heardAtMs: [now()] };

  function read() {
    const turns = turnsNow();
    const boundaries = boundariesOf(turns, durationMs);
    return { turns, boundaries, heard: heardOf(boundaries, heardBoundaries) };
  }

  function show(change: Partial<AuditState>) {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  /** Takes the turns as they are now, and stays at the boundary, or where it was when it is gone. */
  function refresh() {
    const fresh = read();
    const last = fresh.boundaries.length - 1;
    const at = place ? indexOfPlace(fresh.boundaries, place) : -1;
    const index = state.index === null || last < 0 ? null : at >= 0 ? at : Math.min(state.index, last);
    place = (index === null ? null : fresh.boundaries[index]) ?? null;
    show({ ...fresh, index });
  }

  const current = () => (state.index === null ? null : (state.boundaries[state.index] ?? null));

  function play() {
    const boundary = current();
    if (!boundary) return;
    const endMs = Math.min(durationMs, boundary.ms + AROUND_MS);
    ports.playback?.playSpan(Math.max(0, boundary.ms - AROUND_MS), endMs, state.loop);
  }

  function goTo(index: number | null) {
    place = (index === null ? null : state.boundaries[index]) ?? null;
    show({ index });
    const at = place && { turnId: place.turnId, edge: place.edge };
    void call('review.stopAudit', { transcriptId, place: at }).catch(tellFailure);
    if (index === null) ports.playback?.pause();
    else play();
  }

  function moveTo(ms: number) {
    const boundary = current();
    if (!boundary) return;
    const wanted = Math.round(Math.max(boundary.lowestMs, Math.min(boundary.highestMs, ms)));
    if (wanted !== boundary.ms) ports.editor?.moveEdge(boundary.turnId, boundary.edge, wanted);
    refresh();
    play();
  }

  function note(boundary: Boundary) {
    const { turnId, edge, ms: atMs } = boundary;
    const isIt = (each: BoundaryPlace) => each.turnId === turnId && each.edge === edge;
    heardBoundaries = [
      ...heardBoundaries.filter((each) => !isIt(each)),
      { turnId, edge, atMs, by: '', at: '' },
    ];
    void call('review.hear', { transcriptId, turnId, edge, atMs }).catch(tellFailure);
    show({
      heard: heardOf(state.boundaries, heardBoundaries),
      heardAtMs: [...state.heardAtMs, now()],
    });
  }

  function goOn() {
    goTo(nextUnheard(state.heard, state.index ?? -1));
  }

  const unsubscribe = ports.editor?.subscribe(refresh) ?? (() => {});
  const stopped = notes.stoppedAt ? indexOfPlace(state.boundaries, notes.stoppedAt) : -1;
  goTo(stopped >= 0 && !state.heard[stopped] ? stopped : nextUnheard(state.heard, stopped));

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    toggle() {
      if (ports.playback?.isPlaying()) ports.playback.pause();
      else play();
    },
    setLoop(loop) {
      show({ loop });
      play();
    },
    approve() {
      const boundary = current();
      if (!boundary) return;
      note(boundary);
      goOn();
    },
    nudge(deltaMs) {
      const boundary = current();
      if (boundary) moveTo(boundary.ms + deltaMs);
    },
    setHere() {
      const ms = ports.playback?.positionMs();
      if (ms !== undefined) moveTo(ms);
    },
    flag(text) {
      const boundary = current();
      const id = boundary?.startsId ?? boundary?.endsId;
      if (!boundary || !id) return;
      ports.editor?.flagTurn(id, text);
      refresh();
      note(boundary);
      goOn();
    },
    step(by) {
      const count = state.boundaries.length;
      if (count > 0) goTo(((state.index ?? (by > 0 ? -1 : count)) + by + count) % count);
    },
    undo() {
      ports.editor?.undo();
      refresh();
      play();
    },
    redo() {
      ports.editor?.redo();
      refresh();
      play();
    },
    again() {
      if (state.boundaries.length > 0) goTo(0);
    },
    stop() {
      unsubscribe();
      listeners.clear();
      ports.playback?.setLoop(null);
      ports.playback?.pause();
      if (place) ports.editor?.goToTurn(place.turnId);
    },
  };
}
