import type { TranscriptDocument } from '../../formats/format.ts';
import { resolveSpeaker } from '../../model/speaker.ts';
import { isChangedSinceCheck, type Turn, turnText } from '../../model/turn.ts';
import { boundariesOf, heardOf } from '../boundaries.ts';
import { type CheckGiven, type CheckId, type Finding, SEVERITIES, type Severity } from '../check.ts';
import { type IgnoredFinding, partFindings, type ReviewNotes } from '../review-notes.ts';
import { findProblems } from '../review-turns.ts';

/** How a transcript stood when the report was made. All that is in it is of one saved revision. */
export interface ReviewReport {
  readonly document: TranscriptDocument;
  /** The revision: the number of saved batches, and the hash of the last entry of the edit log. */
  readonly sequence: number;
  readonly headHash: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly madeBy: string;
  readonly coverage: Coverage;
  readonly checkers: readonly Checker[];
  readonly flagged: readonly Turn[];
  readonly changed: readonly Turn[];
  readonly problems: readonly ProblemCount[];
  readonly letBe: readonly { readonly turn: Turn; readonly ignored: IgnoredFinding }[];
}

export interface Coverage {
  readonly turns: number;
  readonly checked: number;
  readonly flagged: number;
  readonly changed: number;
  /** Milliseconds of turns that have both times. */
  readonly timedMs: number;
  readonly checkedMs: number;
  readonly boundaries: number;
  readonly heard: number;
}

/** Who checked how many of the turns that are checked now; name '' for those without one. */
export interface Checker {
  readonly name: string;
  readonly turns: number;
  /** ISO 8601, UTC; '' where no date is known. */
  readonly lastAt: string;
}

export interface ProblemCount {
  readonly check: CheckId;
  readonly severity: Severity;
  readonly count: number;
}

export interface ReportInput {
  /** What is counted. */
  readonly whole: TranscriptDocument;
  /** What is shown: the same without what is off the record; turns that hold nothing of it are the same objects. */
  readonly outgoing: TranscriptDocument;
  readonly notes: ReviewNotes;
  readonly given: CheckGiven;
  readonly openAnnotationsOf: (turn: Turn) => number;
  readonly sequence: number;
  readonly headHash: string;
  readonly madeAt: string;
  readonly madeBy: string;
}

/** Returns the report of a transcript as it is saved. */
export function reviewReport(input: ReportInput): ReviewReport {
  const { whole, outgoing, notes, given, openAnnotationsOf, sequence, headHash, madeAt, madeBy } = input;
  const { turns } = whole;
  const speakers = new Map(whole.speakers.map((speaker) => [speaker.id, speaker]));
  const findings = findProblems({ turns, speakers, openAnnotationsOf }, given);
  const { open, letBe } = partFindings(findings, notes.ignored);
  const shown = new Map(outgoing.turns.map((turn) => [turn.id, turn]));
  const openTurns = new Set(turns.filter((turn) => shown.get(turn.id) === turn).map(({ id }) => id));
  return {
    document: outgoing,
    sequence,
    headHash,
    madeAt,
    madeBy,
    coverage: coverageOf(whole, notes),
    checkers: checkersOf(turns),
    flagged: outgoing.turns.filter(({ status }) => status === 'flagged'),
    changed: outgoing.turns.filter(isChangedSinceCheck),
    problems: countProblems(open),
    letBe: letBe.flatMap(([finding, ignored]) => {
      const turn = shown.get(finding.turnId);
      // Why something may stay can speak of what is secret in the turn.
      const reason = openTurns.has(finding.turnId) ? ignored.reason : '–';
      return turn ? [{ turn, ignored: { ...ignored, reason } }] : [];
    }),
  };
}

function coverageOf({ turns, media }: TranscriptDocument, notes: ReviewNotes): Coverage {
  const lengthMs = ({ startMs, endMs }: Turn) =>
    startMs === null || endMs === null ? 0 : Math.max(0, endMs - startMs);
  const checked = turns.filter(({ status }) => status === 'checked');
  const sum = (of: readonly Turn[]) => of.reduce((total, turn) => total + lengthMs(turn), 0);
  const boundaries = boundariesOf(turns, media?.durationMs ?? 0);
  return {
    turns: turns.length,
    checked: checked.length,
    flagged: turns.filter(({ status }) => status === 'flagged').length,
    changed: turns.filter(isChangedSinceCheck).length,
    timedMs: sum(turns),
    checkedMs: sum(checked),
    boundaries: boundaries.length,
    heard: heardOf(boundaries, notes.heard).filter(Boolean).length,
  };
}

function checkersOf(turns: readonly Turn[]): readonly Checker[] {
  const checkers = new Map<string, Checker>();
  for (const { status, checkedBy: name = '', checkedAt = '' } of turns) {
    if (status !== 'checked') continue;
    const { turns: count, lastAt } = checkers.get(name) ?? { turns: 0, lastAt: '' };
    checkers.set(name, { name, turns: count + 1, lastAt: lastAt > checkedAt ? lastAt : checkedAt });
  }
  return [...checkers.values()].sort((a, b) => b.turns - a.turns || a.name.localeCompare(b.name));
}

function countProblems(open: readonly Finding[]): readonly ProblemCount[] {
  const counts = new Map<CheckId, ProblemCount>();
  for (const { check, severity } of open)
    counts.set(check, { check, severity, count: (counts.get(check)?.count ?? 0) + 1 });
  return [...counts.values()].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.count - a.count,
  );
}

const FIRST_WORDS = 9;

/** Returns the first words of a turn, on one line. */
export function firstWords(turn: Turn): string {
  const words = turnText(turn).split(/\s+/u).filter(Boolean);
  return words.length <= FIRST_WORDS ? words.join(' ') : `${words.slice(0, FIRST_WORDS).join(' ')} …`;
}

/** Returns the speaker of a turn as the document knows them. */
export function speakerOf({ speakers }: TranscriptDocument, turn: Turn) {
  return resolveSpeaker(new Map(speakers.map((speaker) => [speaker.id, speaker])), turn.speakerId);
}
