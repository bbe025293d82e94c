import type { Spectrogram } from '../../shared/audio/spectrogram.ts';

/** The newest request alone is answered; `null` gives up what is being worked on. */
export interface SpectrogramRequest {
  readonly job: number;
  readonly wanted: {
    readonly url: string;
    readonly fromMs: number;
    readonly toMs: number;
    readonly columns: number;
  } | null;
}

export type SpectrogramReply =
  | { readonly kind: 'drawn'; readonly job: number; readonly spectrogram: Spectrogram }
  | { readonly kind: 'failed'; readonly job: number; readonly cause: string };
