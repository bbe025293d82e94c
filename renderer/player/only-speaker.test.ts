import { expect, it } from 'vitest';
import type { SpeakerId, TurnId } from '../../shared/model/ids.ts';
import { createTurn } from '../../shared/model/turn.ts';
import { spansOfSpeaker, toNextSpan } from './only-speaker.ts';
import { turnSpans } from './turn-spans.ts';

const [her, him, merged] = ['her', 'him', 'merged'] as unknown as [SpeakerId, SpeakerId, SpeakerId];
let count = 0;
const turn = (speakerId: SpeakerId | null, startMs: number, endMs: number | null) =>
  createTurn({ id: `turn-${count++}` as TurnId, speakerId, startMs, endMs });
const turns = [
  turn(her, 0, 4000),
  turn(him, 4000, 9000),
  turn(merged, 8500, 12_000),
  turn(her, 11_000, 14_000),
  turn(him, 15_000, null),
];
const standsFor = (id: SpeakerId | null) => (id === merged ? her : id);
const { spans } = turnSpans(turns, 20_000);

it('knows when one speaker speaks, overlaps joined and merges followed', () => {
  expect(spansOfSpeaker(spans, her, standsFor)).toEqual([
    { startMs: 0, endMs: 4000 },
    { startMs: 8500, endMs: 14_000 },
  ]);
  expect(spansOfSpeaker(spans, him, standsFor)).toEqual([
    { startMs: 4000, endMs: 9000 },
    { startMs: 15_000, endMs: 20_000 },
  ]);
});

it.each([
  ['what the speaker says is played', 2000, null],
  ['from its end it goes to the next', 4000, 8500],
  ['from the middle of a pause too', 6000, 8500],
  ['behind the last it stops', 14_000, 'stop'],
])('%s', (_name, ms, expected) => {
  expect(toNextSpan(spansOfSpeaker(spans, her, standsFor), ms)).toBe(expected);
});
