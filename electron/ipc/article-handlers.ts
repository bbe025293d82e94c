import { translator } from '../../shared/i18n/i18n.ts';
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
import { articleEvidence, evidenceFileName, writeEvidence } from '../services/press/evidence.ts';
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
    'articles.writeReport': async ({ articleId, form, language }) => {
      const report = articleEvidence(app, articleId);
      const label = translator(language)('press.report.title');
      const path = await desktop.chooseSavePath({
        defaultName: evidenceFileName(report, label, form),
        extension: form,
      });
      if (path === null) return null;
      return writeEvidence(app, report, language, path, form === 'pdf' ? desktop.printToPdf : undefined);
    },
    'articles.readFile': ({ grant, language }) => readArticleFile(app.grantedPath(grant), language),
  };
}
