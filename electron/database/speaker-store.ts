import type { SpeakerId } from '../../shared/model/ids.ts';
import type { LocalText } from '../../shared/model/language.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';

interface Row {
  readonly id: SpeakerId;
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
  readonly country: string;
  readonly colour: number;
  readonly mergedInto: SpeakerId | null;
}

/** Returns the whole directory in the order of entry, merged speakers included. */
export function listSpeakers(db: ReadableDatabase): readonly Speaker[] {
  return db
    .all<Row>(
      `SELECT id, name, title, organisation, country, colour, merged_into AS mergedInto FROM speaker ORDER BY rowid`,
    )
    .map((row) => ({
      ...row,
      name: JSON.parse(row.name) as LocalText,
      title: JSON.parse(row.title) as LocalText,
      organisation: JSON.parse(row.organisation) as LocalText,
      country: JSON.parse(row.country) as LocalText,
    }));
}

/** Writes a speaker, new or changed. */
export function putSpeaker(db: WritableDatabase, speaker: Speaker): void {
  db.run(
    `INSERT INTO speaker (id, name, title, organisation, country, colour, merged_into) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, title = excluded.title,
       organisation = excluded.organisation, country = excluded.country, colour = excluded.colour,
       merged_into = excluded.merged_into`,
    speaker.id,
    JSON.stringify(speaker.name),
    JSON.stringify(speaker.title),
    JSON.stringify(speaker.organisation),
    JSON.stringify(speaker.country),
    speaker.colour,
    speaker.mergedInto,
  );
}

export function deleteSpeaker(db: WritableDatabase, id: SpeakerId): void {
  db.run('DELETE FROM speaker WHERE id = ?', id);
}
