import { ReactEditor } from 'slate-react';
import type { TurnId } from '../../shared/model/ids.ts';
import { type PlayingOrder, playingOrder, turnAt } from './playing-turn.ts';
import { isInView, revealTurn } from './reveal-turn.ts';
import { turnElements } from './slate-turns.ts';
import type { TranscriptSlate } from './with-transcript.ts';

/** A scroll this soon after the wheel, a key or a finger is the person's own. */
const OWN_SCROLL_MS = 600;

/** Whoever typed this recently elsewhere keeps the text where it is, unless by seeking. */
const TYPING_MS = 3000;

/** Playing moves on by less than this from one call to the next. */
const PLAYED_AT_ONCE_MS = 1000;

const SCROLL_KEYS = ['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown'];

export interface FollowOptions {
  readonly slate: TranscriptSlate;
  /** What scrolls the text. */
  readonly scroller: HTMLElement;
  /** Called when following stops since the person has scrolled away, and when it goes on. */
  readonly onFollowing: (following: boolean) => void;
}

export interface PlayheadFollower {
  /** To be told each position that is played. */
  update(positionMs: number): void;
  /** To be told of every edit. */
  noteEdit(): void;
  playingTurnId(): TurnId | null;
  resume(): void;
  stop(): void;
}

/**
 * Marks the turn that is being played by hand, without React, and keeps it in view until the person scrolls away.
 * It goes on when the person scrolls back to the turn, or asks for it.
 */
export function followPlayhead({ slate, scroller, onFollowing }: FollowOptions): PlayheadFollower {
  const listening = new AbortController();
  let order: PlayingOrder | null = null;
  let orderVersion = -1;
  let place: number | null = null;
  let playingId: TurnId | null = null;
  let marked: HTMLElement | null = null;
  let following = true;
  let positionMs = 0;
  let ownScrollAt = Number.NEGATIVE_INFINITY;
  let editedAt = Number.NEGATIVE_INFINITY;

  function elementAt(index: number | null): HTMLElement | null {
    const turn = index === null ? undefined : turnElements(slate)[index];
    try {
      return turn ? ReactEditor.toDOMNode(slate, turn) : null;
    } catch {
      // Not rendered yet.
      return null;
    }
  }

  function setFollowing(next: boolean) {
    if (following === next) return;
    following = next;
    onFollowing(next);
  }

  function isTypingElsewhere(): boolean {
    const typing = performance.now() - editedAt < TYPING_MS;
    return typing && slate.selection?.focus.path[0] !== place;
  }

  const noteOwnScroll = () => {
    ownScrollAt = performance.now();
  };
  const on = { passive: true, signal: listening.signal };
  scroller.addEventListener('wheel', noteOwnScroll, on);
  scroller.addEventListener('touchmove', noteOwnScroll, on);
  scroller.addEventListener('keydown', (event) => SCROLL_KEYS.includes(event.code) && noteOwnScroll(), on);
  scroller.addEventListener('pointermove', (event) => event.buttons !== 0 && noteOwnScroll(), on);
  // The scroll bar belongs to the scroller itself, the text to what is inside it.
  scroller.addEventListener('pointerdown', (event) => event.target === scroller && noteOwnScroll(), on);
  scroller.addEventListener(
    'scroll',
    () => {
      if (marked && performance.now() - ownScrollAt < OWN_SCROLL_MS) setFollowing(isInView(scroller, marked));
    },
    on,
  );

  function update(playedMs: number) {
    const isSeek = Math.abs(playedMs - positionMs) > PLAYED_AT_ONCE_MS;
    positionMs = playedMs;
    const isStale = orderVersion !== slate.timesVersion;
    if (order === null || isStale) {
      order = playingOrder(turnElements(slate));
      orderVersion = slate.timesVersion;
    }
    const nextPlace = turnAt(order, positionMs);
    if (nextPlace === place && !isStale && (place === null || marked?.isConnected)) return;
    const before = playingId;
    place = nextPlace;
    playingId = place === null ? null : (turnElements(slate)[place]?.id ?? null);
    const next = elementAt(place);
    if (next !== marked) {
      marked?.removeAttribute('data-playing');
      next?.setAttribute('data-playing', '');
      marked = next;
    }
    if (!next || playingId === before) return;
    if (!following) setFollowing(isInView(scroller, next));
    else if (isSeek || !isTypingElsewhere()) revealTurn(scroller, next, true);
  }

  return {
    update,
    noteEdit() {
      editedAt = performance.now();
      // Turns that came or went are on the page by the next frame.
      if (orderVersion !== slate.timesVersion) requestAnimationFrame(() => update(positionMs));
    },
    playingTurnId: () => playingId,
    resume() {
      setFollowing(true);
      if (marked) revealTurn(scroller, marked, true);
    },
    stop() {
      listening.abort();
      marked?.removeAttribute('data-playing');
    },
  };
}
