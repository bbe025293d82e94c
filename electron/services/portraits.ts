import { createHash } from 'node:crypto';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { PortraitId } from '../../shared/model/ids.ts';
import { PORTRAIT_LIMIT_BYTES, type Portrait, portraitType } from '../../shared/model/portrait.ts';
import { findPortrait, putPortrait, type StoredPortrait } from '../database/portrait-store.ts';
import type { LibraryAccess } from './app.ts';

/** Returns the name of a portrait with this content. */
export const portraitIdOf = (bytes: Uint8Array): PortraitId =>
  createHash('sha256').update(bytes).digest('hex') as PortraitId;

/** Keeps a picture in the library and returns its name. Throws `bad-request` for one too large, or no picture. */
export function keepPortrait({ library }: LibraryAccess, bytes: Uint8Array): PortraitId {
  const type = portraitType(bytes);
  if (!type || bytes.length > PORTRAIT_LIMIT_BYTES)
    throw new MinberError('bad-request', {}, new Error(`${bytes.length} bytes are no portrait`));
  const id = portraitIdOf(bytes);
  library.write((db) => putPortrait(db, { id, type, bytes }));
  return id;
}

/** Returns a portrait of the library; null for an unknown one. */
export function readPortrait({ library }: LibraryAccess, id: PortraitId): StoredPortrait | null {
  return findPortrait(library, id);
}

/** Returns whether a portrait out of a file is a picture of the kind and with the name that it says. */
export function isSoundPortrait({ id, type, data }: Portrait): boolean {
  const bytes = Buffer.from(data, 'base64');
  return bytes.length <= PORTRAIT_LIMIT_BYTES && portraitType(bytes) === type && portraitIdOf(bytes) === id;
}
