import { describe, expect, it } from 'vitest';
import type { SpeakerId } from '../../shared/model/ids.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { createTurn } from '../../shared/model/turn.ts';
import { countSpeakers, sameCounts } from './count-speakers.ts';

const [host, guest, guestAgain] = ['host', 'guest', 'guest-again'] as SpeakerId[] as [
  SpeakerId,
  SpeakerId,
  SpeakerId,
];
const speaker = (id: SpeakerId, mergedInto: SpeakerId | null = null): Speaker => ({
  id,
  name: { en: id },
  title: {},
  organisation: {},
  country: {},
  colour: 0,
  mergedInto,
});
const speakers = new Map(
  [speaker(host), speaker(guest), speaker(guestAgain, guest)].map((each) => [each.id, each]),
);
const turn = (speakerId: SpeakerId | null, startMs: number | null, endMs: number | null) =>
  createTurn({ speakerId, startMs, endMs });

describe('counts of speakers', () => {
  it('add turns and times, and follow merges', () => {
    const counts = countSpeakers(
      [turn(host, 0, 1000), turn(guest, 1000, 4000), turn(guestAgain, 5000, 5500), turn(host, 6000, 6100)],
      speakers,
      10_000,
    );
    expect([...counts]).toEqual(
      expect.arrayContaining([
        [host, { turns: 2, spokenMs: 1100 }],
        [guest, { turns: 2, spokenMs: 3500 }],
      ]),
    );
    expect(counts.size).toBe(2);
  });

  it('let a turn without an end last until the next start, the last one until the end of the media', () => {
    const counts = countSpeakers(
      [turn(host, 0, null), turn(guest, null, null), turn(guest, 3000, null)],
      speakers,
      10_000,
    );
    expect(counts.get(host)).toEqual({ turns: 1, spokenMs: 3000 });
    expect(counts.get(guest)).toEqual({ turns: 2, spokenMs: 7000 });
  });

  it('leave out turns of nobody, and never count less than nothing', () => {
    const counts = countSpeakers(
      [turn(null, 0, 500), turn(host, 9000, null), turn(guest, 8000, 8500)],
      speakers,
      1,
    );
    expect(counts.get(host)).toEqual({ turns: 1, spokenMs: 0 });
    expect(counts.size).toBe(2);
  });

  it('are the same only when every figure is', () => {
    const a = countSpeakers([turn(host, 0, 1000)], speakers, 1000);
    expect(sameCounts(a, countSpeakers([turn(host, 0, 1000)], speakers, 1000))).toBe(true);
    expect(sameCounts(a, countSpeakers([turn(host, 0, 999)], speakers, 1000))).toBe(false);
    expect(sameCounts(a, countSpeakers([turn(guest, 0, 1000)], speakers, 1000))).toBe(false);
  });
});
