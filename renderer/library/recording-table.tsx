import { Check, Ellipsis } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Cell,
  Checkbox,
  Column,
  Row,
  type Selection,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import type { RecordingSummary } from '../../shared/ipc/contract.ts';
import { formatTime } from '../../shared/model/time.ts';
import { openRecording } from '../actions/recordings.ts';
import { IconButton } from '../ui/button.tsx';
import { useContextMenu } from '../ui/context-menu.tsx';
import { MenuButton } from '../ui/menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { Progress } from './progress.tsx';
import { useRecordingMenu } from './recording-menu.tsx';
import { useGrowing } from './use-growing.ts';

const SORT_KEYS = {
  title: (recording: RecordingSummary) => recording.title,
  date: (recording: RecordingSummary) => recording.date ?? '',
  duration: (recording: RecordingSummary) => recording.media.durationMs,
  progress: (recording: RecordingSummary) =>
    recording.transcribedMs / Math.max(1, recording.media.durationMs),
  changed: (recording: RecordingSummary) => recording.updatedAt,
} as const;

function sorted(recordings: readonly RecordingSummary[], sort: SortDescriptor, language: string) {
  const key = SORT_KEYS[sort.column as keyof typeof SORT_KEYS];
  const collator = new Intl.Collator(language, { numeric: true });
  const direction = sort.direction === 'descending' ? -1 : 1;
  return [...recordings].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    const order =
      typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
    return order * direction;
  });
}

/** The box of a row, or of all rows; the table gives it its state. */
function SelectBox({ label }: { label: string }) {
  return (
    <Checkbox slot="selection" aria-label={label} className="checkbox recording-box">
      <span className="checkbox-box">
        <Check size={12} strokeWidth={3} aria-hidden />
      </span>
    </Checkbox>
  );
}

interface RecordingTableProps {
  recordings: readonly RecordingSummary[];
  bin: boolean;
  searching: boolean;
  /** As the table gave it: it remembers where a range of rows begins. */
  selected: Selection;
  onSelect: (selected: Selection) => void;
}

/** The recordings as rows; Enter or a double click opens one, Ctrl, Shift and the boxes select several. */
export function RecordingTable({ recordings, bin, searching, selected, onSelect }: RecordingTableProps) {
  const t = useTranslate();
  const { language, date, dateTime, languageName } = useFormats();
  const { rowsFor, dialog } = useRecordingMenu(bin);
  const [sort, setSort] = useState<SortDescriptor>({ column: 'changed', direction: 'descending' });
  const contextMenu = useContextMenu();
  const rows = useMemo(() => sorted(recordings, sort, language), [recordings, sort, language]);

  const grown = useGrowing(rows);

  const pointAt = (event: React.MouseEvent) => {
    const id = (event.target as Element).closest('.recordings-row')?.getAttribute('data-key');
    const recording = rows.find((candidate) => candidate.id === id);
    if (recording) contextMenu.open(event, recording.title, rowsFor(recording));
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer's way to the menu that each row has a button for
    <div className="recordings" onContextMenu={pointAt}>
      <Virtualizer layout={TableLayout} layoutOptions={{ rowHeight: 44, headingHeight: 28 }}>
        <Table
          aria-label={t('library.title')}
          className="recordings-table"
          selectionMode={bin ? 'none' : 'multiple'}
          selectionBehavior="replace"
          selectedKeys={selected}
          onSelectionChange={onSelect}
          sortDescriptor={sort}
          onSortChange={setSort}
          onRowAction={(key) => {
            const recording = rows.find((candidate) => candidate.id === key);
            if (recording && !bin) void openRecording(recording.id).catch(tellFailure);
          }}
        >
          <TableHeader className="recordings-head">
            <Column id="select" width={36} minWidth={36}>
              {bin ? null : <SelectBox label={t('library.selectAll')} />}
            </Column>
            <Column id="title" isRowHeader allowsSorting minWidth={200}>
              {t('library.columnTitle')}
            </Column>
            <Column id="date" allowsSorting width={140}>
              {t('library.columnDate')}
            </Column>
            <Column id="duration" allowsSorting width={92}>
              {t('library.columnDuration')}
            </Column>
            <Column id="progress" allowsSorting width={252}>
              {t('library.columnProgress')}
            </Column>
            <Column id="languages" width={168}>
              {t('library.columnLanguages')}
            </Column>
            <Column id="changed" allowsSorting width={180}>
              {t('library.columnChanged')}
            </Column>
            <Column id="menu" width={44}>
              <span className="visually-hidden">{t('app.menu')}</span>
            </Column>
          </TableHeader>
          <TableBody
            items={grown}
            dependencies={[language, bin]}
            renderEmptyState={() => (
              <p className="recordings-none">
                {searching ? t('app.nothingFound') : bin ? t('library.binEmpty') : t('library.dropHint')}
              </p>
            )}
          >
            {(recording) => (
              <Row className="recordings-row" textValue={recording.title}>
                <Cell>
                  {bin ? null : <SelectBox label={t('library.select', { title: recording.title })} />}
                </Cell>
                <Cell>
                  <span className="recording-title">{recording.title}</span>
                  <span className="recording-place">
                    {recording.mediaFound ? recording.place : t('library.mediaMissing')}
                  </span>
                </Cell>
                <Cell>{recording.date ? date.format(new Date(`${recording.date}T12:00`)) : '–'}</Cell>
                <Cell className="time">{formatTime(recording.media.durationMs)}</Cell>
                <Cell>
                  <Progress recording={recording} />
                </Cell>
                <Cell>
                  <span className="recording-languages">
                    {recording.languages.map((tag) => languageName.of(tag) ?? tag).join(', ')}
                  </span>
                </Cell>
                <Cell>{dateTime.format(new Date(recording.updatedAt))}</Cell>
                <Cell>
                  <MenuButton
                    label={t('library.menuOf', { title: recording.title })}
                    rows={rowsFor(recording)}
                  >
                    <IconButton icon={Ellipsis} label={t('library.menuOf', { title: recording.title })} />
                  </MenuButton>
                </Cell>
              </Row>
            )}
          </TableBody>
        </Table>
      </Virtualizer>
      {contextMenu.menu}
      {dialog}
    </div>
  );
}
