import type { PeaksPiece } from '../../shared/audio/peaks.ts';
import type { MediaFacts } from '../../shared/ipc/contract.ts';
import type { ErrorCode } from '../../shared/ipc/errors.ts';

/** What the head of a file says, before anything is decoded. */
export interface MediaHead extends Omit<MediaFacts, 'durationMs'> {
  /** Where the sound ends, in seconds: an estimate for some formats. */
  readonly audioSeconds: number;
  /** Whether the file states how long its sound is, so that a shorter one has been cut off. */
  readonly audioSecondsStated: boolean;
  readonly videoSeconds: number;
}

/** First `open`, answered by `opened`; then `decode`, answered by any number of `heard` and one `done`. */
export type AnalysisRequest =
  | { readonly kind: 'open'; readonly url: string }
  /** `toSeconds` null: to the end. */
  | { readonly kind: 'decode'; readonly fromSeconds: number; readonly toSeconds: number | null };

export type AnalysisReply =
  | { readonly kind: 'opened'; readonly head: MediaHead }
  | { readonly kind: 'heard'; readonly piece: PeaksPiece | null; readonly reachedSeconds: number }
  | { readonly kind: 'done'; readonly endSeconds: number }
  /** `unrecognised`: no format that is known here. */
  | { readonly kind: 'failed'; readonly code: ErrorCode | 'unrecognised'; readonly cause: string };
