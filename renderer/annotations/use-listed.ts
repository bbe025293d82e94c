import { useEffect, useRef, useState } from 'react';
import type { AnnotationId } from '../../shared/model/ids.ts';
import { type ListedAnnotation, listAnnotations } from '../../shared/model/list-annotations.ts';
import { turnsNow, watchTurns } from '../actions/watch-turns.ts';
import { useSession } from '../session.ts';

/** The text is looked at no more often than this, so that a keystroke costs nothing here. */
const PAUSE_MS = 300;

/** Returns the annotations of the open transcript by time; what has not changed is the same object as before. */
export function useListed(): readonly ListedAnnotation[] {
  const remembered = useRef(new Map<AnnotationId, string>());
  const look = () => listAnnotations(useSession.getState().annotations, turnsNow(), remembered.current);
  const [listed, setListed] = useState(look);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what it looks at is always the present state
  useEffect(() => {
    const relook = () => setListed((was) => settled(was, look()));
    const stop = watchTurns(PAUSE_MS, relook);
    const unsubscribe = useSession.subscribe((now, was) => {
      if (now.annotations !== was.annotations) relook();
    });
    return () => {
      stop();
      unsubscribe();
    };
  }, []);
  return listed;
}

function settled(
  was: readonly ListedAnnotation[],
  now: readonly ListedAnnotation[],
): readonly ListedAnnotation[] {
  const before = new Map(was.map((each) => [each.annotation.id, each]));
  const next = now.map((each) => {
    const known = before.get(each.annotation.id);
    return known && isSame(known, each) ? known : each;
  });
  return next.length === was.length && next.every((each, index) => each === was[index]) ? was : next;
}

const isSame = (a: ListedAnnotation, b: ListedAnnotation) =>
  (Object.keys(a) as (keyof ListedAnnotation)[]).every((key) => a[key] === b[key]);
