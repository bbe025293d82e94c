import type { RecordingId, SpeakerId } from '../../shared/model/ids.ts';
import { resolveSpeaker, type Speaker } from '../../shared/model/speaker.ts';
import type { ReadableDatabase } from '../database/library-database.ts';
import { searchWords, transcriptsWithWords } from '../database/search-index.ts';
import { listSpeakers } from '../database/speaker-store.ts';
import { listTitles, type TitledTranscript } from '../database/transcript-store.ts';
import { transcriptsOfSpeaker } from '../database/turn-store.ts';
import type { LibraryAccess } from './app.ts';

/** A person narrows the query rather than read on. */
const MOST_RESULTS = 200;
/** A single letter begins a word of nearly every turn, so it is looked for in names alone. */
const SHORTEST_PREFIX = 2;

/**
 * Returns recordings outside the bin, newest first, at most 200. Each word of the query must begin a word of the
 * title, of the place or of the name of a speaker, and those that do not must stand together in one turn. Case and
 * ё do not matter; й and и are two letters. A query without letters or digits finds nothing.
 */
export function searchLibrary({ library: db }: LibraryAccess, query: string): readonly RecordingId[] {
  const terms = [...new Set(searchWords(query))];
  if (terms.length === 0) return [];
  const found = [...groupByMissing(db, terms).values()].flatMap(({ missing, transcripts }) =>
    missing.length === 0 ? [...transcripts.values()] : thoseWithWords(db, missing, transcripts),
  );
  found.sort((a, b) => b.number - a.number);
  return [...new Set(found.map(({ recordingId }) => recordingId))].slice(0, MOST_RESULTS);
}

interface Group {
  /** Words of the query that neither the title nor the place nor a speaker's name has. */
  readonly missing: readonly string[];
  readonly transcripts: Map<number, TitledTranscript>;
}

function groupByMissing(db: ReadableDatabase, terms: readonly string[]): Map<string, Group> {
  const spoken = transcriptsOfNames(db, terms);
  const groups = new Map<string, Group>();
  for (const transcript of listTitles(db)) {
    const words = searchWords(`${transcript.title} ${transcript.place}`);
    const missing = terms.filter(
      (term) => !spoken.get(term)?.has(transcript.number) && !words.some((word) => word.startsWith(term)),
    );
    const key = missing.join(' ');
    const group = groups.get(key) ?? { missing, transcripts: new Map() };
    group.transcripts.set(transcript.number, transcript);
    groups.set(key, group);
  }
  return groups;
}

/** Returns, for each term, the transcripts in which somebody speaks whose name has a word that begins with it. */
function transcriptsOfNames(
  db: ReadableDatabase,
  terms: readonly string[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const speakers = listSpeakers(db);
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  const words = new Map<SpeakerId, readonly string[]>(
    speakers.map(({ id }) => [id, nameWords(resolveSpeaker(byId, id))]),
  );
  return new Map(
    terms.map((term) => {
      const named = speakers.filter(({ id }) => words.get(id)?.some((word) => word.startsWith(term)));
      return [term, new Set(named.flatMap(({ id }) => transcriptsOfSpeaker(db, id)))];
    }),
  );
}

const nameWords = (speaker: Speaker | null): readonly string[] =>
  searchWords(Object.values(speaker?.name ?? {}).join(' '));

function thoseWithWords(
  db: ReadableDatabase,
  words: readonly string[],
  among: ReadonlyMap<number, TitledTranscript>,
): readonly TitledTranscript[] {
  const prefixes = words.filter((word) => word.length >= SHORTEST_PREFIX);
  if (prefixes.length === 0) return [];
  const found = new Set<TitledTranscript>();
  for (const number of transcriptsWithWords(db, prefixes)) {
    const transcript = among.get(number);
    if (transcript) found.add(transcript);
    if (found.size === Math.min(MOST_RESULTS, among.size)) break;
  }
  return [...found];
}
