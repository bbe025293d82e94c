import { basename } from 'node:path';
import type { ExportOptions, FormatId, TranscriptDocument } from '../../shared/formats/format.ts';
import { formatById } from '../../shared/formats/registry.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import { writeFileAtomic } from '../media/write-file-atomic.ts';

/** Returns a transcript as a file of a format. Rejects with `bad-request` for a format that is not written. */
export async function writeTranscript(
  document: TranscriptDocument,
  format: FormatId,
  options: ExportOptions,
): Promise<Uint8Array> {
  const { write } = formatById(format);
  if (!write) throw new MinberError('bad-request', {}, new Error(`${format} is not written`));
  return write(document, options);
}

/**
 * Writes a transcript to `path`, whole or not at all, and returns how many bytes it has. Rejects with a MinberError:
 * `disk-full`, `export-failed`.
 */
export function writeTranscriptFile(
  path: string,
  document: TranscriptDocument,
  format: FormatId,
  options: ExportOptions,
): Promise<number> {
  return writeExport(path, () => writeTranscript(document, format, options));
}

/** Writes what `make` gives, likewise. */
export async function writeExport(path: string, make: () => Promise<Uint8Array>): Promise<number> {
  try {
    const bytes = await make();
    await writeFileAtomic(path, bytes);
    return bytes.length;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    throw new MinberError(isFull ? 'disk-full' : 'export-failed', { name: basename(path) }, error);
  }
}
