import { useEffect } from 'react';
import { restoreNamed } from '../actions/directory.ts';
import { numberSpeakers } from '../actions/speaker-numbers.ts';
import { turnsNow, watchTurns } from '../actions/watch-turns.ts';
import { useSession } from '../session.ts';

const PAUSE_MS = 300;

/** Gives speakers of the open transcript their numbers, and back those whom undoing names again. Shows nothing. */
export function SpeakerWatch() {
  useEffect(() => {
    const stop = watchTurns(PAUSE_MS, (turns) => {
      restoreNamed(turns);
      numberSpeakers(turns);
    });
    const unsubscribe = useSession.subscribe((now, was) => {
      if (now.speakers !== was.speakers) numberSpeakers(turnsNow());
    });
    return () => {
      stop();
      unsubscribe();
    };
  }, []);
  return null;
}
