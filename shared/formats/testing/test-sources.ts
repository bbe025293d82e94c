import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ExportWarning, WriteSources } from '../write-sources.ts';

/** Returns the project's fonts, the recording's file in base64 if any is given, and puts warnings into `warnings`. */
export function testSources({
  media = null,
  warnings = [],
}: {
  media?: string | null;
  warnings?: ExportWarning[];
} = {}): WriteSources {
  return {
    font: (file) => readFile(resolve('resources', 'fonts', `${file}.ttf`)),
    media: async () => media,
    warn: (warning) => void warnings.push(warning),
  };
}
