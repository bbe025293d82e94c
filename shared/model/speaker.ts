import type { PortraitId, SpeakerId } from './ids.ts';
import { type Language, type LocalText, localText } from './language.ts';

/** Speakers are drawn in one of this many tints. */
export const SPEAKER_COLOUR_COUNT = 12;

/** What somebody is for a time. The days are `YYYY-MM-DD` and belong to it; null: open on that side. */
export interface Post {
  readonly title: LocalText;
  readonly organisation: LocalText;
  readonly from: string | null;
  readonly until: string | null;
}

/** A name as its bearer writes it. */
export interface OriginalName {
  readonly text: string;
  /** BCP 47 tag, with the script where the language does not settle it. */
  readonly language: string;
}

/** What a delegate list knows beyond the name; each part is absent as long as there is nothing to say. */
export interface SpeakerDetails {
  readonly originalName?: OriginalName | undefined;
  /** Other ways to write or transliterate the name, in any script; each once. */
  readonly aliases?: readonly string[] | undefined;
  /** What the speaker was or will be on certain days, where `title` and `organisation` do not say it. */
  readonly posts?: readonly Post[] | undefined;
  /** ISO 3166-1, two capitals. */
  readonly countryCode?: string | undefined;
  readonly portrait?: PortraitId | undefined;
}

/** An entry of the delegate directory. A merged speaker stays, and stands for the one it was merged into. */
export interface Speaker extends SpeakerDetails {
  readonly id: SpeakerId;
  readonly name: LocalText;
  /** What the speaker is on any day of which no post says otherwise. */
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

/** Returns the speaker's name in `language`, else in another, else as the bearer writes it; '' for null. */
export function speakerName(speaker: Speaker | null, language: Language): string {
  return speaker ? localText(speaker.name, language) || (speaker.originalName?.text ?? '') : '';
}

/** Returns every way in which the speaker's name is written, each once: kk, ru, en, original, aliases. */
export function namesOf({ name, originalName, aliases = [] }: Speaker): readonly string[] {
  const all = [name.kk, name.ru, name.en, originalName?.text, ...aliases];
  return [...new Set(all.flatMap((text) => text?.trim().normalize('NFC') || []))];
}

/** Returns whether there is something in at least one language. */
export const isGiven = (text: LocalText): boolean => Object.values(text).some((value) => value?.trim());

/** Returns the post of a day (`YYYY-MM-DD`), of several the one that began last; null where none is known of it. */
export function postOn({ posts = [] }: SpeakerDetails, date: string | null): Post | null {
  if (date === null) return null;
  let found: Post | null = null;
  for (const post of posts) {
    const holds = (post.from ?? '') <= date && date <= (post.until ?? '9999-12-31');
    if (holds && (post.from ?? '') >= (found?.from ?? '')) found = post;
  }
  return found;
}

/**
 * Returns the speaker with title and organisation as they were on a day (`YYYY-MM-DD`, that of the recording). What the
 * post of the day leaves blank is as on any other day; so is all where no post is known or the day is null.
 */
export function speakerOn<T extends Pick<Speaker, 'title' | 'organisation' | 'posts'>>(
  speaker: T,
  date: string | null,
): T {
  const post = postOn(speaker, date);
  if (!post) return speaker;
  const title = isGiven(post.title) ? post.title : speaker.title;
  const organisation = isGiven(post.organisation) ? post.organisation : speaker.organisation;
  return { ...speaker, title, organisation };
}

/** Returns the title of a day in `language` or another, '' for none; see `speakerOn`. */
export function titleOn(speaker: Speaker, date: string | null, language: Language): string {
  return localText(speakerOn(speaker, date).title, language);
}

/** Returns the texts that say something, trimmed, in the order of the languages. */
export function givenTexts({ kk, ru, en }: LocalText): LocalText {
  const [k, r, e] = [kk, ru, en].map((text) => text?.trim().normalize('NFC'));
  return { ...(k ? { kk: k } : {}), ...(r ? { ru: r } : {}), ...(e ? { en: e } : {}) };
}

/** Returns the details in their settled form: nothing blank, no alias twice, posts by the day on which they begin. */
export function detailsOf(details: SpeakerDetails): SpeakerDetails {
  const text = details.originalName?.text.trim().normalize('NFC');
  const aliases = [...new Set(details.aliases?.flatMap((alias) => alias.trim().normalize('NFC') || []))];
  const posts = (details.posts ?? [])
    .map((post) => ({
      ...post,
      title: givenTexts(post.title),
      organisation: givenTexts(post.organisation),
    }))
    .filter((post) => isGiven(post.title) || isGiven(post.organisation))
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : (a.from ?? '') > (b.from ?? '') ? 1 : 0));
  return {
    ...(details.originalName && text ? { originalName: { ...details.originalName, text } } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(posts.length > 0 ? { posts } : {}),
    ...(details.countryCode ? { countryCode: details.countryCode } : {}),
    ...(details.portrait ? { portrait: details.portrait } : {}),
  };
}

/** Returns whether a speaker has anything that Minber's first files could not say. */
export const hasDetails = (speaker: Speaker): boolean => Object.keys(detailsOf(speaker)).length > 0;

/** Returns whether a post says something and does not end before it begins. */
export function isSoundPost({ title, organisation, from, until }: Post): boolean {
  return (isGiven(title) || isGiven(organisation)) && (from === null || until === null || from <= until);
}
