import type { RecordingSummary } from '../../shared/ipc/contract.ts';
import { formatTime } from '../../shared/model/time.ts';
import { listLibrary } from '../services/list-library.ts';
import { readArguments, UsageError } from './arguments.ts';
import { type Command, EXIT } from './command.ts';
import { rows } from './help.ts';
import { LIBRARY_OPTIONS, withLibrary } from './open-library.ts';

/** `minber list`: the recordings of a library, last changed first. */
export const list: Command = {
  name: 'list',
  synopsis: '[--library FILE] [--json]',
  options: ['library', 'user-data-dir', 'json'],
  formats: false,
  run: async (words, context) => {
    const { values, flags, operands } = readArguments(words, {
      flags: ['json'],
      values: LIBRARY_OPTIONS,
      lists: [],
    });
    if (operands.length > 0) throw new UsageError('operands', list.synopsis);
    const recordings = await withLibrary(context, values, { make: false }, (app) =>
      listLibrary(app, { bin: false }),
    );
    if (flags.json) context.terminal.write(`${JSON.stringify(recordings.map(described), null, 2)}\n`);
    else for (const row of rows(recordings.map(columns))) context.terminal.write(`${row}\n`);
    return EXIT.done;
  },
};

/** What other programs are told of a recording; see docs/command-line.md, which promises these names. */
function described(recording: RecordingSummary) {
  const { id, title, date, place, languages, createdAt, updatedAt, media, mediaFound } = recording;
  const { turnCount, checkedCount, flaggedCount, wordCount, transcribedMs } = recording;
  const { path, bytes, sha256, durationMs } = media;
  return {
    id,
    title,
    date,
    place,
    languages,
    createdAt,
    updatedAt,
    turnCount,
    checkedCount,
    flaggedCount,
    wordCount,
    transcribedMs,
    media: { path, found: mediaFound, bytes, sha256, durationMs },
  };
}

const columns = ({ id, title, date, media, transcribedMs }: RecordingSummary): readonly string[] => [
  id,
  date ?? '-',
  `${formatTime(transcribedMs)}/${formatTime(media.durationMs)}`,
  title,
];
