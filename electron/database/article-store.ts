import type { Article, ArticleContent, ArticleMark } from '../../shared/model/article.ts';
import { quotationsOf } from '../../shared/model/article.ts';
import type { ArticleId, RecordingId } from '../../shared/model/ids.ts';
import type { Language } from '../../shared/model/language.ts';
import type { ReadableDatabase, WritableDatabase } from './library-database.ts';

interface Facts {
  readonly id: ArticleId;
  readonly title: string;
  readonly language: Language;
  readonly sequence: number;
  readonly createdAt: string;
  readonly changedAt: string;
}

const FACTS = 'id, title, language, sequence, created_at AS createdAt, changed_at AS changedAt';

/** An article without its content. */
export interface ArticleSummary extends Omit<Article, keyof ArticleContent> {
  readonly quotationCount: number;
}

/** Returns the articles that were not removed, the one changed last first. */
export function listArticles(db: ReadableDatabase): readonly ArticleSummary[] {
  const recordings = new Map<string, RecordingId[]>();
  for (const { article, recording } of db.all<{ article: ArticleId; recording: RecordingId }>(
    'SELECT article_id AS article, recording_id AS recording FROM article_recording ORDER BY rowid',
  ))
    recordings.set(article, [...(recordings.get(article) ?? []), recording]);
  return db
    .all<Facts & { quotationCount: number }>(
      `SELECT ${FACTS}, quotation_count AS quotationCount FROM article WHERE removed_at IS NULL
       ORDER BY changed_at DESC, rowid DESC`,
    )
    .map((row) => ({ ...row, recordingIds: recordings.get(row.id) ?? [] }));
}

export interface StoredArticle {
  readonly article: Article;
  /** The batch that was written last; null before the first. */
  readonly batchId: string | null;
}

/** Returns an article, removed or not; null for an unknown id. */
export function findArticle(db: ReadableDatabase, id: ArticleId): StoredArticle | null {
  const row = db.get<Facts & { text: string; marks: string; batchId: string | null }>(
    `SELECT ${FACTS}, text, marks, batch_id AS batchId FROM article WHERE id = ?`,
    id,
  );
  if (!row) return null;
  const recordingIds = db
    .all<{ id: RecordingId }>(
      'SELECT recording_id AS id FROM article_recording WHERE article_id = ? ORDER BY rowid',
      id,
    )
    .map((recording) => recording.id);
  const { batchId, marks, ...facts } = row;
  return { article: { ...facts, recordingIds, marks: JSON.parse(marks) as ArticleMark[] }, batchId };
}

export function insertArticle(db: WritableDatabase, article: Article): void {
  const { id, title, language, text, marks, sequence, createdAt, changedAt } = article;
  db.run(
    `INSERT INTO article (id, title, language, text, marks, quotation_count, sequence, created_at, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    title,
    language,
    text,
    JSON.stringify(marks),
    quotationsOf(marks).length,
    sequence,
    createdAt,
    changedAt,
  );
  putRecordings(db, article);
}

/** Writes the title, the language and the recordings. */
export function putArticleFacts(db: WritableDatabase, article: Article): void {
  const { id, title, language, changedAt } = article;
  db.run(
    'UPDATE article SET title = ?, language = ?, changed_at = ? WHERE id = ?',
    title,
    language,
    changedAt,
    id,
  );
  putRecordings(db, article);
}

function putRecordings(db: WritableDatabase, { id, recordingIds }: Article): void {
  db.run('DELETE FROM article_recording WHERE article_id = ?', id);
  for (const recording of recordingIds)
    db.run('INSERT INTO article_recording (article_id, recording_id) VALUES (?, ?)', id, recording);
}

/** Writes the content as the batch `batchId`. */
export function putArticleContent(
  db: WritableDatabase,
  id: ArticleId,
  { text, marks }: ArticleContent,
  saved: { readonly sequence: number; readonly savedAt: string; readonly batchId: string },
): void {
  db.run(
    `UPDATE article SET text = ?, marks = ?, quotation_count = ?, sequence = ?, changed_at = ?, batch_id = ?
     WHERE id = ?`,
    text,
    JSON.stringify(marks),
    quotationsOf(marks).length,
    saved.sequence,
    saved.savedAt,
    saved.batchId,
    id,
  );
}

/** Takes an article out of the list at an instant, ISO 8601 in UTC; null puts it back. Returns whether it is known. */
export function setArticleRemoved(db: WritableDatabase, id: ArticleId, removedAt: string | null): boolean {
  return db.run('UPDATE article SET removed_at = ? WHERE id = ?', removedAt, id) > 0;
}
