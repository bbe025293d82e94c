import type { TurnId } from '../../shared/model/ids.ts';
import type { RevisionReason } from '../../shared/model/revision.ts';
import { call } from '../api/client.ts';
import { ports, useSession } from '../session.ts';
import { tell } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';
import { openDialog } from './dialogs.ts';
import { loadSpeakers } from './speakers.ts';

/** Says that the list of revisions is out of date. */
export function touchHistory(): void {
  useSession.setState(({ historyVersion }) => ({ historyVersion: historyVersion + 1 }));
}

/** Writes what is not saved yet, and marks the open transcript as it is then. Rejects with the failure. */
export async function markRevision(reason: RevisionReason, name = ''): Promise<void> {
  const { opened } = useSession.getState();
  if (!opened) return;
  await ports.editor?.flush();
  await call('history.mark', { transcriptId: opened.transcript.id, reason, name });
  touchHistory();
}

/** Opens the comparison of a moment with what is there now; null: of the newest moment. */
export function compareWithNow(sequence: number | null): void {
  useSession.setState({ comparedFrom: sequence });
  openDialog('compare-versions');
}

/**
 * Brings the open transcript back to what it was at `sequence`, or of it those turns alone, as one step of undo.
 * Rejects with the failure.
 */
export async function restoreRevision(sequence: number, turnIds: readonly TurnId[] | null): Promise<void> {
  const { opened, language } = useSession.getState();
  const { editor } = ports;
  if (!opened || !editor) return;
  await editor.flush();
  const transcriptId = opened.transcript.id;
  const { diff, ...saved } = await call('history.restore', {
    transcriptId,
    sequence,
    turnIds: turnIds && [...turnIds],
  });
  editor.adopt(diff, saved);
  // A restored turn may name a speaker who had been removed.
  await loadSpeakers();
  touchHistory();
  const count = diff.put.length + diff.remove.length;
  tell(translateTo(language)('history.restored', { count }));
}
