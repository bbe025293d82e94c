import { TABLE_KEEPS } from './csv.ts';
import type { Format } from './format.ts';

/** A table as in CSV, with tabs between its cells; read without quotes where those of a text stand open. */
export const tsv: Format = {
  id: 'tsv',
  extensions: ['tsv', 'tab'],
  labelKey: 'format.tsv',
  keeps: TABLE_KEEPS,
  options: ['times', 'timeForm', 'speakers', 'inlines', 'language'],
  read: async (bytes, context) => (await import('./delimited.ts')).readDelimited(bytes, context, '\t'),
  write: async (document, options) =>
    (await import('./delimited.ts')).writeDelimited(document, options, '\t'),
};
