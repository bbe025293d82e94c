import { AlertTriangle, Ellipsis, LockKeyhole, Play } from 'lucide-react';
import { memo, useMemo } from 'react';
import { wordDiff } from '../../shared/history/word-diff.ts';
import { localText } from '../../shared/model/language.ts';
import { isChanged } from '../../shared/model/quote.ts';
import { resolveSpeaker, speakerName } from '../../shared/model/speaker.ts';
import { formatTime } from '../../shared/model/time.ts';
import { textContent } from '../../shared/model/turn.ts';
import type { ListedQuote } from '../../shared/quotes/list-quotes.ts';
import { cutClips } from '../actions/compose.ts';
import {
  copyQuote,
  editQuote,
  goToQuote,
  keepCard,
  playQuote,
  removeQuote,
  takeAnew,
} from '../actions/quotes.ts';
import { useSession } from '../session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { MenuButton, type MenuRow } from '../ui/menu.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

type Translate = ReturnType<typeof useTranslate>;

/** One quote: who, when, its words, what was noted on it, and what has changed under it. */
export const QuoteCard = memo(function QuoteCard({ listed }: { listed: ListedQuote }) {
  const t = useTranslate();
  const { language } = useFormats();
  const { quote, note, changes, withheld } = listed;
  const { speaker } = quote;
  const isActive = useSession((state) => state.activeAnnotation === quote.annotationId);
  const role = speaker
    ? [localText(speaker.title, language), localText(speaker.organisation, language)]
        .filter(Boolean)
        .join(' · ')
    : '';
  return (
    <div className="quote-card" data-active={isActive || undefined}>
      <div className="quote-head">
        <strong className="quote-speaker">
          {speaker ? localText(speaker.name, language) : t('editor.noSpeaker')}
        </strong>
        <span className="quote-space" />
        <IconButton
          icon={Play}
          size={14}
          label={t('quotes.play')}
          isDisabled={listed.startMs === null}
          onPress={() => playQuote(listed)}
        />
        <MenuButton label={t('quotes.menuOf')} rows={rowsOf(listed, t)}>
          <IconButton icon={Ellipsis} size={14} label={t('quotes.menuOf')} />
        </MenuButton>
      </div>
      {role ? <div className="quote-role">{role}</div> : null}
      <div className="quote-where">
        <span className="time">{timesText(listed, t)}</span>
        {quote.timesByHand ? <span>{t('quotes.byHand')}</span> : null}
        {withheld ? (
          <span className="quote-secret">
            <LockKeyhole size={12} aria-hidden />
            {t('quotes.withheld')}
          </span>
        ) : null}
      </div>
      <blockquote className="quote-words">{quote.text}</blockquote>
      {note === '' ? null : <p className="quote-note">{note}</p>}
      {isChanged(changes) ? <Changes listed={listed} /> : null}
    </div>
  );
});

function timesText({ startMs, endMs }: Pick<ListedQuote, 'startMs' | 'endMs'>, t: Translate): string {
  if (startMs === null) return t('editor.noTime');
  return `${formatTime(startMs)}–${endMs === null ? '?' : formatTime(endMs)}`;
}

/** What the text says by now in place of what the card has. */
function Changes({ listed }: { listed: ListedQuote }) {
  const t = useTranslate();
  const { language } = useFormats();
  const { quote, standing, changes } = listed;
  const speakers = useSession((state) => state.speakers);
  const runs = useMemo(
    () => (changes.words && standing ? wordDiff(textContent(quote.text), textContent(standing.text)) : []),
    [changes.words, standing, quote.text],
  );
  return (
    <div className="quote-changes">
      <p className="quote-flag">
        <AlertTriangle size={13} aria-hidden />
        {changes.gone ? t('quotes.gone') : t('quotes.changed')}
      </p>
      {runs.length > 0 ? (
        <p className="quote-diff">
          {runs.map((run, index) => {
            const text = run.content.map((inline) => (inline.type === 'text' ? inline.text : '')).join('');
            const Tag = run.kind === 'added' ? 'ins' : run.kind === 'removed' ? 'del' : 'span';
            // biome-ignore lint/suspicious/noArrayIndexKey: the runs of one comparison never change places
            return <Tag key={index}>{text}</Tag>;
          })}
        </p>
      ) : null}
      {changes.speaker && standing ? (
        <p>
          {t('quotes.speakerNow', {
            name:
              speakerName(resolveSpeaker(speakers, standing.speakerId), language) || t('editor.noSpeaker'),
          })}
        </p>
      ) : null}
      {changes.times && standing ? <p>{t('quotes.timesNow', { times: timesText(standing, t) })}</p> : null}
      {standing ? (
        <div className="quote-answer">
          <Button onPress={() => void takeAnew(quote).catch(tellFailure)}>{t('quotes.takeAnew')}</Button>
          <Button look="quiet" onPress={() => keepCard(listed)}>
            {t('quotes.keep')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** What can be done with a quote, for its button and its context menu. */
export function rowsOf(listed: ListedQuote, t: Translate): readonly MenuRow[] {
  const { quote, startMs, standing, withheld } = listed;
  const row = (id: string, label: string, run: () => unknown, keys = '', disabled = false): MenuRow => ({
    kind: 'action',
    id,
    label,
    ...(keys ? { keys } : {}),
    disabled,
    run: () => void Promise.resolve().then(run).catch(tellFailure),
  });
  return [
    row('play', t('quotes.play'), () => playQuote(listed), 'Space', startMs === null),
    row('go', t('quotes.goTo'), () => goToQuote(listed), 'Enter', standing === null),
    row('copy', t('quotes.copy'), () => copyQuote(listed), 'Ctrl+C', withheld),
    row('edit', t('quotes.edit'), () => editQuote(quote.id), 'Alt+Enter'),
    row('clip', t('quotes.cutClip'), () => cutClips([quote.id]), '', withheld || startMs === null),
    { kind: 'separator', id: 'line' },
    row('remove', t('quotes.remove'), () => removeQuote(quote), 'Delete'),
  ];
}
