import { GIVEN_KINDS } from '../../shared/model/annotation.ts';
import { type AnnotationId, newId, type QuoteId } from '../../shared/model/ids.ts';
import { preferredLanguage } from '../../shared/model/language.ts';
import type { Quote } from '../../shared/model/quote.ts';
import { attributeQuotes } from '../../shared/press/compose/attribution.ts';
import { styleOf } from '../../shared/press/compose/house-style.ts';
import { type ListedQuote, listQuotes } from '../../shared/quotes/list-quotes.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { copyText } from '../ui/copy.ts';
import { tell, tellFailure } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';
import {
  activate,
  annotateSentence,
  changeAnnotation,
  flushAnnotations,
  goToAnnotation,
  removeAnnotation,
} from './annotations.ts';
import { askAuthor } from './author.ts';
import { showPanel } from './panel.ts';
import { turnsNow } from './watch-turns.ts';

const session = () => useSession.getState();
const words = () => translateTo(session().language);

/** Returns the quotes of the open transcript, by time, beside the text as it is edited. */
export function quotesNow(): readonly ListedQuote[] {
  const { quotes, annotations, annotationKinds, speakers } = session();
  return listQuotes({
    quotes: [...quotes.values()],
    annotations: [...annotations.values()],
    kinds: [...annotationKinds.values()],
    turns: turnsNow(),
    speakers,
  });
}

const listedOf = (id: QuoteId) => quotesNow().find(({ quote }) => quote.id === id);

function show(quotes: readonly Quote[]): void {
  useSession.setState((state) => {
    const all = new Map(state.quotes);
    for (const quote of quotes) all.set(quote.id, quote);
    return { quotes: all };
  });
}

/** Has cards made of what is saved, once everything is. */
async function take(asked: readonly Pick<Quote, 'id' | 'annotationId'>[]): Promise<readonly Quote[]> {
  const { opened } = session();
  if (!opened) return [];
  // The editor tells what has changed in it a moment after it has.
  await new Promise((done) => setTimeout(done, 0));
  await ports.editor?.flush();
  await flushAnnotations();
  const taken = await call('quotes.take', {
    transcriptId: opened.transcript.id,
    quotes: asked.map(({ id, annotationId }) => ({ id, annotationId })),
  });
  show(taken);
  return taken;
}

/**
 * Makes a quote of the selected words, else of the sentence at the caret: one step of undo. Says so when the words are off
 * the record or of several speakers.
 */
export async function markQuote(): Promise<void> {
  const t = words();
  const text = ports.editor?.wordsToAnnotate('sentence')?.replace(/\s+/gu, ' ').trim();
  if (!text) {
    tell(t('quotes.nothingSelected'));
    return;
  }
  const turnId = ports.editor?.currentTurnId();
  const same = quotesNow().find(
    ({ standing }) => standing?.text === text && turnId && standing.turnIds.includes(turnId),
  );
  if (same) {
    activate(same.quote.annotationId);
    tell(t('quotes.alreadyMarked'));
    return;
  }
  if (ports.editor?.mayAnnotate(null, undefined, 'sentence') === false) return;
  const author = await askAuthor();
  const annotationId = author === null ? null : annotateSentence(GIVEN_KINDS.quote, author);
  if (annotationId === null) return;
  const [quote] = await take([{ id: newId<QuoteId>(), annotationId }]);
  const listed = quote && listedOf(quote.id);
  if (!listed) return;
  const undo = { label: t('app.undo'), run: () => removeQuote(listed.quote) };
  if (listed.withheld) tell(t('quotes.markedWithheld'), undo);
  else if (speakersOf(listed).size > 1) tell(t('quotes.markedSeveral'), undo);
  else tell(t('quotes.marked'), { label: t('quotes.show'), run: () => void showPanel('quotes') });
}

const speakersOf = ({ standing }: ListedQuote) =>
  new Set(
    turnsNow().flatMap(({ id, speakerId }) =>
      standing?.turnIds.includes(id) ? [speakerId ?? 'nobody'] : [],
    ),
  );

/** Makes cards of passages that were annotated as quotes and have none. */
export async function takeAnnotated(annotationIds: readonly AnnotationId[]): Promise<void> {
  await take(annotationIds.map((annotationId) => ({ id: newId<QuoteId>(), annotationId })));
}

function put(quote: Quote): void {
  show([quote]);
  call('quotes.put', structuredClone(quote) as Parameters<typeof call<'quotes.put'>>[1]).catch(tellFailure);
}

/** Writes a changed card as a step that undo takes back. */
export function changeQuote(after: Quote): void {
  const before = session().quotes.get(after.id);
  if (!before) return;
  put(after);
  ports.editor?.addStep({ undo: () => put(before), redo: () => put(after) });
}

/** Writes what a person says of a quote: one step of undo for its card, one for the note, where they changed. */
export function changeQuoteParts(
  quote: Quote,
  parts: Pick<Quote, 'startMs' | 'endMs' | 'timesByHand'> & { readonly note: string },
): void {
  const { note, ...times } = parts;
  const annotation = session().annotations.get(quote.annotationId);
  if (annotation && annotation.body !== note)
    changeAnnotation({ ...annotation, body: note, changedAt: new Date().toISOString() });
  const isSame =
    times.startMs === quote.startMs && times.endMs === quote.endMs && times.timesByHand === quote.timesByHand;
  if (!isSame) changeQuote({ ...quote, ...times });
}

/** Takes the words, the speaker and the times anew from the text as it is now; undo brings the card back. */
export async function takeAnew(quote: Quote): Promise<void> {
  const [after] = await take([quote]);
  if (after) ports.editor?.addStep({ undo: () => put(quote), redo: () => put(after) });
}

/** Leaves a card as it is although the text has changed, until it changes again. */
export function keepCard({ quote, standing }: ListedQuote): void {
  if (!standing) return;
  const { text, speakerId, startMs, endMs } = standing;
  changeQuote({ ...quote, kept: { text, speakerId, startMs, endMs } });
}

/** Takes a quote away, and offers to bring it back. */
export function removeQuote({ annotationId }: Pick<Quote, 'annotationId'>): void {
  removeAnnotation(annotationId, words()('quotes.removed'));
}

/** Opens the dialog for times and note. */
export function editQuote(id: QuoteId): void {
  useSession.setState({ dialog: 'quote', editedQuote: id });
}

/** Plays a quote from its in to its out time. */
export function playQuote({ startMs, endMs }: Pick<ListedQuote, 'startMs' | 'endMs'>): void {
  if (startMs !== null) ports.playback?.playSpan(startMs, endMs ?? startMs + UNKNOWN_MS, false);
}
/** How much is played of a quote whose end is not known. */
const UNKNOWN_MS = 10_000;

/** Shows a quote in the text and goes to its time. */
export function goToQuote({ quote, startMs }: ListedQuote): void {
  goToAnnotation(quote.annotationId, startMs);
}

/** Copies a quote with its attribution, as the house writes it in the language of the transcript. */
export function copyQuote({ quote, withheld }: ListedQuote): void {
  const t = words();
  if (withheld) {
    tell(t('quotes.withheldStays'));
    return;
  }
  const { settings, opened } = session();
  const style = styleOf(preferredLanguage([opened?.transcript.language ?? '']), settings.houseStyles);
  const [line = quote.text] = attributeQuotes([{ text: quote.text, speaker: quote.speaker }], style);
  if (copyText(line)) tell(t('quotes.copied'));
}
