import type { App } from '../services/app.ts';
import {
  changeArticle,
  createArticle,
  listArticles,
  openArticle,
  removeArticle,
  restoreArticle,
  saveArticle,
} from '../services/press/articles.ts';
import { readArticleFile } from '../services/press/read-article-file.ts';
import { recordingSource } from '../services/recording-tracks.ts';
import type { Desktop } from './desktop.ts';
import type { Handlers } from './dispatch.ts';

/** Returns the handlers of the contract's part about articles. */
export function articleHandlers(
  app: App,
  desktop: Desktop,
): Pick<Handlers, Extract<keyof Handlers, `articles.${string}`> | 'files.chooseArticle'> {
  return {
    'articles.list': () => listArticles(app),
    'articles.create': (input) => createArticle(app, input),
    'articles.open': ({ articleId }) => openArticle(app, articleId),
    'articles.save': (input) => saveArticle(app, input),
    'articles.change': ({ articleId, change }) => changeArticle(app, articleId, change),
    'articles.remove': ({ articleId }) => removeArticle(app, articleId),
    'articles.restore': ({ articleId }) => restoreArticle(app, articleId),
    'files.chooseArticle': async () => {
      const path = await desktop.chooseArticle();
      return path === null ? null : app.grantFile(path);
    },
    'articles.source': ({ recordingId }) => JSON.stringify(recordingSource(app, recordingId)),
    'articles.readFile': ({ grant, language }) => readArticleFile(app.grantedPath(grant), language),
  };
}
