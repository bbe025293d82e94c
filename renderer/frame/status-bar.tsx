import { useEffect, useState } from 'react';
import type { OpenedRecording } from '../../shared/ipc/contract.ts';
import { type Turn, turnText } from '../../shared/model/turn.ts';
import { goToNextFinding } from '../actions/findings.ts';
import { shownKeysOf } from '../commands/shown-keys.ts';
import { useFindings } from '../findings.ts';
import { ports, useSession } from '../session.ts';
import { TrackMenu } from '../translation/index.ts';
import { tellFailure } from '../ui/toast.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';

const COUNT_EVERY_MS = 1000;
const wordsByTurn = new WeakMap<Turn, number>();

function wordCount(turn: Turn): number {
  const known = wordsByTurn.get(turn);
  if (known !== undefined) return known;
  const count = turnText(turn).match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  wordsByTurn.set(turn, count);
  return count;
}

function tally(turns: readonly Turn[]) {
  let words = 0;
  let checked = 0;
  for (const turn of turns) {
    words += wordCount(turn);
    if (turn.status === 'checked') checked++;
  }
  return { words, checked, turns: turns.length };
}

/** Returns the tally of the transcript, counted at most once a second; null until the first, behind the first page. */
function useTally() {
  const [counts, setCounts] = useState<ReturnType<typeof tally> | null>(null);
  useEffect(() => {
    const { editor } = ports;
    if (!editor) return;
    const count = () => setCounts(tally(editor.turns()));
    let timer: ReturnType<typeof setTimeout> | null = null;
    const unsubscribe = editor.subscribe(() => {
      timer ??= setTimeout(() => {
        timer = null;
        count();
      }, COUNT_EVERY_MS);
    });
    const first = requestIdleCallback(count, { timeout: COUNT_EVERY_MS });
    return () => {
      cancelIdleCallback(first);
      if (timer) clearTimeout(timer);
      unsubscribe();
    };
  }, []);
  return counts;
}

/** How far the transcript has come. */
export function StatusBar({ opened }: { opened: OpenedRecording }) {
  const t = useTranslate();
  const { number } = useFormats();
  const counts = useTally();
  return (
    <footer className="status-bar time">
      {counts ? (
        <>
          <span>
            {t('app.checkedOf', {
              checked: number.format(counts.checked),
              total: number.format(counts.turns),
            })}
          </span>
          <span>{t('app.words', { count: counts.words, words: number.format(counts.words) })}</span>
        </>
      ) : null}
      <Problems />
      <span className="title-bar-space" />
      <TrackMenu opened={opened} />
    </footer>
  );
}

/** How many things the checks find; a press goes to the next. */
function Problems() {
  const t = useTranslate();
  const settings = useSession((state) => state.settings);
  const count = useFindings((state) => state.open.length);
  const keys = shownKeysOf('nextProblem', settings);
  const words = t('app.problems', { count });
  return (
    <button
      type="button"
      className="status-problems"
      disabled={count === 0}
      onClick={() => void goToNextFinding('next').catch(tellFailure)}
    >
      {keys && count > 0 ? `${words} (${keys})` : words}
    </button>
  );
}
