import { CircleAlert, CircleCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import { exportWarningText } from '../../shared/formats/warning-text.ts';
import { call } from '../api/client.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { failureText, tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { ChoiceFields, WRITABLE } from './choice-fields.tsx';
import { firstChoice } from './export-choices.ts';
import { type BatchItem, type BatchState, type BatchStates, countStates, runBatch } from './run-batch.ts';
import { rememberChoice } from './write-export.ts';
import './export.css';

/** Several recordings into one folder: how on the left, what has become of each on the right. */
export function BatchDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const { language } = useFormats();
  const items = useSession((state) => state.batch);
  const settings = useSession((state) => state.settings);
  const [choice, setChoice] = useState(() => firstChoice(settings, WRITABLE, language, language));
  const [states, setStates] = useState<BatchStates | null>(null);
  const [phase, setPhase] = useState<'choosing' | 'running' | 'stopping' | 'done'>('choosing');
  const stopper = useRef(new AbortController());
  // A dialog that closes stops its work; the file at hand is still finished.
  useEffect(() => {
    const { current } = stopper;
    return () => current.abort();
  }, []);

  const run = async () => {
    const folder = await call('files.chooseFolder');
    if (!folder) return;
    setPhase('running');
    rememberChoice(choice);
    const { format, options } = choice;
    await runBatch(items, {
      write: async ({ id }) => {
        const input = { recordingId: id, folder: folder.grant, format, options };
        const { warnings, ...file } = await call('export.toFolder', input);
        return { ...file, note: warnings.map((warning) => exportWarningText(warning, t)).join(' ') };
      },
      failureText,
      signal: stopper.current.signal,
      onChange: setStates,
    });
    setPhase('done');
  };
  const stop = () => {
    stopper.current.abort();
    setPhase('stopping');
  };

  return (
    <Dialog
      title={t('export.batch.title', { count: items.length })}
      width={1080}
      onClose={onClose}
      footer={
        phase === 'choosing' ? (
          <>
            <Button onPress={onClose}>{t('app.cancel')}</Button>
            <Button look="primary" onPress={() => void run().catch(tellFailure)}>
              {t('export.batch.toFolder')}
            </Button>
          </>
        ) : phase === 'done' ? (
          <Button look="primary" onPress={onClose}>
            {t('app.close')}
          </Button>
        ) : (
          <Button onPress={stop} isDisabled={phase === 'stopping'}>
            {phase === 'stopping' ? t('export.batch.stopping') : t('export.batch.stop')}
          </Button>
        )
      }
    >
      <div className={phase === 'choosing' ? 'export' : 'export export-running'}>
        {phase === 'choosing' ? <ChoiceFields choice={choice} onChange={setChoice} /> : null}
        <section className="export-batch" aria-label={t('export.batch.recordings')}>
          <h3 className="field-label">{t('export.batch.recordings')}</h3>
          {states ? <Report states={states} finished={phase === 'done'} /> : null}
          <ul>
            {items.map((item) => (
              <BatchRow key={item.id} item={item} state={states?.get(item.id) ?? { kind: 'waiting' }} />
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}

/** How far the work is; when it is finished, what came of it. */
function Report({ states, finished }: { states: BatchStates; finished: boolean }) {
  const t = useTranslate();
  const { number } = useFormats();
  const { written, failed, stopped } = countStates(states);
  const done = written + failed + stopped;
  const shownPath = [...states.values()].find((state) => state.kind === 'written')?.path;
  if (!finished)
    return (
      <ProgressBar
        className="export-progress"
        aria-label={t('export.batch.progress')}
        value={done}
        maxValue={states.size}
        valueLabel={t('export.batch.done', {
          done: number.format(done),
          total: number.format(states.size),
        })}
      >
        {({ percentage, valueText }) => (
          <>
            <span className="export-progress-track">
              <span style={{ width: `${percentage ?? 0}%` }} />
            </span>
            <span className="time">{valueText}</span>
          </>
        )}
      </ProgressBar>
    );
  return (
    <div className="export-report" role="status">
      <p>
        {t('export.batch.written', { count: written })}
        {failed > 0 ? ` · ${t('export.batch.failed', { count: failed })}` : ''}
      </p>
      {shownPath ? (
        <Button onPress={() => void call('export.show', { path: shownPath }).catch(tellFailure)}>
          {t('export.show')}
        </Button>
      ) : null}
    </div>
  );
}

function BatchRow({ item, state }: { item: BatchItem; state: BatchState }) {
  return (
    <li className="export-batch-row" data-state={state.kind}>
      <span className="export-batch-mark">
        {state.kind === 'written' ? <CircleCheck size={16} aria-hidden /> : null}
        {state.kind === 'failed' ? <CircleAlert size={16} aria-hidden /> : null}
      </span>
      <span className="export-batch-title">{item.title}</span>
      <StateText state={state} />
    </li>
  );
}

function StateText({ state }: { state: BatchState }) {
  const t = useTranslate();
  const texts = {
    waiting: () => '',
    writing: () => t('export.batch.writing'),
    stopped: () => t('export.batch.stopped'),
  };
  if (state.kind === 'written') {
    const { name, note, withheld } = state;
    const left = withheld > 0 ? t('export.withheldBatch', { count: withheld }) : '';
    return <span className="export-batch-state">{[name, left, note].filter(Boolean).join(' · ')}</span>;
  }
  if (state.kind === 'failed') return <span className="export-batch-state">{state.text}</span>;
  return <span className="export-batch-state">{texts[state.kind]()}</span>;
}
