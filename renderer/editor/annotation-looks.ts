import { type CSSProperties, useCallback, useSyncExternalStore } from 'react';
import { annotationColour } from '../../shared/model/annotation.ts';
import type { AnnotationId } from '../../shared/model/ids.ts';
import { localText } from '../../shared/model/language.ts';
import { useSession } from '../session.ts';

/** How a run of text with annotations is drawn. */
export interface AnnotationLook {
  readonly style: CSSProperties;
  /** The kinds and what they say, for the hint. */
  readonly title: string;
  /** Off the record. */
  readonly withheld: boolean;
}

/** Lines under each other that still can be told apart within the height of a line. */
const MOST_LINES = 3;
const LINE_STEP_PX = 3;

/** Lines differ in how they are drawn too, so that colours are not needed to tell them apart. */
const STROKES = ['', '6px, transparent 6px 9px', '2px, transparent 2px 5px'] as const;

function stroke(colour: number, resolved: boolean): string {
  const ink = resolved
    ? `color-mix(in oklab, var(--note-${colour}) 40%, transparent)`
    : `var(--note-${colour})`;
  const pattern = STROKES[colour % STROKES.length] ?? '';
  if (pattern === '') return `linear-gradient(${ink}, ${ink})`;
  return `repeating-linear-gradient(90deg, ${ink} 0 ${pattern})`;
}

const hatching = (colour: number) =>
  `repeating-linear-gradient(135deg, color-mix(in oklab, var(--note-${colour}) 30%, transparent) 0 2px, transparent 2px 6px)`;

function makeLook(ids: readonly AnnotationId[]): AnnotationLook | null {
  const { annotations, annotationKinds, language } = useSession.getState();
  const shown = ids
    .flatMap((id) => annotations.get(id) ?? [])
    .filter((annotation) => !annotation.removed)
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  if (shown.length === 0) return null;
  const drawn = shown.map((annotation) => {
    const kind = annotationKinds.get(annotation.kindId);
    return { annotation, kind, colour: annotationColour(annotation, kind) };
  });
  const lines = drawn.slice(0, MOST_LINES).map(({ annotation, colour }, index) => ({
    image: stroke(colour, annotation.resolved !== null),
    position: `0 calc(100% - ${(Math.min(drawn.length, MOST_LINES) - 1 - index) * LINE_STEP_PX}px)`,
    size: annotation.resolved ? '100% 1px' : '100% 2px',
  }));
  const secrets = drawn
    .filter(({ kind }) => kind?.withheld)
    .map(({ colour }) => ({ image: hatching(colour), position: '0 0', size: '100% 100%' }));
  const layers = [...lines, ...secrets];
  return {
    style: {
      backgroundImage: layers.map(({ image }) => image).join(', '),
      backgroundPosition: layers.map(({ position }) => position).join(', '),
      backgroundSize: layers.map(({ size }) => size).join(', '),
      backgroundRepeat: 'no-repeat',
      paddingBottom: lines.length * LINE_STEP_PX - 1,
    },
    title: drawn
      .map(({ annotation, kind }) =>
        [localText(kind?.name ?? {}, language), annotation.body].filter(Boolean).join(': '),
      )
      .join('\n'),
    withheld: secrets.length > 0,
  };
}

const looks = new Map<string, AnnotationLook | null>();
const listeners = new Set<() => void>();

// One subscription for all runs of text: each is told, and asks whether it looks different now.
useSession.subscribe((now, was) => {
  if (
    now.annotations === was.annotations &&
    now.annotationKinds === was.annotationKinds &&
    now.language === was.language
  )
    return;
  for (const [key, before] of looks) {
    const after = makeLook(key.split(' ') as AnnotationId[]);
    if (JSON.stringify(after) !== JSON.stringify(before)) looks.set(key, after);
  }
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Returns how text is drawn on which these annotations stand (ids with a space between); null: as any other. */
export function useAnnotationLook(key: string): AnnotationLook | null {
  return useSyncExternalStore(
    subscribe,
    useCallback(() => {
      const known = looks.get(key);
      if (known !== undefined) return known;
      const look = makeLook(key.split(' ') as AnnotationId[]);
      looks.set(key, look);
      return look;
    }, [key]),
  );
}

/** Marks the text of the active annotation by hand: a run that listened for itself would be asked at every change. */
export function markActive(root: HTMLElement, id: AnnotationId | null): void {
  for (const run of root.querySelectorAll('[data-note-active]')) run.removeAttribute('data-note-active');
  if (id !== null)
    for (const run of root.querySelectorAll(`[data-notes~="${id}"]`))
      run.setAttribute('data-note-active', '');
}
