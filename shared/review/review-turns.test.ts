import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SpeakerId, TurnId } from '../model/ids.ts';
import type { Speaker } from '../model/speaker.ts';
import { createTurn, type Turn, textContent } from '../model/turn.ts';
import { type Check, type CheckGiven, DEFAULT_THRESHOLDS } from './check.ts';
import { CHECKS } from './checks/index.ts';
import { createTurnsReview, findProblems } from './review-turns.ts';

const speakersWith = (titled: boolean) =>
  new Map(
    ['a', 'b', 'c'].map((id): [SpeakerId, Speaker] => [
      id as SpeakerId,
      {
        id: id as SpeakerId,
        name: { kk: id },
        title: titled ? { kk: 'төраға' } : {},
        organisation: {},
        country: {},
        colour: 0,
        mergedInto: titled && id === 'c' ? ('a' as SpeakerId) : null,
      },
    ]),
  );
const DIRECTORIES = [speakersWith(false), speakersWith(true)];
const GIVENS: readonly CheckGiven[] = [
  { thresholds: DEFAULT_THRESHOLDS, speech: null },
  {
    thresholds: { ...DEFAULT_THRESHOLDS, fastestPerSecond: 10 },
    speech: [
      { startMs: 100, endMs: 3000 },
      { startMs: 3400, endMs: 9000 },
    ],
  },
];

const timeMs = fc.option(fc.nat(10_000));
const parts = fc.record({
  speakerId: fc.constantFrom('a', 'b', 'c', 'gone', null).map((id) => id as SpeakerId | null),
  startMs: timeMs,
  endMs: timeMs,
  content: fc.constantFrom('', 'Сөз', 'Ұзақ сөйлем, онда сөз көп. '.repeat(4)).map(textContent),
});
const edit = fc.oneof(
  fc.record({ kind: fc.constant('change' as const), at: fc.nat(), parts }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), parts }),
  fc.record({
    kind: fc.constantFrom('remove' as const, 'move' as const, 'directory' as const, 'given' as const),
    at: fc.nat(),
    parts,
  }),
);

const spliced = (turns: readonly Turn[], at: number, without: number, ...added: Turn[]): readonly Turn[] => {
  const copy = [...turns];
  copy.splice(at, without, ...added);
  return copy;
};

function edited(
  turns: readonly Turn[],
  { kind, at, parts: given }: { kind: string; at: number; parts: Partial<Turn> },
) {
  const index = turns.length === 0 ? 0 : at % turns.length;
  const turn = turns[index];
  if (kind === 'insert' || !turn) return spliced(turns, index, 0, createTurn(given));
  if (kind === 'change') return spliced(turns, index, 1, { ...turn, ...given });
  if (kind === 'remove') return spliced(turns, index, 1);
  if (kind === 'move') return [...spliced(turns, index, 1), turn];
  return turns;
}

test('after any sequence of edits, what was found bit by bit is what is found at once', () => {
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), fc.array(edit, { maxLength: 20 }), (first, edits) => {
      const review = createTurnsReview();
      let turns: readonly Turn[] = first.map((each) => createTurn(each));
      let directory = 0;
      let given = 0;
      const openAnnotationsOf = (turn: Turn) => (turn.endMs ?? 0) % 2;
      for (const one of [null, ...edits]) {
        if (one) turns = edited(turns, one);
        if (one?.kind === 'directory') directory = 1 - directory;
        if (one?.kind === 'given') given = 1 - given;
        const transcript = { turns, speakers: DIRECTORIES[directory] ?? new Map(), openAnnotationsOf };
        const rules = GIVENS[given] as CheckGiven;
        expect(review.update(transcript, rules)).toEqual(findProblems(transcript, rules));
      }
    }),
    { numRuns: 300 },
  );
});

test('a letter more runs the checks of that turn and of those to which its end matters, and of no other', () => {
  const looked: TurnId[] = [];
  const counting: Check = {
    id: 'emptyTurn',
    severity: 'notice',
    find: ({ turn }) => {
      looked.push(turn.id);
      return null;
    },
  };
  const review = createTurnsReview([...CHECKS, counting]);
  const turns = Array.from({ length: 600 }, (_, index) =>
    createTurn({
      id: `t${index}` as TurnId,
      speakerId: (index % 2 === 0 ? 'a' : 'b') as SpeakerId,
      startMs: index * 1000,
      endMs: index * 1000 + 1000,
      content: textContent('Сөз'),
    }),
  );
  const transcript = (now: readonly Turn[]) => ({
    turns: now,
    speakers: DIRECTORIES[0] ?? new Map(),
    openAnnotationsOf: () => 0,
  });
  const [given] = GIVENS as [CheckGiven];
  review.update(transcript(turns), given);
  expect(looked).toHaveLength(600);

  looked.length = 0;
  const typed = spliced(turns, 300, 1, { ...(turns[300] as Turn), content: textContent('Сөзд') });
  review.update(transcript(typed), given);
  expect(looked).toEqual(['t300', 't302']);

  looked.length = 0;
  review.update(transcript(typed), given);
  expect(looked).toEqual([]);

  looked.length = 0;
  review.update(transcript(spliced(typed, 300, 1)), given);
  expect(looked).toEqual(['t299', 't301', 't302']);
});
