import { Ellipsis, ListFilter } from 'lucide-react';
import { useState } from 'react';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { localText } from '../../shared/model/language.ts';
import { isChanged } from '../../shared/model/quote.ts';
import { ALL_QUOTES, QUOTE_ORDERS, type QuoteFilter } from '../../shared/quotes/filter-quotes.ts';
import type { ListedQuote } from '../../shared/quotes/list-quotes.ts';
import { composeArticle, cutClips } from '../actions/compose.ts';
import { Button, IconButton, IconToggle } from '../ui/button.tsx';
import { Checkbox, Select, TextField } from '../ui/field.tsx';
import { MenuButton, type MenuRow } from '../ui/menu.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

const ALL = 'all';

interface QuoteFiltersProps {
  readonly listed: readonly ListedQuote[];
  readonly shown: readonly ListedQuote[];
  readonly filter: QuoteFilter;
  readonly onFilter: (filter: QuoteFilter) => void;
}

/** What is shown of the quotes and how, and how many those are. */
export function QuoteFilters({ listed, shown, filter, onFilter }: QuoteFiltersProps) {
  const t = useTranslate();
  const { number, language } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const isFiltered = filter.query !== '' || filter.speakerId !== null || filter.changedOnly;
  const changed = listed.filter(({ changes }) => isChanged(changes)).length;
  const speakers = new Map(
    listed.flatMap(({ quote: { speaker } }) => (speaker ? [[speaker.id, speaker]] : [])),
  );
  const usable = shown.filter(({ withheld }) => !withheld).map(({ quote }) => quote.id);
  const rows: readonly MenuRow[] = [
    {
      kind: 'action',
      id: 'compose',
      label: t('quotes.composeShown'),
      disabled: usable.length === 0,
      run: () => composeArticle(usable),
    },
    {
      kind: 'action',
      id: 'clips',
      label: t('quotes.cutShown'),
      disabled: usable.length === 0,
      run: () => cutClips(usable),
    },
  ];
  return (
    <div className="quotes-tools">
      <div className="quotes-line">
        <span className="quotes-count" role="status">
          {isFiltered
            ? t('quotes.shownOf', { shown: number.format(shown.length), total: number.format(listed.length) })
            : t('quotes.count', { count: listed.length, total: number.format(listed.length) })}
          {changed > 0
            ? ` · ${t('quotes.changedCount', { count: changed, total: number.format(changed) })}`
            : ''}
        </span>
        {isFiltered ? (
          <Button look="quiet" onPress={() => onFilter({ ...ALL_QUOTES, order: filter.order })}>
            {t('quotes.showAll')}
          </Button>
        ) : null}
        <MenuButton label={t('quotes.menu')} rows={rows}>
          <IconButton icon={Ellipsis} label={t('quotes.menu')} />
        </MenuButton>
        <IconToggle icon={ListFilter} label={t('quotes.filter')} isSelected={isOpen} onChange={setOpen} />
      </div>
      <TextField
        label={t('quotes.search')}
        hideLabel
        placeholder={t('quotes.search')}
        value={filter.query}
        onChange={(query) => onFilter({ ...filter, query })}
        maxLength={200}
      />
      {isOpen ? (
        <div className="quotes-filters">
          <Select
            label={t('quotes.speaker')}
            value={filter.speakerId ?? ALL}
            choices={[
              { value: ALL, label: t('quotes.all') },
              ...[...speakers].map(([id, { name }]) => ({
                value: id as string,
                label: localText(name, language),
              })),
            ]}
            onChange={(value) =>
              onFilter({ ...filter, speakerId: value === ALL ? null : (value as SpeakerId) })
            }
          />
          <Select
            label={t('quotes.order')}
            value={filter.order}
            choices={QUOTE_ORDERS.map((order) => ({ value: order, label: t(`quotes.orderBy.${order}`) }))}
            onChange={(order) => onFilter({ ...filter, order })}
          />
          <Checkbox
            label={t('quotes.changedOnly')}
            checked={filter.changedOnly}
            onChange={(changedOnly) => onFilter({ ...filter, changedOnly })}
          />
        </div>
      ) : null}
    </div>
  );
}
