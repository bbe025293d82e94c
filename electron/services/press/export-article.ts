import { basename } from 'node:path';
import { redactTurns, secretsOf } from '../../../shared/formats/withhold.ts';
import { anchorsIn } from '../../../shared/model/anchors.ts';
import { type Article, quotationsOf } from '../../../shared/model/article.ts';
import type { ArticleId, QuoteId, TranscriptId } from '../../../shared/model/ids.ts';
import { turnText } from '../../../shared/model/turn.ts';
import {
  type ArticleDocument,
  articleDocument,
  type QuoteEvidence,
} from '../../../shared/press/export/article-document.ts';
import { type ArticleSecrets, outgoingArticle } from '../../../shared/press/export/outgoing-article.ts';
import {
  type ArticleFormat,
  articleHtml,
  articleText,
  writeArticle,
} from '../../../shared/press/export/write-article.ts';
import { listAnnotations, listKinds } from '../../database/annotation-store.ts';
import type { ReadableDatabase } from '../../database/library-database.ts';
import { findQuote } from '../../database/quote-store.ts';
import { listTranscriptIds, listTranscripts } from '../../database/transcript-store.ts';
import { listTurns } from '../../database/turn-store.ts';
import type { App } from '../app.ts';
import { fileStem } from '../export-names.ts';
import { listTranscriptQuotes } from '../quotes/list-quotes.ts';
import { requireTranscript } from '../save-transcript.ts';
import { writeExport } from '../write-transcript-file.ts';
import { openArticle } from './articles.ts';

export interface ArticleExport {
  readonly articleId: ArticleId;
  /** Whether each quotation has a note that leads to the recording. */
  readonly evidence: boolean;
}

/** Returns the name that an article is offered under, without its extension. Throws `not-found`. */
export const articleFileStem = (app: Pick<App, 'library' | 'now' | 'author'>, id: ArticleId): string =>
  fileStem(openArticle(app, id).title);

/**
 * Writes an article as it is saved to `path`, whole or not at all, without what is off the record; returns how many
 * stretches were kept back. Rejects with a MinberError: `not-found`, `disk-full`, `export-failed`.
 */
export async function exportArticle(
  app: Pick<App, 'library' | 'now' | 'author' | 'exported'>,
  input: ArticleExport & { readonly format: ArticleFormat },
  path: string,
): Promise<{ readonly path: string; readonly withheld: number }> {
  const { document, withheld } = outgoing(app, input);
  await writeExport(path, () => writeArticle(document, input.format));
  app.exported.add(path);
  return { path, withheld };
}

/** Returns an article for the clipboard, as a page and as text, likewise. Throws `not-found`. */
export function copyableArticle(
  app: Pick<App, 'library' | 'now' | 'author'>,
  input: ArticleExport,
): { readonly html: string; readonly text: string; readonly withheld: number } {
  const { document, withheld } = outgoing(app, input);
  return { html: articleHtml(document), text: articleText(document), withheld };
}

function outgoing(
  app: Pick<App, 'library' | 'now' | 'author'>,
  { articleId, evidence }: ArticleExport,
): { readonly document: ArticleDocument; readonly withheld: number } {
  const article = openArticle(app, articleId);
  const known = quotesOf(app.library, article);
  const out = outgoingArticle(article, known.secrets, article.language);
  return {
    document: articleDocument(article, out, evidence ? known.evidence : new Map()),
    withheld: out.withheldCount,
  };
}

/** What the library knows of the quotes of an article, and of what must not be in it. */
function quotesOf(
  db: ReadableDatabase,
  { marks, recordingIds }: Article,
): { readonly secrets: ArticleSecrets; readonly evidence: ReadonlyMap<QuoteId, QuoteEvidence> } {
  const cards = quotationsOf(marks).flatMap(({ quoteId }) => (quoteId && findQuote(db, quoteId)) || []);
  const transcripts = new Set<TranscriptId>([
    ...cards.map(({ transcriptId }) => transcriptId),
    // An article of no recording is one of all of the library.
    ...(recordingIds.length === 0
      ? listTranscriptIds(db)
      : recordingIds.flatMap((id) => listTranscripts(db, id).map((transcript) => transcript.id))),
  ]);
  const quoteIds = new Set<QuoteId>();
  const evidence = new Map<QuoteId, QuoteEvidence>();
  for (const id of new Set(cards.map(({ transcriptId }) => transcriptId))) {
    const { recording, quotes } = listTranscriptQuotes(db, id);
    for (const { quote, withheld, startMs, endMs } of quotes) {
      if (withheld) quoteIds.add(quote.id);
      evidence.set(quote.id, {
        recording: recording.title,
        date: recording.date,
        media: basename(recording.media.path),
        mediaSha256: quote.mediaSha256 ?? recording.media.sha256,
        startMs,
        endMs,
        sequence: quote.sequence,
      });
    }
  }
  return { secrets: { quoteIds, words: [...transcripts].flatMap((id) => secretWords(db, id)) }, evidence };
}

/** The words of a transcript that are off the record: those marked so, and those of turns in such a time. */
function secretWords(db: ReadableDatabase, id: TranscriptId): readonly string[] {
  const { number } = requireTranscript(db, id);
  const secrets = secretsOf(listAnnotations(db, number), listKinds(db));
  if (secrets.ids.size === 0 && secrets.spans.length === 0) return [];
  const turns = listTurns(db, number);
  const inTime = redactTurns(turns, { ...secrets, ids: new Set() }, 'en');
  const words = turns.flatMap((turn, index) =>
    inTime[index] === turn
      ? anchorsIn(turn).flatMap((anchor) => (secrets.ids.has(anchor.id) ? [anchor.words] : []))
      : [turnText(turn)],
  );
  // Of several sentences one alone may have been copied.
  return words.flatMap((text) => text.split(/(?<=[.!?…])\s+/u));
}
