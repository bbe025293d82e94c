import { BookmarkPlus, Ellipsis, History, ShieldCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Collection, GridList, GridListHeader, GridListItem, GridListSection } from 'react-aria-components';
import type { Revision } from '../../shared/model/revision.ts';
import { openDialog } from '../actions/dialogs.ts';
import { compareWithNow, restoreRevision } from '../actions/revisions.ts';
import { keysOf } from '../commands/bindings.ts';
import { COMMANDS } from '../commands/commands.ts';
import { showKeys } from '../commands/keys.ts';
import { useSession } from '../session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useContextMenu } from '../ui/context-menu.tsx';
import { MenuButton, type MenuRow } from '../ui/menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { RenameVersionDialog } from './name-version-dialog.tsx';
import { revisionNote, revisionTitle } from './revision-words.ts';
import { useRevisions } from './use-revisions.ts';
import './history.css';

interface Day {
  readonly id: string;
  readonly at: Date;
  readonly revisions: readonly Revision[];
}

/** Returns the revisions by the day on which they were marked, newest first, as they come. */
function byDay(revisions: readonly Revision[]): readonly Day[] {
  const days: { id: string; at: Date; revisions: Revision[] }[] = [];
  for (const revision of revisions) {
    const at = new Date(revision.at);
    const id = at.toDateString();
    const last = days.at(-1);
    if (last?.id === id) last.revisions.push(revision);
    else days.push({ id: `${id}`, at, revisions: [revision] });
  }
  return days;
}

/** The moments of the open transcript: to compare with what is there now, and to go back to. */
export function HistoryPanel() {
  const t = useTranslate();
  const { language, date } = useFormats();
  const read = useRevisions();
  const [renamed, setRenamed] = useState<Revision | null>(null);
  const context = useContextMenu();
  const days = useMemo(() => byDay(read?.revisions ?? []), [read]);

  const rowsFor = (revision: Revision): readonly MenuRow[] => [
    {
      kind: 'action',
      id: 'compare',
      label: t('history.compareWithNow'),
      run: () => compareWithNow(revision.sequence),
    },
    {
      kind: 'action',
      id: 'restore',
      label: t('history.restoreAll'),
      disabled: revision.sequence === read?.sequence,
      run: () => void restoreRevision(revision.sequence, null).catch(tellFailure),
    },
    ...(revision.reason === 'exported'
      ? []
      : [
          {
            kind: 'action' as const,
            id: 'rename',
            label: t('history.rename'),
            run: () => setRenamed(revision),
          },
        ]),
  ];

  return (
    <section className="history" aria-label={t('history.panel')}>
      <div className="history-tools">
        <Button onPress={() => openDialog('name-version')}>
          <BookmarkPlus size={14} aria-hidden />
          {t('history.nameNow')}
        </Button>
        <IconButton
          icon={ShieldCheck}
          label={t('command.verifyHistory')}
          onPress={() => openDialog('verify-history')}
        />
      </div>
      {read && days.length === 0 ? <NoVersions /> : null}
      {days.length > 0 ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: the pointer's way to the menu that each row has a button for
        <div
          className="history-scroll"
          onContextMenu={(event) => {
            const id = (event.target as Element).closest('.history-row')?.getAttribute('data-key');
            const revision = read?.revisions.find((candidate) => candidate.id === id);
            if (revision) context.open(event, revisionTitle(t, revision), rowsFor(revision));
          }}
        >
          <GridList
            className="history-list"
            aria-label={t('history.panel')}
            onAction={(key) => {
              const revision = read?.revisions.find(({ id }) => id === key);
              if (revision) compareWithNow(revision.sequence);
            }}
          >
            <Collection items={days} dependencies={[language, read]}>
              {(day) => (
                <GridListSection>
                  <GridListHeader className="history-day">{date.format(day.at)}</GridListHeader>
                  <Collection items={day.revisions} dependencies={[language, read]}>
                    {(revision) => (
                      <GridListItem
                        id={revision.id}
                        textValue={revisionTitle(t, revision)}
                        className="history-row"
                        data-reason={revision.reason}
                      >
                        <RevisionRow revision={revision} rows={rowsFor(revision)} />
                      </GridListItem>
                    )}
                  </Collection>
                </GridListSection>
              )}
            </Collection>
          </GridList>
        </div>
      ) : null}
      {context.menu}
      {renamed ? <RenameVersionDialog revision={renamed} onClose={() => setRenamed(null)} /> : null}
    </section>
  );
}

function RevisionRow({ revision, rows }: { revision: Revision; rows: readonly MenuRow[] }) {
  const t = useTranslate();
  const { clock } = useFormats();
  const title = revisionTitle(t, revision);
  const note = revisionNote(t, revision);
  return (
    <>
      <span className="history-time time">{clock.format(new Date(revision.at))}</span>
      <span className="history-words">
        <span className="history-title" data-named={title === revision.name || undefined}>
          {title}
        </span>
        {note === '' ? null : <span className="history-note">{note}</span>}
      </span>
      <MenuButton label={t('history.menuOf', { name: title })} rows={rows}>
        <IconButton icon={Ellipsis} label={t('history.menuOf', { name: title })} />
      </MenuButton>
    </>
  );
}

function NoVersions() {
  const t = useTranslate();
  const settings = useSession((state) => state.settings);
  const command = COMMANDS.find(({ id }) => id === 'nameVersion');
  const [keys] = command ? keysOf(command, settings) : [];
  return (
    <div className="history-empty">
      <History size={28} strokeWidth={1.25} aria-hidden />
      <p>{t('history.empty', { keys: keys ? showKeys(keys) : t('command.nameVersion') })}</p>
    </div>
  );
}
