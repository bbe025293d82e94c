import { MessageSquareText } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components';
import { localText } from '../../shared/model/language.ts';
import { type ListedAnnotation, NO_FILTER, passesFilter } from '../../shared/model/list-annotations.ts';
import {
  activate,
  beginAnnotation,
  editAnnotation,
  goToAnnotation,
  removeAnnotation,
} from '../actions/annotations.ts';
import { keysOf } from '../commands/bindings.ts';
import { COMMANDS } from '../commands/commands.ts';
import { showKeys } from '../commands/keys.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { useContextMenu } from '../ui/context-menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { AnnotationCard, rowsOf } from './annotation-card.tsx';
import { AnnotationFilters } from './annotation-filters.tsx';
import { useListed } from './use-listed.ts';
import './annotations.css';

/** What has been noted on the text, by time. */
export function AnnotationsPanel() {
  const t = useTranslate();
  const { language } = useFormats();
  const filter = useSession((state) => state.annotationFilter);
  const active = useSession((state) => state.activeAnnotation);
  const kinds = useSession((state) => state.annotationKinds);
  const [filtersOpen, setFiltersOpen] = useState(filter !== NO_FILTER);
  const listed = useListed();
  const shown = useMemo(() => listed.filter((each) => passesFilter(each, filter)), [listed, filter]);
  const items = useMemo(() => shown.map((each) => ({ id: each.annotation.id, listed: each })), [shown]);
  const context = useContextMenu();
  const scroller = useRef<HTMLDivElement>(null);
  const [layout] = useState(() => new ListLayout({ estimatedRowHeight: 120, gap: 6 }));

  // The card of the annotation at the caret comes into view.
  useEffect(() => {
    const list = scroller.current?.querySelector('[role="grid"]');
    const place = active === null ? null : layout.getLayoutInfo(active)?.rect;
    if (!list || !place || list.contains(document.activeElement)) return;
    if (place.y < list.scrollTop || place.maxY > list.scrollTop + list.clientHeight)
      list.scrollTop = Math.max(0, place.y - list.clientHeight / 3);
  }, [active, layout]);

  const listedOf = (target: EventTarget): ListedAnnotation | null => {
    const key = (target as Element).closest('[data-key]')?.getAttribute('data-key');
    return shown.find(({ annotation }) => annotation.id === key) ?? null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLButtonElement;
    const each = isField ? null : listedOf(event.target);
    const run =
      event.code === 'Delete'
        ? removeAnnotation
        : event.altKey && event.code === 'Enter'
          ? editAnnotation
          : null;
    if (!each || !run) return;
    event.preventDefault();
    event.stopPropagation();
    run(each.annotation.id);
  };

  return (
    <section className="annotations" aria-label={t('app.panel.annotations')}>
      {listed.length === 0 ? (
        <NoAnnotations />
      ) : (
        <>
          <AnnotationFilters
            listed={listed}
            shownCount={shown.length}
            isOpen={filtersOpen}
            onOpen={setFiltersOpen}
          />
          {shown.length === 0 ? <p className="annotations-none">{t('annotations.noneShown')}</p> : null}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keys and menu of the rows, whose own elements the list makes */}
          <div
            className="annotations-scroll"
            ref={scroller}
            onKeyDownCapture={onKeyDown}
            onFocus={(event) => {
              const each = listedOf(event.target);
              if (each) activate(each.annotation.id);
            }}
            onContextMenu={(event) => {
              const each = listedOf(event.target);
              if (each) context.open(event, t('annotations.menuOf'), rowsOf(each, t));
            }}
          >
            <Virtualizer layout={layout}>
              <GridList
                className="annotations-list"
                aria-label={t('app.panel.annotations')}
                keyboardNavigationBehavior="tab"
                items={items}
                dependencies={[language]}
                onAction={(key) => {
                  const each = shown.find(({ annotation }) => annotation.id === key);
                  if (each) goToAnnotation(each.annotation.id, each.startMs);
                }}
              >
                {(item) => (
                  <GridListItem
                    className="annotation-row"
                    textValue={[
                      localText(kinds.get(item.listed.annotation.kindId)?.name ?? {}, language),
                      item.listed.words,
                      item.listed.annotation.body,
                    ].join(' ')}
                  >
                    <AnnotationCard listed={item.listed} />
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

/** How to make the first one. */
function NoAnnotations() {
  const t = useTranslate();
  const settings = useSession((state) => state.settings);
  const command = COMMANDS.find(({ id }) => id === 'annotate');
  const [keys] = command ? keysOf(command, settings) : [];
  return (
    <div className="annotations-empty">
      <MessageSquareText size={28} strokeWidth={1.25} aria-hidden />
      <p>{keys ? t('annotations.emptyKeys', { keys: showKeys(keys) }) : t('annotations.empty')}</p>
      <Button look="primary" onPress={() => void beginAnnotation(null).catch(tellFailure)}>
        {t('annotations.addFirst')}
      </Button>
    </div>
  );
}
