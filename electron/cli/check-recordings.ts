import { checkLibraryFile, checkRecording, type LibraryFault } from '../services/check-library.ts';
import { listLibrary } from '../services/list-library.ts';
import { readArguments, UsageError } from './arguments.ts';
import { chooseRecordings } from './choose-recordings.ts';
import { type Command, EXIT } from './command.ts';
import { LIBRARY_OPTIONS, withLibrary } from './open-library.ts';

/** `minber check`: whether the library file, the texts and their histories are sound. */
export const check: Command = {
  name: 'check',
  synopsis: '[--library FILE] [--recording R]… [--json]',
  options: ['library', 'user-data-dir', 'recording', 'json'],
  formats: false,
  run: async (words, context) => {
    const { values, lists, flags, operands } = readArguments(words, {
      flags: ['json'],
      values: LIBRARY_OPTIONS,
      lists: ['recording'],
    });
    if (operands.length > 0) throw new UsageError('operands', check.synopsis);
    const { terminal, t } = context;
    const report = await withLibrary(context, values, { make: false }, async (app) => {
      const named = lists.recording.length > 0;
      const recordings = named
        ? await chooseRecordings(app, lists.recording, context)
        : [...(await listLibrary(app, { bin: false })), ...(await listLibrary(app, { bin: true }))];
      return {
        faults: checkLibraryFile(app),
        recordings: recordings.map(({ id, title, media, mediaFound }) => ({
          id,
          title,
          faults: checkRecording(app, id),
          media: { path: media.path, found: mediaFound },
        })),
      };
    });
    const sound = [report, ...report.recordings].every(({ faults }) => faults.length === 0);
    if (flags.json) {
      terminal.write(`${JSON.stringify({ sound, ...report }, null, 2)}\n`);
      return sound ? EXIT.done : EXIT.unsound;
    }
    const sentence = ({ kind, detail }: LibraryFault) => t(`cli.fault.${kind}`, { detail });
    const lines = [
      ...report.faults.map(sentence),
      ...report.recordings.flatMap(({ title, faults, media }) => [
        ...(faults.length === 0 ? [t('cli.sound')] : faults.map(sentence)).map((said) => `${title}: ${said}`),
        ...(media.found ? [] : [`${title}: ${t('cli.mediaMissing', { path: media.path })}`]),
      ]),
    ];
    for (const line of lines) terminal.write(`${line}\n`);
    return sound ? EXIT.done : EXIT.unsound;
  },
};
