import { basename } from 'node:path';
import type { ExportOptions, Format, TranscriptDocument } from '../../shared/formats/format.ts';
import { formatById } from '../../shared/formats/registry.ts';
import { withhold } from '../../shared/formats/withhold.ts';
import type { ExportWarning } from '../../shared/formats/write-sources.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { TranscriptId } from '../../shared/model/ids.ts';
import { resolveSpeaker } from '../../shared/model/speaker.ts';
import { turnText } from '../../shared/model/turn.ts';
import { listAnnotations, listKinds } from '../database/annotation-store.ts';
import type { ReadableDatabase } from '../database/library-database.ts';
import { portraitsOf } from '../database/portrait-store.ts';
import { listSpeakers } from '../database/speaker-store.ts';
import { listTurns } from '../database/turn-store.ts';
import type { App, LibraryAccess } from './app.ts';
import { freeFileName } from './export-names.ts';
import { markRevision } from './mark-revision.ts';
import { requireRecording } from './open-recording.ts';
import { requireTranscript } from './save-transcript.ts';
import { diskSources } from './write-sources.ts';
import { type Leave, writeTranscript, writeTranscriptFile } from './write-transcript-file.ts';

const PREVIEW_CHARACTERS = 20_000;

export interface ExportInput extends Leave {
  readonly transcriptId: TranscriptId;
  readonly format: Format['id'];
  readonly options: ExportOptions;
}

export interface ExportedFile {
  readonly path: string;
  readonly bytes: number;
  readonly warnings: readonly ExportWarning[];
  /** How many spans are off the record and stayed out. */
  readonly withheld: number;
}

/**
 * Returns the saved revision of a transcript as formats see it, without what is off the record unless `includeWithheld`
 * says otherwise, and with the hash of its history where the options ask for it. Throws `not-found`.
 */
export function transcriptDocument(
  db: ReadableDatabase,
  id: TranscriptId,
  wanted: Wanted = {},
): TranscriptDocument {
  return outgoing(db, id, wanted).document;
}

type Wanted = Leave & { readonly options?: ExportOptions };

/** What leaves the program, and how many spans of the transcript stay out of it. */
function outgoing(
  db: ReadableDatabase,
  id: TranscriptId,
  { includeWithheld = false, options }: Wanted,
): { readonly document: TranscriptDocument; readonly withheldCount: number } {
  const { headHash } = requireTranscript(db, id);
  const whole = wholeDocument(db, id);
  const document = options?.headHash && headHash !== '' ? { ...whole, headHash } : whole;
  return includeWithheld ? { document, withheldCount: 0 } : withhold(document);
}

/** Returns how many spans are kept out of the exports of a transcript. Throws `not-found`. */
export function countWithheld(db: ReadableDatabase, id: TranscriptId): number {
  return withhold(wholeDocument(db, id)).withheldCount;
}

/** Throws `withheld-inside` when a transcript has spans that may not leave the program. */
export function refuseWithheld(db: ReadableDatabase, id: TranscriptId): void {
  const count = countWithheld(db, id);
  if (count > 0) throw new MinberError('withheld-inside', { count });
}

function wholeDocument(db: ReadableDatabase, id: TranscriptId): TranscriptDocument {
  const transcript = requireTranscript(db, id);
  const { title, date, place, media } = requireRecording(db, transcript.recordingId);
  const speakers = new Map(listSpeakers(db).map((speaker) => [speaker.id, speaker]));
  const turns = listTurns(db, transcript.number).map(({ order: _, ...turn }) => ({
    ...turn,
    speakerId: resolveSpeaker(speakers, turn.speakerId)?.id ?? null,
  }));
  const named = new Set(turns.map((turn) => turn.speakerId));
  const annotations = listAnnotations(db, transcript.number).filter(({ removed }) => !removed);
  const kinds = new Set(annotations.map(({ kindId }) => kindId));
  const speaking = [...named].flatMap((speakerId) => (speakerId && speakers.get(speakerId)) || []);
  const portraits = portraitsOf(db, speaking);
  return {
    title,
    date,
    place,
    language: transcript.language,
    media: {
      name: basename(media.path),
      durationMs: media.durationMs,
      sha256: media.sha256,
      ...(media.frameRate ? { frameRate: media.frameRate } : {}),
    },
    speakers: speaking,
    ...(portraits.length > 0 ? { portraits } : {}),
    turns,
    ...(annotations.length > 0
      ? { annotations, annotationKinds: listKinds(db).filter((kind) => kinds.has(kind.id)) }
      : {}),
  };
}

/**
 * Returns the beginning of an export, about 20,000 characters of it. A format that is not read as text (Word, PDF, a
 * web page) is shown as another with the same words. Throws `not-found`.
 */
export async function previewExport(
  { library, resourcesPath }: Pick<App, 'library' | 'resourcesPath'>,
  input: ExportInput,
): Promise<{ readonly text: string; readonly truncated: boolean; readonly withheld: number }> {
  const { document, withheldCount } = outgoing(library, input.transcriptId, input);
  const shown = { ...document, turns: firstTurns(document.turns) };
  const format = formatById(input.format).previewedAs ?? input.format;
  const bytes = await writeTranscript(shown, { ...input, format }, diskSources(resourcesPath, null));
  const text = new TextDecoder().decode(bytes);
  return {
    text: text.slice(0, PREVIEW_CHARACTERS),
    truncated: text.length > PREVIEW_CHARACTERS || shown.turns.length < document.turns.length,
    withheld: input.includeWithheld ? countWithheld(library, input.transcriptId) : withheldCount,
  };
}

function firstTurns(turns: TranscriptDocument['turns']): TranscriptDocument['turns'] {
  let characters = 0;
  const end = turns.findIndex((turn) => {
    characters += turnText(turn).length;
    return characters > PREVIEW_CHARACTERS;
  });
  return end === -1 ? turns : turns.slice(0, end + 1);
}

/**
 * Writes the saved revision of a transcript to `path`, whole or not at all, and returns what the file does not show as
 * it should. Throws MinberError: `not-found`, `disk-full`, `export-failed`.
 */
export async function exportTranscript(
  app: Pick<App, 'library' | 'now' | 'author' | 'exported' | 'resourcesPath'>,
  input: ExportInput,
  path: string,
): Promise<ExportedFile> {
  const { transcriptId } = input;
  const { document, withheldCount: withheld } = outgoing(app.library, transcriptId, input);
  const { media } = requireRecording(app.library, requireTranscript(app.library, transcriptId).recordingId);
  // A recording of which something is off the record is not given to a page: it says aloud what the text withholds.
  const sources = diskSources(app.resourcesPath, { path: media.path, isWithheld: withheld > 0 });
  const bytes = await writeTranscriptFile(path, document, input, sources);
  app.exported.add(path);
  markRevision(app, { transcriptId, reason: 'exported', name: basename(path) });
  return { path, bytes, warnings: sources.warnings, withheld };
}

/** Returns a file name, made from the recording's title, that every file system takes. Throws `not-found`. */
export function exportFileName({ library }: LibraryAccess, id: TranscriptId, extension: string): string {
  const { title } = requireRecording(library, requireTranscript(library, id).recordingId);
  return freeFileName(title, extension, () => false);
}
