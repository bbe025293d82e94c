import { type Annotations, GIVEN_KINDS } from '../model/annotation.ts';
import type { AnnotationId } from '../model/ids.ts';
import { annotationsOn, type Turn } from '../model/turn.ts';

/** Returns a function from a turn to how many annotations stand on it that nobody has resolved or removed; quotes ask nothing. */
export function countOpenAnnotations(annotations: Annotations): (turn: Pick<Turn, 'content'>) => number {
  const isOpen = (id: AnnotationId) => {
    const annotation = annotations.get(id);
    if (!annotation || annotation.kindId === GIVEN_KINDS.quote) return false;
    return annotation.resolved === null && !annotation.removed;
  };
  return ({ content }) => {
    const marked = content.filter((inline) => annotationsOn(inline).length > 0);
    if (marked.length === 0) return 0;
    return [...new Set(marked.flatMap(annotationsOn))].filter(isOpen).length;
  };
}
