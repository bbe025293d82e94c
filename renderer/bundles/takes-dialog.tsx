import { CircleCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { decodePeaks } from '../../shared/audio/peaks-file.ts';
import { quietMoments } from '../../shared/bundle/quiet-moments.ts';
import type { OpenedRecording } from '../../shared/ipc/contract.ts';
import type { Recording } from '../../shared/model/recording.ts';
import { formatTime } from '../../shared/model/time.ts';
import { call } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select, TextField } from '../ui/field.tsx';
import { TaskFooter } from '../ui/task-footer.tsx';
import { tellFailure } from '../ui/toast.tsx';
import { useTask } from '../ui/use-task.ts';
import { useTranslate } from '../ui/use-translate.ts';
import { ContentFields, FIRST_CONTENTS, possible, useStored } from './content-fields.tsx';
import {
  FEWEST_TAKES,
  MOST_TAKES,
  proposePlan,
  type ReadPlan,
  readPlan,
  type TakePlan,
} from './plan-takes.ts';
import './bundles.css';

/** How far from an equal share a silence is looked for, as a part of the share. */
const QUIET_REACH = 0.15;

const COUNTS = Array.from({ length: MOST_TAKES - FEWEST_TAKES + 1 }, (_, index) =>
  String(index + FEWEST_TAKES),
);

async function quietNearShares({ media }: Recording, count: number): Promise<readonly number[]> {
  const bytes = await call('media.peaks', { mediaId: media.id });
  const peaks = bytes && decodePeaks(bytes);
  const share = media.durationMs / count;
  const ideal = Array.from({ length: count - 1 }, (_, index) => (index + 1) * share);
  return peaks ? quietMoments(peaks, ideal, share * QUIET_REACH) : [];
}

interface TakesDialogProps {
  recording: Pick<Recording, 'id' | 'title'>;
  onClose: () => void;
}

/** Divides a recording among colleagues: where it is cut, whose each part is, and a bundle for each. */
export function TakesDialog({ recording, onClose }: TakesDialogProps) {
  const t = useTranslate();
  const stored = useStored(recording.id);
  const [plan, setPlan] = useState<TakePlan | null>(null);
  const [contents, setContents] = useState(FIRST_CONTENTS);
  const [paths, setPaths] = useState<readonly string[] | null>(null);
  const task = useTask();

  const propose = async (opened: OpenedRecording, count: number, before: TakePlan | null) => {
    const { turns, recording: whole } = opened;
    const quietMs = await quietNearShares(whole, count);
    const nameOf = (number: number) => t('bundle.takeDefault', { number });
    setPlan(proposePlan(before, count, { turns, durationMs: whole.media.durationMs, quietMs, nameOf }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: proposed once, when the recording is there
  useEffect(() => {
    if (stored) propose(stored, FEWEST_TAKES, null).catch(tellFailure);
  }, [stored]);

  const read = stored && plan ? readPlan(plan, stored.turns, stored.recording.media.durationMs) : null;
  const isRight = read !== null && read.wrongCut === null && read.unnamed === null;

  const write = async () => {
    if (!read || !stored) return;
    const folder = await call('files.chooseFolder');
    if (!folder) return;
    const takes = read.takes.map(({ turnCount: _, ...take }) => take);
    const done = await task.run((name) =>
      call('bundle.split', {
        recordingId: recording.id,
        takes,
        folder: folder.grant,
        task: name,
        ...possible(contents, stored),
      }),
    );
    if (done) setPaths(done.paths);
  };

  return (
    <Dialog
      title={t('bundle.splitTitle', { title: recording.title })}
      width={760}
      onClose={onClose}
      footer={
        <TaskFooter task={task} label={t('bundle.splitting')}>
          {paths ? (
            <Button look="primary" onPress={onClose}>
              {t('app.close')}
            </Button>
          ) : (
            <>
              <Button onPress={onClose}>{t('app.cancel')}</Button>
              <Button look="primary" isDisabled={!isRight} onPress={() => void write().catch(tellFailure)}>
                {t('bundle.split')}
              </Button>
            </>
          )}
        </TaskFooter>
      }
    >
      {paths ? (
        <Written paths={paths} />
      ) : (
        <div className="bundle-view" aria-busy={!plan}>
          <p>{t('bundle.splitText')}</p>
          {stored && plan && read ? (
            <>
              <div className="takes-count">
                <Select
                  label={t('bundle.count')}
                  value={String(plan.names.length)}
                  choices={COUNTS.map((value) => ({ value, label: value }))}
                  onChange={(count) => void propose(stored, Number(count), plan).catch(tellFailure)}
                />
                <Button onPress={() => void propose(stored, plan.names.length, plan).catch(tellFailure)}>
                  {t('bundle.propose')}
                </Button>
              </div>
              <TakeRows
                plan={plan}
                read={read}
                durationMs={stored.recording.media.durationMs}
                onChange={setPlan}
              />
            </>
          ) : null}
          <ContentFields stored={stored} contents={contents} onChange={setContents} />
        </div>
      )}
    </Dialog>
  );
}

interface TakeRowsProps {
  plan: TakePlan;
  read: ReadPlan;
  durationMs: number;
  onChange: (plan: TakePlan) => void;
}

const replaced = (list: readonly string[], index: number, value: string) =>
  list.map((each, at) => (at === index ? value : each));

/** A row a take. Where one ends the next begins, so only ends are typed. */
function TakeRows({ plan, read, durationMs, onChange }: TakeRowsProps) {
  const t = useTranslate();
  return (
    <ol className="takes" aria-label={t('bundle.takes')}>
      {plan.names.map((name, index) => {
        const number = index + 1;
        const isLast = index === plan.names.length - 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a take is its number
          <li key={index} className="take">
            <TextField
              label={t('bundle.takeName')}
              value={name}
              maxLength={100}
              onChange={(value) => onChange({ ...plan, names: replaced(plan.names, index, value) })}
              error={read.unnamed === index ? t('bundle.nameWrong') : null}
            />
            <TextField
              label={t('bundle.from')}
              aria-label={t('bundle.startOf', { number })}
              value={index === 0 ? formatTime(0, 'h:mm:ss.mmm') : (plan.cuts[index - 1] ?? '')}
              isReadOnly
              isDisabled
            />
            <TextField
              label={t('bundle.to')}
              aria-label={t('bundle.endOf', { number })}
              value={isLast ? formatTime(durationMs, 'h:mm:ss.mmm') : (plan.cuts[index] ?? '')}
              isDisabled={isLast}
              onChange={(value) => onChange({ ...plan, cuts: replaced(plan.cuts, index, value) })}
              error={read.wrongCut === index ? t('bundle.cutWrong') : null}
            />
            <span className="take-turns">
              {t('bundle.turnCount', { count: read.takes[index]?.turnCount ?? 0 })}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Written({ paths }: { paths: readonly string[] }) {
  const t = useTranslate();
  const [first] = paths;
  return (
    <div className="bundle-view">
      <p role="status">{t('bundle.splitDone', { count: paths.length })}</p>
      <ul className="takes-written">
        {paths.map((path) => (
          <li key={path}>
            <CircleCheck size={16} aria-hidden />
            {path.split(/[\\/]/).at(-1)}
          </li>
        ))}
      </ul>
      {first ? (
        <div>
          <Button onPress={() => void call('export.show', { path: first }).catch(tellFailure)}>
            {t('export.show')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
