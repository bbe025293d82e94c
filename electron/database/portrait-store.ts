import type { PortraitId } from '../../shared/model/ids.ts';
import type { Portrait, PortraitType } from '../../shared/model/portrait.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';

/** A portrait as it is served. */
export interface StoredPortrait {
  readonly id: PortraitId;
  readonly type: PortraitType;
  readonly bytes: Uint8Array;
}

/** Keeps a portrait; one that is known stays as it is. */
export function putPortrait(db: WritableDatabase, { id, type, bytes }: StoredPortrait): void {
  db.run('INSERT OR IGNORE INTO portrait (id, type, bytes) VALUES (?, ?, ?)', id, type, bytes);
}

/** Returns a portrait, or null for an unknown id. */
export function findPortrait(db: ReadableDatabase, id: PortraitId): StoredPortrait | null {
  return db.get<StoredPortrait>('SELECT id, type, bytes FROM portrait WHERE id = ?', id) ?? null;
}

/** Returns the portraits of these speakers, each once, as files carry them. */
export function portraitsOf(
  db: ReadableDatabase,
  speakers: readonly { readonly portrait?: PortraitId | undefined }[],
): readonly Portrait[] {
  const ids = new Set(speakers.flatMap(({ portrait }) => portrait ?? []));
  return [...ids].flatMap((id) => {
    const found = findPortrait(db, id);
    return found ? [{ id, type: found.type, data: Buffer.from(found.bytes).toString('base64') }] : [];
  });
}

/** Keeps portraits out of a file. */
export function putPortraits(db: WritableDatabase, portraits: readonly Portrait[]): void {
  for (const { data, ...facts } of portraits)
    putPortrait(db, { ...facts, bytes: Buffer.from(data, 'base64') });
}
