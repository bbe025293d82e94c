import { MinberError } from '../../../shared/ipc/errors.ts';
import { type Article, type ArticleContent, articleFault } from '../../../shared/model/article.ts';
import { type ArticleId, newId, type RecordingId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/language.ts';
import {
  type ArticleSummary,
  findArticle,
  insertArticle,
  listArticles as listRows,
  putArticleContent,
  putArticleFacts,
  type StoredArticle,
  setArticleRemoved,
} from '../../database/article-store.ts';
import type { ReadableDatabase } from '../../database/library-database.ts';
import type { LibraryAccess } from '../app.ts';
import { requireRecording } from '../open-recording.ts';
import type { Saved } from '../save-transcript.ts';

export interface ArticleFacts {
  readonly title: string;
  readonly language: Language;
  readonly recordingIds: readonly RecordingId[];
}

export type NewArticle = ArticleFacts & ArticleContent;

/** Returns the articles of the library, the one changed last first. */
export function listArticles({ library }: LibraryAccess): readonly ArticleSummary[] {
  return listRows(library);
}

/** Writes a new article and returns it. Throws `bad-request` for faulty marks, `not-found` for unknown recordings. */
export function createArticle({ library, now }: LibraryAccess, input: NewArticle): Article {
  refuseFault(input);
  const at = now().toISOString();
  const article = { ...input, id: newId<ArticleId>(), sequence: 0, createdAt: at, changedAt: at };
  library.write((db) => {
    for (const id of article.recordingIds) requireRecording(db, id);
    insertArticle(db, article);
  });
  return article;
}

/** Returns an article. Throws `not-found`. */
export function openArticle({ library }: LibraryAccess, id: ArticleId): Article {
  return requireArticle(library, id).article;
}

function requireArticle(db: ReadableDatabase, id: ArticleId): StoredArticle {
  const stored = findArticle(db, id);
  if (!stored) throw new MinberError('not-found', {}, new Error(`no article ${id}`));
  return stored;
}

export interface SaveArticleInput {
  readonly articleId: ArticleId;
  /** The sequence that the content builds on. */
  readonly base: number;
  readonly batchId: string;
  readonly content: ArticleContent;
}

/**
 * Writes the content of an article in one transaction that is on the disk when this returns. The batch that was
 * written last is acknowledged and not written again. Throws MinberError: `not-found`, `stale-sequence` when something
 * else was saved since `base`, `bad-request` for faulty marks.
 */
export function saveArticle({ library, now }: LibraryAccess, input: SaveArticleInput): Saved {
  const { articleId, base, batchId, content } = input;
  refuseFault(content);
  const savedAt = now().toISOString();
  return library.write((db) => {
    const { article, batchId: last } = requireArticle(db, articleId);
    if (last === batchId) return { sequence: article.sequence, savedAt: article.changedAt };
    if (article.sequence !== base) throw new MinberError('stale-sequence', { head: article.sequence });
    const saved = { sequence: base + 1, savedAt };
    putArticleContent(db, articleId, content, { ...saved, batchId });
    return saved;
  });
}

/** Changes the parts given and returns the article as it is then. Throws `not-found`. */
export function changeArticle(
  { library, now }: LibraryAccess,
  id: ArticleId,
  change: { readonly [K in keyof ArticleFacts]?: ArticleFacts[K] | undefined },
): Article {
  return library.write((db) => {
    const { article: before } = requireArticle(db, id);
    const { title = before.title, language = before.language, recordingIds = before.recordingIds } = change;
    for (const recording of recordingIds) requireRecording(db, recording);
    const article = { ...before, title, language, recordingIds, changedAt: now().toISOString() };
    putArticleFacts(db, article);
    return article;
  });
}

/** Takes an article out of the list. Throws `not-found`. */
export function removeArticle({ library, now }: LibraryAccess, id: ArticleId): void {
  setRemoved(library, id, now().toISOString());
}

/** Puts a removed article back. Throws `not-found`. */
export function restoreArticle({ library }: LibraryAccess, id: ArticleId): void {
  setRemoved(library, id, null);
}

function setRemoved(library: LibraryAccess['library'], id: ArticleId, at: string | null): void {
  if (!library.write((db) => setArticleRemoved(db, id, at)))
    throw new MinberError('not-found', {}, new Error(`no article ${id}`));
}

function refuseFault(content: ArticleContent): void {
  const fault = articleFault(content);
  if (fault) throw new MinberError('bad-request', {}, new Error(fault));
}
