import type { SpeakerId } from '../../shared/model/ids.ts';
import type { Language } from '../../shared/model/language.ts';
import { mergedInto } from '../../shared/model/list-speakers.ts';
import { type Speaker, speakerName } from '../../shared/model/speaker.ts';
import type { Turn } from '../../shared/model/turn.ts';
import { call } from '../api/client.ts';
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

interface Change {
  readonly put: readonly Speaker[];
  readonly remove: readonly SpeakerId[];
}

/** A change of the directory and what it replaced. */
interface Step {
  readonly what: string;
  readonly after: Change;
  readonly before: Change;
}

let done: readonly Step[] = [];
let undone: readonly Step[] = [];

async function write({ put, remove }: Change): Promise<readonly SpeakerId[]> {
  const { kept } = await call('speakers.change', { put: [...put], remove: [...remove] });
  useSession.setState(({ speakers }) => {
    const changed = new Map(speakers);
    for (const speaker of put) changed.set(speaker.id, speaker);
    for (const id of remove) if (!kept.includes(id)) changed.delete(id);
    return { speakers: changed };
  });
  return kept;
}

/** Writes a change of the directory as one step of undo, tells `what` it was, and offers to take it back. */
async function change(after: Change, what: string): Promise<readonly SpeakerId[]> {
  const { speakers } = session();
  const before: Change = {
    put: [...after.put.map(({ id }) => id), ...after.remove].flatMap((id) => speakers.get(id) ?? []),
    remove: after.put.flatMap(({ id }) => (speakers.has(id) ? [] : [id])),
  };
  const kept = await write(after);
  if (kept.length > 0) return kept;
  const step = { what, after, before };
  done = [...done, step];
  undone = [];
  tell(what, { label: words()('app.undo'), run: () => void undoStep(step).catch(tellFailure) });
  return kept;
}

/** What of a step goes back: a merge made meanwhile, or separated, stays as long as the step was about something else. */
function inverse({ before, after }: Step): Change {
  const put = before.put.map((speaker) => {
    const then = after.put.find(({ id }) => id === speaker.id);
    const wasMerge = then !== undefined && then.mergedInto !== speaker.mergedInto;
    const now = session().speakers.get(speaker.id);
    return wasMerge || !now ? speaker : { ...speaker, mergedInto: now.mergedInto };
  });
  return { put, remove: before.remove };
}

async function undoStep(step: Step): Promise<void> {
  if (!done.includes(step)) return;
  await ports.editor?.flush();
  const kept = await write(inverse(step));
  done = done.filter((each) => each !== step);
  undone = [...undone, step];
  if (kept.length > 0) tell(words()('delegates.cannotUndo', { count: kept.length }));
}

/** Takes back the last change of the directory in this run of the program. */
export async function undoDirectory(): Promise<void> {
  const step = done.at(-1);
  if (!step) return;
  await undoStep(step);
  tell(words()('delegates.undone', { what: step.what }));
}

/** Makes the change again that was taken back last. */
export async function redoDirectory(): Promise<void> {
  const step = undone.at(-1);
  if (!step) return;
  await write(step.after);
  undone = undone.slice(0, -1);
  done = [...done, step];
  tell(words()('delegates.redone', { what: step.what }));
}

/** Writes what has changed of a speaker, or adds it, and offers to take it back. */
export async function saveSpeaker(speaker: Speaker): Promise<void> {
  const known = session().speakers.has(speaker.id);
  const name = named(speaker);
  const what = known ? words()('speakers.changed', { name }) : words()('delegates.added', { name });
  await change({ put: [speaker], remove: [] }, what);
}

/** Writes an imported list as one step. */
export async function saveImported(speakers: readonly Speaker[]): Promise<void> {
  await change({ put: speakers, remove: [] }, words()('delegates.imported', { count: speakers.length }));
}

/** Makes `joined`, which has the id of one of the two, stand for the other everywhere. */
export async function mergeInto(joined: Speaker, other: Speaker): Promise<void> {
  const what = words()('speakers.merged', { name: named(other), into: named(joined) });
  await change({ put: [joined, { ...other, mergedInto: joined.id }], remove: [] }, what);
}

/** Lets a merged speaker stand alone again, and offers to undo that. */
export async function separate(speaker: Speaker): Promise<void> {
  const what = words()('speakers.separated', { name: named(speaker) });
  await change({ put: [{ ...speaker, mergedInto: null }], remove: [] }, what);
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
  const kept = await change({ put: [], remove: [speaker.id] }, t('speakers.removed', { name }));
  if (kept.length > 0) tell(t('speakers.inUse', { name }));
  else removed.set(speaker.id, speaker);
}

/** Puts removed speakers back whom turns name again, as undoing an edit may do. */
export function restoreNamed(turns: readonly Turn[]): void {
  for (const [id, speaker] of removed) {
    if (session().speakers.has(id) || !turns.some((turn) => turn.speakerId === id)) continue;
    removed.delete(id);
    write({ put: [speaker], remove: [] }).catch(tellFailure);
  }
}
