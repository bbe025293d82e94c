import { FileAudio, FileText, Import, Trash2, UsersRound } from 'lucide-react';
import { type CSSProperties, useEffect, useMemo, useState } from 'react';
import { Input, SearchField, type Selection } from 'react-aria-components';
import type { RecordingSummary } from '../../shared/ipc/contract.ts';
import { showArticles } from '../actions/articles.ts';
import { showDelegates } from '../actions/delegates.ts';
import { chooseAndImport } from '../actions/import-recordings.ts';
import { exportRecordings, openRecording, touchLibrary } from '../actions/recordings.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { Button, IconToggle } from '../ui/button.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { ImportList } from './import-list.tsx';
import { RecordingTable } from './recording-table.tsx';
import { NO_FILTER, SearchFilters } from './search-filters.tsx';
import { SearchResults } from './search-results.tsx';
import { useSearch } from './use-search.ts';
import './library.css';

async function openSample(): Promise<void> {
  const recordingId = await call('recording.importSample');
  touchLibrary();
  await openRecording(recordingId);
}

/** Everything that the desk has transcribed, and the way in for what it has not. */
export function LibraryScreen() {
  const t = useTranslate();
  const version = useSession((state) => state.libraryVersion);
  const importing = useSession((state) => state.imports.length + state.mediaJobs.length > 0);
  const [bin, setBin] = useState(false);
  const [query, setQuery] = useState('');
  const [recordings, setRecordings] = useState<readonly RecordingSummary[] | null>(null);
  const [untouched, setUntouched] = useState(false);
  const [filter, setFilter] = useState(NO_FILTER);
  const search = useSearch(query, filter);
  const found = useMemo(() => search && new Set(search.map(({ recordingId }) => recordingId)), [search]);
  const [selected, setSelected] = useState<Selection>(new Set());

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to read anew
  useEffect(() => {
    let current = true;
    const read = async () => {
      const list = await call('library.list', { bin });
      const other = list.length > 0 ? list : await call('library.list', { bin: !bin });
      if (!current) return;
      setRecordings(list);
      setUntouched(other.length === 0);
    };
    read().catch(tellFailure);
    return () => {
      current = false;
    };
  }, [bin, version]);

  const shown = useMemo(
    () => (recordings ?? []).filter((recording) => found === null || found.has(recording.id)),
    [recordings, found],
  );

  // What a search hides is not exported unseen.
  const chosen = bin ? [] : shown.filter(({ id }) => selected === 'all' || selected.has(id));

  const places = bin ? [] : (search?.filter(({ hits }) => hits.length > 0) ?? []);
  const moments = places.length > 0 ? places : null;

  if (recordings === null) return <main className="library" aria-busy />;
  const empty = untouched && !bin;
  return (
    <main className="library">
      {empty ? null : (
        <header className="library-header">
          <h1>{bin ? t('library.bin') : t('library.title')}</h1>
          {chosen.length > 0 ? (
            <SelectionActions chosen={chosen} onClear={() => setSelected(new Set())} />
          ) : null}
          <SearchField
            className="library-search"
            aria-label={t('library.search')}
            value={query}
            onChange={setQuery}
          >
            <Input className="field-input" placeholder={t('library.search')} />
          </SearchField>
          <Button look="quiet" onPress={() => void showArticles(null).catch(tellFailure)}>
            <FileText size={16} aria-hidden />
            {t('command.articles')}
          </Button>
          <Button look="quiet" onPress={() => void showDelegates().catch(tellFailure)}>
            <UsersRound size={16} aria-hidden />
            {t('command.delegates')}
          </Button>
          <IconToggle icon={Trash2} label={t('library.showBin')} isSelected={bin} onChange={setBin} />
          <Button look="primary" onPress={() => void chooseAndImport().catch(tellFailure)}>
            <Import size={16} aria-hidden />
            {t('library.import')}
          </Button>
        </header>
      )}
      {importing ? <ImportList /> : null}
      {search && !bin ? <SearchFilters filter={filter} onChange={setFilter} /> : null}
      {empty ? (
        <FirstStart />
      ) : (
        <div
          className={moments ? 'library-lists library-lists-both' : 'library-lists'}
          style={{ '--rows': Math.min(4, Math.max(1, shown.length)) } as CSSProperties}
        >
          <RecordingTable
            recordings={shown}
            bin={bin}
            searching={query !== ''}
            selected={selected}
            onSelect={setSelected}
          />
          {moments ? <SearchResults found={moments} /> : null}
        </div>
      )}
    </main>
  );
}

interface SelectionActionsProps {
  chosen: readonly RecordingSummary[];
  onClear: () => void;
}

/** In the header, so that no row moves between the two clicks that open it. */
function SelectionActions({ chosen, onClear }: SelectionActionsProps) {
  const t = useTranslate();
  return (
    <div className="library-selection">
      <span role="status">{t('library.selected', { count: chosen.length })}</span>
      <Button onPress={() => exportRecordings(chosen)}>{t('library.exportSelected')}</Button>
      <Button look="quiet" onPress={onClear}>
        {t('library.clearSelection')}
      </Button>
    </div>
  );
}

function FirstStart() {
  const t = useTranslate();
  return (
    <section className="library-first">
      <FileAudio size={40} strokeWidth={1.25} aria-hidden />
      <h1>{t('library.firstTitle')}</h1>
      <p>{t('library.firstText')}</p>
      <div className="library-first-buttons">
        <Button look="primary" autoFocus onPress={() => void chooseAndImport().catch(tellFailure)}>
          {t('library.importFirst')}
        </Button>
        <Button onPress={() => void openSample().catch(tellFailure)}>{t('library.openSample')}</Button>
      </div>
      <p className="library-first-hint">{t('library.dropHint')}</p>
    </section>
  );
}
