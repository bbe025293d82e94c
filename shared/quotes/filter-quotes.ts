import type { SpeakerId } from '../model/ids.ts';
import { type Language, localText } from '../model/language.ts';
import { isChanged } from '../model/quote.ts';
import { foldText } from '../search/fold.ts';
import type { ListedQuote } from './list-quotes.ts';

export const QUOTE_ORDERS = ['time', 'taken', 'speaker'] as const;
export type QuoteOrder = (typeof QUOTE_ORDERS)[number];

/** Which quotes are shown, and how. */
export interface QuoteFilter {
  /** Words of the quote, its note or its speaker; '' for all. */
  readonly query: string;
  readonly speakerId: SpeakerId | null;
  /** Only those whose text has changed. */
  readonly changedOnly: boolean;
  readonly order: QuoteOrder;
}

export const ALL_QUOTES: QuoteFilter = { query: '', speakerId: null, changedOnly: false, order: 'time' };

/** Returns the quotes that a filter lets through, in its order. `quotes` are by time. */
export function filterQuotes<Q extends ListedQuote>(
  quotes: readonly Q[],
  { query, speakerId, changedOnly, order }: QuoteFilter,
  language: Language,
): readonly Q[] {
  const wanted = foldText(query, false).split(/\s+/u).filter(Boolean);
  const nameOf = ({ quote }: ListedQuote) => (quote.speaker ? localText(quote.speaker.name, language) : '');
  const shown = quotes.filter((each) => {
    if (speakerId !== null && each.quote.speaker?.id !== speakerId) return false;
    if (changedOnly && !isChanged(each.changes)) return false;
    if (wanted.length === 0) return true;
    const speaker = each.quote.speaker;
    const names = speaker ? [speaker.name, speaker.title, speaker.organisation].flatMap(Object.values) : [];
    const text = foldText([each.quote.text, each.note, ...names].join(' '), false);
    return wanted.every((word) => text.includes(word));
  });
  if (order === 'taken') return [...shown].sort((a, b) => (a.quote.takenAt < b.quote.takenAt ? 1 : -1));
  if (order === 'speaker') return [...shown].sort((a, b) => compare(nameOf(a), nameOf(b)));
  return shown;
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
