import type { TranscriptDiff } from './transcript-diff.ts';
import { TAG_KINDS, TURN_STATUSES, type Turn, VOICES } from './turn.ts';

const isTime = (value: number) => Number.isSafeInteger(value) && value >= 0;

/**
 * Returns what is wrong with a turn, in English for the log, or null. A sound turn has times that are whole,
 * not negative and not reversed, a known status, and inlines of known kinds; adjacent texts and empty texts
 * are allowed, since they mean the same as their sum.
 */
export function turnFault(turn: Turn): string | null {
  const { startMs, endMs } = turn;
  if (turn.id === '') return 'turn without id';
  if (startMs !== null && !isTime(startMs)) return `startMs ${startMs} is not a time`;
  if (endMs !== null && !isTime(endMs)) return `endMs ${endMs} is not a time`;
  if (startMs !== null && endMs !== null && endMs < startMs)
    return `ends at ${endMs}, before its start ${startMs}`;
  if (!TURN_STATUSES.includes(turn.status)) return `unknown status ${turn.status}`;
  if (turn.voice && !VOICES.includes(turn.voice)) return `unknown voice ${turn.voice}`;
  if (turn.translates?.turnId === '') return 'translates a turn without id';
  for (const inline of turn.content) {
    if (inline.type === 'timestamp' && !isTime(inline.atMs)) return `timestamp ${inline.atMs} is not a time`;
    if (inline.type === 'text' && inline.annotations && !isSortedSet(inline.annotations))
      return 'annotations are not sorted, each once';
    if (inline.type === 'tag' && !TAG_KINDS.includes(inline.tag)) return `unknown tag ${inline.tag}`;
  }
  return null;
}

const isSortedSet = (ids: readonly string[]) =>
  ids.length > 0 && ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') < id);

/** Returns what is wrong with a diff, or null: a faulty turn, a turn without a place, or an id named twice. */
export function diffFault(diff: TranscriptDiff): string | null {
  const seen = new Set<string>(diff.remove);
  if (seen.size !== diff.remove.length) return 'a turn is removed twice';
  for (const turn of diff.put) {
    if (seen.has(turn.id)) return `turn ${turn.id} is named twice`;
    seen.add(turn.id);
    if (turn.order === '') return `turn ${turn.id} has no place`;
    const fault = turnFault(turn);
    if (fault) return `turn ${turn.id}: ${fault}`;
  }
  return null;
}
