import { basename } from 'node:path';
import { MinberError } from '../../../shared/ipc/errors.ts';
import { type ArticleText, readArticle } from '../../../shared/press/read-article.ts';
import { loadTranscriptFile } from '../read-transcript-file.ts';

/**
 * Reads an article's file and writes nothing. `language` (BCP 47) decides between one-byte encodings. Rejects with
 * `article-unreadable`, `not-a-file`, and the system's error for a file that cannot be read.
 */
export async function readArticleFile(
  path: string,
  language: string,
): Promise<ArticleText & { readonly name: string }> {
  const name = basename(path);
  const article = await readArticle(await loadTranscriptFile(path), language);
  if (!article) throw new MinberError('article-unreadable', { name });
  return { name, ...article };
}
