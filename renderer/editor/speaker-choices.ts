import type { SpeakerId } from '../../shared/model/ids.ts';
import type { Language } from '../../shared/model/language.ts';
import { type ListedSpeaker, listSpeakers, matchesQuery } from '../../shared/model/list-speakers.ts';
import { namesOf, type Speaker, type SpeakersById } from '../../shared/model/speaker.ts';

export interface SpeakerChoices {
  /** Speakers that fit what was typed, those of the transcript first; names that begin with it before all others. */
  readonly found: readonly ListedSpeaker[];
  /** The name of a speaker to be added, null when there is none or somebody has it. */
  readonly newName: string | null;
}

const folded = (text: string) => text.normalize('NFC').trim().toLocaleLowerCase('kk');
const names = (speaker: Speaker) => namesOf(speaker).map(folded);

/** Returns whom the speaker field offers for what was typed into it. */
export function speakerChoices(
  speakers: SpeakersById,
  order: readonly SpeakerId[],
  query: string,
  language: Language,
): SpeakerChoices {
  const wanted = folded(query);
  const { here, others } = listSpeakers(speakers, order, language);
  const fitting = [...here, ...others].filter(({ speaker }) => matchesQuery(speaker, query, speakers));
  const begins = ({ speaker }: ListedSpeaker) => names(speaker).some((name) => name.startsWith(wanted));
  const isKnown = fitting.some(({ speaker }) => names(speaker).includes(wanted));
  return {
    found: [...fitting.filter(begins), ...fitting.filter((listed) => !begins(listed))],
    newName: wanted === '' || isKnown ? null : query.trim().replace(/\s+/g, ' '),
  };
}
