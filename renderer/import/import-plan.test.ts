import { expect, test } from 'vitest';
import type { SpeakerId } from '../../shared/model/ids.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { createTurn } from '../../shared/model/turn.ts';
import {
  type Answer,
  countTurns,
  firstAnswers,
  keptAnswers,
  newSpeakers,
  plannedTurns,
  timeSpan,
} from './import-plan.ts';

const id = (name: string) => name as SpeakerId;
const speaker = (name: string): Speaker => ({
  id: id(name),
  name: { kk: name },
  title: {},
  organisation: {},
  country: {},
  colour: 0,
  mergedInto: null,
});
const FOUND = {
  turns: ['a', 'b', 'a', null].map((name) => createTurn({ speakerId: name === null ? null : id(name) })),
  speakers: [
    { speaker: speaker('a'), known: null },
    { speaker: speaker('b'), known: id('library-b') },
    { speaker: speaker('silent'), known: null },
  ],
};
const namesOf = (answers: Parameters<typeof plannedTurns>[1]) =>
  plannedTurns(FOUND, answers).map(({ speakerId }) => speakerId);

test('a speaker is the one of the library, or somebody new, as proposed', () => {
  const answers = firstAnswers(FOUND);
  expect(namesOf(answers)).toEqual(['a', 'library-b', 'a', null]);
  expect(newSpeakers(FOUND, answers)).toEqual([speaker('a')]);
});

test('a person may say otherwise: another, somebody new, or nobody', () => {
  const answers = new Map<SpeakerId, Answer>([
    [id('a'), id('library-c')],
    [id('b'), 'new'],
  ]);
  expect(namesOf(answers)).toEqual(['library-c', 'b', 'library-c', null]);
  expect(newSpeakers(FOUND, answers)).toEqual([speaker('b')]);
  expect(namesOf(new Map([[id('a'), 'nobody' as const]]))).toEqual([null, null, null, null]);
});

test('two speakers of a file may be one of the library', () => {
  expect(
    namesOf(
      new Map([
        [id('a'), id('one')],
        [id('b'), id('one')],
      ]),
    ),
  ).toEqual(['one', 'one', 'one', null]);
});

test('turns are counted by speaker', () => {
  expect([...countTurns(FOUND)]).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});

test('the span reaches over all times, in whatever order they stand', () => {
  const turn = (startMs: number | null, endMs: number | null) => createTurn({ startMs, endMs });
  expect(timeSpan([turn(null, null)])).toBeNull();
  expect(timeSpan([turn(5000, null), turn(null, null), turn(1000, 9000), turn(2000, 3000)])).toEqual({
    startMs: 1000,
    endMs: 9000,
  });
  expect(timeSpan([turn(0, null)])).toEqual({ startMs: 0, endMs: 0 });
});

test('answers stay with the names when the file is read anew', () => {
  const again = {
    speakers: ['a', 'c'].map((name) => ({
      speaker: { ...speaker(name), id: id(`new ${name}`) },
      known: null,
    })),
  };
  const given = new Map<SpeakerId, Answer>([[id('a'), 'nobody']]);
  expect([...keptAnswers(FOUND, given, again)]).toEqual([
    ['new a', 'nobody'],
    ['new c', 'new'],
  ]);
});
