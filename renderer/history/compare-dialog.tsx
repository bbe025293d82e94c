import { useEffect, useState } from 'react';
import type { TurnChange } from '../../shared/history/compare-turns.ts';
import type { TurnId } from '../../shared/model/ids.ts';
import { restoreRevision } from '../actions/revisions.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { type Choice, Select } from '../ui/field.tsx';
import { failureText } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { ChangeRow } from './change-row.tsx';
import { revisionTitle } from './revision-words.ts';
import { type Revisions, useRevisions } from './use-revisions.ts';
import './history.css';

const NOW = 'now';
/** Rows that are put on the page at a time. */
const ROWS_A_STEP = 60;

/** Two moments of the open transcript side by side: what differs, word by word, and the way back. */
export function CompareDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const revisions = useRevisions();
  const newest = revisions?.revisions[0]?.sequence ?? null;
  const from = useSession((state) => state.comparedFrom) ?? newest;
  return (
    <Dialog title={t('history.compareTitle')} onClose={onClose} width={860}>
      {revisions && from === null ? <p className="quiet">{t('history.nothingToCompare')}</p> : null}
      {revisions && from !== null ? (
        <Comparison key={from} revisions={revisions} initialFrom={from} onClose={onClose} />
      ) : null}
    </Dialog>
  );
}

function useMoments({ revisions }: Revisions): readonly Choice<string>[] {
  const t = useTranslate();
  const { dateTime } = useFormats();
  const bySequence = new Map<number, string>();
  for (const revision of revisions)
    if (!bySequence.has(revision.sequence))
      bySequence.set(
        revision.sequence,
        `${dateTime.format(new Date(revision.at))} · ${revisionTitle(t, revision)}`,
      );
  return [...bySequence].map(([sequence, label]) => ({ value: String(sequence), label }));
}

interface ComparisonProps {
  revisions: Revisions;
  initialFrom: number;
  onClose: () => void;
}

function Comparison({ revisions, initialFrom, onClose }: ComparisonProps) {
  const t = useTranslate();
  const { number } = useFormats();
  const moments = useMoments(revisions);
  const [from, setFrom] = useState(initialFrom);
  const [to, setTo] = useState<number | null>(null);
  const [shown, setShown] = useState(ROWS_A_STEP);
  const { changes, failure, reload } = useComparison(from, to);
  const [problem, setProblem] = useState<string | null>(null);

  const restore = (turnIds: readonly TurnId[] | null) => {
    setProblem(null);
    restoreRevision(from, turnIds).then(turnIds === null ? onClose : reload, (error: unknown) =>
      setProblem(failureText(error)),
    );
  };
  const said = problem ?? failure;
  return (
    <div className="comparison">
      <div className="comparison-choice">
        <Select
          label={t('history.earlier')}
          value={String(from)}
          choices={moments}
          onChange={(value) => {
            setFrom(Number(value));
            setShown(ROWS_A_STEP);
          }}
        />
        <Select
          label={t('history.later')}
          value={to === null ? NOW : String(to)}
          choices={[{ value: NOW, label: t('history.now') }, ...moments]}
          onChange={(value) => {
            setTo(value === NOW ? null : Number(value));
            setShown(ROWS_A_STEP);
          }}
        />
      </div>
      {said ? (
        <p role="alert" className="field-error">
          {said}
        </p>
      ) : null}
      <div className="comparison-summary">
        <p role="status">
          {changes === null
            ? t('history.comparing')
            : changes.length === 0
              ? t('history.same')
              : t('history.differences', { count: changes.length, turns: number.format(changes.length) })}
        </p>
        <Button isDisabled={!changes || (changes.length === 0 && to === null)} onPress={() => restore(null)}>
          {t('history.restoreEarlier')}
        </Button>
      </div>
      {changes ? (
        <ul className="changes">
          {changes.slice(0, shown).map((change) => (
            <ChangeRow
              key={(change.after ?? change.before)?.id}
              change={change}
              onRestore={(id) => restore([id])}
            />
          ))}
        </ul>
      ) : null}
      {changes && changes.length > shown ? (
        <Button onPress={() => setShown(shown + ROWS_A_STEP)}>
          {t('history.showMore', { count: Math.min(ROWS_A_STEP, changes.length - shown) })}
        </Button>
      ) : null}
    </div>
  );
}

/** Returns what differs between two moments of the open transcript; null while it is being found out. */
function useComparison(from: number, to: number | null) {
  const transcriptId = useSession((state) => state.opened?.transcript.id);
  const [changes, setChanges] = useState<readonly TurnChange[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [version, setVersion] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says when to compare anew
  useEffect(() => {
    if (transcriptId === undefined) return;
    let current = true;
    const compare = async () => {
      await ports.editor?.flush();
      return call('history.compare', { transcriptId, from, to });
    };
    compare().then(
      (found) => {
        if (!current) return;
        setChanges(found);
        setFailure(null);
      },
      (error: unknown) => current && setFailure(failureText(error)),
    );
    return () => {
      current = false;
    };
  }, [transcriptId, from, to, version]);
  return { changes, failure, reload: () => setVersion((now) => now + 1) };
}
