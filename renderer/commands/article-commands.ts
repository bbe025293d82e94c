import { beginArticle, chooseArticle, showArticles } from '../actions/articles.ts';
import { openDialog } from '../actions/dialogs.ts';
import { ports, useSession } from '../session.ts';
import { command } from './command.ts';

const session = () => useSession.getState();
const hasArticle = () => ports.article !== null;
const hasQuotation = () => ports.article?.hasQuotation() === true;

/** What is done with articles and their quotations. */
export const articleCommands = [
  command('article', 1, 'articles', () => showArticles(session().opened?.recording.id ?? null), {
    keys: 'Ctrl+Shift+KeyU',
  }),
  command('article', 1, 'newArticle', () => beginArticle(), { keys: 'Ctrl+Shift+KeyN' }),
  command('article', 1, 'openArticle', chooseArticle),
  command('article', 2, 'articleDetails', () => openDialog('article-details'), { when: hasArticle }),
  command('article', 2, 'readAgain', () => ports.article?.readAgain(), { when: hasArticle }),
  command('article', 2, 'newPeople', () => openDialog('new-people'), { when: hasArticle }),
  command('article', 3, 'markDash', () => ports.article?.markSelection('dash'), {
    keys: 'Ctrl+Shift+Digit1',
    when: hasArticle,
  }),
  command('article', 3, 'markQuotation', () => ports.article?.markSelection('marks'), {
    keys: 'Ctrl+Shift+Digit2',
    when: hasArticle,
  }),
  command('article', 3, 'markReported', () => ports.article?.markSelection('reported'), {
    keys: 'Ctrl+Shift+Digit3',
    when: hasArticle,
  }),
  command('article', 3, 'resizeMark', () => ports.article?.resizeMark(), {
    keys: 'Ctrl+Shift+KeyE',
    when: hasArticle,
  }),
  command('article', 3, 'leaveOut', () => ports.article?.leaveOut(), {
    keys: 'Ctrl+Shift+KeyX',
    when: hasArticle,
  }),
  command('article', 3, 'splitMark', () => ports.article?.splitMark(), {
    when: hasQuotation,
  }),
  command('article', 3, 'removeMark', () => ports.article?.removeMark(), {
    keys: 'Ctrl+Shift+KeyD',
    when: hasArticle,
  }),
  command('article', 4, 'nextQuotation', () => ports.article?.goToQuotation('next'), {
    keys: 'Alt+PageDown',
    when: hasArticle,
  }),
  command('article', 4, 'previousQuotation', () => ports.article?.goToQuotation('previous'), {
    keys: 'Alt+PageUp',
    when: hasArticle,
  }),
  command('article', 4, 'playQuotation', () => ports.article?.play(), {
    keys: 'Ctrl+Shift+Space',
    when: hasQuotation,
  }),
  command('article', 4, 'goToSaid', () => ports.article?.goToTurn(), { when: hasQuotation }),
  command('article', 4, 'quotationPlaces', () => openDialog('quotation-places'), { when: hasQuotation }),
  command('article', 4, 'overrule', () => openDialog('overrule'), { when: hasQuotation }),
  command('article', 5, 'articleReport', () => openDialog('article-report'), { when: hasArticle }),
];
