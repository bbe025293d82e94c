import type { Language } from '../model/language.ts';
import type { TranscriptDocument } from './format.ts';
import { fieldByLabel, fieldLabel } from './labels.ts';

/** Returns the hash of a document's history with its label, as a line of its own; '' for none. */
export const headHashLine = ({ headHash }: TranscriptDocument, language: Language): string =>
  headHash === undefined ? '' : `${fieldLabel('headHash', language)}: ${headHash}`;

/** Returns whether a line is what `headHashLine` writes, in any language. */
export function isHeadHashLine(line: string): boolean {
  const [, label = ''] = /^([^:]+): [0-9a-f]{64}\s*$/.exec(line) ?? [];
  return fieldByLabel(label) === 'headHash';
}
