import { rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DEFAULT_EXPORT_OPTIONS } from '../../../shared/formats/format.ts';
import { secretsOf, secretTimes } from '../../../shared/formats/withhold.ts';
import { MinberError } from '../../../shared/ipc/errors.ts';
import type { TimeSpan } from '../../../shared/model/annotation.ts';
import type { QuoteId, TranscriptId } from '../../../shared/model/ids.ts';
import { localText, preferredLanguage } from '../../../shared/model/language.ts';
import { formatTime } from '../../../shared/model/time.ts';
import { textContent } from '../../../shared/model/turn.ts';
import type { ClipFormat, ClipOutcome } from '../../../shared/quotes/clip-format.ts';
import { clipSpan, type Padding } from '../../../shared/quotes/clip-span.ts';
import type { ListedQuote } from '../../../shared/quotes/list-quotes.ts';
import { listAnnotations, listKinds } from '../../database/annotation-store.ts';
import type { ReadableDatabase } from '../../database/library-database.ts';
import { findQuote } from '../../database/quote-store.ts';
import { listTurns } from '../../database/turn-store.ts';
import { cutArguments, cutClip } from '../../media/cut-clip.ts';
import { type Ffmpeg, FfmpegFailure } from '../../media/ffmpeg.ts';
import { fileSha256 } from '../../media/fingerprint.ts';
import { temporaryBeside } from '../../media/write-file-atomic.ts';
import type { App } from '../app.ts';
import type { WorkOptions } from '../bundles/write-bundle.ts';
import { fileStem, freeFileName } from '../export-names.ts';
import { namesIn } from '../export-to-folder.ts';
import { isReadable } from '../list-library.ts';
import { requireTranscript } from '../save-transcript.ts';
import { diskSources } from '../write-sources.ts';
import { writeExport, writeTranscript } from '../write-transcript-file.ts';
import { listTranscriptQuotes, type TranscriptQuotes } from './list-quotes.ts';

export interface ClipChoices extends Padding {
  readonly quoteIds: readonly QuoteId[];
  readonly format: ClipFormat;
}

/** What became of one quote; where there is no clip, its name and path are null. */
export interface WrittenClip {
  readonly quoteId: QuoteId;
  readonly outcome: ClipOutcome;
  readonly name: string | null;
  readonly path: string | null;
}

interface Planned {
  readonly listed: ListedQuote;
  readonly from: TranscriptQuotes;
  /** Null with the reason where there will be no clip. */
  readonly span: TimeSpan | null;
  readonly refused: 'withheld' | 'no-times' | null;
}

/**
 * Cuts clips of quotes out of the original media into a folder, each with the words as WebVTT and the evidence as JSON
 * beside it. A quote that is off the record, or has no times, gives none; one that fails does not stop the others. No file
 * is overwritten. Rejects with a MinberError: `not-found` for an unknown quote, `ffmpeg-missing`, `file-missing`,
 * `disk-full`, `export-failed`.
 */
export async function writeClips(
  app: Pick<App, 'library' | 'ffmpeg' | 'logger' | 'exported' | 'resourcesPath'>,
  choices: ClipChoices,
  folder: string,
  { signal, onProgress }: WorkOptions = {},
): Promise<readonly WrittenClip[]> {
  const planned = planClips(app.library, choices);
  const [first] = planned;
  if (!first) return [];
  const ffmpeg = await app.ffmpeg.require(basename(first.from.recording.media.path));
  for (const { from } of planned)
    if (!(await isReadable(from.recording.media.path)))
      throw new MinberError('file-missing', { name: basename(from.recording.media.path) });
  const hashes = new Map<string, string>();
  const lengths = planned.map(({ span }) => (span ? span.endMs - span.startMs : 0));
  const totalMs = lengths.reduce((sum, length) => sum + length, 0);
  const written: WrittenClip[] = [];
  let doneMs = 0;
  for (const [index, plan] of planned.entries()) {
    signal?.throwIfAborted();
    const quoteId = plan.listed.quote.id;
    if (!plan.span) {
      written.push({ quoteId, outcome: plan.refused ?? 'failed', name: null, path: null });
      continue;
    }
    const { path, sha256 } = plan.from.recording.media;
    const known =
      sha256 ?? hashes.get(path) ?? (await fileSha256(path, signal ?? new AbortController().signal));
    hashes.set(path, known);
    try {
      const name = await writeClip(
        app,
        ffmpeg,
        { ...plan, span: plan.span, sha256: known },
        choices.format,
        folder,
        {
          signal,
          onTime: (outMs) => onProgress?.(Math.min(1, (doneMs + outMs) / totalMs)),
        },
      );
      written.push({ quoteId, outcome: 'written', name, path: join(folder, name) });
    } catch (error) {
      if (signal?.aborted || !(error instanceof FfmpegFailure)) throw error;
      app.logger.error(`the clip of ${quoteId} failed`, error);
      written.push({ quoteId, outcome: 'failed', name: null, path: null });
    }
    doneMs += lengths[index] ?? 0;
    onProgress?.(totalMs === 0 ? 1 : doneMs / totalMs);
  }
  return written;
}

/** Returns the command lines that would cut the clips, for who has ffmpeg elsewhere. Throws `not-found`. */
export function clipCommands({ library }: Pick<App, 'library'>, choices: ClipChoices): readonly string[] {
  return planClips(library, choices).flatMap((plan) => {
    if (!plan.span) return [];
    const { path } = plan.from.recording.media;
    const name = `${clipStem(plan)}.${choices.format}`;
    const args = cutArguments({ path, ...plan.span, format: choices.format }, name);
    return ['ffmpeg', ...args].map(quoted).join(' ');
  });
}

const quoted = (word: string) =>
  /^[\w@%+=:,./-]+$/u.test(word) ? word : `"${word.replace(/(["\\$`])/g, '\\$1')}"`;

/** In the order asked for. */
function planClips(db: ReadableDatabase, { quoteIds, ...padding }: ClipChoices): readonly Planned[] {
  const seen = new Map<TranscriptId, { from: TranscriptQuotes; secrets: readonly TimeSpan[] }>();
  return quoteIds.map((id) => {
    const card = findQuote(db, id);
    if (!card) throw new MinberError('not-found', {}, new Error(`no quote ${id}`));
    const known = seen.get(card.transcriptId) ?? {
      from: listTranscriptQuotes(db, card.transcriptId),
      secrets: secretSpans(db, card.transcriptId),
    };
    seen.set(card.transcriptId, known);
    const listed = known.from.quotes.find(({ quote }) => quote.id === id);
    if (!listed) throw new MinberError('not-found', {}, new Error(`the quote ${id} was removed`));
    const { startMs, endMs, withheld } = listed;
    const plan = { listed, from: known.from };
    if (withheld) return { ...plan, span: null, refused: 'withheld' };
    if (startMs === null || endMs === null) return { ...plan, span: null, refused: 'no-times' };
    const { durationMs } = known.from.recording.media;
    const span = clipSpan({ startMs, endMs }, padding, durationMs, known.secrets);
    return { ...plan, span, refused: span ? null : 'withheld' };
  });
}

function secretSpans(db: ReadableDatabase, id: TranscriptId): readonly TimeSpan[] {
  const { number } = requireTranscript(db, id);
  return secretTimes(listTurns(db, number), secretsOf(listAnnotations(db, number), listKinds(db)));
}

const FIRST_WORDS = 6;

/** Time, speaker and the first words. */
function clipStem({ listed, from }: Pick<Planned, 'listed' | 'from'>): string {
  const { speaker, text } = listed.quote;
  const language = preferredLanguage([from.transcript.language]);
  const time = formatTime(listed.startMs ?? 0).replaceAll(':', '-');
  const name = speaker ? localText(speaker.name, language) : '';
  const words = text
    .split(' ')
    .slice(0, FIRST_WORDS)
    .join(' ')
    .replace(/[\p{P}\s]+$/u, '');
  return fileStem([time, name, words].filter(Boolean).join(' '));
}

async function writeClip(
  app: Pick<App, 'exported' | 'resourcesPath'>,
  ffmpeg: Ffmpeg,
  plan: Pick<Planned, 'listed' | 'from'> & { readonly span: TimeSpan; readonly sha256: string },
  format: ClipFormat,
  folder: string,
  options: { readonly signal: AbortSignal | undefined; readonly onTime: (outMs: number) => void },
): Promise<string> {
  const isTaken = await namesIn(folder);
  const beside = (name: string, extension: string) => name.replace(/[^.]+$/u, extension);
  const name = freeFileName(clipStem(plan), format, (each) =>
    [each, beside(each, 'vtt'), beside(each, 'json')].some(isTaken),
  );
  const path = join(folder, name);
  const temporary = temporaryBeside(path);
  const { recording } = plan.from;
  try {
    await cutClip(ffmpeg, { path: recording.media.path, ...plan.span, format }, temporary, options);
    await writeExport(join(folder, beside(name, 'vtt')), () => captions(app, plan));
    await writeExport(join(folder, beside(name, 'json')), async () =>
      new TextEncoder().encode(`${JSON.stringify(evidence(plan, name), null, 2)}\n`),
    );
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
  app.exported.add(path);
  return name;
}

type Source = Parameters<typeof writeClip>[2];

/** The words of the clip as captions, by the clip's own time. */
function captions({ resourcesPath }: Pick<App, 'resourcesPath'>, { listed, from, span }: Source) {
  const { quote, startMs, endMs } = listed;
  const language = preferredLanguage([from.transcript.language]);
  const { title, date, place, media } = from.recording;
  const speaker = quote.speaker && { ...quote.speaker, colour: 0, mergedInto: null };
  const turn = {
    id: quote.turnIds[0] as ListedQuote['quote']['turnIds'][number],
    speakerId: speaker?.id ?? null,
    startMs: (startMs ?? span.startMs) - span.startMs,
    endMs: (endMs ?? span.endMs) - span.startMs,
    status: 'checked' as const,
    content: textContent(quote.text),
  };
  return writeTranscript(
    {
      title,
      date,
      place,
      language: from.transcript.language,
      media: { name: basename(media.path), durationMs: span.endMs - span.startMs, sha256: null },
      speakers: speaker ? [speaker] : [],
      turns: [turn],
    },
    { format: 'vtt', options: { ...DEFAULT_EXPORT_OPTIONS, language } },
    diskSources(resourcesPath, null),
  );
}

/** What leads from a clip back to the second in which its words were said. Times are milliseconds. */
function evidence({ listed, from, span, sha256 }: Source, name: string) {
  const { quote, startMs, endMs, changes, note } = listed;
  const { title, date, place, media } = from.recording;
  return {
    clip: { name, startMs: span.startMs, endMs: span.endMs },
    words: quote.text,
    language: from.transcript.language,
    startMs,
    endMs,
    speaker: quote.speaker,
    recording: { title, date, place },
    media: { name: basename(media.path), sha256, durationMs: media.durationMs },
    revision: {
      sequence: quote.sequence,
      hash: quote.headHash,
      takenAt: quote.takenAt,
      takenBy: quote.takenBy,
    },
    changedSince: changes,
    note,
  };
}
