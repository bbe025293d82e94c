import type { SpeakerId } from '../model/ids.ts';
import { resolveSpeaker, type SpeakersById } from '../model/speaker.ts';
import type { Turn } from '../model/turn.ts';
import type { TurnContext } from './check.ts';

export interface ReviewedTranscript {
  /** In their order. */
  readonly turns: readonly Turn[];
  readonly speakers: SpeakersById;
  /** How many annotations on a turn nobody has resolved. */
  readonly openAnnotationsOf: (turn: Turn) => number;
}

/** Returns what the checks may know of each turn, in the order of the turns. It reads no text. */
export function turnContexts(transcript: ReviewedTranscript): readonly TurnContext[] {
  const { turns, speakers, openAnnotationsOf } = transcript;
  const nextStarts = startsBehind(turns);
  const lastToEnd = new Map<SpeakerId, Turn>();
  const seen = new Set<SpeakerId>();
  let previousStartMs: number | null = null;
  let reachMs: number | null = null;
  return turns.map((turn, index) => {
    const speaker = resolveSpeaker(speakers, turn.speakerId);
    const context: TurnContext = {
      turn,
      speaker,
      ownBefore: (speaker && lastToEnd.get(speaker.id)) ?? null,
      isFirstOfSpeaker: speaker !== null && !seen.has(speaker.id),
      previousStartMs,
      reachMs,
      nextStartMs: nextStarts[index] ?? null,
      isOnly: turns.length === 1,
      openAnnotations: openAnnotationsOf(turn),
    };
    if (speaker) {
      seen.add(speaker.id);
      if ((turn.endMs ?? -1) > (lastToEnd.get(speaker.id)?.endMs ?? -1)) lastToEnd.set(speaker.id, turn);
    }
    previousStartMs = turn.startMs ?? previousStartMs;
    const endMs = turn.endMs ?? turn.startMs;
    if (endMs !== null) reachMs = Math.max(reachMs ?? 0, endMs);
    return context;
  });
}

function startsBehind(turns: readonly Turn[]): readonly (number | null)[] {
  const starts = new Array<number | null>(turns.length).fill(null);
  let nextMs: number | null = null;
  for (let index = turns.length - 1; index >= 0; index--) {
    starts[index] = nextMs;
    nextMs = turns[index]?.startMs ?? nextMs;
  }
  return starts;
}

const KEYS = [
  'turn',
  'speaker',
  'ownBefore',
  'isFirstOfSpeaker',
  'previousStartMs',
  'reachMs',
  'nextStartMs',
  'isOnly',
  'openAnnotations',
] as const satisfies readonly (keyof TurnContext)[];

/** Returns whether two contexts hold the same, turns and speakers by identity. */
export function sameContext(a: TurnContext, b: TurnContext): boolean {
  return KEYS.every((key) => a[key] === b[key]);
}
