import { Pause, Play, UserPlus } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { quotationsOf } from '../../shared/model/article.ts';
import { formatTime } from '../../shared/model/time.ts';
import { isSound, overruleState } from '../../shared/press/match/verify-marks.ts';
import { openDialog } from '../actions/dialogs.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { useArticle } from './article-state.ts';
import { useNewPeople } from './new-people.ts';
import type { OpenArticle } from './open-article.ts';
import { QuotationCard } from './quotation-card.tsx';
import { spanPositionMs, toggleSpan, useSpan } from './span-player.ts';
import './quotations.css';

const FILTERS = ['all', 'doubtful'] as const;

/** The quotations of the article with what the recordings say of each. */
export function QuotationPanel({ open }: { open: OpenArticle }) {
  const t = useTranslate();
  const text = useArticle((state) => state.text);
  const marks = useArticle((state) => state.marks);
  const verdicts = useArticle((state) => state.verdicts);
  const seeking = useArticle((state) => state.seeking);
  const filter = useArticle((state) => state.filter);
  const activeId = useArticle((state) => state.activeId);
  const list = useRef<HTMLOListElement>(null);
  const numbered = useMemo(
    () => quotationsOf(marks).map((mark, index) => ({ mark, number: index + 1 })),
    [marks],
  );
  const sound = (mark: (typeof numbered)[number]['mark']) => {
    const verdict = verdicts.get(mark.id);
    const overruled = overruleState(text, mark);
    return overruled === 'accepted' || (overruled === null && verdict !== undefined && isSound(verdict));
  };
  const shown = filter === 'all' ? numbered : numbered.filter(({ mark }) => !sound(mark));
  const soundCount = numbered.filter(({ mark }) => sound(mark)).length;
  const shownActive = shown.some(({ mark }) => mark.id === activeId) ? activeId : null;

  useEffect(() => {
    if (shownActive === null || list.current?.contains(document.activeElement)) return;
    list.current?.querySelector(`[data-id="${shownActive}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [shownActive]);

  return (
    <section className="quotations" aria-label={t('press.quotations')}>
      <div className="quotations-head">
        <p role="status" className="quotations-summary">
          {t('press.summary', { sound: soundCount, total: numbered.length })}
          {seeking ? <span className="quotations-seeking">{t('press.seeking')}</span> : null}
        </p>
        <ToggleButtonGroup
          className="quotations-filter"
          aria-label={t('press.filter')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[filter]}
          onSelectionChange={(keys) => {
            const chosen = FILTERS.find((each) => keys.has(each));
            if (chosen) useArticle.setState({ filter: chosen });
          }}
        >
          <ToggleButton id="all" className="button button-quiet">
            {t('press.showAll')}
          </ToggleButton>
          <ToggleButton id="doubtful" className="button button-quiet">
            {t('press.showDoubtful')}
          </ToggleButton>
        </ToggleButtonGroup>
      </div>
      <NewPeople />
      {shown.length === 0 ? (
        <p className="quotations-none">
          {numbered.length === 0 ? t('press.noQuotations') : t('press.noneDoubtful')}
        </p>
      ) : (
        <ol className="quotations-list" ref={list}>
          {shown.map(({ mark, number }) => (
            <QuotationCard
              key={mark.id}
              open={open}
              mark={mark}
              number={number}
              verdict={verdicts.get(mark.id) ?? null}
              isActive={mark.id === activeId}
            />
          ))}
        </ol>
      )}
      <SpanBar />
    </section>
  );
}

/** People whom the article introduces and the directory does not know. */
function NewPeople() {
  const t = useTranslate();
  const people = useNewPeople();
  if (people.length === 0) return null;
  return (
    <div className="quotations-people">
      <UserPlus size={14} aria-hidden />
      <span>{t('press.newPeople', { count: people.length })}</span>
      <Button look="quiet" onPress={() => openDialog('new-people')}>
        {t('press.addPeople')}
      </Button>
    </div>
  );
}

/** What is being played. */
function SpanBar() {
  const t = useTranslate();
  const span = useSpan((state) => state.span);
  const playing = useSpan((state) => state.playing);
  const failed = useSpan((state) => state.failed);
  const clock = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!playing) return;
    let frame = 0;
    const tick = () => {
      if (clock.current) clock.current.textContent = formatTime(spanPositionMs());
      frame = requestAnimationFrame(tick);
    };
    tick();
    return () => cancelAnimationFrame(frame);
  }, [playing]);
  if (failed)
    return (
      <p role="alert" className="span-bar span-failed">
        {t('press.cannotPlay')}
      </p>
    );
  if (!span) return null;
  const label = playing ? t('press.pause') : t('press.play');
  return (
    <div className="span-bar time">
      <IconButton icon={playing ? Pause : Play} label={label} onPress={() => toggleSpan(span)} />
      <span ref={clock}>{formatTime(span.startMs)}</span>
      <span>/ {formatTime(span.endMs)}</span>
    </div>
  );
}
