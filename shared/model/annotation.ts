import type { AnnotationId, AnnotationKindId, ReplyId } from './ids.ts';
import type { LocalText } from './language.ts';

/** Kinds and annotations are drawn in one of this many colours. */
export const ANNOTATION_COLOUR_COUNT = 8;

/** An entry of the library's vocabulary: what sort of remark an annotation is. */
export interface AnnotationKind {
  readonly id: AnnotationKindId;
  readonly name: LocalText;
  /** Index of the colour, 0 to ANNOTATION_COLOUR_COUNT - 1. */
  readonly colour: number;
  /** Off the record, or under embargo: what such an annotation stands on does not leave the program. */
  readonly withheld: boolean;
  /** No longer offered; annotations of the kind stay what they are. */
  readonly removed: boolean;
}

export type AnnotationKinds = ReadonlyMap<AnnotationKindId, AnnotationKind>;

/** The kinds that every library begins with, by what they are for. */
export const GIVEN_KINDS = {
  quote: '00000000-0000-4000-8000-00000000a001' as AnnotationKindId,
  name: '00000000-0000-4000-8000-00000000a002' as AnnotationKindId,
  figure: '00000000-0000-4000-8000-00000000a003' as AnnotationKindId,
  translation: '00000000-0000-4000-8000-00000000a004' as AnnotationKindId,
  offTheRecord: '00000000-0000-4000-8000-00000000a005' as AnnotationKindId,
  topic: '00000000-0000-4000-8000-00000000a006' as AnnotationKindId,
} as const;

/** An answer to an annotation. `at` is ISO 8601, UTC. */
export interface Reply {
  readonly id: ReplyId;
  readonly author: string;
  readonly body: string;
  readonly at: string;
}

/** A span of time, milliseconds from the start of the media, half-open. */
export interface TimeSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * A remark on a span of text or of time. Which text it stands on is said by the text itself
 * (`TextInline.annotations`), so that it travels with every edit; what is said here is never deleted while the
 * recording lives. Instants are ISO 8601, UTC.
 */
export interface Annotation {
  readonly id: AnnotationId;
  readonly kindId: AnnotationKindId;
  readonly body: string;
  /** Index of a colour of its own; null: that of its kind. */
  readonly colour: number | null;
  readonly author: string;
  readonly createdAt: string;
  readonly changedAt: string;
  /** Who settled it, and when; null while it is open. */
  readonly resolved: { readonly by: string; readonly at: string } | null;
  /** The time that it stands on; null for one that stands on text. */
  readonly span: TimeSpan | null;
  /** The words that it stands on, or stood on before they were deleted; '' for a span of time. */
  readonly words: string;
  /** When these words are, or were, said, as far as is known. */
  readonly atMs: number | null;
  readonly replies: readonly Reply[];
  /** Taken away by a person; it can be brought back. */
  readonly removed: boolean;
}

export type Annotations = ReadonlyMap<AnnotationId, Annotation>;

/** Letters of the words that are remembered; more would be a copy of the transcript. */
const MOST_REMEMBERED = 5000;

/**
 * Returns the words to remember of an annotation whose text reads `whole` now. Deleting does not shorten them, so that
 * words deleted letter by letter are remembered whole; anything written changes them.
 */
export function rememberedWords(before: string, whole: string): string {
  if (whole === '') return before;
  const text = whole.slice(0, MOST_REMEMBERED);
  let found = 0;
  for (const character of before) if (text.startsWith(character, found)) found += character.length;
  return found >= text.length ? before : text;
}

/** Returns the colour that an annotation is drawn in. */
export function annotationColour(
  annotation: Pick<Annotation, 'colour'>,
  kind: Pick<AnnotationKind, 'colour'> | undefined,
): number {
  return annotation.colour ?? kind?.colour ?? 0;
}
