import type { SpeakerId } from '../../shared/model/ids.ts';
import { resolveSpeaker } from '../../shared/model/speaker.ts';
import type { Turn } from '../../shared/model/turn.ts';
import { useSession } from '../session.ts';
import { turnsNow } from './watch-turns.ts';

/**
 * Numbers the speakers of the open transcript for Ctrl+1 to Ctrl+9: in order of first appearance, newcomers at
 * the end, so that a number keeps its speaker as long as the recording is open.
 */
export function numberSpeakers(turns: readonly Turn[]): void {
  const { speakerOrder, speakers } = useSession.getState();
  const known = new Set(speakerOrder);
  for (const turn of turns) {
    const speaker = resolveSpeaker(speakers, turn.speakerId);
    if (speaker) known.add(speaker.id);
  }
  if (known.size !== speakerOrder.length) useSession.setState({ speakerOrder: [...known] });
}

/** Returns the speaker of a number, counted from 1; null when there are fewer. One named just now has a number too. */
export function speakerByNumber(number: number): SpeakerId | null {
  numberSpeakers(turnsNow());
  const { speakerOrder, speakers } = useSession.getState();
  return resolveSpeaker(speakers, speakerOrder[number - 1] ?? null)?.id ?? null;
}
