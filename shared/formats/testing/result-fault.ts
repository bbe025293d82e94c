import { turnFault } from '../../model/invariants.ts';
import { IMPORT_WARNING_CODES, type ImportResult } from '../format.ts';
import { isoDate } from '../iso-date.ts';

const MOST_EXCERPT = 80;

/** Returns what is wrong with what a reader gave, whatever it read, or null. */
export function resultFault({ document, warnings }: ImportResult): string | null {
  for (const { code, line, excerpt } of warnings) {
    if (!IMPORT_WARNING_CODES.includes(code)) return `unknown warning ${code}`;
    if (line !== undefined && !(Number.isSafeInteger(line) && line > 0)) return `line ${line}`;
    if ([...(excerpt ?? '')].length > MOST_EXCERPT) return `excerpt too long: ${excerpt}`;
  }
  if (!document) return warnings.length > 0 ? null : 'nothing read, and not a word why';
  const speakers = new Set<string>();
  for (const { id, name, originalName } of document.speakers) {
    if (speakers.has(id)) return `speaker ${id} twice`;
    speakers.add(id);
    if (Object.values(name).join('').trim() === '' && !originalName) return `speaker ${id} without name`;
  }
  const turns = new Set<string>();
  for (const turn of document.turns) {
    const fault = turnFault(turn);
    if (fault) return fault;
    if (turns.has(turn.id)) return `turn ${turn.id} twice`;
    turns.add(turn.id);
    if (turn.speakerId !== null && !speakers.has(turn.speakerId)) return `unknown speaker ${turn.speakerId}`;
  }
  if (document.date !== null && isoDate(document.date) === null) return `date ${document.date}`;
  if (document.language === '') return 'no language';
  return null;
}
