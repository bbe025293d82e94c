import type { Output } from '../../shared/ipc/contract.ts';
import type { QuoteId } from '../../shared/model/ids.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { copyText } from '../ui/copy.ts';
import { tell, tellFailure } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';
import { flushAnnotations } from './annotations.ts';
import { openDialog } from './dialogs.ts';

/** The quotes of one transcript of the library. */
export type TranscriptQuotes = Output<'quotes.listAll'>[number];

/** Returns the quotes of the library, once what is being edited is written. */
export async function allQuotes(): Promise<readonly TranscriptQuotes[]> {
  await ports.editor?.flush();
  await flushAnnotations();
  return call('quotes.listAll');
}

/** Opens the dialog in which an article is composed, with these quotes in it already. */
export function composeArticle(quoteIds: readonly QuoteId[] = []): void {
  useSession.setState({ chosenQuotes: quoteIds });
  openDialog('compose');
}

/** Opens the dialog that cuts clips of quotes. */
export function cutClips(quoteIds: readonly QuoteId[]): void {
  useSession.setState({ chosenQuotes: quoteIds });
  openDialog('clips');
}

/** Tells where a file was written, and offers to show it. */
export function tellWritten(path: string): void {
  const t = translateTo(useSession.getState().language);
  tell(t('export.written', { path }), {
    label: t('export.show'),
    run: () => void call('export.show', { path }).catch(tellFailure),
  });
}

/** Copies text to the clipboard and says so. */
export function copyAndTell(text: string, said: string, html?: string): void {
  if (copyText(text, html)) tell(said);
}
