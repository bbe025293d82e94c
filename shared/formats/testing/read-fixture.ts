import { readFileSync } from 'node:fs';
import { DEFAULT_EXPORT_OPTIONS, type ImportResult } from '../format.ts';
import { inlineText } from '../inline-text.ts';
import { detectFormat } from '../registry.ts';
import { speakerNames } from '../speaker-names.ts';
import { documentOf } from './expectations.ts';

/** Reads a file of the fixtures as a person's file is read: by the format that it proves or announces. */
export async function readFixture(fileName: string, language = 'kk'): Promise<ImportResult> {
  const bytes = new Uint8Array(readFileSync(new URL(`../fixtures/${fileName}`, import.meta.url)));
  const format = detectFormat(fileName, bytes);
  if (!format?.read) throw new Error(`No reader for ${fileName}`);
  return format.read(bytes, { fileName, language });
}

/** Returns the turns as rows of start, end, speaker and words. */
export function rows(result: ImportResult) {
  const document = documentOf(result);
  const options = { ...DEFAULT_EXPORT_OPTIONS, language: 'en' } as const;
  const nameOf = speakerNames(document, options);
  return document.turns.map((turn) => [
    turn.startMs,
    turn.endMs,
    nameOf(turn),
    inlineText(turn.content, options),
  ]);
}

/** Returns the warnings, each as code, line and excerpt. */
export const codes = ({ warnings }: ImportResult) =>
  warnings.map(({ code, line, excerpt }) =>
    [code, line, excerpt].filter((part) => part !== undefined).join(' '),
  );
