import type { SpeakerId } from './ids.ts';
import type { Language } from './language.ts';
import { namesOf, resolveSpeaker, type Speaker, type SpeakersById, speakerName } from './speaker.ts';

export interface ListedSpeaker {
  readonly speaker: Speaker;
  /** The digit that stands for the speaker in the open transcript, 1 to 9; null for those without. */
  readonly digit: number | null;
}

export interface SpeakerLists {
  /** Speakers of the open transcript in the order of their numbers. */
  readonly here: readonly ListedSpeaker[];
  /** Everyone else in the library, by name. */
  readonly others: readonly ListedSpeaker[];
}

/** Returns the speakers that nobody else stands for, those of the open transcript apart. */
export function listSpeakers(
  speakers: SpeakersById,
  order: readonly SpeakerId[],
  language: Language,
): SpeakerLists {
  const here = new Map<SpeakerId, ListedSpeaker>();
  order.forEach((id, index) => {
    const speaker = resolveSpeaker(speakers, id);
    if (speaker && !here.has(speaker.id))
      here.set(speaker.id, { speaker, digit: index < 9 ? index + 1 : null });
  });
  const { compare } = new Intl.Collator(language);
  const others = [...speakers.values()]
    .filter((speaker) => speaker.mergedInto === null && !here.has(speaker.id))
    .sort((a, b) => compare(speakerName(a, language), speakerName(b, language)))
    .map((speaker) => ({ speaker, digit: null }));
  return { here: [...here.values()], others };
}

/** Returns the speakers that `id` stands for directly. */
export function mergedInto(speakers: SpeakersById, id: SpeakerId): readonly Speaker[] {
  return [...speakers.values()].filter((speaker) => speaker.mergedInto === id);
}

const words = (text: string) =>
  text.normalize('NFC').toLocaleLowerCase('kk').replaceAll('ё', 'е').split(/\s+/u).filter(Boolean);

function everything(speaker: Speaker): string {
  const { title, organisation, country, posts = [], countryCode = '' } = speaker;
  const texts = [title, organisation, country, ...posts.flatMap((post) => [post.title, post.organisation])];
  return [...namesOf(speaker), ...texts.flatMap((text) => Object.values(text)), countryCode].join(' ');
}

const knownTexts = new WeakMap<SpeakersById, ReadonlyMap<SpeakerId, string>>();

/** Returns what is known of each speaker and of those merged into it; made once for a directory. */
function textsOf(speakers: SpeakersById): ReadonlyMap<SpeakerId, string> {
  const made = knownTexts.get(speakers);
  if (made) return made;
  const texts = new Map<SpeakerId, string>();
  for (const speaker of speakers.values()) {
    const text = words(everything(speaker)).join(' ');
    for (const id of [speaker.id, speaker.mergedInto])
      if (id !== null) texts.set(id, `${texts.get(id) ?? ''} ${text}`);
  }
  knownTexts.set(speakers, texts);
  return texts;
}

/**
 * Returns whether every word of the query stands somewhere in what is known of the speaker, in any language,
 * or of those merged into it.
 */
export function matchesQuery(speaker: Speaker, query: string, speakers: SpeakersById): boolean {
  const wanted = words(query);
  if (wanted.length === 0) return true;
  const known = textsOf(speakers).get(speaker.id) ?? '';
  return wanted.every((word) => known.includes(word));
}
