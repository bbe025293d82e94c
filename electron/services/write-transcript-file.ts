import { basename } from 'node:path';
import type { ExportOptions, FormatId, TranscriptDocument } from '../../shared/formats/format.ts';
import { formatById } from '../../shared/formats/registry.ts';
import { withhold, withoutRemarks } from '../../shared/formats/withhold.ts';
import type { WriteSources } from '../../shared/formats/write-sources.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import { speakerOn } from '../../shared/model/speaker.ts';
import { writeFileAtomic } from '../media/write-file-atomic.ts';

/** What may go out. */
export interface Leave {
  /** What is off the record goes with the rest. Only a person who was asked twice says so. */
  readonly includeWithheld?: boolean;
}

/** How a transcript is written. */
export interface Way extends Leave {
  readonly format: FormatId;
  readonly options: ExportOptions;
}

/**
 * Returns a transcript as a file of a format, without what is off the record. No format is written in any other way.
 * Rejects with `bad-request` for a format that is not written.
 */
export async function writeTranscript(
  document: TranscriptDocument,
  { format, options, includeWithheld = false }: Way,
  sources: WriteSources,
): Promise<Uint8Array> {
  const { write, keeps } = formatById(format);
  if (!write) throw new MinberError('bad-request', {}, new Error(`${format} is not written`));
  const outgoing = includeWithheld ? document : withhold(document).document;
  const shown = keeps.posts ? outgoing : asOnItsDay(outgoing);
  return write(keeps.annotations ? shown : withoutRemarks(shown), options, sources);
}

/** The speakers as they were on the day of the recording, for formats that say one title of each. */
function asOnItsDay(document: TranscriptDocument): TranscriptDocument {
  return { ...document, speakers: document.speakers.map((speaker) => speakerOn(speaker, document.date)) };
}

/**
 * Writes a transcript to `path`, whole or not at all, and returns how many bytes it has. Rejects with a MinberError:
 * `disk-full`, `export-failed`.
 */
export function writeTranscriptFile(
  path: string,
  document: TranscriptDocument,
  way: Way,
  sources: WriteSources,
): Promise<number> {
  return writeExport(path, () => writeTranscript(document, way, sources));
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
