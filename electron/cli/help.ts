import { FORMATS } from '../../shared/formats/registry.ts';
import type { Translate } from '../../shared/i18n/i18n.ts';
import type { Command } from './command.ts';

/** Returns what `minber --help` says. */
export function programHelp(commands: readonly Command[], t: Translate): string {
  return paragraphs([
    [t('cli.title'), t('cli.synopsis', { synopsis: 'minber COMMAND …' })],
    rows(commands.map(({ name }) => [name, t(`cli.command.${name}`)])),
    [t('cli.exitCodes')],
    [t('cli.seeHelp', { command: 'minber COMMAND --help' })],
  ]);
}

/** Returns what `minber COMMAND --help` says. */
export function commandHelp({ name, synopsis, options, formats }: Command, t: Translate): string {
  return paragraphs([
    [t(`cli.command.${name}`), t('cli.synopsis', { synopsis: `minber ${name} ${synopsis}` })],
    rows(options.map((option) => [`--${option}`, t(`cli.option.${option}`)])),
    formats ? [t('cli.formats'), ...rows(formatRows(t))] : [],
  ]);
}

/** Each format with its id, extensions, whether it is read, written or both, and the export options that it obeys. */
function formatRows(t: Translate): string[][] {
  return FORMATS.map(({ id, extensions, labelKey, read, write, options }) => [
    id,
    `${read ? 'r' : '-'}${write ? 'w' : '-'}`,
    extensions.map((extension) => `.${extension}`).join(' '),
    options.length > 0 ? `${t(labelKey)} (${options.join(', ')})` : t(labelKey),
  ]);
}

/** Returns lines whose columns stand under each other. */
export function rows(table: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of table)
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, [...cell].length);
    });
  return table.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd(),
  );
}

const paragraphs = (parts: readonly (readonly string[])[]) =>
  `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
