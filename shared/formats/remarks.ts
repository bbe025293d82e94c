import type { Annotation } from '../model/annotation.ts';
import type { AnnotationId } from '../model/ids.ts';
import { type LocalText, localText } from '../model/language.ts';
import { formatTime } from '../model/time.ts';
import type { ExportOptions, TranscriptDocument } from './format.ts';
import { oneLine, type ShownInline, shownInlines } from './inline-text.ts';

/** An annotation with the name of its kind. */
export interface Remark extends Annotation {
  readonly kind: LocalText;
}

/** The remarks of a document that are to be shown, and where they stand among what its turns show. */
export interface PlacedRemarks {
  /** In the order in which a reader meets them. */
  readonly remarks: readonly Remark[];
  /** What each turn shows, in their order. */
  readonly shown: readonly (readonly ShownInline[])[];
  /** Remarks whose words begin with this. */
  startsAt(inline: ShownInline): readonly Remark[];
  /** Remarks whose words end with this. */
  endsAt(inline: ShownInline): readonly Remark[];
  /** Remarks on a time, or on words that are gone: those that belong to the turn at this place. */
  beside(turnIndex: number): readonly Remark[];
}

/** Returns the remarks of a document with their places; none unless the options ask for them. */
export function placeRemarks(document: TranscriptDocument, options: ExportOptions): PlacedRemarks {
  const shown = document.turns.map(({ content }) => shownInlines(content, options));
  const known = new Map(options.annotations ? remarksOf(document).map((each) => [each.id, each]) : []);
  const first = new Map<AnnotationId, ShownInline>();
  const last = new Map<AnnotationId, ShownInline>();
  for (const inline of shown.flat()) {
    if (inline.source.type !== 'text') continue;
    for (const id of inline.source.annotations ?? []) {
      if (!known.has(id)) continue;
      if (!first.has(id)) first.set(id, inline);
      last.set(id, inline);
    }
  }
  const starts = byInline(first, known);
  const ends = byInline(last, known);
  const beside = new Map<number, Remark[]>();
  for (const remark of known.values()) {
    if (first.has(remark.id)) continue;
    const index = turnAt(document, remark.span?.startMs ?? remark.atMs);
    beside.set(index, [...(beside.get(index) ?? []), remark]);
  }
  const remarks = shown.flatMap((inlines, index) => [
    ...(beside.get(index) ?? []),
    ...inlines.flatMap((inline) => ends.get(inline) ?? []),
  ]);
  return {
    remarks,
    shown,
    startsAt: (inline) => starts.get(inline) ?? [],
    endsAt: (inline) => ends.get(inline) ?? [],
    beside: (index) => beside.get(index) ?? [],
  };
}

function remarksOf({ annotations = [], annotationKinds = [] }: TranscriptDocument): readonly Remark[] {
  const names = new Map(annotationKinds.map(({ id, name }) => [id, name]));
  return annotations.map((annotation) => ({ ...annotation, kind: names.get(annotation.kindId) ?? {} }));
}

function byInline(places: ReadonlyMap<AnnotationId, ShownInline>, known: ReadonlyMap<AnnotationId, Remark>) {
  const found = new Map<ShownInline, Remark[]>();
  for (const [id, inline] of places) {
    const remark = known.get(id);
    if (remark) found.set(inline, [...(found.get(inline) ?? []), remark]);
  }
  return found;
}

/** The last turn that has begun by then, or the first. */
function turnAt({ turns }: TranscriptDocument, atMs: number | null): number {
  if (atMs === null) return 0;
  return turns.reduce(
    (found, { startMs }, index) => (startMs !== null && startMs <= atMs ? index : found),
    0,
  );
}

/** Returns what stands before the words of a remark: its kind, and the time it is on, if it is on one. */
export function remarkHead({ kind, span, words }: Remark, { language, timeForm }: ExportOptions): string {
  const times =
    span === null ? '' : `${formatTime(span.startMs, timeForm)} – ${formatTime(span.endMs, timeForm)}`;
  return [oneLine(localText(kind, language)), times, oneLine(words)]
    .filter((text) => text !== '')
    .join(' · ');
}
