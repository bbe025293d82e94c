import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { KINDS_EXTENSION, readKindsFile, writeKindsFile } from '../../shared/formats/kinds-file.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { AnnotationKind } from '../../shared/model/annotation.ts';
import { listKinds, putKind } from '../database/annotation-store.ts';
import type { App, LibraryAccess } from './app.ts';
import { writeExport } from './write-transcript-file.ts';

/** Far more than a vocabulary takes. */
const LARGEST_BYTES = 4 * 1024 * 1024;

/** What a dialog proposes for the file of a vocabulary. */
export const KINDS_FILE_NAME = { defaultName: `annotations.${KINDS_EXTENSION}`, extension: 'json' };

/** Returns the vocabulary in its order, removed kinds included. */
export function listAnnotationKinds({ library }: LibraryAccess): readonly AnnotationKind[] {
  return listKinds(library);
}

/** Writes kinds, changed, or new behind those that are there; all or none. */
export function putAnnotationKinds({ library }: LibraryAccess, kinds: readonly AnnotationKind[]): void {
  library.write((db) => {
    for (const kind of kinds) putKind(db, kind);
  });
}

/** Writes the vocabulary as a file, whole or not at all. Rejects with a MinberError: `disk-full`, `export-failed`. */
export async function shareKinds(
  { library, exported }: Pick<App, 'library' | 'exported'>,
  path: string,
): Promise<{ readonly path: string }> {
  await writeExport(path, async () => writeKindsFile(listKinds(library)));
  exported.add(path);
  return { path };
}

/** Reads the file of a vocabulary. Rejects with `kinds-unreadable`, and with the system's error for a missing file. */
export async function readKinds(path: string): Promise<readonly AnnotationKind[]> {
  const { size } = await stat(path);
  const kinds = size > LARGEST_BYTES ? null : readKindsFile(await readFile(path));
  if (!kinds) throw new MinberError('kinds-unreadable', { name: basename(path) });
  return kinds;
}
