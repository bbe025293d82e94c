import type { MediaFailure } from '../../shared/audio/media-head.ts';
import type { SpeechLikelihood } from '../../shared/speech/speech-spans.ts';

/** Answered by `heard` for each stretch in its order, then `done`. */
export interface SpeechRequest {
  readonly url: string;
  readonly durationMs: number;
}

export type SpeechReply =
  | { readonly kind: 'heard'; readonly likelihood: SpeechLikelihood; readonly fraction: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly code: MediaFailure; readonly cause: string };
