import type { TurnId } from '../model/ids.ts';
import type { Check, CheckGiven, Finding, TurnContext } from './check.ts';
import { CHECKS } from './checks/index.ts';
import { type ReviewedTranscript, sameContext, turnContexts } from './turn-contexts.ts';

/** Returns everything that the checks find in a transcript, turn by turn. */
export function findProblems(transcript: ReviewedTranscript, given: CheckGiven): readonly Finding[] {
  return turnContexts(transcript).flatMap((context) => checkOne(CHECKS, context, given));
}

function checkOne(checks: readonly Check[], context: TurnContext, given: CheckGiven): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { id, severity, find } of checks) {
    const problem = find(context, given);
    if (problem) findings.push({ ...problem, turnId: context.turn.id, check: id, severity });
  }
  return findings.length === 0 ? NONE : findings;
}

const NONE: readonly Finding[] = [];

export interface TurnsReview {
  /** Returns what `findProblems` would, having run the checks on those turns alone of which something is new. */
  update(transcript: ReviewedTranscript, given: CheckGiven): readonly Finding[];
  /** What was found in a turn; the same array as long as nothing new was found. */
  of(id: TurnId): readonly Finding[];
}

interface Known {
  readonly context: TurnContext;
  readonly findings: readonly Finding[];
}

/**
 * Reviews a transcript again and again as it is edited. A change of one turn costs one comparison of references a
 * turn, and the checks of the turns to which it matters.
 */
export function createTurnsReview(checks: readonly Check[] = CHECKS): TurnsReview {
  let known = new Map<TurnId, Known>();
  let lastGiven: CheckGiven | null = null;
  return {
    update(transcript, given) {
      const before = given === lastGiven ? known : new Map<TurnId, Known>();
      const now = new Map<TurnId, Known>();
      const all: Finding[] = [];
      for (const context of turnContexts(transcript)) {
        const had = before.get(context.turn.id);
        const one =
          had && sameContext(had.context, context)
            ? had
            : { context, findings: checkOne(checks, context, given) };
        now.set(context.turn.id, one);
        all.push(...one.findings);
      }
      known = now;
      lastGiven = given;
      return all;
    },
    of: (id) => known.get(id)?.findings ?? NONE,
  };
}
