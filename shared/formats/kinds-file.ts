import { z } from 'zod';
import { annotationKind } from '../ipc/schemas.ts';
import type { AnnotationKind } from '../model/annotation.ts';
import { decodeText, encodeText } from './encoding.ts';

/** What the name of a file with kinds of annotations ends with. */
export const KINDS_EXTENSION = 'minber-kinds.json';

const FORMAT = 'minber-annotation-kinds';
const VERSION = 1;

const kindsFile = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  kinds: z.array(annotationKind.omit({ removed: true })).max(1000),
});

/** Returns the vocabulary as a file for others, without the kinds that were removed. */
export function writeKindsFile(kinds: readonly AnnotationKind[]): Uint8Array {
  const whole: z.input<typeof kindsFile> = {
    format: FORMAT,
    version: VERSION,
    kinds: kinds.filter((kind) => !kind.removed).map(({ removed: _, ...kind }) => kind),
  };
  return encodeText(`${JSON.stringify(whole, null, 2)}\n`);
}

/** Returns the kinds that a file holds, or null when it is none, or one that only a newer Minber understands. */
export function readKindsFile(bytes: Uint8Array): readonly AnnotationKind[] | null {
  try {
    const { kinds } = kindsFile.parse(JSON.parse(decodeText(bytes, 'en').text ?? ''));
    return kinds.map((kind) => ({ ...kind, removed: false }));
  } catch {
    return null;
  }
}
