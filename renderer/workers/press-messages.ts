import type { ArticleMark } from '../../shared/model/article.ts';
import type { MarkId, RecordingId } from '../../shared/model/ids.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import type { QuotedArticle } from '../../shared/press/find-quotes.ts';
import type { QuotationMark, QuoteVerdict } from '../../shared/press/match/verify-marks.ts';

export type PressRequest =
  /** Quotations are sought in these recordings alone, in the directory as it is now. */
  | {
      readonly kind: 'seek-in';
      readonly recordingIds: readonly RecordingId[];
      readonly speakers: readonly Speaker[];
    }
  /** A `RecordingSource` as JSON. */
  | { readonly kind: 'source'; readonly json: string }
  | { readonly kind: 'read'; readonly number: number; readonly article: QuotedArticle }
  | {
      readonly kind: 'verify';
      readonly number: number;
      readonly text: string;
      readonly marks: readonly QuotationMark[];
    }
  | {
      readonly kind: 'candidates';
      readonly number: number;
      readonly text: string;
      readonly mark: QuotationMark;
    };

export type PressReply =
  | { readonly kind: 'read'; readonly number: number; readonly marks: readonly ArticleMark[] }
  /** Some of the verdicts asked for; `done` with the last. */
  | {
      readonly kind: 'verdicts';
      readonly number: number;
      readonly verdicts: readonly (readonly [MarkId, QuoteVerdict])[];
      readonly done: boolean;
    }
  | { readonly kind: 'candidates'; readonly number: number; readonly candidates: readonly QuoteVerdict[] };
