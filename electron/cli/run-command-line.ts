import { translator } from '../../shared/i18n/i18n.ts';
import { UsageError } from './arguments.ts';
import { check } from './check-recordings.ts';
import { type Command, type Context, EXIT, type ExitStatus, type Installation } from './command.ts';
import { convert } from './convert.ts';
import { clips } from './cut-clips.ts';
import { exporting } from './export-recordings.ts';
import { failureLine } from './failure-line.ts';
import { quotes } from './find-quotes.ts';
import { commandHelp, programHelp } from './help.ts';
import { importing } from './import-files.ts';
import { list } from './list-recordings.ts';
import { type Terminal, terminalLanguage } from './terminal.ts';
import { verify } from './verify-article.ts';

/** In the order in which the help lists them. */
const COMMANDS: readonly Command[] = [list, exporting, importing, check, convert, quotes, verify, clips];

/** Does what the words on the command line say, and returns the status to end with. Never rejects. */
export async function runCommandLine(terminal: Terminal, installation: Installation): Promise<ExitStatus> {
  const language = terminalLanguage(terminal);
  const context: Context = { terminal, installation, language, t: translator(language) };
  const { t } = context;
  const [first = '--help', ...words] = terminal.words;
  const command = COMMANDS.find(({ name }) => name === first);
  try {
    if (asksForHelp([first])) terminal.write(programHelp(COMMANDS, t));
    else if (first === '--version') terminal.write(`Minber ${installation.version}\n`);
    else if (!command) throw new UsageError('unknown-command', first);
    else if (asksForHelp(words)) terminal.write(commandHelp(command, t));
    else return await command.run(words, context);
    return EXIT.done;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.tell(`minber: ${t(`cli.usage.${error.fault}`, { words: error.words })}`);
      terminal.tell(
        t('cli.seeHelp', { command: ['minber', command?.name, '--help'].filter(Boolean).join(' ') }),
      );
      return EXIT.usage;
    }
    terminal.tell(`minber: ${failureLine(error, context)}`);
    return EXIT.failed;
  }
}

const asksForHelp = (words: readonly string[]) => {
  const end = words.indexOf('--');
  return words.slice(0, end < 0 ? words.length : end).some((word) => word === '--help' || word === '-h');
};
