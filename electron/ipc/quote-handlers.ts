import type { App } from '../services/app.ts';
import { articleFileStem, copyableArticle, exportArticle } from '../services/press/export-article.ts';
import { clipCommands, writeClips } from '../services/quotes/clips.ts';
import { listAllQuotes, listQuoteCards } from '../services/quotes/list-quotes.ts';
import { putQuoteCard, takeQuotes } from '../services/quotes/take-quotes.ts';
import type { Desktop } from './desktop.ts';
import type { Handlers } from './dispatch.ts';
import type { Tasks } from './tasks.ts';

/** Returns the handlers of the contract's part about quotes. */
export function quoteHandlers(
  app: App,
  desktop: Desktop,
  tasks: Tasks,
): Pick<Handlers, Extract<keyof Handlers, `quotes.${string}` | `clips.${string}` | `articleFile.${string}`>> {
  return {
    'quotes.list': ({ transcriptId }) => listQuoteCards(app, transcriptId),
    'quotes.listAll': () => listAllQuotes(app),
    'quotes.take': (input) => takeQuotes(app, input),
    'quotes.put': (quote) => putQuoteCard(app, quote),
    'clips.write': async ({ folder: grant, task, ...choices }) => {
      const folder = app.grantedPath(grant);
      return [...(await tasks.run(task, (work) => writeClips(app, choices, folder, work)))];
    },
    'articleFile.write': async (input) => {
      const { format } = input;
      const defaultName = `${articleFileStem(app, input.articleId)}.${format}`;
      const path = await desktop.chooseSavePath({ defaultName, extension: format });
      return path === null ? null : exportArticle(app, input, path);
    },
    'articleFile.copy': (input) => copyableArticle(app, input),
    'clips.commands': (choices) => [...clipCommands(app, choices)],
  };
}
