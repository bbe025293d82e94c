import type { TurnId } from '../model/ids.ts';
import type { Speaker } from '../model/speaker.ts';
import type { Turn } from '../model/turn.ts';
import type { SpeechSpan } from '../speech/speech-spans.ts';

/** `error`: the transcript contradicts itself. `warning`: most likely wrong. `notice`: worth a look. */
export const SEVERITIES = ['error', 'warning', 'notice'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Each check has its words under `review.check`, and those with a fix under `review.fix`. */
export const CHECK_IDS = [
  'startAfterEnd',
  'outOfOrder',
  'overlap',
  'noSpeaker',
  'emptyTurn',
  'gapWithSpeech',
  'boundaryInSpeech',
  'boundaryFar',
  'readingSpeed',
  'longWithoutTimestamp',
  'openAnnotation',
  'noTitle',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** From where on a check speaks up. */
export interface Thresholds {
  /** Minutes that a turn may go on without a timestamp. */
  readonly longMinutes: number;
  /** Characters a second. */
  readonly slowestPerSecond: number;
  /** Characters a second. */
  readonly fastestPerSecond: number;
  /** How far from speech a boundary may lie, milliseconds. */
  readonly farFromSpeechMs: number;
}

export const DEFAULT_THRESHOLDS: Thresholds = {
  longMinutes: 3,
  slowestPerSecond: 4,
  fastestPerSecond: 25,
  farFromSpeechMs: 1000,
};

/** What holds for all turns alike. */
export interface CheckGiven {
  readonly thresholds: Thresholds;
  /** In order, not touching one another. Null where nobody has looked for speech yet: checks that need it then find nothing. */
  readonly speech: readonly SpeechSpan[] | null;
}

/** A turn and all that its checks may know of the others. Equal contexts give equal findings. */
export interface TurnContext {
  readonly turn: Turn;
  /** Merges followed. */
  readonly speaker: Speaker | null;
  /** The turn of the same speaker, of those before, that ends last. */
  readonly ownBefore: Turn | null;
  readonly isFirstOfSpeaker: boolean;
  /** The start of the nearest turn before that has one. */
  readonly previousStartMs: number | null;
  /** Where the last to end of all turns before does; null when none has a time. */
  readonly reachMs: number | null;
  /** The start of the nearest turn behind that has one. */
  readonly nextStartMs: number | null;
  readonly isOnly: boolean;
  /** Annotations on the turn that nobody has resolved. */
  readonly openAnnotations: number;
}

/** A change that puts one finding right. An edge takes the edge that it touches along. */
export type TurnFix =
  | {
      readonly kind: 'times';
      readonly id: TurnId;
      readonly startMs: number | null;
      readonly endMs: number | null;
    }
  | { readonly kind: 'edge'; readonly id: TurnId; readonly edge: 'start' | 'end'; readonly ms: number }
  /** To where its start belongs among the others. */
  | { readonly kind: 'move'; readonly id: TurnId }
  | { readonly kind: 'remove'; readonly id: TurnId };

/**
 * What a check says of a turn. `values` go into its sentence: those whose names end in `Ms` are lengths of time,
 * those that end in `At` are moments of the recording.
 */
export interface Problem {
  readonly values: Readonly<Record<string, number>>;
  readonly fix: TurnFix | null;
}

/** One thing that can be wrong with a turn. `find` is pure: it knows nothing but what it is given. */
export interface Check {
  readonly id: CheckId;
  readonly severity: Severity;
  readonly find: (context: TurnContext, given: CheckGiven) => Problem | null;
}

/** A problem, and where it is. */
export interface Finding extends Problem {
  readonly turnId: TurnId;
  readonly check: CheckId;
  readonly severity: Severity;
}
