import type { GrantedFile } from '../../shared/ipc/contract.ts';
import type { Article, ArticleContent } from '../../shared/model/article.ts';
import type { ArticleId, RecordingId } from '../../shared/model/ids.ts';
import { call } from '../api/client.ts';
import { type ArticleDraft, NO_DRAFT, ports, useSession } from '../session.ts';
import { tell, tellFailure } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';
import { openDialog } from './dialogs.ts';
import { touchLibrary } from './recordings.ts';
import { loadSpeakers } from './speakers.ts';

const ARTICLE_FILE = /\.(?:docx|html?|txt|md)$/iu;

/** Whether a file dropped beside a recording is taken for an article. */
export const isArticleFile = ({ name }: GrantedFile): boolean => ARTICLE_FILE.test(name);

/** Writes what is open, so that another screen may take its place. */
async function flushAll(): Promise<void> {
  await ports.editor?.flush();
  await ports.article?.flush();
}

/** Shows the articles of a recording, null for all of the library. */
export async function showArticles(recordingId: RecordingId | null): Promise<void> {
  await flushAll();
  await ports.loadArticles();
  useSession.setState({
    articles: { recordingId },
    article: null,
    opened: null,
    currentTurnId: null,
    dialog: null,
    playing: false,
  });
  touchLibrary();
}

/** Opens an article in place of what is open, which is written first. */
export async function openArticle(articleId: ArticleId): Promise<void> {
  await flushAll();
  const [article] = await Promise.all([
    call('articles.open', { articleId }),
    loadSpeakers(),
    ports.loadArticles(),
  ]);
  const { opened, articles } = useSession.getState();
  useSession.setState({
    article,
    articles: articles ?? { recordingId: opened?.recording.id ?? null },
    opened: null,
    currentTurnId: null,
    saveState: { kind: 'saved', at: null },
    dialog: null,
    playing: false,
  });
}

/** Goes back to the list of articles once everything is written; stays, and says why, when it cannot be. */
export async function closeArticle(): Promise<void> {
  try {
    await showArticles(useSession.getState().articles?.recordingId ?? null);
  } catch (error) {
    tellFailure(error);
  }
}

/** Goes back from the list of articles to the library. */
export function leaveArticles(): void {
  useSession.setState({ articles: null });
  touchLibrary();
}

/** Opens the dialog in which an article is pasted or chosen; `draft` is what is known of it already. */
export async function beginArticle(draft: ArticleDraft = NO_DRAFT): Promise<void> {
  if (!useSession.getState().articles || useSession.getState().article)
    await showArticles(useSession.getState().opened?.recording.id ?? null);
  useSession.setState({ articleDraft: draft });
  openDialog('new-article');
}

/** Reads a granted file and offers it as an article. */
export async function offerArticleFile(file: GrantedFile): Promise<void> {
  await beginArticle(await readArticleFile(file));
}

/** Reads a granted file, named after it without its extension. */
export async function readArticleFile({ grant }: GrantedFile): Promise<ArticleDraft> {
  const { language } = useSession.getState();
  const { name, ...read } = await call('articles.readFile', { grant, language });
  return { ...read, title: name.replace(/\.[^.]+$/u, '') };
}

/** Asks for a file and offers it as an article. */
export async function chooseArticle(): Promise<void> {
  const file = await call('files.chooseArticle');
  if (file) await offerArticleFile(file);
}

/** Adds an article to the library and opens it. */
export async function createArticle(
  article: Pick<Article, 'title' | 'language' | 'recordingIds'> & ArticleContent,
): Promise<void> {
  const { id } = await call('articles.create', article);
  useSession.setState({ articleDraft: NO_DRAFT });
  await openArticle(id);
}

/** Changes the title, the language or the recordings of an article. */
export async function changeArticle(
  articleId: ArticleId,
  change: Partial<Pick<Article, 'title' | 'language' | 'recordingIds'>>,
): Promise<void> {
  const { title, language, recordingIds } = await call('articles.change', { articleId, change });
  useSession.setState(({ article }) =>
    article?.id === articleId ? { article: { ...article, title, language, recordingIds } } : {},
  );
  touchLibrary();
}

/** Removes an article, and offers to take it back. */
export async function removeArticle({ id, title }: Pick<Article, 'id' | 'title'>): Promise<void> {
  await call('articles.remove', { articleId: id });
  touchLibrary();
  const t = translateTo(useSession.getState().language);
  tell(t('press.removed', { title }), {
    label: t('app.undo'),
    run: () => void call('articles.restore', { articleId: id }).then(touchLibrary).catch(tellFailure),
  });
}
