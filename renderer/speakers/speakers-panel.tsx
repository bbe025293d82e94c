import { UserPlus, UsersRound } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import {
  Collection,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  Input,
  ListLayout,
  SearchField,
  Virtualizer,
} from 'react-aria-components';
import { type ListedSpeaker, listSpeakers, matchesQuery } from '../../shared/model/list-speakers.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { addDelegate, editDelegate } from '../actions/delegates.ts';
import { removeUnused, shownName } from '../actions/directory.ts';
import { keysOf } from '../commands/bindings.ts';
import { COMMANDS } from '../commands/commands.ts';
import { showKeys } from '../commands/keys.ts';
import { useSession } from '../session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useContextMenu } from '../ui/context-menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { chooseSpeaker } from './speaker-changes.ts';
import { useSpeakerMenu } from './speaker-menu.tsx';
import { RowFacts, SpeakerRow } from './speaker-row.tsx';
import { useSpeakerCounts } from './use-speaker-counts.ts';
import './speakers.css';

/** CSS pixels: a row with title and organisation, and the line above a section. */
const LAYOUT = { estimatedRowHeight: 43, headingHeight: 28 };

/** Who speaks in the open transcript, and everyone else whom the library knows. */
export function SpeakersPanel() {
  const t = useTranslate();
  const { language } = useFormats();
  const speakers = useSession((state) => state.speakers);
  const order = useSession((state) => state.speakerOrder);
  const { counts, current } = useSpeakerCounts();
  const [query, setQuery] = useState('');
  const rowsFor = useSpeakerMenu();
  const context = useContextMenu();

  // The list of a large directory may come after the letters that ask for it.
  const sought = useDeferredValue(query);
  const lists = useMemo(() => listSpeakers(speakers, order, language), [speakers, order, language]);
  const { here, others } = useMemo(() => {
    const found = ({ speaker }: ListedSpeaker) => matchesQuery(speaker, sought, speakers);
    return { here: lists.here.filter(found), others: lists.others.filter(found) };
  }, [lists, speakers, sought]);

  const rowOf = (target: EventTarget): Speaker | null => {
    const id = (target as Element).closest('[data-key]')?.getAttribute('data-key');
    return [...here, ...others].find(({ speaker }) => speaker.id === id)?.speaker ?? null;
  };
  const isEmpty = here.length + others.length === 0;

  const row = (listed: ListedSpeaker) => (
    <GridListItem
      id={listed.speaker.id}
      textValue={shownName(listed.speaker, language)}
      className="speaker-row"
    >
      <SpeakerRow {...listed} />
    </GridListItem>
  );

  return (
    <section className="speakers" aria-label={t('speakers.panel')}>
      <div className="speakers-tools">
        <SearchField
          aria-label={t('speakers.search')}
          value={query}
          onChange={setQuery}
          onSubmit={() => {
            const [first] = [...here, ...others];
            if (first && query !== '') chooseSpeaker(first.speaker);
          }}
        >
          <Input className="field-input" placeholder={t('speakers.search')} />
        </SearchField>
        <IconButton icon={UserPlus} label={t('speakers.add')} onPress={() => addDelegate()} />
      </div>
      {isEmpty ? (
        <NoSpeakers query={query.trim()} onAdd={() => addDelegate(query.trim())} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys and menu of the rows, whose own elements the list makes
        <div
          className="speakers-scroll"
          onContextMenu={(event) => {
            const speaker = rowOf(event.target);
            if (speaker)
              context.open(
                event,
                t('speakers.menuOf', { name: shownName(speaker, language) }),
                rowsFor(speaker),
              );
          }}
          onKeyDownCapture={(event) => {
            const speaker = rowOf(event.target);
            const remove = (each: Speaker) => void removeUnused(each).catch(tellFailure);
            const run =
              event.code === 'Delete' ? remove : event.altKey && event.code === 'Enter' ? editDelegate : null;
            if (!speaker || !run) return;
            event.preventDefault();
            event.stopPropagation();
            run(speaker);
          }}
        >
          <RowFacts value={{ counts, current, rowsFor }}>
            <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
              <GridList
                className="speakers-list"
                aria-label={t('speakers.panel')}
                onAction={(key) => {
                  const listed = [...here, ...others].find(({ speaker }) => speaker.id === key);
                  if (listed) chooseSpeaker(listed.speaker);
                }}
              >
                {here.length > 0 ? (
                  <GridListSection>
                    <GridListHeader className="speakers-heading">
                      {t('speakers.here')}
                      <DigitKeys />
                    </GridListHeader>
                    <Collection items={here} dependencies={[language]}>
                      {row}
                    </Collection>
                  </GridListSection>
                ) : null}
                {others.length > 0 ? (
                  <GridListSection>
                    <GridListHeader className="speakers-heading">{t('speakers.others')}</GridListHeader>
                    <Collection items={others} dependencies={[language]}>
                      {row}
                    </Collection>
                  </GridListSection>
                ) : null}
              </GridList>
            </Virtualizer>
          </RowFacts>
          {here.length === 0 && query === '' ? <NobodyHere /> : null}
        </div>
      )}
      {context.menu}
    </section>
  );
}

/** The keys that stand for the digits before the names. */
function DigitKeys() {
  const settings = useSession((state) => state.settings);
  const [first, last] = (['speaker1', 'speaker9'] as const).map((id) => shownKeys(id, settings));
  return first && last ? <kbd>{`${first} – ${last}`}</kbd> : null;
}

function shownKeys(
  id: 'speaker1' | 'speaker9' | 'editSpeaker',
  settings: Parameters<typeof keysOf>[1],
): string {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  const [keys] = command ? keysOf(command, settings) : [];
  return keys ? showKeys(keys) : '';
}

function NobodyHere() {
  const t = useTranslate();
  const settings = useSession((state) => state.settings);
  return (
    <p className="speakers-none">{t('speakers.hereEmpty', { keys: shownKeys('editSpeaker', settings) })}</p>
  );
}

function NoSpeakers({ query, onAdd }: { query: string; onAdd: () => void }) {
  const t = useTranslate();
  return (
    <div className="speakers-empty">
      {query === '' ? <UsersRound size={28} strokeWidth={1.25} aria-hidden /> : null}
      <p>{query === '' ? t('speakers.empty') : t('app.nothingFound')}</p>
      <Button look={query === '' ? 'primary' : 'plain'} onPress={onAdd}>
        {query === '' ? t('speakers.add') : t('speakers.addNamed', { name: query })}
      </Button>
    </div>
  );
}
