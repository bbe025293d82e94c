import type { SpeakerId } from '../../shared/model/ids.ts';
import { resolveSpeaker, type SpeakersById } from '../../shared/model/speaker.ts';
import type { Turn } from '../../shared/model/turn.ts';

export interface SpeakerCount {
  readonly turns: number;
  /** Milliseconds. A turn without an end lasts until the next one that has a start. */
  readonly spokenMs: number;
}

export type SpeakerCounts = ReadonlyMap<SpeakerId, SpeakerCount>;

/**
 * Returns how many turns each speaker has and how long they speak, merges followed; those without a turn are
 * absent. `durationMs`: where the last turn ends when it does not say.
 */
export function countSpeakers(
  turns: readonly Turn[],
  speakers: SpeakersById,
  durationMs: number,
): SpeakerCounts {
  const counts = new Map<SpeakerId, SpeakerCount>();
  let nextStartMs = durationMs;
  for (let index = turns.length - 1; index >= 0; index--) {
    const turn = turns[index];
    if (!turn) continue;
    const { startMs, endMs } = turn;
    const speaker = resolveSpeaker(speakers, turn.speakerId);
    if (speaker) {
      const known = counts.get(speaker.id) ?? { turns: 0, spokenMs: 0 };
      const lastsMs = startMs === null ? 0 : Math.max(0, (endMs ?? nextStartMs) - startMs);
      counts.set(speaker.id, { turns: known.turns + 1, spokenMs: known.spokenMs + lastsMs });
    }
    if (startMs !== null) nextStartMs = startMs;
  }
  return counts;
}

/** Returns whether two counts say the same. */
export function sameCounts(a: SpeakerCounts, b: SpeakerCounts): boolean {
  if (a.size !== b.size) return false;
  for (const [id, { turns, spokenMs }] of a) {
    const other = b.get(id);
    if (other?.turns !== turns || other.spokenMs !== spokenMs) return false;
  }
  return true;
}
