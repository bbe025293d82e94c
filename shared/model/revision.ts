import type { RevisionId } from './ids.ts';

/**
 * Why a moment of a transcript was marked. `day` stands before the first edit of a day; those with `before-` stand
 * before a change of much text at once; `exported` and `reviewed` stand where that was done.
 */
export const REVISION_REASONS = [
  'named',
  'imported',
  'day',
  'before-replace',
  'before-merge',
  'before-restore',
  'before-import',
  'exported',
  'reviewed',
] as const;
export type RevisionReason = (typeof REVISION_REASONS)[number];

/** A moment of a transcript that can be gone back to. */
export interface Revision {
  readonly id: RevisionId;
  /** The sequence whose text it is. */
  readonly sequence: number;
  readonly reason: RevisionReason;
  /** Given by a person, or the name of the exported file; '' for none. */
  readonly name: string;
  /** When it was marked: ISO 8601, UTC. */
  readonly at: string;
  /** Who was at the desk; '' when not known. */
  readonly author: string;
}
