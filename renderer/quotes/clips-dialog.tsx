import { CircleAlert, CircleCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Output } from '../../shared/ipc/contract.ts';
import { localText } from '../../shared/model/language.ts';
import { formatTime } from '../../shared/model/time.ts';
import { CLIP_FORMATS, type ClipFormat } from '../../shared/quotes/clip-format.ts';
import { allQuotes, copyAndTell, type TranscriptQuotes, tellWritten } from '../actions/compose.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { TaskFooter } from '../ui/task-footer.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useTask } from '../ui/use-task.ts';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import './quotes.css';
import './compose.css';

const FIRST_PADDING = '0.5';
const MOST_SECONDS = 60;

/** Returns the milliseconds that a field of seconds says, or null. */
function millisecondsOf(text: string): number | null {
  const seconds = Number(text.trim().replace(',', '.'));
  const isRight = text.trim() !== '' && seconds >= 0 && seconds <= MOST_SECONDS;
  return isRight ? Math.round(seconds * 1000) : null;
}

/** Cuts clips of the chosen quotes out of the original; without ffmpeg it says how to get it, and what to run. */
export function ClipsDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const { language } = useFormats();
  const quoteIds = useSession((state) => state.chosenQuotes);
  const [all, setAll] = useState<readonly TranscriptQuotes[]>([]);
  const [status, setStatus] = useState<Output<'ffmpeg.status'> | null>(null);
  const [format, setFormat] = useState<ClipFormat>('m4a');
  const [before, setBefore] = useState(FIRST_PADDING);
  const [after, setAfter] = useState(FIRST_PADDING);
  const [written, setWritten] = useState<Output<'clips.write'> | null>(null);
  const task = useTask();
  useEffect(() => {
    allQuotes().then(setAll).catch(tellFailure);
    call('ffmpeg.status').then(setStatus).catch(tellFailure);
  }, []);

  const chosen = quoteIds.flatMap(
    (id) =>
      all.flatMap(({ quotes, recording }) =>
        quotes.filter(({ quote }) => quote.id === id).map((listed) => ({ listed, recording })),
      )[0] ?? [],
  );
  const hasVideo = chosen.some(({ recording }) => recording.media.videoCodec !== null);
  const [beforeMs, afterMs] = [millisecondsOf(before), millisecondsOf(after)];
  const choices =
    beforeMs === null || afterMs === null ? null : { quoteIds: [...quoteIds], format, beforeMs, afterMs };

  const cut = async () => {
    const folder = choices && (await call('files.chooseFolder'));
    if (!folder || !choices) return;
    setWritten(null);
    const done = await task.run((name) =>
      call('clips.write', { ...choices, folder: folder.grant, task: name }),
    );
    setWritten(done);
    const first = done?.find(({ path }) => path !== null)?.path;
    if (first) tellWritten(first);
  };
  const nameOf = (id: string) => written?.find(({ quoteId }) => quoteId === id) ?? null;

  return (
    <Dialog
      title={t('quotes.clips.title')}
      width={600}
      onClose={onClose}
      footer={
        <TaskFooter task={task} label={t('quotes.clips.cutting')}>
          <span className="dialog-space" />
          <Button onPress={onClose}>{t('app.close')}</Button>
          <Button
            look="primary"
            isDisabled={!status?.found || choices === null || chosen.length === 0}
            onPress={() => void cut().catch(tellFailure)}
          >
            {t('quotes.clips.cut')}
          </Button>
        </TaskFooter>
      }
    >
      <div className="clips">
        <div className="clips-fields">
          <Select
            label={t('quotes.clips.format')}
            value={format}
            choices={CLIP_FORMATS.filter((each) => each !== 'mp4' || hasVideo).map((each) => ({
              value: each,
              label: t(`quotes.clips.formats.${each}`),
            }))}
            onChange={setFormat}
          />
          <TextField
            label={t('quotes.clips.before')}
            value={before}
            onChange={setBefore}
            error={beforeMs === null ? t('quotes.clips.badSeconds') : null}
          />
          <TextField
            label={t('quotes.clips.after')}
            value={after}
            onChange={setAfter}
            error={afterMs === null ? t('quotes.clips.badSeconds') : null}
          />
        </div>
        <p className="field-hint">{t('quotes.clips.hint')}</p>
        <ul className="clips-list" aria-label={t('app.panel.quotes')}>
          {chosen.map(({ listed: { quote, startMs, withheld } }) => {
            const result = nameOf(quote.id);
            const problem = withheld ? 'withheld' : startMs === null ? 'no-times' : null;
            const outcome = result?.outcome ?? problem;
            return (
              <li key={quote.id}>
                <span className="time">{startMs === null ? '–' : formatTime(startMs)}</span>
                <span className="clips-words">
                  <strong>{quote.speaker ? localText(quote.speaker.name, language) : ''}</strong> {quote.text}
                </span>
                {outcome ? (
                  <span className={outcome === 'written' ? 'clips-done' : 'clips-problem'}>
                    {outcome === 'written' ? (
                      <CircleCheck size={13} aria-hidden />
                    ) : (
                      <CircleAlert size={13} aria-hidden />
                    )}
                    {outcome === 'written' ? result?.name : t(`quotes.clips.outcome.${outcome}`)}
                  </span>
                ) : null}
              </li>
            );
          })}
        </ul>
        {status && !status.found && choices ? <WithoutFfmpeg choices={choices} /> : null}
      </div>
    </Dialog>
  );
}

/** How to get ffmpeg, and the commands for who has it elsewhere. */
function WithoutFfmpeg({ choices }: { choices: Parameters<typeof call<'clips.commands'>>[1] }) {
  const t = useTranslate();
  const [commands, setCommands] = useState<readonly string[]>([]);
  const key = JSON.stringify(choices);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the choices are others
  useEffect(() => {
    call('clips.commands', choices).then(setCommands).catch(tellFailure);
  }, [key]);
  return (
    <div className="clips-without">
      <p className="field-error">{t('quotes.clips.noFfmpeg')}</p>
      {commands.length > 0 ? (
        <>
          <p>{t('quotes.clips.commands')}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <pre className="clips-commands" tabIndex={0}>
            {commands.join('\n')}
          </pre>
          <div>
            <Button onPress={() => copyAndTell(commands.join('\n'), t('quotes.clips.commandsCopied'))}>
              {t('quotes.clips.copyCommands')}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  );
}
