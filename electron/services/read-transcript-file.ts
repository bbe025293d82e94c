import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { encodingName } from '../../shared/formats/encoding.ts';
import type {
  Format,
  FormatId,
  ImportContext,
  ImportResult,
  ImportWarning,
} from '../../shared/formats/format.ts';
import type { ReadChoices } from '../../shared/formats/read-choices.ts';
import { detectFormat } from '../../shared/formats/registry.ts';
import { MinberError } from '../../shared/ipc/errors.ts';

/** The longest forum is a few megabytes of text. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/** What was found in a transcript or subtitle file. */
export interface TranscriptFile extends ImportResult {
  readonly name: string;
  readonly format: FormatId;
  /** Null where the file is not a text. */
  readonly encoding: string | null;
}

/**
 * Reads a transcript or subtitle file, see `readTranscript`. Rejects as well with the system's error for a file that
 * cannot be read.
 */
export async function readTranscriptFile(
  path: string,
  language: string,
  choices: ReadChoices = {},
): Promise<TranscriptFile> {
  const fileName = basename(path);
  return readTranscript(await loadTranscriptFile(path), { fileName, language, choices });
}

/**
 * Reads a file whose turns are to come into a recording of a library, as `readTranscriptFile`. Translations do not come
 * with them, which a warning says of each.
 */
export async function readTurnsFile(
  path: string,
  language: string,
  choices: ReadChoices = {},
): Promise<TranscriptFile> {
  const file = await readTranscriptFile(path, language, choices);
  const leftOut = (file.document?.translations ?? []).map(
    (translation): ImportWarning => ({ code: 'translation-left-out', excerpt: translation.language }),
  );
  return { ...file, warnings: [...file.warnings, ...leftOut] };
}

/** Returns the bytes of a file. Rejects with `not-a-file`, and `transcript-unreadable` when it is far too large. */
export async function loadTranscriptFile(path: string): Promise<Uint8Array> {
  const facts = await stat(path);
  if (facts.isDirectory()) throw new MinberError('not-a-file', { name: basename(path) });
  if (facts.size > LARGEST_BYTES) throw new MinberError('transcript-unreadable', { name: basename(path) });
  return readFile(path);
}

/**
 * Reads the bytes of a transcript by `format`; absent: by the one that they prove or the file's name announces. Nothing
 * readable gives no document and the warnings that say why. Rejects with `transcript-unreadable` for a file of no
 * format that can be read.
 */
export async function readTranscript(
  bytes: Uint8Array,
  context: ImportContext,
  format: Format | null = detectFormat(context.fileName, bytes),
): Promise<TranscriptFile> {
  const { fileName: name } = context;
  if (!format?.read) throw new MinberError('transcript-unreadable', { name });
  const found = encodingName(bytes, context.language);
  const encoding = format.previewedAs === undefined ? (context.choices?.encoding ?? found) : null;
  return { name, format: format.id, encoding, ...(await format.read(bytes, context)) };
}
