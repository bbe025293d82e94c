import { translator } from '../../i18n/i18n.ts';
import { longDate } from '../../i18n/local-formats.ts';
import type { QuoteId } from '../../model/ids.ts';
import type { Language } from '../../model/language.ts';
import { formatTime } from '../../model/time.ts';
import type { OutgoingArticle } from './outgoing-article.ts';

/** What leads from a quotation back to the recording. Times are milliseconds, null where not known. */
export interface QuoteEvidence {
  readonly recording: string;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  /** The name of the media file. */
  readonly media: string;
  readonly mediaSha256: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly sequence: number;
}

/** A stretch of a paragraph; `note` is the number of the footnote behind it. */
export interface ArticleRun {
  readonly text: string;
  readonly note: number | null;
}

/** An article ready to be written: paragraphs of runs, and the notes by number from 1. */
export interface ArticleDocument {
  readonly title: string;
  readonly language: Language;
  readonly paragraphs: readonly (readonly ArticleRun[])[];
  readonly notes: readonly string[];
}

/** Returns an article as paragraphs, with a note on each quotation that `evidence` knows. */
export function articleDocument(
  { title, language }: { readonly title: string; readonly language: Language },
  { text, quotations }: OutgoingArticle,
  evidence: ReadonlyMap<QuoteId, QuoteEvidence>,
): ArticleDocument {
  const notes: string[] = [];
  const places = quotations.flatMap(({ end, quoteId }) => {
    const known = evidence.get(quoteId);
    if (!known) return [];
    notes.push(noteText(known, language));
    return [{ at: behindMarks(text, end), note: notes.length }];
  });
  const paragraphs: ArticleRun[][] = [];
  for (const { index, 0: line } of text.matchAll(/[^\n]+/gu)) {
    const runs: ArticleRun[] = [];
    let from = index;
    for (const { at, note } of places) {
      if (at <= index || at > index + line.length) continue;
      runs.push({ text: text.slice(from, at), note });
      from = at;
    }
    const rest = text.slice(from, index + line.length);
    if (rest !== '') runs.push({ text: rest, note: null });
    if (line.trim() !== '') paragraphs.push(runs);
  }
  return { title, language, paragraphs, notes };
}

/** A note stands behind the marks that close the words, and the comma. */
function behindMarks(text: string, end: number): number {
  const [signs = ''] = /^[»”"’“,.!?…]*/u.exec(text.slice(end)) ?? [];
  return end + signs.length;
}

function noteText(evidence: QuoteEvidence, language: Language): string {
  const t = translator(language);
  const { recording, date, media, mediaSha256, startMs, endMs, sequence } = evidence;
  const times = [startMs, endMs].flatMap((ms) => (ms === null ? [] : formatTime(ms))).join('–');
  return [
    [recording, date === null ? '' : longDate(date, language)].filter(Boolean).join(', '),
    times,
    [media, mediaSha256 === null ? '' : `SHA-256 ${mediaSha256}`].filter(Boolean).join(', '),
    t('quotes.revisionOf', { sequence }),
  ]
    .filter(Boolean)
    .join('; ');
}
