import { anchorsIn } from './anchors.ts';
import { type Annotation, type Annotations, rememberedWords } from './annotation.ts';
import type { AnnotationId, SpeakerId, TurnId } from './ids.ts';
import type { Turn } from './turn.ts';

/** An annotation and where it stands now. */
export interface ListedAnnotation {
  readonly annotation: Annotation;
  /** The words that it stands on, or stood on; '' for a span of time. */
  readonly words: string;
  /** Where it begins and ends, milliseconds, as far as is known. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** The turn that it begins in, and who speaks there. */
  readonly turnId: TurnId | null;
  readonly speakerId: SpeakerId | null;
  /** All of its text has been deleted. */
  readonly detached: boolean;
}

type Standing = Pick<ListedAnnotation, 'words' | 'startMs' | 'endMs' | 'turnId' | 'speakerId'> & {
  placeMs: number;
};

/**
 * Returns the annotations that were not removed by time; those whose turn has no time stand where their turn does.
 * `remembered` holds the words of earlier calls and is brought up to date: what has just been deleted is still known.
 */
export function listAnnotations(
  annotations: Annotations,
  turns: readonly Turn[],
  remembered: Map<AnnotationId, string> = new Map(),
): readonly ListedAnnotation[] {
  const standing = standingOf(turns);
  const places = new Map<AnnotationId, number>();
  const listed = [...annotations.values()].flatMap((annotation): ListedAnnotation[] => {
    const { id, span } = annotation;
    if (annotation.removed) return [];
    const stands = standing.get(id);
    if (span) {
      const turn = turnAtTime(turns, span.startMs);
      places.set(id, span.startMs);
      return [
        {
          annotation,
          words: '',
          ...span,
          turnId: turn?.id ?? null,
          speakerId: turn?.speakerId ?? null,
          detached: false,
        },
      ];
    }
    const words = rememberedWords(remembered.get(id) ?? annotation.words, stands?.words ?? '');
    remembered.set(id, words);
    if (!stands) {
      places.set(id, annotation.atMs ?? Number.POSITIVE_INFINITY);
      return [
        {
          annotation,
          words,
          startMs: annotation.atMs,
          endMs: null,
          turnId: null,
          speakerId: null,
          detached: true,
        },
      ];
    }
    const { placeMs, ...where } = stands;
    places.set(id, placeMs);
    return [{ annotation, ...where, detached: false }];
  });
  const placeOf = ({ annotation }: ListedAnnotation) => places.get(annotation.id) ?? 0;
  return listed.sort(
    (a, b) => placeOf(a) - placeOf(b) || (a.annotation.createdAt < b.annotation.createdAt ? -1 : 1),
  );
}

function standingOf(turns: readonly Turn[]): ReadonlyMap<AnnotationId, Standing> {
  const standing = new Map<AnnotationId, Standing>();
  let placeMs = 0;
  for (const turn of turns) {
    placeMs = turn.startMs ?? placeMs;
    for (const { id, words, startMs, endMs } of anchorsIn(turn)) {
      const known = standing.get(id);
      if (known)
        standing.set(id, { ...known, words: `${known.words} ${words}`, endMs: endMs ?? known.endMs });
      else {
        const { id: turnId, speakerId } = turn;
        standing.set(id, { words, startMs, endMs, turnId, speakerId, placeMs: startMs ?? placeMs });
      }
    }
  }
  return standing;
}

/** Returns the turn that is spoken at a time: the last one that has begun. */
function turnAtTime(turns: readonly Turn[], ms: number): Turn | null {
  let found: Turn | null = null;
  for (const turn of turns)
    if (turn.startMs !== null && turn.startMs <= ms && turn.startMs >= (found?.startMs ?? 0)) found = turn;
  return found;
}

/** Which annotations are shown; null or '' lets all through. */
export interface AnnotationFilter {
  readonly kindId: string | null;
  readonly status: 'open' | 'resolved' | null;
  readonly author: string | null;
  readonly speakerId: SpeakerId | null;
}

export const NO_FILTER: AnnotationFilter = { kindId: null, status: null, author: null, speakerId: null };

/** Returns whether a filter lets an annotation through; a reply counts for its author too. */
export function passesFilter(listed: ListedAnnotation, filter: AnnotationFilter): boolean {
  const { annotation } = listed;
  if (filter.kindId !== null && annotation.kindId !== filter.kindId) return false;
  if (filter.status !== null && (annotation.resolved === null) !== (filter.status === 'open')) return false;
  if (filter.speakerId !== null && listed.speakerId !== filter.speakerId) return false;
  return (
    filter.author === null ||
    annotation.author === filter.author ||
    annotation.replies.some(({ author }) => author === filter.author)
  );
}
