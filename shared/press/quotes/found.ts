import type { QuotationKind } from '../../model/article.ts';
import type { Span } from '../span.ts';
import type { Attribution } from './attribution-clause.ts';
import type { Subject } from './subject.ts';

/** How a quotation is written. */
export type QuoteKind = QuotationKind;

/** A quotation before it is known who its subject is. */
export interface Found {
  readonly kind: QuoteKind;
  /** Where its words stand; more than one where its attribution interrupts it. */
  readonly spans: readonly Span[];
  readonly verb: string | null;
  readonly subject: Subject | null;
  /** What says who spoke, and is no quotation itself. */
  readonly attributions: readonly Span[];
}

/** Returns the attribution as the search keeps it. */
export const attributed = (attribution: Attribution | null) => ({
  verb: attribution?.verb ?? null,
  subject: attribution?.subject ?? null,
});
