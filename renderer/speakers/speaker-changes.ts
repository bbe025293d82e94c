import type { SpeakerId } from '../../shared/model/ids.ts';
import type { Language } from '../../shared/model/language.ts';
import { mergedInto } from '../../shared/model/list-speakers.ts';
import { type Speaker, speakerName } from '../../shared/model/speaker.ts';
import type { Turn } from '../../shared/model/turn.ts';
import { mergeSpeakers, putSpeaker, removeSpeaker } from '../actions/speakers.ts';
import { ports, useSession } from '../session.ts';
import { tell, tellFailure } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';

const session = () => useSession.getState();
const words = () => translateTo(session().language);

/** Returns the name as the interface shows it, also for a speaker without one. */
export function shownName(speaker: Speaker, language: Language): string {
  return speakerName(speaker, language) || translateTo(language)('speakers.unnamed');
}

const named = (speaker: Speaker) => shownName(speaker, session().language);

function tellUndoable(text: string, undo: () => Promise<unknown>): void {
  tell(text, { label: words()('app.undo'), run: () => void undo().catch(tellFailure) });
}

/** Writes what has changed of a speaker, and offers to put the former state back. */
export async function changeSpeaker(before: Speaker, after: Speaker): Promise<void> {
  await putSpeaker(after);
  tellUndoable(words()('speakers.changed', { name: named(after) }), () => {
    // A merge made meanwhile stays: only what the dialog changes goes back.
    const mergedNow = session().speakers.get(before.id)?.mergedInto ?? before.mergedInto;
    return putSpeaker({ ...before, mergedInto: mergedNow });
  });
}

/** Makes `into` stand for a speaker everywhere, and offers to undo it. */
export async function mergeInto(speaker: Speaker, into: Speaker): Promise<void> {
  await mergeSpeakers(speaker.id, into.id);
  tellUndoable(words()('speakers.merged', { name: named(speaker), into: named(into) }), () =>
    mergeSpeakers(speaker.id, null),
  );
}

/** Lets a merged speaker stand alone again, and offers to undo that. */
export async function separate(speaker: Speaker): Promise<void> {
  const into = speaker.mergedInto;
  await mergeSpeakers(speaker.id, null);
  tellUndoable(words()('speakers.separated', { name: named(speaker) }), () =>
    mergeSpeakers(speaker.id, into),
  );
}

/** Speakers removed in this run, for turns that undoing brings back. */
const removed = new Map<SpeakerId, Speaker>();

/** Removes a speaker whom nothing names, and offers to put it back; else says why it stays. */
export async function removeUnused(speaker: Speaker): Promise<void> {
  const t = words();
  const name = named(speaker);
  const other = mergedInto(session().speakers, speaker.id)[0];
  if (other) {
    tell(t('speakers.standsFor', { name, other: named(other) }));
    return;
  }
  // The library judges by what is on disk.
  await ports.editor?.flush();
  if (!(await removeSpeaker(speaker.id))) {
    tell(t('speakers.inUse', { name }));
    return;
  }
  removed.set(speaker.id, speaker);
  tellUndoable(t('speakers.removed', { name }), () => putSpeaker(speaker));
}

/** Puts removed speakers back whom turns name again, as undoing an edit may do. */
export function restoreNamed(turns: readonly Turn[]): void {
  for (const [id, speaker] of removed) {
    if (session().speakers.has(id) || !turns.some((turn) => turn.speakerId === id)) continue;
    removed.delete(id);
    putSpeaker(speaker).catch(tellFailure);
  }
}

/** Makes a speaker that of the turn with the caret, and goes on with the text. */
export function chooseSpeaker(speaker: Speaker): void {
  if (session().currentTurnId === null || !ports.editor) {
    tell(words()('speakers.noTurn'));
    return;
  }
  ports.editor.setCurrentSpeaker(speaker.id);
  ports.editor.focus();
}
