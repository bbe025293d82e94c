import { basename } from 'node:path';
import type { ExportOptions, Format, TranscriptDocument } from '../../shared/formats/format.ts';
import { formatById } from '../../shared/formats/registry.ts';
import { withhold } from '../../shared/formats/withhold.ts';
import type { ExportWarning } from '../../shared/formats/write-sources.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import { annotationsIn } from '../../shared/model/anchors.ts';
import type { TranscriptId } from '../../shared/model/ids.ts';
import { resolveSpeaker } from '../../shared/model/speaker.ts';
import { isBlank } from '../../shared/model/translation.ts';
import { turnText } from '../../shared/model/turn.ts';
import { listAnnotations, listKinds } from '../database/annotation-store.ts';
import type { ReadableDatabase } from '../database/library-database.ts';
import { portraitsOf } from '../database/portrait-store.ts';
import { listSpeakers } from '../database/speaker-store.ts';
import { listTranscripts, type StoredTranscript } from '../database/transcript-store.ts';
import type { App, LibraryAccess } from './app.ts';
import { freeFileName } from './export-names.ts';
import { markRevision } from './mark-revision.ts';
import { requireOriginal, requireRecording } from './open-recording.ts';
import { requireTranscript } from './save-transcript.ts';
import { turnsOf } from './turns-of.ts';
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
  const transcript = requireTranscript(db, id);
  const tracks = tracksOf(db, transcript, options?.tracks);
  const whole = wholeDocument(db, tracks);
  const open = includeWithheld ? { document: whole, withheldCount: 0 } : withhold(whole);
  const document = tracks.isOriginalWritten ? open.document : onlyTranslation(open.document);
  const { headHash } = tracks.isOriginalWritten ? tracks.original : (tracks.translations[0] ?? transcript);
  return {
    document: options?.headHash && headHash !== '' ? { ...document, headHash } : document,
    withheldCount: open.withheldCount,
  };
}

/** Returns how many spans are kept out of the exports of a transcript. Throws `not-found`. */
export function countWithheld(db: ReadableDatabase, id: TranscriptId, tracks?: string): number {
  return withhold(wholeDocument(db, tracksOf(db, requireTranscript(db, id), tracks))).withheldCount;
}

/** Throws `withheld-inside` when a transcript, or a translation of it, has spans that may not leave the program. */
export function refuseWithheld(db: ReadableDatabase, id: TranscriptId): void {
  const count = countWithheld(db, id, 'both');
  if (count > 0) throw new MinberError('withheld-inside', { count });
}

/** The texts that are written, and the original that stands behind them in any case. */
interface Tracks {
  readonly original: StoredTranscript;
  readonly isOriginalWritten: boolean;
  readonly translations: readonly StoredTranscript[];
}

/**
 * Returns the texts of a recording that `tracks` (as in the export options) means; absent: the transcript itself. Of
 * several translations into one language the transcript that was asked for comes before the first, and `both` means
 * that one alone. Throws `no-translation` where there is none.
 */
function tracksOf(db: ReadableDatabase, transcript: StoredTranscript, tracks?: string): Tracks {
  const original = requireOriginal(db, transcript.recordingId);
  const all = listTranscripts(db, transcript.recordingId).filter(({ kind }) => kind === 'translation');
  const asked = transcript.kind === 'translation' ? transcript : null;
  if (tracks === undefined)
    return { original, isOriginalWritten: asked === null, translations: asked ? [asked] : [] };
  if (tracks === 'original') return { original, isOriginalWritten: true, translations: [] };
  if (tracks === 'both') return { original, isOriginalWritten: true, translations: asked ? [asked] : all };
  const meant = asked?.language === tracks ? asked : all.find(({ language }) => language === tracks);
  if (meant) return { original, isOriginalWritten: false, translations: [meant] };
  if (original.language === tracks) return { original, isOriginalWritten: true, translations: [] };
  throw new MinberError('no-translation', { language: tracks });
}

/** The one translation of a document in the place of the original. */
function onlyTranslation({ translations = [], ...document }: TranscriptDocument): TranscriptDocument {
  const [translation] = translations;
  if (!translation) return document;
  const { language, turns } = translation;
  const standing = new Set(turns.flatMap((turn) => [...annotationsIn(turn)]));
  const annotations = document.annotations?.filter(({ id, span }) => span !== null || standing.has(id)) ?? [];
  const { annotations: _, annotationKinds, ...rest } = document;
  return {
    ...rest,
    language,
    turns,
    speakers: document.speakers.filter(({ id }) => turns.some((turn) => turn.speakerId === id)),
    ...(annotations.length > 0 ? { annotations, annotationKinds: annotationKinds ?? [] } : {}),
  };
}

function wholeDocument(db: ReadableDatabase, { original, translations }: Tracks): TranscriptDocument {
  const { title, date, place, media } = requireRecording(db, original.recordingId);
  const speakers = new Map(listSpeakers(db).map((speaker) => [speaker.id, speaker]));
  const spoken = (transcript: StoredTranscript) =>
    turnsOf(db, transcript).map(({ order: _, ...turn }) => ({
      ...turn,
      speakerId: resolveSpeaker(speakers, turn.speakerId)?.id ?? null,
    }));
  const turns = spoken(original);
  const beside = translations.map((each) => ({
    language: each.language,
    ...(each.name === '' ? {} : { name: each.name }),
    turns: spoken(each).filter((turn) => !isBlank(turn)),
  }));
  const named = new Set([turns, ...beside.map((each) => each.turns)].flat().map((turn) => turn.speakerId));
  const annotations = [original, ...translations]
    .flatMap(({ number }) => listAnnotations(db, number))
    .filter(({ removed }) => !removed);
  const kinds = new Set(annotations.map(({ kindId }) => kindId));
  const speaking = [...named].flatMap((speakerId) => (speakerId && speakers.get(speakerId)) || []);
  const portraits = portraitsOf(db, speaking);
  return {
    title,
    date,
    place,
    language: original.language,
    media: {
      name: basename(media.path),
      durationMs: media.durationMs,
      sha256: media.sha256,
      ...(media.frameRate ? { frameRate: media.frameRate } : {}),
    },
    speakers: speaking,
    ...(portraits.length > 0 ? { portraits } : {}),
    turns,
    ...(beside.length > 0 ? { translations: beside } : {}),
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
  const shown = beginningOf(document);
  const format = formatById(input.format).previewedAs ?? input.format;
  const bytes = await writeTranscript(shown, { ...input, format }, diskSources(resourcesPath, null));
  const text = new TextDecoder().decode(bytes);
  return {
    text: text.slice(0, PREVIEW_CHARACTERS),
    truncated: text.length > PREVIEW_CHARACTERS || shown.turns.length < document.turns.length,
    withheld: input.includeWithheld
      ? countWithheld(library, input.transcriptId, input.options.tracks)
      : withheldCount,
  };
}

/** The first turns of a document, with what translates them. */
function beginningOf(document: TranscriptDocument): TranscriptDocument {
  const turns = firstTurns(document.turns);
  if (turns === document.turns || !document.translations) return { ...document, turns };
  const shown = new Set(turns.map(({ id }) => id));
  const translations = document.translations.map((each) => ({
    ...each,
    turns: each.turns.filter(({ translates }) => translates && shown.has(translates.turnId)),
  }));
  return { ...document, turns, translations };
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
