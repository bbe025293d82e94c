import { create } from 'zustand';
import type { ArticleMark } from '../../shared/model/article.ts';
import type { MarkId } from '../../shared/model/ids.ts';
import type { QuoteVerdict } from '../../shared/press/match/verify-marks.ts';

export interface ArticleState {
  /** The article as of a moment after the last key. */
  readonly text: string;
  readonly marks: readonly ArticleMark[];
  readonly verdicts: ReadonlyMap<MarkId, QuoteVerdict>;
  /** Whether quotations are being sought. */
  readonly seeking: boolean;
  /** The mark that commands are about: that at the caret, or the one chosen in the list. */
  readonly activeId: MarkId | null;
  /** Whether something is selected that a mark could stand on. */
  readonly hasSelection: boolean;
  /** What of the quotations the list shows. */
  readonly filter: 'all' | 'doubtful';
  /** The quotation whose dialog is open. */
  readonly asked: { readonly kind: 'overrule' | 'candidates'; readonly id: MarkId } | null;
}

export const CLOSED: ArticleState = {
  text: '',
  marks: [],
  verdicts: new Map(),
  seeking: false,
  activeId: null,
  hasSelection: false,
  filter: 'all',
  asked: null,
};

/** What is known of the open article beside its text. */
export const useArticle = create<ArticleState>()(() => CLOSED);

/** Returns the mark that commands are about. */
export const activeMark = ({ marks, activeId }: ArticleState): ArticleMark | null =>
  marks.find(({ id }) => id === activeId) ?? null;
