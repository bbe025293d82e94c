import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportWarning } from '../../shared/formats/format.ts';
import { detectFormat } from '../../shared/formats/registry.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import { type Adopted, adoptDocument } from './adopt-speakers.ts';
import type { LibraryAccess } from './app.ts';

/** The longest forum is a few megabytes of text. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/**
 * Reads a transcript or subtitle file by the format that its content proves or its name announces; `language`
 * (BCP 47) is assumed where the file does not say. Adds the speakers that the directory does not have, and nothing
 * else: the editor inserts the turns. Nothing readable gives no turns and the warnings that say why. Rejects with
 * `transcript-unreadable` for a file of no known format or far too large, and with the system's error for one that
 * cannot be read.
 */
export async function readTranscriptFile(
  { library }: LibraryAccess,
  path: string,
  language: string,
): Promise<Adopted & { readonly warnings: readonly ImportWarning[] }> {
  const fileName = basename(path);
  const { size } = await stat(path);
  const bytes = size > LARGEST_BYTES ? null : await readFile(path);
  const read = bytes && detectFormat(fileName, bytes)?.read;
  if (!bytes || !read) throw new MinberError('transcript-unreadable', { name: fileName });
  const { document, warnings } = await read(bytes, { fileName, language });
  if (!document || document.turns.length === 0) return { turns: [], speakers: [], warnings };
  return { ...library.write((db) => adoptDocument(db, document)), warnings };
}
