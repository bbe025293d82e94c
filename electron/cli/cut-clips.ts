import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MinberError } from '../../shared/ipc/errors.ts';
import { CLIP_FORMATS } from '../../shared/quotes/clip-format.ts';
import { writeClips } from '../services/quotes/clips.ts';
import { listAllQuotes } from '../services/quotes/list-quotes.ts';
import { readArguments, UsageError } from './arguments.ts';
import { chooseRecordings } from './choose-recordings.ts';
import { type Command, statusOf } from './command.ts';
import { LIBRARY_OPTIONS, withLibrary } from './open-library.ts';

const PADDING = { beforeMs: 500, afterMs: 500 };

/** `minber clips`: clips of all quotes of recordings, cut from the original into a folder. */
export const clips: Command = {
  name: 'clips',
  synopsis: '[--library FILE] --recording R… [--format m4a|mp3|wav|mp4] --out FOLDER [--json]',
  options: ['library', 'user-data-dir', 'recording', 'out', 'json'],
  formats: false,
  run: async (words, context) => {
    const { values, lists, flags, operands } = readArguments(words, {
      flags: ['json'],
      values: [...LIBRARY_OPTIONS, 'format', 'out'],
      lists: ['recording'],
    });
    const format = CLIP_FORMATS.find((each) => each === (values.format ?? 'm4a'));
    if (operands.length > 0 || !format) throw new UsageError('operands', clips.synopsis);
    if (values.out === null) throw new UsageError('needed', '--out');
    if (lists.recording.length === 0) throw new UsageError('needed', '--recording');
    const folder = resolve(context.terminal.folder, values.out);
    const { terminal, t } = context;
    const outcomes = await withLibrary(context, values, { make: false }, async (app) => {
      const wanted = new Set((await chooseRecordings(app, lists.recording, context)).map(({ id }) => id));
      const quotes = listAllQuotes(app)
        .filter(({ recording }) => wanted.has(recording.id))
        .flatMap((each) => each.quotes.map(({ quote }) => quote));
      await mkdir(folder, { recursive: true }).catch((error: unknown) => {
        throw new MinberError('export-failed', { name: folder }, error);
      });
      const written = await writeClips(
        app,
        { quoteIds: quotes.map(({ id }) => id), format, ...PADDING },
        folder,
      );
      return written.map(({ quoteId, outcome, path }) => ({
        words: quotes.find(({ id }) => id === quoteId)?.text ?? '',
        path,
        failure: outcome === 'written' ? null : outcome,
      }));
    });
    for (const { words: text, path, failure } of outcomes)
      if (failure !== null) terminal.tell(`${text}: ${t(`quotes.clips.outcome.${failure}`)}`);
      else if (!flags.json) terminal.write(`${path}\n`);
    if (flags.json) terminal.write(`${JSON.stringify(outcomes, null, 2)}\n`);
    return statusOf(outcomes);
  },
};
