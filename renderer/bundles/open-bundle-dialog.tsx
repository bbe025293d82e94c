import { useEffect, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { BundleComparison, BundleLook, GrantedFile } from '../../shared/ipc/contract.ts';
import type { RecordingId } from '../../shared/model/ids.ts';
import { openRecording, touchLibrary } from '../actions/recordings.ts';
import { loadSpeakers } from '../actions/speakers.ts';
import { call } from '../api/client.ts';
import { ports } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TaskFooter } from '../ui/task-footer.tsx';
import { failureText, tell } from '../ui/toast.tsx';
import { useTask } from '../ui/use-task.ts';
import { useTranslate } from '../ui/use-translate.ts';
import { BundleFacts } from './bundle-facts.tsx';
import { isWorthMerging, MergeSummary } from './merge-summary.tsx';
import { type Decisions, MergeView } from './merge-view.tsx';
import './bundles.css';

type Way = 'merge' | 'copy';

interface Found {
  readonly look: BundleLook;
  /** What a merge would bring, where the library has the recording. */
  readonly comparison: BundleComparison | null;
}

async function lookInto({ grant }: GrantedFile): Promise<Found> {
  const look = await call('bundle.look', { grant });
  return { look, comparison: look.known ? await call('bundle.compare', { grant }) : null };
}

/**
 * What is in a bundle, and what is to become of it: a new recording, or, where the library has the recording, a merge or
 * a copy. Nothing is written before the person says so.
 */
export function OpenBundleDialog({ file, onClose }: { file: GrantedFile; onClose: () => void }) {
  const t = useTranslate();
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [way, setWay] = useState<Way>('merge');
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const [deciding, setDeciding] = useState(false);
  const task = useTask();

  useEffect(() => {
    let current = true;
    lookInto(file).then(
      (read) => current && setFound(read),
      (error: unknown) => current && setFailure(failureText(error)),
    );
    return () => {
      current = false;
    };
  }, [file]);

  const finish = async (id: RecordingId) => {
    onClose();
    touchLibrary();
    await loadSpeakers();
    await openRecording(id);
  };
  const add = async (title: string, asCopy: boolean) => {
    const id = await task.run((name) => call('bundle.add', { grant: file.grant, asCopy, task: name }));
    if (id === null) return;
    await finish(id);
    tell(t('bundle.inLibrary', { title }));
  };
  const merge = async ({ bundleId, sequence, title }: BundleComparison) => {
    const choices = [...decisions].map(([key, choice]) => ({ key, choice }));
    const id = await task.run((name) =>
      call('bundle.merge', { grant: file.grant, task: name, bundleId, sequence, choices }),
    );
    if (id === null) return;
    await finish(id);
    tell(t('bundle.merged', { title }), { label: t('app.undo'), run: () => ports.editor?.undo() });
  };

  const comparison = found?.comparison ?? null;
  if (found && comparison && deciding)
    return (
      <Dialog
        title={t('bundle.mergeTitle', { title: comparison.title })}
        width={1120}
        onClose={onClose}
        footer={
          <TaskFooter task={task} label={t('bundle.merging')}>
            <p className="bundle-note" role="status">
              {t('bundle.decided', { done: decisions.size, total: comparison.conflicts.length })}
            </p>
            <Button onPress={() => setDeciding(false)}>{t('bundle.back')}</Button>
            <Button
              look="primary"
              isDisabled={decisions.size < comparison.conflicts.length}
              onPress={() => void merge(comparison)}
            >
              {t('bundle.mergeNow')}
            </Button>
          </TaskFooter>
        }
      >
        <MergeView
          comparison={comparison}
          theirs={found.look.take?.name ?? null}
          decisions={decisions}
          onDecide={setDecisions}
        />
      </Dialog>
    );

  const mainButton = () => {
    if (!found) return null;
    const { look } = found;
    if (!comparison)
      return (
        <Button look="primary" onPress={() => void add(look.title, false)}>
          {t('bundle.add')}
        </Button>
      );
    if (way === 'copy')
      return (
        <Button look="primary" onPress={() => void add(look.title, true)}>
          {t('bundle.keepCopy')}
        </Button>
      );
    const count = comparison.conflicts.length;
    if (count > 0)
      return (
        <Button look="primary" onPress={() => setDeciding(true)}>
          {t('bundle.decide', { count })}
        </Button>
      );
    return (
      <Button look="primary" isDisabled={!isWorthMerging(found)} onPress={() => void merge(comparison)}>
        {t('bundle.mergeNow')}
      </Button>
    );
  };

  return (
    <Dialog
      title={t('bundle.openTitle', { name: file.name })}
      width={600}
      onClose={onClose}
      footer={
        <TaskFooter
          task={task}
          label={comparison && way === 'merge' ? t('bundle.merging') : t('bundle.adding')}
        >
          <Button onPress={onClose}>{found ? t('app.cancel') : t('app.close')}</Button>
          {mainButton()}
        </TaskFooter>
      }
    >
      <div className="bundle-view" aria-busy={found === null && failure === null}>
        {failure ? (
          <p className="field-error" role="alert">
            {failure}
          </p>
        ) : null}
        {found ? <BundleFacts look={found.look} /> : failure ? null : <p>{t('bundle.reading')}</p>}
        {found && comparison ? (
          <RadioGroup
            className="bundle-ways"
            value={way}
            onChange={(value) => setWay(value === 'copy' ? 'copy' : 'merge')}
          >
            <Label className="field-label">
              {found.look.known?.inBin ? t('bundle.knownBin') : t('bundle.knownLegend')}
            </Label>
            <Radio value="merge" className="bundle-way">
              <strong>{t('bundle.merge')}</strong>
              <MergeSummary comparison={comparison} />
            </Radio>
            <Radio value="copy" className="bundle-way">
              <strong>{t('bundle.copy')}</strong>
              <span className="field-hint">{t('bundle.copyText')}</span>
            </Radio>
          </RadioGroup>
        ) : null}
      </div>
    </Dialog>
  );
}
