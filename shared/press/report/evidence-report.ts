import type { ArticleContent, MarkedPerson, Overrule } from '../../model/article.ts';
import { markText, quotationsOf } from '../../model/article.ts';
import type { RecordingId } from '../../model/ids.ts';
import type { Speaker } from '../../model/speaker.ts';
import type { Evidence, Verdict } from '../match/match-quote.ts';
import { type MarkVerifier, overruleState } from '../match/verify-marks.ts';
import type { VerifiedQuote } from '../match/verify-quotes.ts';

/** A recording that was sought in, and what proves which one it was. */
export interface ReportedRecording {
  readonly id: RecordingId;
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly mediaName: string;
  /** Lower-case hex of the whole file; null until it has been read whole. */
  readonly mediaSha256: string | null;
  readonly transcripts: readonly {
    /** BCP 47. */
    readonly language: string;
    readonly kind: 'original' | 'translation';
    readonly sequence: number;
    /** The head of the edit log, lower-case hex. */
    readonly headHash: string;
  }[];
}

/** A quotation with what proves it. */
export interface ReportedQuotation {
  readonly number: number;
  /** Null for words off the record, which no report tells. */
  readonly text: string | null;
  readonly who: MarkedPerson | null;
  readonly verdict: Verdict;
  readonly flags: VerifiedQuote['flags'];
  readonly agreement: VerifiedQuote['agreement'];
  readonly evidence: Evidence | null;
  readonly speaker: Speaker | null;
  readonly recordingId: RecordingId | null;
  readonly overrule: (Overrule & { readonly state: 'accepted' | 'rejected' | 'stale' }) | null;
}

export interface EvidenceReport {
  readonly title: string;
  readonly letters: number;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** By the name in their settings; '' when not known. */
  readonly madeBy: string;
  readonly recordings: readonly ReportedRecording[];
  readonly quotations: readonly ReportedQuotation[];
}

export interface ReportInput {
  readonly title: string;
  readonly content: ArticleContent;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly recordings: readonly ReportedRecording[];
  readonly verifier: MarkVerifier;
}

/**
 * Returns every quotation of an article with its verdict and its evidence. Of what was said off the record neither the
 * words nor what a person wrote about them is told: only that it was quoted, and when it was said.
 */
export function evidenceReport(input: ReportInput): EvidenceReport {
  const { title, content, madeAt, madeBy, recordings, verifier } = input;
  const quotations = quotationsOf(content.marks).map((mark, index): ReportedQuotation => {
    const { verdict, flags, agreement, evidence, speaker, recordingId, withheld } = verifier.verify(
      content.text,
      mark,
    );
    const state = overruleState(content.text, mark);
    const overrule = mark.overrule && state ? { ...mark.overrule, state } : null;
    return {
      number: index + 1,
      text: withheld ? null : markText(content.text, mark),
      who: mark.who,
      verdict,
      flags: withheld ? [] : flags,
      agreement,
      evidence: evidence && withheld ? { ...evidence, text: '', differences: [] } : evidence,
      speaker,
      recordingId,
      overrule: overrule && withheld ? { ...overrule, note: '', words: '' } : overrule,
    };
  });
  return { title, letters: content.text.length, madeAt, madeBy, recordings, quotations };
}
