import {
  type ArticleId,
  type MarkId,
  newId,
  type QuoteId,
  type RecordingId,
  type SpeakerId,
  type TranscriptId,
  type TurnId,
} from './ids.ts';
import type { Language } from './language.ts';

/** How a quotation is written: after a dash, between quotation marks, or in the article's own words. */
export const QUOTATION_KINDS = ['dash', 'marks', 'reported'] as const;
export type QuotationKind = (typeof QUOTATION_KINDS)[number];

/** What a stretch of an article is: a quotation, or what belongs to quotations and pictures. */
export const MARK_KINDS = [
  ...QUOTATION_KINDS,
  'verb',
  'speaker',
  'introduction',
  'credit',
  'caption',
  'link',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** A stretch of an article's text, half-open `[start, end)`, in UTF-16 code units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Who speaks, or is introduced: as the article has it, and who of the directory that is, where somebody said so. */
export interface MarkedPerson {
  readonly speakerId: SpeakerId | null;
  readonly name: string | null;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly country: string | null;
}

/** Where the words of a quotation begin in a transcript, chosen by a person. `start`: letters of the turn's text. */
export interface ChosenPlace {
  readonly transcriptId: TranscriptId;
  readonly turnId: TurnId;
  readonly start: number;
}

/** A person's word against the program's verdict. `at`: ISO 8601, UTC. */
export interface Overrule {
  /** Whether the quotation may be published as it is. */
  readonly accepted: boolean;
  readonly note: string;
  readonly by: string;
  readonly at: string;
  /** The quotation as it read then; when it reads otherwise the overruling is in doubt. */
  readonly words: string;
}

/**
 * Whose a mark is: found by reading the article, put so by a person, or taken away by a person. Reading again replaces
 * only what was found by reading; what was taken away stays, so that it is not found again.
 */
export const MARK_STATES = ['read', 'corrected', 'removed'] as const;
export type MarkState = (typeof MARK_STATES)[number];

export interface ArticleMark {
  readonly id: MarkId;
  readonly kind: MarkKind;
  /** In the order of the text, apart from each other; several where an attribution interrupts a quotation. */
  readonly spans: readonly TextSpan[];
  /** Of a quotation, as written: «деп атап өтті»; null where the article has none. */
  readonly verb: string | null;
  /** Of a quotation, a speaker and an introduction; null where nobody is named. */
  readonly who: MarkedPerson | null;
  /** The quote card that the words come from. */
  readonly quoteId: QuoteId | null;
  /** Of a link whose address the text does not show. */
  readonly url: string | null;
  readonly state: MarkState;
  /** Of a quotation: where it was said, in place of what the program finds best. */
  readonly chosen: ChosenPlace | null;
  readonly overrule: Overrule | null;
}

/** What is written and saved as the person types. */
export interface ArticleContent {
  readonly text: string;
  /** In the order of the text. */
  readonly marks: readonly ArticleMark[];
}

/** A press article. Instants are ISO 8601, UTC. */
export interface Article extends ArticleContent {
  readonly id: ArticleId;
  readonly title: string;
  readonly language: Language;
  /** The recordings that its quotations are sought in; none: all of the library. */
  readonly recordingIds: readonly RecordingId[];
  /** Counts the saved changes of the content. */
  readonly sequence: number;
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Returns a mark found by reading, with the given parts. */
export function createMark(
  parts: Pick<ArticleMark, 'kind' | 'spans'> & Partial<Omit<ArticleMark, 'kind' | 'spans'>>,
): ArticleMark {
  return {
    id: newId<MarkId>(),
    verb: null,
    who: null,
    quoteId: null,
    url: null,
    state: 'read',
    chosen: null,
    overrule: null,
    ...parts,
  };
}

export const isQuotationKind = (kind: MarkKind): kind is QuotationKind =>
  QUOTATION_KINDS.some((known) => known === kind);

/** Returns the quotations of an article that nobody took away, in their order. */
export function quotationsOf(marks: readonly ArticleMark[]): readonly (ArticleMark & {
  readonly kind: QuotationKind;
})[] {
  return marks.filter(
    (mark): mark is ArticleMark & { readonly kind: QuotationKind } =>
      mark.state !== 'removed' && isQuotationKind(mark.kind),
  );
}

/** Returns the words of a mark; what an attribution parts is joined with a space. */
export function markText(text: string, { spans }: Pick<ArticleMark, 'spans'>): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(' ');
}

const startOf = ({ spans }: ArticleMark) => spans[0]?.start ?? 0;
const endOf = ({ spans }: ArticleMark) => spans.at(-1)?.end ?? 0;

/** Orders marks as they stand in the text, what holds another before it. */
export const byPlace = (one: ArticleMark, other: ArticleMark): number =>
  startOf(one) - startOf(other) || endOf(other) - endOf(one);

/**
 * Returns what is wrong with an article's content, in English for the log, or null: every mark has spans, in order and
 * within the text, and an id of its own.
 */
export function articleFault({ text, marks }: ArticleContent): string | null {
  const seen = new Set<string>();
  for (const { id, spans } of marks) {
    if (seen.has(id)) return `mark ${id} is there twice`;
    seen.add(id);
    if (spans.length === 0) return `mark ${id} has no span`;
    let last = 0;
    for (const { start, end } of spans) {
      if (start < last || end <= start || end > text.length)
        return `mark ${id} stands at ${start}-${end} of ${text.length}, behind ${last}`;
      last = end;
    }
  }
  return null;
}
