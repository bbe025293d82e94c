import type { MediaFailure, MediaHead } from '../../shared/audio/media-head.ts';
import type { PeaksPiece } from '../../shared/audio/peaks.ts';

/** First `open`, answered by `opened`; then `decode`, answered by any number of `heard` and one `done`. */
export type AnalysisRequest =
  | { readonly kind: 'open'; readonly url: string }
  /** `toSeconds` null: to the end. */
  | { readonly kind: 'decode'; readonly fromSeconds: number; readonly toSeconds: number | null };

export type AnalysisReply =
  | { readonly kind: 'opened'; readonly head: MediaHead }
  | { readonly kind: 'heard'; readonly piece: PeaksPiece | null; readonly reachedSeconds: number }
  | { readonly kind: 'done'; readonly endSeconds: number }
  | { readonly kind: 'failed'; readonly code: MediaFailure; readonly cause: string };
