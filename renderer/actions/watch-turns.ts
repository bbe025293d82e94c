import type { Turn } from '../../shared/model/turn.ts';
import type { TranscriptEditor } from '../ports.ts';
import { ports, useSession } from '../session.ts';

/** Returns the turns as edited now, or as they were read while the editor is still to come. */
export const turnsNow = (): readonly Turn[] =>
  ports.editor?.turns() ?? useSession.getState().opened?.turns ?? [];

/**
 * Calls back after the turns of the open recording have changed, at most once in `pauseMs`, so that a keystroke costs
 * nothing there; also soon after the start and after another recording was opened. Returns the way out.
 */
export function watchTurns(pauseMs: number, listener: (turns: readonly Turn[]) => void): () => void {
  let editor: TranscriptEditor | null = null;
  let unsubscribe = () => {};
  let timer: ReturnType<typeof setTimeout> | null = null;
  const later = () => {
    timer ??= setTimeout(() => {
      timer = null;
      listener(turnsNow());
    }, pauseMs);
  };
  const connect = () => {
    if (ports.editor === editor) return;
    unsubscribe();
    editor = ports.editor;
    unsubscribe = editor?.subscribe(later) ?? (() => {});
    later();
  };
  connect();
  // The editor of a recording that has just been opened comes a moment later.
  const unsubscribeSession = useSession.subscribe((now, was) => {
    connect();
    if (now.opened !== was.opened) later();
  });
  later();
  return () => {
    if (timer !== null) clearTimeout(timer);
    unsubscribe();
    unsubscribeSession();
  };
}
