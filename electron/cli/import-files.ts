import { basename, extname, resolve } from 'node:path';
import type { ImportWarning } from '../../shared/formats/format.ts';
import { formatForFile } from '../../shared/formats/registry.ts';
import { warningText } from '../../shared/formats/warning-text.ts';
import type { RecordingId } from '../../shared/model/ids.ts';
import type { App } from '../services/app.ts';
import { importMediaFile, importTranscriptFile } from '../services/import-file.ts';
import { readArguments, UsageError } from './arguments.ts';
import { importBundle, isBundle, type Known, readKnown } from './bundles.ts';
import { chooseRecordings } from './choose-recordings.ts';
import { type Command, CommandFailure, type Context, statusOf } from './command.ts';
import { readLanguage } from './convert.ts';
import { failureLine } from './failure-line.ts';
import { LIBRARY_OPTIONS, withLibrary } from './open-library.ts';

/** What becomes of one file. */
interface Outcome {
  readonly file: string;
  readonly recordingId: RecordingId | null;
  /** How many turns came from a transcript; null for a recording. */
  readonly turnCount: number | null;
  readonly warnings: readonly ImportWarning[];
  readonly failure: string | null;
}

/** `minber import`: media files as recordings, transcript files onto them. */
export const importing: Command = {
  name: 'import',
  synopsis: '[--library FILE] [--recording R] [--language TAG] [--known merge|copy] [--json] FILE…',
  options: ['library', 'user-data-dir', 'recording', 'language', 'known', 'json'],
  formats: false,
  run: async (words, context) => {
    const { values, flags, operands } = readArguments(words, {
      flags: ['json'],
      values: [...LIBRARY_OPTIONS, 'recording', 'language', 'known'],
      lists: [],
    });
    if (operands.length === 0) throw new UsageError('operands', importing.synopsis);
    const language = readLanguage(values.language);
    const known = readKnown(values.known);
    const named = values.recording === null ? null : [values.recording];
    const outcomes = await withLibrary(context, values, { make: named === null }, async (app) => {
      const [onto] = named ? await chooseRecordings(app, named, context) : [];
      const done = await importAll(app, operands, { named: onto?.id ?? null, language, known }, context);
      await app.hashing.settled();
      return done;
    });
    for (const outcome of outcomes) report(outcome, flags.json, context);
    if (flags.json) context.terminal.write(`${JSON.stringify(outcomes, null, 2)}\n`);
    return statusOf(outcomes);
  },
};

const isTranscript = (file: string) => formatForFile(basename(file))?.read !== undefined;
const stemOf = (file: string) => basename(file, extname(file)).normalize('NFC').toLowerCase();

interface ImportWay {
  /** The recording that transcripts go onto, where one was named. */
  readonly named: RecordingId | null;
  readonly language: string | null;
  readonly known: Known;
}

/**
 * Imports bundles and media first, then transcripts: onto the recording that was named, else the one from a file with the same
 * name but for its extension, else the only one of this run.
 */
async function importAll(
  app: App,
  files: readonly string[],
  { named, language, known }: ImportWay,
  context: Context,
): Promise<readonly Outcome[]> {
  const pathOf = (file: string) => resolve(context.terminal.folder, file);
  const recordings = new Map<string, RecordingId>();
  const outcomes: Outcome[] = [];
  const attempt = async (file: string, work: () => Promise<Partial<Outcome>>) => {
    const nothing = { file, recordingId: null, turnCount: null, warnings: [], failure: null };
    try {
      outcomes.push({ ...nothing, ...(await work()) });
    } catch (error) {
      outcomes.push({ ...nothing, failure: failureLine(error, context) });
    }
  };
  for (const file of files.filter(isBundle))
    await attempt(file, async () => ({ recordingId: await importBundle(app, file, known, context) }));
  for (const file of files.filter((each) => !isTranscript(each) && !isBundle(each)))
    await attempt(file, async () => {
      const recordingId = await importMediaFile(app, pathOf(file), language ?? context.language);
      recordings.set(stemOf(file), recordingId);
      return { recordingId };
    });
  for (const file of files.filter(isTranscript))
    await attempt(file, async () => {
      const [only] = recordings.size === 1 ? recordings.values() : [];
      const recordingId = named ?? recordings.get(stemOf(file)) ?? only;
      if (!recordingId) throw new CommandFailure(context.t('cli.noPlace', { name: basename(file) }));
      const { document, warnings } = await importTranscriptFile(app, recordingId, pathOf(file), language);
      const turnCount = document?.turns.length ?? 0;
      const failure = turnCount === 0 ? context.t('cli.noText', { name: basename(file) }) : null;
      return { recordingId, turnCount, warnings, failure };
    });
  return outcomes;
}

function report(outcome: Outcome, json: boolean, { terminal, t }: Context): void {
  const { file, recordingId, warnings, failure } = outcome;
  for (const warning of warnings) terminal.tell(`${basename(file)}: ${warningText(warning, t)}`);
  if (failure !== null) terminal.tell(`${file}: ${failure}`);
  else if (!json) terminal.write(`${recordingId}  ${file}\n`);
}
