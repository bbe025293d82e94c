import type { RecordingId } from '../../shared/model/ids.ts';
import { turnFault } from '../../shared/model/invariants.ts';
import { type PlacedTurn, turnText } from '../../shared/model/turn.ts';
import { fileFaults } from '../database/check-file.ts';
import { listTranscripts, type StoredTranscript, transcriptTotals } from '../database/transcript-store.ts';
import { listTurns } from '../database/turn-store.ts';
import type { LibraryAccess } from './app.ts';
import { countWords } from './count-words.ts';
import { verifyEditLog } from './verify-edit-log.ts';

/** What is wrong; `detail` is for those who look into it. */
export interface LibraryFault {
  readonly kind: 'database' | 'edit-log' | 'turn' | 'order' | 'totals';
  readonly detail: string;
}

/** Reads the library file whole and returns what is wrong with it. */
export function checkLibraryFile({ library }: LibraryAccess): readonly LibraryFault[] {
  return fileFaults(library).map((detail) => fault('database', detail));
}

/**
 * Returns what is wrong with the transcripts of a recording: an edit log that does not lead to the text or was changed
 * after the fact, turns that break an invariant, two in one place, totals of another text.
 */
export function checkRecording(access: LibraryAccess, id: RecordingId): readonly LibraryFault[] {
  try {
    return listTranscripts(access.library, id).flatMap((transcript) => checkTranscript(access, transcript));
  } catch (error) {
    // What is stored may be beyond reading.
    return [{ kind: 'database', detail: String(error) }];
  }
}

function checkTranscript(access: LibraryAccess, transcript: StoredTranscript): LibraryFault[] {
  const { library } = access;
  const turns = listTurns(library, transcript.number);
  const { sound, sequence } = verifyEditLog(access, transcript.id);
  return [
    ...(sound ? [] : [fault('edit-log', String(sequence))]),
    ...turns.flatMap((turn) => {
      const found = turnFault(turn);
      return found === null ? [] : [fault('turn', `${turn.id}: ${found}`)];
    }),
    ...turns.flatMap((turn, index) =>
      index > 0 && turns[index - 1]?.order === turn.order ? [fault('order', turn.id)] : [],
    ),
    ...checkTotals(turns, transcriptTotals(library, transcript.number)),
  ];
}

function checkTotals(
  turns: readonly PlacedTurn[],
  stored: ReturnType<typeof transcriptTotals>,
): LibraryFault[] {
  const counted: typeof stored = {
    turnCount: turns.length,
    checkedCount: turns.filter(({ status }) => status === 'checked').length,
    flaggedCount: turns.filter(({ status }) => status === 'flagged').length,
    wordCount: turns.reduce((sum, turn) => sum + countWords(turnText(turn)), 0),
    transcribedMs: turns.reduce((reach, { startMs, endMs }) => Math.max(reach, endMs ?? startMs ?? 0), 0),
  };
  return (Object.keys(counted) as (keyof typeof counted)[])
    .filter((name) => counted[name] !== stored[name])
    .map((name) => fault('totals', `${name} ${stored[name]}, counted ${counted[name]}`));
}

const fault = (kind: LibraryFault['kind'], detail: string): LibraryFault => ({ kind, detail });
