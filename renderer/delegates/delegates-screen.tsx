import { ChevronDown, UserPlus, UsersRound } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { matchesQuery } from '../../shared/model/list-speakers.ts';
import { isGiven, resolveSpeaker, type Speaker, type SpeakersById } from '../../shared/model/speaker.ts';
import { addDelegate, chooseDelegates, exportDelegates, findDuplicates } from '../actions/delegates.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { MenuButton, type MenuRow } from '../ui/menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { DelegateTable } from './delegate-table.tsx';
import './delegates.css';

const FILTERS = ['all', 'speaking', 'silent', 'untitled', 'noCode'] as const;
type Filter = (typeof FILTERS)[number];

/** In how many recordings each speaker is named, those who are merged into somebody counted with them. */
function useCounts(speakers: SpeakersById): ReadonlyMap<SpeakerId, number> {
  const [rows, setRows] = useState<readonly { speakerId: SpeakerId; count: number }[]>([]);
  useEffect(() => {
    call('speakers.recordingCounts').then(setRows, tellFailure);
  }, []);
  return useMemo(() => {
    const counts = new Map<SpeakerId, number>();
    for (const { speakerId, count } of rows) {
      const id = resolveSpeaker(speakers, speakerId)?.id;
      if (id) counts.set(id, (counts.get(id) ?? 0) + count);
    }
    return counts;
  }, [rows, speakers]);
}

/** The delegate list of the library. */
export function DelegatesScreen() {
  const t = useTranslate();
  const { number } = useFormats();
  const speakers = useSession((state) => state.speakers);
  const counts = useCounts(speakers);
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const sought = useDeferredValue(query);
  const all = useMemo(() => [...speakers.values()].filter((each) => each.mergedInto === null), [speakers]);
  const shown = useMemo(() => {
    const passes: Readonly<Record<Filter, (speaker: Speaker) => boolean>> = {
      all: () => true,
      speaking: ({ id }) => counts.has(id),
      silent: ({ id }) => !counts.has(id),
      untitled: ({ title, posts = [] }) => ![title, ...posts.map((post) => post.title)].some(isGiven),
      noCode: ({ country }) => !isGiven(country),
    };
    return all.filter((speaker) => passes[filter](speaker) && matchesQuery(speaker, sought, speakers));
  }, [all, counts, filter, sought, speakers]);

  if (all.length === 0) return <NoDelegates />;
  const forms: readonly MenuRow[] = (['xlsx', 'csv'] as const).map((form) => ({
    kind: 'action',
    id: form,
    label: t(form === 'xlsx' ? 'delegates.exportXlsx' : 'delegates.exportCsv'),
    run: () => void exportDelegates(form).catch(tellFailure),
  }));
  return (
    <main className="library">
      <header className="library-header delegates-header">
        <h1>
          {t('delegates.title')}{' '}
          <span className="delegates-count" role="status">
            {shown.length === all.length
              ? number.format(all.length)
              : t('delegates.found', {
                  found: number.format(shown.length),
                  total: number.format(all.length),
                })}
          </span>
        </h1>
        <SearchField
          className="library-search"
          aria-label={t('delegates.search')}
          value={query}
          onChange={setQuery}
          autoFocus
        >
          <Input className="field-input" placeholder={t('delegates.search')} />
        </SearchField>
        <Select<Filter>
          hideLabel
          label={t('delegates.filter')}
          value={filter}
          choices={FILTERS.map((value) => ({ value, label: t(`delegates.filters.${value}`) }))}
          onChange={setFilter}
        />
        <Button look="quiet" onPress={() => void findDuplicates().catch(tellFailure)}>
          {t('delegates.findDuplicates')}
        </Button>
        <MenuButton label={t('delegates.export')} rows={forms}>
          <Button look="quiet">
            {t('delegates.export')}
            <ChevronDown size={14} aria-hidden />
          </Button>
        </MenuButton>
        <Button onPress={() => void chooseDelegates().catch(tellFailure)}>{t('delegates.import')}</Button>
        <Button look="primary" onPress={() => addDelegate()}>
          <UserPlus size={16} aria-hidden />
          {t('delegates.add')}
        </Button>
      </header>
      <div className="library-lists">
        <DelegateTable speakers={shown} counts={counts} />
      </div>
    </main>
  );
}

function NoDelegates() {
  const t = useTranslate();
  return (
    <main className="library">
      <section className="library-first">
        <UsersRound size={40} strokeWidth={1.25} aria-hidden />
        <h1>{t('delegates.emptyTitle')}</h1>
        <p>{t('delegates.emptyText')}</p>
        <div className="library-first-buttons">
          <Button look="primary" autoFocus onPress={() => void chooseDelegates().catch(tellFailure)}>
            {t('delegates.importFirst')}
          </Button>
          <Button onPress={() => addDelegate()}>{t('delegates.add')}</Button>
        </div>
        <p className="library-first-hint">{t('delegates.dropHint')}</p>
      </section>
    </main>
  );
}
