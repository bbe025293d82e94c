import { TABLE_KEEPS } from './csv.ts';
import type { Format } from './format.ts';

/** Excel: a sheet with a turn a row, and one with what each speaker said in sum. Times are numbers, words are text. */
export const xlsx: Format = {
  id: 'xlsx',
  extensions: ['xlsx'],
  labelKey: 'format.xlsx',
  keeps: { ...TABLE_KEEPS, timeStepMs: 1 },
  options: ['times', 'speakers', 'inlines', 'language'],
  previewedAs: 'tsv',
  // The library that writes Excel waits until it is needed.
  write: async (document, options) => (await import('./write-xlsx.ts')).writeXlsx(document, options),
};
