import { useEffect, useState } from 'react';
import type { ListedQuote } from '../../shared/quotes/list-quotes.ts';
import { quotesNow } from '../actions/quotes.ts';
import { watchTurns } from '../actions/watch-turns.ts';
import { useSession } from '../session.ts';

/** The text is looked at no more often than this, so that a keystroke costs nothing here. */
const PAUSE_MS = 300;

/** Returns the quotes of the open transcript by time; what has not changed is the same object as before. */
export function useListedQuotes(): readonly ListedQuote[] {
  const [listed, setListed] = useState(quotesNow);
  useEffect(() => {
    const relook = () => setListed((was) => settled(was, quotesNow()));
    const stop = watchTurns(PAUSE_MS, relook);
    const unsubscribe = useSession.subscribe((now, was) => {
      if (
        now.quotes !== was.quotes ||
        now.annotations !== was.annotations ||
        now.annotationKinds !== was.annotationKinds ||
        now.speakers !== was.speakers
      )
        relook();
    });
    return () => {
      stop();
      unsubscribe();
    };
  }, []);
  return listed;
}

function settled(was: readonly ListedQuote[], now: readonly ListedQuote[]): readonly ListedQuote[] {
  const before = new Map(was.map((each) => [each.quote.id, each]));
  const next = now.map((each) => {
    const known = before.get(each.quote.id);
    return known && JSON.stringify(known) === JSON.stringify(each) ? known : each;
  });
  return next.length === was.length && next.every((each, index) => each === was[index]) ? was : next;
}
