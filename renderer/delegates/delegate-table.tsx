import { Ellipsis } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Cell,
  Column,
  Row,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { localText } from '../../shared/model/language.ts';
import { mergedInto } from '../../shared/model/list-speakers.ts';
import { namesOf, type Speaker, speakerOn } from '../../shared/model/speaker.ts';
import { editDelegate, mergeDelegate } from '../actions/delegates.ts';
import { removeUnused, separate, shownName } from '../actions/directory.ts';
import { useSession } from '../session.ts';
import { Avatar } from '../ui/avatar.tsx';
import { IconButton } from '../ui/button.tsx';
import { useContextMenu } from '../ui/context-menu.tsx';
import { MenuButton, type MenuRow } from '../ui/menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { RecordingsButton } from './recordings-button.tsx';

const LAYOUT = { rowHeight: 48, headingHeight: 28 };

/** Somebody of the list as a row shows them. */
interface Line {
  readonly id: SpeakerId;
  readonly speaker: Speaker;
  readonly name: string;
  readonly others: string;
  readonly title: string;
  readonly organisation: string;
  readonly country: string;
  readonly recordings: number;
}

function sorted(lines: readonly Line[], { column, direction }: SortDescriptor, language: string) {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const turn = direction === 'descending' ? -1 : 1;
  const text = ({ name, title, organisation, country }: Line) =>
    column === 'post' ? `${title} ${organisation}` : column === 'country' ? country : name;
  return [...lines].sort(
    (a, b) => turn * (column === 'recordings' ? a.recordings - b.recordings : compare(text(a), text(b))),
  );
}

interface DelegateTableProps {
  speakers: readonly Speaker[];
  counts: ReadonlyMap<SpeakerId, number>;
}

/** The delegates as rows; Enter or a double click opens one, Delete removes it. */
export function DelegateTable({ speakers, counts }: DelegateTableProps) {
  const t = useTranslate();
  const { language } = useFormats();
  const directory = useSession((state) => state.speakers);
  const [sort, setSort] = useState<SortDescriptor>({ column: 'name', direction: 'ascending' });
  const context = useContextMenu();
  const today = new Date().toISOString().slice(0, 10);
  const lines = useMemo(
    () =>
      speakers.map((speaker): Line => {
        const { title, organisation } = speakerOn(speaker, today);
        const name = shownName(speaker, language);
        return {
          id: speaker.id,
          speaker,
          name,
          others: namesOf(speaker)
            .filter((each) => each !== name)
            .slice(0, 3)
            .join(' · '),
          title: localText(title, language),
          organisation: localText(organisation, language),
          country: localText(speaker.country, language),
          recordings: counts.get(speaker.id) ?? 0,
        };
      }),
    [speakers, counts, language, today],
  );
  const rows = useMemo(() => sorted(lines, sort, language), [lines, sort, language]);

  const menuOf = (speaker: Speaker): readonly MenuRow[] => {
    const row = (id: string, label: string, run: () => void, keys?: string) =>
      ({ kind: 'action', id, label, run, ...(keys ? { keys } : {}) }) as const;
    return [
      row('edit', t('speakers.edit'), () => editDelegate(speaker), 'Enter'),
      row('merge', t('speakers.merge'), () => mergeDelegate(speaker)),
      ...mergedInto(directory, speaker.id).map((merged) =>
        row(
          `separate-${merged.id}`,
          t('speakers.separate', { name: shownName(merged, language) }),
          () => void separate(merged).catch(tellFailure),
        ),
      ),
      { kind: 'separator', id: 'line' },
      row('remove', t('speakers.remove'), () => void removeUnused(speaker).catch(tellFailure), 'Delete'),
    ];
  };
  const speakerAt = (target: EventTarget): Speaker | null => {
    const id = (target as Element).closest('.recordings-row')?.getAttribute('data-key');
    return rows.find((line) => line.id === id)?.speaker ?? null;
  };
  const label = (name: string) => t('speakers.menuOf', { name });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and menu of the rows, whose own elements the table makes
    <div
      className="recordings"
      onContextMenu={(event) => {
        const speaker = speakerAt(event.target);
        if (speaker) context.open(event, label(shownName(speaker, language)), menuOf(speaker));
      }}
      onKeyDownCapture={(event) => {
        const speaker = event.code === 'Delete' ? speakerAt(event.target) : null;
        if (!speaker) return;
        event.preventDefault();
        event.stopPropagation();
        void removeUnused(speaker).catch(tellFailure);
      }}
    >
      <Virtualizer layout={TableLayout} layoutOptions={LAYOUT}>
        <Table
          aria-label={t('delegates.title')}
          className="recordings-table"
          sortDescriptor={sort}
          onSortChange={setSort}
          onRowAction={(key) => {
            const line = rows.find(({ id }) => id === key);
            if (line) editDelegate(line.speaker);
          }}
        >
          <TableHeader className="recordings-head">
            <Column id="name" isRowHeader allowsSorting minWidth={260}>
              {t('delegates.columnName')}
            </Column>
            <Column id="post" allowsSorting minWidth={240}>
              {t('delegates.columnPost')}
            </Column>
            <Column id="country" allowsSorting width={180}>
              {t('delegates.columnCountry')}
            </Column>
            <Column id="recordings" allowsSorting width={110}>
              {t('delegates.columnRecordings')}
            </Column>
            <Column id="menu" width={44}>
              <span className="visually-hidden">{t('app.menu')}</span>
            </Column>
          </TableHeader>
          <TableBody
            items={rows}
            dependencies={[language]}
            renderEmptyState={() => <p className="recordings-none">{t('app.nothingFound')}</p>}
          >
            {(line) => (
              <Row className="recordings-row" textValue={line.name}>
                <Cell>
                  <span className="delegate-name">
                    <Avatar speaker={line.speaker} size={32} />
                    <span className="delegate-lines">
                      <span className="recording-title">{line.name}</span>
                      <span className="recording-place">{line.others}</span>
                    </span>
                  </span>
                </Cell>
                <Cell>
                  <span className="delegate-lines">
                    <span>{line.title}</span>
                    <span className="recording-place">{line.organisation}</span>
                  </span>
                </Cell>
                <Cell>{line.country}</Cell>
                <Cell>
                  {line.recordings > 0 ? (
                    <RecordingsButton speaker={line.speaker} count={line.recordings} />
                  ) : (
                    <span className="delegate-none">–</span>
                  )}
                </Cell>
                <Cell>
                  <MenuButton label={label(line.name)} rows={menuOf(line.speaker)}>
                    <IconButton icon={Ellipsis} label={label(line.name)} />
                  </MenuButton>
                </Cell>
              </Row>
            )}
          </TableBody>
        </Table>
      </Virtualizer>
      {context.menu}
    </div>
  );
}
