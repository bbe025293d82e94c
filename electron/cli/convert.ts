import { basename, resolve } from 'node:path';
import { lostParts } from '../../shared/formats/kept-parts.ts';
import { detectFormat, formatById, formatForFile } from '../../shared/formats/registry.ts';
import { exportWarningText, warningText } from '../../shared/formats/warning-text.ts';
import { withhold } from '../../shared/formats/withhold.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import { languageTag } from '../../shared/ipc/schemas.ts';
import { loadTranscriptFile, readTranscript } from '../services/read-transcript-file.ts';
import { diskSources } from '../services/write-sources.ts';
import { writeTranscript, writeTranscriptFile } from '../services/write-transcript-file.ts';
import { readArguments, UsageError } from './arguments.ts';
import { type Command, type Context, EXIT } from './command.ts';
import { formatNamed, readExportOptions, writtenFormat } from './export-options.ts';

/** Standard input or output in place of a file. */
const STANDARD = '-';

/** `minber convert`: one transcript file into another, without a library. */
export const convert: Command = {
  name: 'convert',
  synopsis:
    '[--from FORMAT] [--to FORMAT] [--language TAG] [--option NAME=VALUE]… [--include-withheld] IN OUT',
  options: ['from', 'to', 'language', 'option', 'include-withheld'],
  formats: true,
  run: async (words, context) => {
    const { values, lists, flags, operands } = readArguments(words, {
      flags: ['include-withheld'],
      values: ['from', 'to', 'language'],
      lists: ['option'],
    });
    const [from, to] = operands;
    if (from === undefined || to === undefined || operands.length > 2)
      throw new UsageError('operands', 'IN OUT');
    const target = values.to === null ? formatForFile(to) : formatNamed(values.to);
    if (!target) throw new UsageError('format-not-told', '--to');
    const format = writtenFormat(target.id).id;
    const language = readLanguage(values.language) ?? context.language;
    // Read before anything is written: a wrong option is no reason to read a long file.
    readExportOptions(lists.option, []);

    const { document, warnings, name } = await read(from, values.from, language, context);
    for (const warning of warnings) context.terminal.tell(`${name}: ${warningText(warning, context.t)}`);
    if (!document) throw new MinberError('transcript-unreadable', { name });

    const options = readExportOptions(lists.option, [document.language, context.language]);
    const leave = { includeWithheld: flags['include-withheld'] };
    const sources = diskSources(context.installation.resourcesPath, null);
    const way = { format, options, ...leave };
    if (to === STANDARD) context.terminal.write(await writeTranscript(document, way, sources));
    else await writeTranscriptFile(resolve(context.terminal.folder, to), document, way, sources);
    for (const warning of sources.warnings)
      context.terminal.tell(`${to}: ${exportWarningText(warning, context.t)}`);
    const { withheldCount } = withhold(document);
    if (withheldCount > 0 && !leave.includeWithheld)
      context.terminal.tell(
        `${to}: ${context.t('cli.withheld', { count: withheldCount, option: '--include-withheld' })}`,
      );
    const lost = lostParts(document, formatById(format), options);
    if (lost.length > 0) {
      const list = lost.map((part) => context.t(`export.keep.${part}`)).join(' · ');
      context.terminal.tell(`${to}: ${context.t('export.drops', { list })}`);
    }
    return EXIT.done;
  },
};

async function read(from: string, formatId: string | null, language: string, { terminal }: Context) {
  const isStandard = from === STANDARD;
  const bytes = await (isStandard
    ? terminal.readInput()
    : loadTranscriptFile(resolve(terminal.folder, from)));
  const fileName = isStandard ? 'stdin' : basename(from);
  const format = formatId === null ? detectFormat(fileName, bytes) : formatNamed(formatId);
  if (!format) throw new UsageError('format-not-told', '--from');
  if (!format.read) throw new UsageError('not-read', format.id);
  return readTranscript(bytes, { fileName, language }, format);
}

/** Returns the BCP 47 tag that was given, if any. Throws UsageError for what is none. */
export function readLanguage(tag: string | null): string | null {
  if (tag === null || languageTag.safeParse(tag).success) return tag;
  throw new UsageError('bad-value', `--language ${tag}`);
}
