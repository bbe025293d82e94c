import type { SpeakerId } from './ids.ts';
import { type Language, type LocalText, localText } from './language.ts';

/** Speakers are drawn in one of this many tints. */
export const SPEAKER_COLOUR_COUNT = 12;

/** An entry of the delegate directory. A merged speaker stays, and stands for the one it was merged into. */
export interface Speaker {
  readonly id: SpeakerId;
  readonly name: LocalText;
  readonly title: LocalText;
  readonly organisation: LocalText;
  readonly country: LocalText;
  /** Index of the tint, 0 to SPEAKER_COLOUR_COUNT - 1. */
  readonly colour: number;
  readonly mergedInto: SpeakerId | null;
}

export type SpeakersById = ReadonlyMap<SpeakerId, Speaker>;

/** Returns the speaker that `id` stands for, merges followed; null for null, an unknown id or a merge cycle. */
export function resolveSpeaker(speakers: SpeakersById, id: SpeakerId | null): Speaker | null {
  let current = id === null ? undefined : speakers.get(id);
  for (let hops = 0; current && hops <= speakers.size; hops++) {
    if (current.mergedInto === null) return current;
    current = speakers.get(current.mergedInto);
  }
  return null;
}

/** Returns the speaker's name in `language`, or in another if it has none there; '' for null. */
export function speakerName(speaker: Speaker | null, language: Language): string {
  return speaker ? localText(speaker.name, language) : '';
}
