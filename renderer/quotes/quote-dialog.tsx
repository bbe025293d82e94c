import { Play } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { formatTime, parseTime } from '../../shared/model/time.ts';
import type { ListedQuote } from '../../shared/quotes/list-quotes.ts';
import { changeQuoteParts, playQuote, quotesNow } from '../actions/quotes.ts';
import { ports, useSession } from '../session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { useTranslate } from '../ui/use-translate.ts';
import { QuoteWave } from './quote-wave.tsx';
import './quotes.css';

/** The times of a quote, on its sound or as figures, and a note on it. */
export function QuoteDialog({ onClose }: { onClose: () => void }) {
  const id = useSession((state) => state.editedQuote);
  const [listed] = useState(() => quotesNow().find(({ quote }) => quote.id === id));
  return listed ? <QuoteForm listed={listed} onClose={onClose} /> : null;
}

const timeText = (ms: number | null) => (ms === null ? '' : formatTime(ms, 'h:mm:ss.mmm'));

/** Returns the time that a field says: undefined for what is none, null for an empty one. */
function timeOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  return parseTime(text) ?? undefined;
}

function QuoteForm({ listed, onClose }: { listed: ListedQuote; onClose: () => void }) {
  const t = useTranslate();
  const formId = useId();
  const { quote, standing } = listed;
  const [from, setFrom] = useState(timeText(listed.startMs));
  const [to, setTo] = useState(timeText(listed.endMs));
  const [byHand, setByHand] = useState(quote.timesByHand);
  const [note, setNote] = useState(listed.note);
  const [wrong, setWrong] = useState(false);
  const mediaId = useSession((state) => state.opened?.recording.media.id ?? null);
  const [startMs, endMs] = [timeOf(from), timeOf(to)];

  const setTimes = (start: number | null, end: number | null, hand = true) => {
    setFrom(timeText(start));
    setTo(timeText(end));
    setByHand(hand);
    setWrong(false);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const isSpan = startMs !== undefined && endMs !== undefined && (endMs ?? Infinity) > (startMs ?? -1);
    if (byHand && !isSpan) {
      setWrong(true);
      return;
    }
    const times = byHand
      ? { startMs: startMs ?? null, endMs: endMs ?? null }
      : { startMs: standing?.startMs ?? quote.startMs, endMs: standing?.endMs ?? quote.endMs };
    changeQuoteParts(quote, { ...times, timesByHand: byHand, note: note.trim() });
    onClose();
  };
  const field = (set: (text: string) => void) => (text: string) => {
    set(text);
    setByHand(true);
    setWrong(false);
  };
  const playhead = () => Math.round(ports.playback?.positionMs() ?? 0);

  return (
    <Dialog
      title={t('quotes.editTitle')}
      width={620}
      onClose={onClose}
      footer={
        <>
          <Button
            isDisabled={!byHand || !standing}
            onPress={() => standing && setTimes(standing.startMs, standing.endMs, false)}
          >
            {t('quotes.followText')}
          </Button>
          <span className="dialog-space" />
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" type="submit" form={formId}>
            {t('quotes.save')}
          </Button>
        </>
      }
    >
      <form id={formId} className="quote-form" onSubmit={save}>
        <blockquote className="quote-words">{quote.text}</blockquote>
        {mediaId && startMs != null && endMs != null && endMs > startMs ? (
          <QuoteWave mediaId={mediaId} startMs={startMs} endMs={endMs} onChange={setTimes} />
        ) : null}
        <div className="quote-times">
          <TextField label={t('quotes.from')} value={from} onChange={field(setFrom)} />
          <Button onPress={() => setTimes(playhead(), endMs ?? null)}>{t('quotes.fromPlayhead')}</Button>
          <TextField
            label={t('quotes.to')}
            value={to}
            onChange={field(setTo)}
            error={wrong ? t('quotes.badSpan') : null}
          />
          <Button onPress={() => setTimes(startMs ?? null, playhead())}>{t('quotes.toPlayhead')}</Button>
          <IconButton
            icon={Play}
            label={t('quotes.play')}
            isDisabled={startMs == null}
            onPress={() => playQuote({ startMs: startMs ?? null, endMs: endMs ?? null })}
          />
        </div>
        <p className="field-hint">{byHand ? t('quotes.byHandHint') : t('quotes.fromTextHint')}</p>
        <TextArea label={t('quotes.note')} value={note} onChange={setNote} rows={3} maxLength={20_000} />
      </form>
    </Dialog>
  );
}
