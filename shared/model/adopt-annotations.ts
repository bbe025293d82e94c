import type { Annotation, AnnotationKind } from './annotation.ts';
import { type AnnotationId, type AnnotationKindId, newId } from './ids.ts';
import { annotationsOn, type Turn, textInline } from './turn.ts';

/** Annotations that come from elsewhere with turns. */
export interface Remarks {
  readonly annotations?: readonly Annotation[];
  readonly annotationKinds?: readonly AnnotationKind[];
}

const namesOf = ({ name }: AnnotationKind) => Object.values(name).flatMap((text) => text?.trim() || []);

/**
 * Returns turns and annotations from elsewhere as they can be added to a transcript: annotations under new ids, of kinds
 * of the vocabulary (the same id, else the same name and the same word on secrecy) or of new ones; marks of annotations
 * that did not come along are gone.
 */
export function adoptAnnotations<T extends Turn>(
  turns: readonly T[],
  { annotations = [], annotationKinds = [] }: Remarks,
  vocabulary: readonly AnnotationKind[],
): {
  readonly turns: readonly T[];
  readonly annotations: readonly Annotation[];
  readonly newKinds: readonly AnnotationKind[];
} {
  const kindIds = new Map<AnnotationKindId, AnnotationKindId>();
  const newKinds: AnnotationKind[] = [];
  for (const kind of annotationKinds) {
    const same = vocabulary.filter(({ withheld }) => withheld === kind.withheld);
    const known =
      same.find(({ id }) => id === kind.id) ??
      same.find((each) => namesOf(each).some((name) => namesOf(kind).includes(name)));
    const isTaken = vocabulary.some(({ id }) => id === kind.id);
    const id = known?.id ?? (isTaken ? newId<AnnotationKindId>() : kind.id);
    if (!known) newKinds.push({ ...kind, id, removed: false });
    kindIds.set(kind.id, id);
  }
  const ids = new Map<AnnotationId, AnnotationId>();
  const adopted = annotations.flatMap((annotation): Annotation[] => {
    const kindId = kindIds.get(annotation.kindId);
    if (!kindId) return [];
    const id = newId<AnnotationId>();
    ids.set(annotation.id, id);
    return [{ ...annotation, id, kindId, removed: false }];
  });
  return {
    turns: turns.map((turn) => ({
      ...turn,
      content: turn.content.map((inline) =>
        inline.type === 'text'
          ? textInline(
              inline.text,
              annotationsOn(inline).flatMap((id) => ids.get(id) ?? []),
            )
          : inline,
      ),
    })),
    annotations: adopted,
    newKinds,
  };
}
