import { ArrowDown, ArrowUp, GripVertical, LockKeyhole, Plus, TriangleAlert, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { localText } from '../../shared/model/language.ts';
import { isChanged } from '../../shared/model/quote.ts';
import type { ListedQuote } from '../../shared/quotes/list-quotes.ts';
import type { TranscriptQuotes } from '../actions/compose.ts';
import { IconButton } from '../ui/button.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

/** A quote of the library with where it comes from. */
export type OfferedQuote = ListedQuote & {
  readonly recording: TranscriptQuotes['recording'];
  /** BCP 47 tag of its transcript. */
  readonly language: string;
};

/** Who, where from, and the words. */
function QuoteLines({ offered }: { offered: OfferedQuote }) {
  const t = useTranslate();
  const { language } = useFormats();
  const { quote, recording, changes, withheld } = offered;
  return (
    <div className="compose-lines">
      <span className="compose-who">
        {quote.speaker ? localText(quote.speaker.name, language) : t('editor.noSpeaker')}
        <span className="compose-from">{recording.title}</span>
        {withheld ? (
          <span className="quote-secret">
            <LockKeyhole size={12} aria-hidden />
            {t('quotes.withheld')}
          </span>
        ) : null}
        {isChanged(changes) ? (
          <span className="compose-changed">
            <TriangleAlert size={12} aria-hidden />
            {changes.gone ? t('quotes.gone') : t('quotes.changed')}
          </span>
        ) : null}
      </span>
      <span className="compose-words">{quote.text}</span>
    </div>
  );
}

interface OfferedQuotesProps {
  readonly quotes: readonly OfferedQuote[];
  readonly onAdd: (ids: readonly string[]) => void;
}

/** Quotes that are not in the article yet; what is off the record cannot come in. */
export function OfferedQuotes({ quotes, onAdd }: OfferedQuotesProps) {
  const t = useTranslate();
  return (
    <GridList
      className="compose-list"
      aria-label={t('quotes.compose.offered')}
      keyboardNavigationBehavior="tab"
      items={quotes.map((each) => ({ id: each.quote.id as string, offered: each }))}
      disabledKeys={quotes.filter(({ withheld }) => withheld).map(({ quote }) => quote.id)}
      onAction={(key) => onAdd([String(key)])}
      renderEmptyState={() => <p className="quotes-none">{t('quotes.compose.noneOffered')}</p>}
    >
      {({ id, offered }) => (
        <GridListItem className="compose-row" textValue={offered.quote.text}>
          <QuoteLines offered={offered} />
          <IconButton
            icon={Plus}
            size={14}
            label={t('quotes.compose.add')}
            isDisabled={offered.withheld}
            onPress={() => onAdd([id])}
          />
        </GridListItem>
      )}
    </GridList>
  );
}

interface ChosenQuotesProps {
  readonly quotes: readonly OfferedQuote[];
  /** Is given the ids in their new order. */
  readonly onChange: (ids: readonly string[]) => void;
}

/** The quotes of the article in their order: moved by dragging, by Alt and the arrows, and by buttons. */
export function ChosenQuotes({ quotes, onChange }: ChosenQuotesProps) {
  const t = useTranslate();
  const ids = quotes.map(({ quote }) => quote.id as string);
  const moveBy = (id: string, step: 1 | -1) => {
    const at = ids.indexOf(id);
    const other = ids[at + step];
    if (other === undefined) return;
    onChange(ids.map((each) => (each === id ? other : each === other ? id : each)));
  };
  const remove = (id: string) => onChange(ids.filter((each) => each !== id));
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      const moved = ids.filter((id) => keys.has(id));
      const rest = ids.filter((id) => !keys.has(id));
      const at = rest.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0);
      onChange([...rest.slice(0, at), ...moved, ...rest.slice(at)]);
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const id = (event.target as Element).closest('[data-key]')?.getAttribute('data-key');
    const step = event.code === 'ArrowUp' ? -1 : event.code === 'ArrowDown' ? 1 : null;
    if (!id || !((event.altKey && step) || event.code === 'Delete')) return;
    event.preventDefault();
    event.stopPropagation();
    if (step) moveBy(id, step);
    else remove(id);
  };
  return (
    <div className="compose-keys" onKeyDownCapture={onKeyDown}>
      <GridList
        className="compose-list"
        aria-label={t('quotes.compose.chosen')}
        keyboardNavigationBehavior="tab"
        items={quotes.map((each) => ({ id: each.quote.id as string, offered: each }))}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className="quotes-none">{t('quotes.compose.noneChosen')}</p>}
      >
        {({ id, offered }) => (
          <GridListItem className="compose-row" textValue={offered.quote.text}>
            <AriaButton slot="drag" className="icon-button" aria-label={t('quotes.compose.drag')}>
              <GripVertical size={14} aria-hidden />
            </AriaButton>
            <QuoteLines offered={offered} />
            <span className="compose-buttons">
              <IconButton
                icon={ArrowUp}
                size={14}
                label={t('quotes.compose.up')}
                isDisabled={ids[0] === id}
                onPress={() => moveBy(id, -1)}
              />
              <IconButton
                icon={ArrowDown}
                size={14}
                label={t('quotes.compose.down')}
                isDisabled={ids.at(-1) === id}
                onPress={() => moveBy(id, 1)}
              />
              <IconButton icon={X} size={14} label={t('quotes.compose.take')} onPress={() => remove(id)} />
            </span>
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
