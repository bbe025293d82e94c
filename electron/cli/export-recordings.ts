import { mkdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { ExportOptions, FormatId } from '../../shared/formats/format.ts';
import { exportWarningText } from '../../shared/formats/warning-text.ts';
import type { RecordingSummary } from '../../shared/ipc/contract.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { App } from '../services/app.ts';
import { foldName } from '../services/export-names.ts';
import { exportToFolder, namesIn } from '../services/export-to-folder.ts';
import type { ExportedFile } from '../services/export-transcript.ts';
import { toMinberError } from '../services/failure.ts';
import { requireOriginal } from '../services/open-recording.ts';
import { readProfile } from '../services/share-profile.ts';
import type { Leave } from '../services/write-transcript-file.ts';
import { readArguments, UsageError } from './arguments.ts';
import { BUNDLE, exportBundle } from './bundles.ts';
import { chooseRecordings } from './choose-recordings.ts';
import { type Command, CommandFailure, type Context, statusOf } from './command.ts';
import { readExportOptions, writtenFormat } from './export-options.ts';
import { failureLine } from './failure-line.ts';
import { LIBRARY_OPTIONS, withLibrary } from './open-library.ts';

type Written = Pick<ExportedFile, 'path' | 'warnings' | 'withheld'>;

/** What becomes of one recording. */
interface Outcome {
  readonly id: string;
  readonly title: string;
  readonly path: string | null;
  readonly failure: string | null;
}

/** `minber export`: transcripts of recordings into a folder, by a profile or by a format with its options. */
export const exporting: Command = {
  name: 'export',
  synopsis:
    '[--library FILE] (--recording R… | --all) (--profile P | --format FORMAT [--option NAME=VALUE]… [--tracks original|TAG|both]) --out FOLDER [--replace] [--include-withheld] [--media | --small-sound] [--no-history] [--json]',
  options: [
    'library',
    'user-data-dir',
    'recording',
    'all',
    'profile',
    'format',
    'option',
    'tracks',
    'out',
    'replace',
    'include-withheld',
    'media',
    'small-sound',
    'no-history',
    'json',
  ],
  formats: true,
  run: async (words, context) => {
    const { values, lists, flags, operands } = readArguments(words, {
      flags: ['all', 'replace', 'include-withheld', 'media', 'small-sound', 'no-history', 'json'],
      values: [...LIBRARY_OPTIONS, 'profile', 'format', 'out', 'tracks'],
      lists: ['recording', 'option'],
    });
    if (operands.length > 0) throw new UsageError('operands', exporting.synopsis);
    if (values.out === null) throw new UsageError('needed', '--out');
    needOne('--recording, --all', lists.recording.length > 0, flags.all);
    needOne('--profile, --format', values.profile !== null, values.format !== null);
    if (flags.media && flags['small-sound']) throw new UsageError('exclusive', '--media, --small-sound');
    if (values.profile !== null && lists.option.length > 0)
      throw new UsageError('exclusive', '--profile, --option');
    if (values.format === BUNDLE && lists.option.length > 0)
      throw new UsageError('exclusive', `--format ${BUNDLE}, --option`);
    if (values.format !== null && values.format !== BUNDLE) writtenFormat(values.format);
    const pairs = values.tracks === null ? lists.option : [...lists.option, `tracks=${values.tracks}`];
    readExportOptions(pairs, []);

    const folder = resolve(context.terminal.folder, values.out);
    const outcomes = await withLibrary(context, values, { make: false }, async (app) => {
      const wayFor = values.format === BUNDLE ? null : await chooseWay(app, values, pairs, context);
      const recordings = await chooseRecordings(app, flags.all ? null : lists.recording, context);
      await makeFolder(folder);
      const write = await folderWriter(folder, flags.replace);
      const done: Outcome[] = [];
      for (const recording of recordings) {
        const includeWithheld = flags['include-withheld'];
        const outcome = await exportOne(
          recording,
          (each) =>
            write((isTaken) =>
              wayFor
                ? exportToFolder(
                    app,
                    { recordingId: each.id, ...wayFor(each), includeWithheld },
                    folder,
                    isTaken,
                  )
                : exportBundle(app, each.id, folder, flags, isTaken, context),
            ),
          context,
        );
        report(outcome, flags.json, context);
        done.push(outcome);
      }
      return done;
    });
    if (flags.json) context.terminal.write(`${JSON.stringify(outcomes, null, 2)}\n`);
    return statusOf(outcomes);
  },
};

function needOne(names: string, ...given: readonly boolean[]): void {
  const count = given.filter(Boolean).length;
  if (count !== 1) throw new UsageError(count === 0 ? 'needed' : 'exclusive', names);
}

interface Way extends Leave {
  readonly format: FormatId;
  readonly options: ExportOptions;
}

/** Returns how a recording is to be exported, which may depend on its language. */
async function chooseWay(
  app: App,
  {
    profile,
    format,
    tracks,
  }: { readonly profile: string | null; readonly format: string | null; readonly tracks: string | null },
  pairs: readonly string[],
  context: Context,
): Promise<(recording: RecordingSummary) => Way> {
  if (profile !== null) {
    const found = await findProfile(app, profile, context);
    return () => (tracks === null ? found : { ...found, options: { ...found.options, tracks } });
  }
  const { id } = writtenFormat(format ?? '');
  return (recording) => ({
    format: id,
    options: readExportOptions(pairs, [
      requireOriginal(app.library, recording.id).language,
      context.language,
    ]),
  });
}

/** A profile of the settings comes before a file of the same name. */
async function findProfile(app: App, name: string, { terminal, t }: Context): Promise<Way> {
  const kept = app.settings().exportProfiles.find((profile) => profile.name === name);
  if (kept) return kept;
  try {
    return await readProfile(resolve(terminal.folder, name));
  } catch (error) {
    if (toMinberError(error).code === 'file-missing') throw new CommandFailure(t('cli.noProfile', { name }));
    throw error;
  }
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new MinberError('export-failed', { name: folder }, error);
  });
}

/** Returns what writes one recording after the other, each under a name that none before it has got. */
async function folderWriter(
  folder: string,
  replace: boolean,
): Promise<(write: (isTaken: (name: string) => boolean) => Promise<Written>) => Promise<Written>> {
  const isThere = replace ? () => false : await namesIn(folder);
  const written = new Set<string>();
  const isTaken = (name: string) => written.has(foldName(name)) || isThere(name);
  return async (write) => {
    const file = await write(isTaken);
    written.add(foldName(basename(file.path)));
    return file;
  };
}

async function exportOne(
  recording: RecordingSummary,
  write: (recording: RecordingSummary) => Promise<Written>,
  context: Context,
): Promise<Outcome> {
  const { id, title } = recording;
  try {
    const { path, warnings, withheld: count } = await write(recording);
    const { terminal, t } = context;
    for (const warning of warnings) terminal.tell(`${title}: ${exportWarningText(warning, t)}`);
    if (count > 0) terminal.tell(`${title}: ${t('cli.withheld', { count, option: '--include-withheld' })}`);
    return { id, title, path, failure: null };
  } catch (error) {
    return { id, title, path: null, failure: failureLine(error, context) };
  }
}

function report({ title, path, failure }: Outcome, json: boolean, { terminal }: Context): void {
  if (failure !== null) terminal.tell(`${title}: ${failure}`);
  else if (!json) terminal.write(`${path}\n`);
}
