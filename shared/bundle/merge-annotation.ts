import type { Annotation, Reply } from '../model/annotation.ts';
import {
  type Divergence,
  divergences,
  isSame,
  mergeFields,
  mergeWhole,
  type Outcome,
  settled,
} from './three-way.ts';

const isBlank = (value: unknown) => value === undefined || value === null || value === '';

/** What a person says in an annotation; its words and moment follow the text, and its replies are things of their own. */
function coreOf(annotation: Annotation | null) {
  if (!annotation) return null;
  const { changedAt: _, words: __, atMs: ___, replies: ____, ...core } = annotation;
  return core;
}

/** Says whether two annotations say the same; their words and moment follow the text. */
export const saysSame = (a: Annotation, b: Annotation): boolean =>
  isSame(coreOf(a), coreOf(b)) && isSame(a.replies, b.replies);

/**
 * Merges an annotation field by field, and its replies one by one. One that is on a side alone stays: annotations are
 * never deleted, and a bundle may have gone without it.
 */
export function mergeAnnotation({ base, mine, theirs }: Divergence<Annotation>): Outcome<Annotation> {
  if (!mine || !theirs || isSame(mine, theirs)) return settled(mine ?? theirs);
  const outcome = mergeFields({ base: coreOf(base), mine: coreOf(mine), theirs: coreOf(theirs) }, isBlank);
  const replies = mergeReplies(base?.replies ?? [], mine.replies, theirs.replies);
  const { words, atMs } = mine;
  const changedAt = mine.changedAt > theirs.changedAt ? mine.changedAt : theirs.changedAt;
  const whole = (core: ReturnType<typeof coreOf>, said: readonly Reply[]) =>
    core && { ...core, changedAt, words, atMs, replies: said };
  if (outcome.kind === 'settled' && !replies.divided) return settled(whole(outcome.value, replies.mine));
  const cores =
    outcome.kind === 'settled' ? { mine: outcome.value, theirs: outcome.value } : outcome.divergence;
  return {
    kind: 'conflict',
    divergence: {
      base,
      mine: whole(cores.mine, replies.mine),
      theirs: whole(cores.theirs, replies.theirs),
    },
  };
}

interface Replies {
  readonly mine: readonly Reply[];
  readonly theirs: readonly Reply[];
  readonly divided: boolean;
}

/** Replies stand in the order in which they were made. */
function mergeReplies(base: readonly Reply[], mine: readonly Reply[], theirs: readonly Reply[]): Replies {
  const [ours, others]: [Reply[], Reply[]] = [[], []];
  let divided = false;
  for (const divergence of divergences(base, mine, theirs).values()) {
    const outcome = mergeWhole(divergence);
    if (outcome.kind === 'conflict') divided = true;
    const both =
      outcome.kind === 'conflict' ? outcome.divergence : { mine: outcome.value, theirs: outcome.value };
    if (both.mine) ours.push(both.mine);
    if (both.theirs) others.push(both.theirs);
  }
  const byTime = (a: Reply, b: Reply) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1);
  return { mine: ours.sort(byTime), theirs: others.sort(byTime), divided };
}
