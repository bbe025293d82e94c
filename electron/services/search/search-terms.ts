import type { SpeakerId } from '../../../shared/model/ids.ts';
import type { LocalText } from '../../../shared/model/language.ts';
import type { SpeakerDetails } from '../../../shared/model/speaker.ts';
import { stemsOf } from '../../../shared/search/stem.ts';
import type { ReadableDatabase } from '../../database/library-database.ts';
import { searchWords } from '../../database/search-index.ts';
import { listSpeakerNames, type SpeakerName } from '../../database/speaker-store.ts';
import type { TitledTranscript } from '../../database/transcript-store.ts';
import { transcriptsOfSpeaker } from '../../database/turn-store.ts';

/** A word of a query, folded and in lower case, and what its other forms begin with. */
export interface Term {
  readonly word: string;
  readonly stems: readonly string[];
}

/** A query is not longer than this in words that matter. */
const MOST_TERMS = 12;

/** Returns the words of a query, each once. */
export function termsOf(query: string): readonly Term[] {
  return [...new Set(searchWords(query))]
    .slice(0, MOST_TERMS)
    .map((word) => ({ word, stems: stemsOf(word) }));
}

/** Returns whether a word of a text, folded and in lower case, is a form of the term. */
export const isForm = ({ stems }: Term, word: string): boolean => stems.some((stem) => word.startsWith(stem));

/** Transcripts of whose titles, places and speakers' names the same terms are no words. */
export interface TranscriptGroup {
  readonly missing: readonly Term[];
  readonly transcripts: ReadonlyMap<number, TitledTranscript>;
}

const KEPT_TEXTS = 20_000;
const keptWords = new Map<string, readonly string[]>();

/** Returns the words of a title or a name; those asked for before come from memory. */
function wordsOf(text: string): readonly string[] {
  const known = keptWords.get(text);
  if (known) return known;
  if (keptWords.size >= KEPT_TEXTS) keptWords.clear();
  const words = searchWords(text);
  keptWords.set(text, words);
  return words;
}

/** Returns the transcripts by which of the terms neither their titles, nor places, nor speakers' names have. */
export function groupByMissing(
  db: ReadableDatabase,
  terms: readonly Term[],
  transcripts: readonly TitledTranscript[],
): readonly TranscriptGroup[] {
  const spoken = transcriptsOfNames(db, terms);
  const groups = new Map<string, { missing: readonly Term[]; transcripts: Map<number, TitledTranscript> }>();
  for (const transcript of transcripts) {
    const words = [...wordsOf(transcript.title), ...wordsOf(transcript.place)];
    const missing = terms.filter(
      (term) => !spoken.get(term)?.has(transcript.number) && !words.some((word) => isForm(term, word)),
    );
    const key = missing.map(({ word }) => word).join(' ');
    const group = groups.get(key) ?? { missing, transcripts: new Map() };
    group.transcripts.set(transcript.number, transcript);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Returns, for each term, the transcripts in which somebody speaks who is called so. */
function transcriptsOfNames(
  db: ReadableDatabase,
  terms: readonly Term[],
): ReadonlyMap<Term, ReadonlySet<number>> {
  const speakers = listSpeakerNames(db);
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const shownBy = (id: SpeakerId): SpeakerName | undefined => {
    let speaker = byId.get(id);
    for (let hops = 0; speaker?.mergedInto && hops < speakers.length; hops++)
      speaker = byId.get(speaker.mergedInto);
    return speaker;
  };
  const words = new Map(speakers.map(({ id }) => [id, nameWords(shownBy(id))]));
  return new Map(
    terms.map((term) => {
      const named = speakers.filter(({ id }) => words.get(id)?.some((word) => isForm(term, word)));
      return [term, new Set(named.flatMap(({ id }) => transcriptsOfSpeaker(db, id)))];
    }),
  );
}

const KEPT_NAMES = new Map<string, readonly string[]>();

/** Returns the words of all names of a speaker. */
function nameWords(speaker: SpeakerName | undefined): readonly string[] {
  if (!speaker) return [];
  const { name, details } = speaker;
  const key = details === '{}' ? name : name + details;
  const known = KEPT_NAMES.get(key);
  if (known) return known;
  if (KEPT_NAMES.size >= KEPT_TEXTS) KEPT_NAMES.clear();
  const { originalName, aliases = [] } = JSON.parse(details) as SpeakerDetails;
  const names = [...Object.values(JSON.parse(name) as LocalText), originalName?.text ?? '', ...aliases];
  const words = searchWords(names.join(' '));
  KEPT_NAMES.set(key, words);
  return words;
}
