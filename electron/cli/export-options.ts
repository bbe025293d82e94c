import { completeOptions } from '../../shared/formats/complete-options.ts';
import type { ExportOptions, Format } from '../../shared/formats/format.ts';
import { FORMATS } from '../../shared/formats/registry.ts';
import { exportOptions } from '../../shared/ipc/export-schemas.ts';
import { preferredLanguage } from '../../shared/model/language.ts';
import { UsageError } from './arguments.ts';

/** Returns the format with an id. Throws UsageError for another. */
export function formatNamed(id: string): Format {
  const format = FORMATS.find((candidate) => candidate.id === id);
  if (!format) throw new UsageError('format-unknown', id);
  return format;
}

/** Returns the format with an id, which can be written. Throws UsageError for another. */
export function writtenFormat(id: string): Format {
  const format = formatNamed(id);
  if (!format.write) throw new UsageError('not-written', id);
  return format;
}

/**
 * Returns the export options that `NAME=VALUE` pairs ask for, over the defaults; a dot leads into a group, as in
 * `subtitle.lines=1`. Labels are in the first of `languages` (BCP 47 tags) that is ours, unless a pair says otherwise.
 * Throws UsageError for a pair that is none, or says what the option cannot be.
 */
export function readExportOptions(pairs: readonly string[], languages: readonly string[]): ExportOptions {
  let given: unknown = { language: preferredLanguage(languages) };
  for (const pair of pairs) {
    const [, path, text] = /^([A-Za-z.]+)=(.*)$/s.exec(pair) ?? [];
    if (path === undefined || text === undefined) throw new UsageError('not-an-option', pair);
    const readings = [text, jsonValue(text)].map((value) => withValue(given, path.split('.'), value));
    const fitting = readings.find((reading) => exportOptions.safeParse(completeOptions(reading)).success);
    if (fitting === undefined) throw new UsageError('not-an-option', pair);
    given = fitting;
  }
  return exportOptions.parse(completeOptions(given));
}

function withValue(record: unknown, [name = '', ...path]: readonly string[], value: unknown): unknown {
  const known = (record ?? {}) as Readonly<Record<string, unknown>>;
  return { ...known, [name]: path.length === 0 ? value : withValue(known[name], path, value) };
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
