import type { ListedQuote } from '../../shared/quotes/list-quotes.ts';
import { composeArticle, cutClips } from '../actions/compose.ts';
import { openDialog } from '../actions/dialogs.ts';
import { copyQuote, editQuote, goToQuote, markQuote, playQuote, quotesNow } from '../actions/quotes.ts';
import { ports, useSession } from '../session.ts';
import { command } from './command.ts';

const session = () => useSession.getState();

/** Whether the annotation that commands are about has a card. */
function hasQuote(): boolean {
  const { activeAnnotation, annotations, quotes } = session();
  if (activeAnnotation === null || annotations.get(activeAnnotation)?.removed !== false) return false;
  for (const { annotationId } of quotes.values()) if (annotationId === activeAnnotation) return true;
  return false;
}

const withQuote = (run: (listed: ListedQuote) => unknown) => () => {
  const listed = quotesNow().find(({ quote }) => quote.annotationId === session().activeAnnotation);
  return listed && run(listed);
};

/** What can be done with quotes, in the menu of editing. */
export const quoteCommands = [
  command('edit', 7, 'markQuote', markQuote, {
    keys: 'Ctrl+Shift+KeyQ',
    when: () => ports.editor !== null && session().currentTurnId !== null,
  }),
  command('edit', 7, 'playQuote', withQuote(playQuote), { when: hasQuote }),
  command('edit', 7, 'goToQuote', withQuote(goToQuote), { when: hasQuote }),
  command('edit', 7, 'copyQuote', withQuote(copyQuote), { when: hasQuote }),
  command(
    'edit',
    7,
    'editQuote',
    withQuote(({ quote }) => editQuote(quote.id)),
    { when: hasQuote },
  ),
  command(
    'edit',
    7,
    'cutClip',
    withQuote(({ quote }) => cutClips([quote.id])),
    { when: hasQuote },
  ),
  command('file', 2, 'composeArticle', () => composeArticle()),
  command('file', 2, 'exportArticle', () => openDialog('article-file'), {
    when: () => session().article !== null,
  }),
];
