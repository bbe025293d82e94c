import { basename, join, resolve } from 'node:path';
import { BUNDLE_EXTENSION } from '../../shared/bundle/manifest.ts';
import type { RecordingId } from '../../shared/model/ids.ts';
import type { App } from '../services/app.ts';
import { addBundle } from '../services/bundles/add-bundle.ts';
import { compareBundle, mergeBundle } from '../services/bundles/merge-bundle.ts';
import { type BundleChoices, writeBundle } from '../services/bundles/write-bundle.ts';
import { freeFileName } from '../services/export-names.ts';
import { countWithheld, type ExportedFile } from '../services/export-transcript.ts';
import { requireOriginal, requireRecording } from '../services/open-recording.ts';
import { UsageError } from './arguments.ts';
import { CommandFailure, type Context } from './command.ts';

/** What `--format` calls a bundle, which is no format of transcripts. */
export const BUNDLE = 'bundle';

export const isBundle = (file: string): boolean => file.toLowerCase().endsWith(`.${BUNDLE_EXTENSION}`);

/** What to do with a bundle whose recording the library has; null: refuse it. */
export type Known = 'merge' | 'copy' | null;

/** Reads the value of `--known`. Throws UsageError. */
export function readKnown(value: string | null): Known {
  if (value === null || value === 'merge' || value === 'copy') return value;
  throw new UsageError('bad-value', `--known ${value}`);
}

interface BundleFlags {
  readonly media: boolean;
  readonly 'small-sound': boolean;
  readonly 'no-history': boolean;
  readonly 'include-withheld': boolean;
}

/** Writes a recording as a bundle into a folder, under a name for which `isTaken` is false. */
export async function exportBundle(
  app: App,
  recordingId: RecordingId,
  folder: string,
  flags: BundleFlags,
  isTaken: (name: string) => boolean,
  { installation }: Context,
): Promise<Pick<ExportedFile, 'path' | 'warnings' | 'withheld'>> {
  const { title } = requireRecording(app.library, recordingId);
  const choices: BundleChoices = {
    media: flags.media ? 'original' : flags['small-sound'] ? 'small' : 'none',
    history: !flags['no-history'],
    includeWithheld: flags['include-withheld'],
    program: `Minber ${installation.version}`,
  };
  const path = join(folder, freeFileName(title, BUNDLE_EXTENSION, isTaken));
  await writeBundle(app, recordingId, choices, path);
  const withheld = flags['include-withheld']
    ? 0
    : countWithheld(app.library, requireOriginal(app.library, recordingId).id);
  return { path, warnings: [], withheld };
}

/**
 * Takes a bundle into the library. One whose recording is there is refused unless `known` says what to do; a merge in
 * which something must be decided is refused as well: the program asks a person, nobody else decides.
 */
export async function importBundle(
  app: App,
  file: string,
  known: Known,
  { terminal, t }: Context,
): Promise<RecordingId> {
  const path = resolve(terminal.folder, file);
  if (known !== 'merge') return addBundle(app, path, { asCopy: known === 'copy' });
  const { conflicts, sequence, bundleId } = await compareBundle(app, path);
  if (conflicts.length > 0)
    throw new CommandFailure(t('cli.bundleConflicts', { name: basename(file), count: conflicts.length }));
  return mergeBundle(app, path, { sequence, bundleId, choices: new Map() });
}
