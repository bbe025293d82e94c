import type { App } from '../services/app.ts';
import { listAllQuotes, listQuoteCards } from '../services/quotes/list-quotes.ts';
import { putQuoteCard, takeQuotes } from '../services/quotes/take-quotes.ts';
import type { Handlers } from './dispatch.ts';

/** Returns the handlers of the contract's part about quotes. */
export function quoteHandlers(app: App): Pick<Handlers, Extract<keyof Handlers, `quotes.${string}`>> {
  return {
    'quotes.list': ({ transcriptId }) => listQuoteCards(app, transcriptId),
    'quotes.listAll': () => listAllQuotes(app),
    'quotes.take': (input) => takeQuotes(app, input),
    'quotes.put': (quote) => putQuoteCard(app, quote),
  };
}
