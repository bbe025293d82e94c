import { useEffect, useState } from 'react';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { resolveSpeaker } from '../../shared/model/speaker.ts';
import { numberSpeakers } from '../actions/speaker-numbers.ts';
import type { TranscriptEditor } from '../ports.ts';
import { ports, useSession } from '../session.ts';
import { countSpeakers, type SpeakerCounts, sameCounts } from './count-speakers.ts';
import { restoreNamed } from './speaker-changes.ts';

/** Counting runs at most once in this time, so that a keystroke costs nothing here. */
const PAUSE_MS = 300;

interface Heard {
  readonly counts: SpeakerCounts;
  /** The speaker of the turn with the caret. */
  readonly current: SpeakerId | null;
}

const turnsNow = () => ports.editor?.turns() ?? useSession.getState().opened?.turns ?? [];

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
    let editor: TranscriptEditor | null = null;
    let unsubscribe = () => {};
    let timer: ReturnType<typeof setTimeout> | null = null;
    const recount = () => {
      const turns = turnsNow();
      restoreNamed(turns);
      numberSpeakers(turns);
      const now = listen();
      setHeard((was) => (was.current === now.current && sameCounts(was.counts, now.counts) ? was : now));
    };
    const later = () => {
      timer ??= setTimeout(() => {
        timer = null;
        recount();
      }, PAUSE_MS);
    };
    const stop = () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    };
    const connect = () => {
      if (ports.editor === editor) return;
      unsubscribe();
      editor = ports.editor;
      unsubscribe = editor?.subscribe(later) ?? (() => {});
      later();
    };
    connect();
    const unsubscribeSession = useSession.subscribe((now, was) => {
      connect();
      // The editor of a recording that has just been opened comes a moment later.
      if (now.opened !== was.opened) {
        stop();
        later();
      } else if (now.speakers !== was.speakers || now.currentTurnId !== was.currentTurnId) recount();
    });
    return () => {
      stop();
      unsubscribe();
      unsubscribeSession();
    };
  }, []);

  return heard;
}
