import { TextQuote } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { GIVEN_KINDS } from '../../shared/model/annotation.ts';
import { ALL_QUOTES, filterQuotes } from '../../shared/quotes/filter-quotes.ts';
import type { ListedQuote } from '../../shared/quotes/list-quotes.ts';
import { activate } from '../actions/annotations.ts';
import {
  copyQuote,
  editQuote,
  goToQuote,
  markQuote,
  playQuote,
  removeQuote,
  takeAnnotated,
} from '../actions/quotes.ts';
import { keysOf } from '../commands/bindings.ts';
import { COMMANDS } from '../commands/commands.ts';
import { showKeys } from '../commands/keys.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { useContextMenu } from '../ui/context-menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { QuoteCard, rowsOf } from './quote-card.tsx';
import { QuoteFilters } from './quote-filters.tsx';
import { useListedQuotes } from './use-listed-quotes.ts';
import './quotes.css';

/** The quotes of the open transcript. */
export function QuotesPanel() {
  const t = useTranslate();
  const { language } = useFormats();
  const [filter, setFilter] = useState(ALL_QUOTES);
  const listed = useListedQuotes();
  const shown = useMemo(() => filterQuotes(listed, filter, language), [listed, filter, language]);
  const items = useMemo(() => shown.map((each) => ({ id: each.quote.id, listed: each })), [shown]);
  const context = useContextMenu();
  const [layout] = useState(() => new ListLayout({ estimatedRowHeight: 140, gap: 6 }));

  const listedOf = (target: EventTarget): ListedQuote | null => {
    const key = (target as Element).closest('[data-key]')?.getAttribute('data-key');
    return shown.find(({ quote }) => quote.id === key) ?? null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const each = event.target instanceof HTMLButtonElement ? null : listedOf(event.target);
    const run = each && keyVerb(event);
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    Promise.resolve(run(each)).catch(tellFailure);
  };

  return (
    <section className="quotes" aria-label={t('app.panel.quotes')}>
      <WithoutCards />
      {listed.length === 0 ? (
        <NoQuotes />
      ) : (
        <>
          <QuoteFilters listed={listed} shown={shown} filter={filter} onFilter={setFilter} />
          {shown.length === 0 ? <p className="quotes-none">{t('quotes.noneShown')}</p> : null}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and menu of the rows, whose own elements the list makes */}
          <div
            className="quotes-scroll"
            onKeyDownCapture={onKeyDown}
            onFocus={(event) => {
              const each = listedOf(event.target);
              if (each) activate(each.quote.annotationId);
            }}
            onContextMenu={(event) => {
              const each = listedOf(event.target);
              if (each) context.open(event, t('quotes.menuOf'), rowsOf(each, t));
            }}
          >
            <Virtualizer layout={layout}>
              <GridList
                className="quotes-list"
                aria-label={t('app.panel.quotes')}
                keyboardNavigationBehavior="tab"
                items={items}
                dependencies={[language]}
                onAction={(key) => {
                  const each = shown.find(({ quote }) => quote.id === key);
                  if (each) goToQuote(each);
                }}
              >
                {(item) => (
                  <GridListItem className="quote-row" textValue={item.listed.quote.text}>
                    <QuoteCard listed={item.listed} />
                  </GridListItem>
                )}
              </GridList>
            </Virtualizer>
          </div>
        </>
      )}
      {context.menu}
    </section>
  );
}

/** What a key does with the quote that has the focus. */
function keyVerb({
  code,
  altKey,
  ctrlKey,
  metaKey,
}: KeyboardEvent): ((listed: ListedQuote) => unknown) | null {
  if (code === 'Delete') return ({ quote }) => removeQuote(quote);
  if (code === 'Enter' && altKey) return ({ quote }) => editQuote(quote.id);
  if (code === 'KeyC' && (ctrlKey || metaKey)) return copyQuote;
  if (code === 'Space' && !ctrlKey && !metaKey && !altKey) return playQuote;
  return null;
}

/** Passages that were annotated as quotes by other ways: by hand, or with what was imported. */
function WithoutCards() {
  const t = useTranslate();
  const annotations = useSession((state) => state.annotations);
  const quotes = useSession((state) => state.quotes);
  const bare = useMemo(() => {
    const carded = new Set([...quotes.values()].map(({ annotationId }) => annotationId));
    return [...annotations.values()].filter(
      ({ id, kindId, removed, span, words }) =>
        kindId === GIVEN_KINDS.quote && !removed && span === null && words !== '' && !carded.has(id),
    );
  }, [annotations, quotes]);
  if (bare.length === 0) return null;
  return (
    <div className="quotes-bare">
      <p>{t('quotes.withoutCards', { count: bare.length })}</p>
      <Button onPress={() => void takeAnnotated(bare.map(({ id }) => id)).catch(tellFailure)}>
        {t('quotes.makeCards')}
      </Button>
    </div>
  );
}

/** How to make the first one. */
function NoQuotes() {
  const t = useTranslate();
  const settings = useSession((state) => state.settings);
  const command = COMMANDS.find(({ id }) => id === 'markQuote');
  const [keys] = command ? keysOf(command, settings) : [];
  return (
    <div className="quotes-empty">
      <TextQuote size={28} strokeWidth={1.25} aria-hidden />
      <p>{keys ? t('quotes.emptyKeys', { keys: showKeys(keys) }) : t('quotes.empty')}</p>
      <Button look="primary" onPress={() => void markQuote().catch(tellFailure)}>
        {t('quotes.markFirst')}
      </Button>
    </div>
  );
}
