import type { TurnId } from '../model/ids.ts';
import type { CheckId, Finding } from './check.ts';

/** A finding that somebody looked at and let be. `by`: their name, '' where they have not said it; `at`: ISO 8601, UTC. */
export interface IgnoredFinding {
  readonly turnId: TurnId;
  readonly check: CheckId;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** A finding that was let be as libraries and bundles hold it: its check may be one that this version does not know. */
export type KeptFinding = Omit<IgnoredFinding, 'check'> & { readonly check: string };

/** A boundary by the turn that begins or ends there. */
export interface BoundaryPlace {
  readonly turnId: TurnId;
  readonly edge: 'start' | 'end';
}

/** A boundary that somebody listened to and found right, where it then was. */
export interface HeardBoundary extends BoundaryPlace {
  /** Milliseconds from the start of the media. */
  readonly atMs: number;
  readonly by: string;
  readonly at: string;
}

/** What a review keeps beside the text. */
export interface ReviewNotes {
  readonly ignored: readonly IgnoredFinding[];
  readonly heard: readonly HeardBoundary[];
  /** Where listening stopped last. */
  readonly stoppedAt: BoundaryPlace | null;
}

export const EMPTY_NOTES: ReviewNotes = { ignored: [], heard: [], stoppedAt: null };

const keyOf = ({ turnId, check }: Pick<Finding, 'turnId' | 'check'>) => `${check} ${turnId}`;

/** Returns the findings that are left, and those that were let be with what was said of them. */
export function partFindings(
  findings: readonly Finding[],
  ignored: readonly IgnoredFinding[],
): { readonly open: readonly Finding[]; readonly letBe: readonly (readonly [Finding, IgnoredFinding])[] } {
  const reasons = new Map(ignored.map((each) => [keyOf(each), each]));
  const open: Finding[] = [];
  const letBe: (readonly [Finding, IgnoredFinding])[] = [];
  for (const finding of findings) {
    const reason = reasons.get(keyOf(finding));
    if (reason) letBe.push([finding, reason]);
    else open.push(finding);
  }
  return { open, letBe };
}
