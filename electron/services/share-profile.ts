import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type ExportProfile,
  PROFILE_EXTENSION,
  readProfileFile,
  writeProfileFile,
} from '../../shared/formats/profile-file.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { App } from './app.ts';
import { freeFileName } from './export-names.ts';
import { writeExport } from './write-transcript-file.ts';

/** Far more than a name and some options take. */
const LARGEST_BYTES = 1024 * 1024;

/** Returns what a dialog proposes for the file of a profile. */
export function profileFileName({ name }: ExportProfile) {
  return { defaultName: freeFileName(name, PROFILE_EXTENSION, () => false), extension: 'json' };
}

/** Writes a profile as a file, whole or not at all. Rejects with a MinberError: `disk-full`, `export-failed`. */
export async function shareProfile(
  { exported }: Pick<App, 'exported'>,
  profile: ExportProfile,
  path: string,
): Promise<{ readonly path: string }> {
  await writeExport(path, async () => writeProfileFile(profile));
  exported.add(path);
  return { path };
}

/** Reads a profile's file. Rejects with `profile-unreadable`, and with the system's error for one that is not there. */
export async function readProfile(path: string): Promise<ExportProfile> {
  const { size } = await stat(path);
  const profile = size > LARGEST_BYTES ? null : readProfileFile(await readFile(path));
  if (!profile) throw new MinberError('profile-unreadable', { name: basename(path) });
  return profile;
}
