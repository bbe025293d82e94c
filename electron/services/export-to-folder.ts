import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExportOptions, FormatId } from '../../shared/formats/format.ts';
import { formatById } from '../../shared/formats/registry.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { RecordingId } from '../../shared/model/ids.ts';
import type { App } from './app.ts';
import { foldName, freeFileName } from './export-names.ts';
import { type ExportedFile, exportTranscript } from './export-transcript.ts';
import { requireOriginal, requireRecording } from './open-recording.ts';
import type { Leave } from './write-transcript-file.ts';

export interface FolderExport extends Leave {
  readonly recordingId: RecordingId;
  readonly format: FormatId;
  readonly options: ExportOptions;
}

/**
 * Writes the transcript of a recording into a folder, under a name made from its title. A name for
 * which `isTaken` is true gets a number. Rejects with a MinberError: `not-found`, `disk-full`, `export-failed`.
 */
export async function exportToFolder(
  app: Pick<App, 'library' | 'now' | 'author' | 'exported' | 'resourcesPath'>,
  { recordingId, ...input }: FolderExport,
  folder: string,
  isTaken: (name: string) => boolean,
): Promise<ExportedFile> {
  const { title } = requireRecording(app.library, recordingId);
  const transcriptId = requireOriginal(app.library, recordingId).id;
  const name = freeFileName(title, formatById(input.format).extensions[0] ?? input.format, isTaken);
  return exportTranscript(app, { transcriptId, ...input }, join(folder, name));
}

/** Returns a test for names that a folder has, or that some file system takes for one that it has. */
export async function namesIn(folder: string): Promise<(name: string) => boolean> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new MinberError('export-failed', { name: folder }, error);
  });
  const taken = new Set(names.map(foldName));
  return (name) => taken.has(foldName(name));
}
