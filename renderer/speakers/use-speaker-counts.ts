import { useEffect, useState } from 'react';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { resolveSpeaker } from '../../shared/model/speaker.ts';
import { turnsNow, watchTurns } from '../actions/watch-turns.ts';
import { useSession } from '../session.ts';
import { countSpeakers, type SpeakerCounts, sameCounts } from './count-speakers.ts';

/** Counting runs at most once in this time, so that a keystroke costs nothing here. */
const PAUSE_MS = 300;

interface Heard {
  readonly counts: SpeakerCounts;
  /** The speaker of the turn with the caret. */
  readonly current: SpeakerId | null;
}

function listen(): Heard {
  const { opened, speakers, currentTurnId } = useSession.getState();
  const turns = turnsNow();
  const current = turns.find((turn) => turn.id === currentTurnId)?.speakerId ?? null;
  return {
    counts: countSpeakers(turns, speakers, opened?.recording.media.durationMs ?? 0),
    current: resolveSpeaker(speakers, current)?.id ?? null,
  };
}

/** Returns who speaks how much in the open transcript, and in the turn with the caret. */
export function useSpeakerCounts(): Heard {
  const [heard, setHeard] = useState(listen);

  useEffect(() => {
    const recount = () => {
      const now = listen();
      setHeard((was) => (was.current === now.current && sameCounts(was.counts, now.counts) ? was : now));
    };
    const stop = watchTurns(PAUSE_MS, recount);
    const unsubscribe = useSession.subscribe((now, was) => {
      if (now.speakers !== was.speakers || now.currentTurnId !== was.currentTurnId) recount();
    });
    return () => {
      stop();
      unsubscribe();
    };
  }, []);

  return heard;
}
