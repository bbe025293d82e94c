import type { PortraitId, SpeakerId } from '../../shared/model/ids.ts';
import type { LocalText } from '../../shared/model/language.ts';
import { detailsOf, type Speaker, type SpeakerDetails } from '../../shared/model/speaker.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';

interface Row {
  readonly id: SpeakerId;
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
  readonly country: string;
  readonly colour: number;
  readonly mergedInto: SpeakerId | null;
  readonly details: string;
  readonly portrait: PortraitId | null;
}

const COLUMNS =
  'id, name, title, organisation, country, colour, merged_into AS mergedInto, details, portrait';

const toSpeaker = ({ details, portrait, ...row }: Row): Speaker => ({
  ...row,
  name: JSON.parse(row.name) as LocalText,
  title: JSON.parse(row.title) as LocalText,
  organisation: JSON.parse(row.organisation) as LocalText,
  country: JSON.parse(row.country) as LocalText,
  ...(details === '{}' ? {} : (JSON.parse(details) as SpeakerDetails)),
  ...(portrait === null ? {} : { portrait }),
});

/** Returns the directory in the order of entry: merged speakers included, removed ones left out. */
export function listSpeakers(db: ReadableDatabase): readonly Speaker[] {
  return db.all<Row>(`SELECT ${COLUMNS} FROM speaker WHERE removed = 0 ORDER BY rowid`).map(toSpeaker);
}

/** Returns a speaker, removed or not; null for an id that was never in the directory. */
export function findSpeaker(db: ReadableDatabase, id: SpeakerId): Speaker | null {
  const row = db.get<Row>(`SELECT ${COLUMNS} FROM speaker WHERE id = ?`, id);
  return row ? toSpeaker(row) : null;
}

/** A speaker as the search knows it: `name` is the JSON of its names, `details` that of what else is known. */
export interface SpeakerName {
  readonly id: SpeakerId;
  readonly name: string;
  readonly details: string;
  readonly mergedInto: SpeakerId | null;
}

/** Returns the names of the directory, removed speakers left out; quicker than reading it whole. */
export function listSpeakerNames(db: ReadableDatabase): readonly SpeakerName[] {
  return db.all('SELECT id, name, details, merged_into AS mergedInto FROM speaker WHERE removed = 0');
}

/** Writes a speaker, new, changed, or removed before. */
export function putSpeaker(db: WritableDatabase, speaker: Speaker): void {
  const { portrait = null, ...details } = detailsOf(speaker);
  db.run(
    `INSERT INTO speaker (id, name, title, organisation, country, colour, merged_into, details, portrait)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, title = excluded.title,
       organisation = excluded.organisation, country = excluded.country, colour = excluded.colour,
       merged_into = excluded.merged_into, details = excluded.details, portrait = excluded.portrait, removed = 0`,
    speaker.id,
    JSON.stringify(speaker.name),
    JSON.stringify(speaker.title),
    JSON.stringify(speaker.organisation),
    JSON.stringify(speaker.country),
    speaker.colour,
    speaker.mergedInto,
    JSON.stringify(details),
    portrait,
  );
}

/** Takes a speaker out of the directory; the row stays for the edit log. */
export function removeSpeaker(db: WritableDatabase, id: SpeakerId): void {
  db.run('UPDATE speaker SET removed = 1 WHERE id = ?', id);
}

/** Puts a removed speaker back, since a turn names it again. */
export function reviveSpeaker(db: WritableDatabase, id: SpeakerId): void {
  db.run('UPDATE speaker SET removed = 0 WHERE id = ? AND removed = 1', id);
}

/** Tells whether another speaker, removed or not, is merged into this one. */
export function isMergeTarget(db: ReadableDatabase, id: SpeakerId): boolean {
  return db.get('SELECT 1 FROM speaker WHERE merged_into = ? LIMIT 1', id) !== undefined;
}

/** Returns the pairs of which a person has said that they are two people. */
export function listApart(db: ReadableDatabase): [SpeakerId, SpeakerId][] {
  return db
    .all<{ one: SpeakerId; other: SpeakerId }>('SELECT one, other FROM speaker_apart')
    .map(({ one, other }) => [one, other]);
}

/** Keeps that two speakers are two people, or no longer. */
export function setApart(db: WritableDatabase, ids: readonly [SpeakerId, SpeakerId], apart: boolean): void {
  const [one, other] = [...ids].sort() as [SpeakerId, SpeakerId];
  if (apart) db.run('INSERT OR IGNORE INTO speaker_apart (one, other) VALUES (?, ?)', one, other);
  else db.run('DELETE FROM speaker_apart WHERE one = ? AND other = ?', one, other);
}
