import { withheldLabel } from '../../formats/labels.ts';
import { type ArticleContent, type ArticleMark, quotationsOf } from '../../model/article.ts';
import type { QuoteId } from '../../model/ids.ts';
import type { Language } from '../../model/language.ts';
import type { Span } from '../span.ts';

/** What of the library must not be in an article. */
export interface ArticleSecrets {
  /** Quotes that are off the record. */
  readonly quoteIds: ReadonlySet<QuoteId>;
  /** Words that are off the record, as the transcript has them. */
  readonly words: readonly string[];
}

/** An article as others may have it. */
export interface OutgoingArticle {
  readonly text: string;
  /** The quotations that come from cards and where they stand, in order. */
  readonly quotations: readonly (Span & { readonly quoteId: QuoteId })[];
  readonly withheldCount: number;
}

/** A single word proves nothing: it may stand in any article. */
const FEWEST_WORDS = 3;

/**
 * Returns an article without what is off the record: quotations whose card is, and words copied from what is, give way to a
 * marker. No article leaves the program in any other way.
 */
export function outgoingArticle(
  { text, marks }: ArticleContent,
  { quoteIds, words }: ArticleSecrets,
  language: Language,
): OutgoingArticle {
  const linked = quotationsOf(marks).filter(({ quoteId }) => quoteId !== null);
  const isSecret = ({ quoteId }: ArticleMark) => quoteId !== null && quoteIds.has(quoteId);
  const secrets = joined([
    ...linked.filter(isSecret).flatMap(({ spans }) => spans),
    ...words.flatMap((secret) => occurrences(text, secret)),
  ]);
  const marker = `[${withheldLabel(language)}]`;
  let out = '';
  let at = 0;
  for (const { start, end } of secrets) {
    out += text.slice(at, start) + marker;
    at = end;
  }
  out += text.slice(at);
  const moved = (place: number) =>
    secrets.reduce(
      (shift, { start, end }) => (end <= place ? shift + marker.length - (end - start) : shift),
      place,
    );
  const isTouched = ({ start, end }: Span) =>
    secrets.some((secret) => secret.start < end && secret.end > start);
  const quotations = linked.flatMap(({ spans, quoteId }) => {
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last || quoteId === null || spans.some(isTouched)) return [];
    return [{ start: moved(first.start), end: moved(last.end), quoteId }];
  });
  return { text: out, quotations, withheldCount: secrets.length };
}

/** Where words stand in a text, whatever the white space between them. */
function occurrences(text: string, secret: string): readonly Span[] {
  const parts = secret.split(/\s+/u).filter(Boolean);
  if (parts.length < FEWEST_WORDS) return [];
  const pattern = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')).join('\\s+');
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

function joined(spans: readonly Span[]): readonly Span[] {
  const whole: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole;
}
