import { turnText } from '../../model/turn.ts';
import type { Check } from '../check.ts';

/** A few words may be called out or drawn out. */
const FEWEST_CHARACTERS = 20;

/** More or fewer words than anybody says in that time: text is missing or twice there, or a time is wrong. */
export const readingSpeed: Check = {
  id: 'readingSpeed',
  severity: 'warning',
  find({ turn, nextStartMs }, { thresholds: { slowestPerSecond, fastestPerSecond } }) {
    const endMs = turn.endMs ?? nextStartMs;
    if (turn.startMs === null || endMs === null || endMs <= turn.startMs) return null;
    const characters = turnText(turn).trim().replace(/\s+/gu, ' ').length;
    if (characters < FEWEST_CHARACTERS) return null;
    const perSecond = (characters * 1000) / (endMs - turn.startMs);
    const isUsual = perSecond >= slowestPerSecond && perSecond <= fastestPerSecond;
    return isUsual ? null : { values: { perSecond: Math.round(perSecond * 10) / 10 }, fix: null };
  },
};
