import { useLayoutEffect } from 'react';
import type { Turn } from '../../shared/model/turn.ts';
import { type Sides, showRows } from '../translation-rows.ts';
import type { OpenTranscript } from './open-transcript.ts';

/** Changes are gathered for this long, and then wait for a moment in which nothing else is to be done. */
const PAUSE_MS = 200;
const LONGEST_WAIT_MS = 1000;

/** Keeps what stands beside the turns up to date, behind the keystrokes. */
export function useRows(transcript: OpenTranscript, sides: Sides | null): void {
  useLayoutEffect(() => {
    if (!sides) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    let idle = 0;
    const show = (turns: readonly Turn[]) => showRows(turns, sides);
    show(transcript.turns());
    const unsubscribe = transcript.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = null;
        cancelIdleCallback(idle);
        idle = requestIdleCallback(() => show(transcript.turns()), { timeout: LONGEST_WAIT_MS });
      }, PAUSE_MS);
    });
    return () => {
      if (timer) clearTimeout(timer);
      cancelIdleCallback(idle);
      unsubscribe();
      showRows([], null);
    };
  }, [transcript, sides]);
}
