import { besideLabelIn } from '../beside.ts';
import type { ImportContext, ImportResult } from '../format.ts';
import { parseInlines } from '../inline-text.ts';
import { Reading, type ReadTurn } from '../reading.ts';
import { speakerOfTier } from '../tiers.ts';
import { PraatText, type PraatToken } from './praat-text.ts';

/**
 * Reads a TextGrid, long or short. Interval tiers become speakers, and their intervals with text turns, by start;
 * point tiers and translations are left out by name.
 */
export function readTextGrid(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const text = new PraatText(reading.text);
  if (!/^ooTextFile(?: short)?$/.test(text.nextString() ?? '') || text.nextString() !== 'TextGrid')
    return reading.refused();
  const turns: ReadTurn[] = [];
  // The bounds of the whole file, and the number of tiers, which the tiers themselves tell.
  for (let token = text.nextString(); token !== null; token = text.nextString()) {
    const name = text.nextString() ?? '';
    if (token === 'IntervalTier') {
      const read = readTier(text, speakerOfTier(name), reading);
      const facts = { entryCount: read.length, parent: null, usual: besideLabelIn(name) === null };
      if (reading.takesTier(name, facts)) turns.push(...read);
      else if (!reading.choices.tiers) reading.warn('other-tier-left-out', text.line, name);
    } else {
      reading.warn('other-tier-left-out', text.line, name);
      skipPoints(text);
    }
  }
  turns.sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0));
  for (const turn of turns) reading.add(turn);
  return reading.result();
}

/** Reads `xmin xmax size`, then `xmin xmax "text"` for each interval. Stops where it is none, and says so. */
function readTier(text: PraatText, speaker: string | null, reading: Reading): readonly ReadTurn[] {
  const turns: ReadTurn[] = [];
  const [, , size] = [text.next(), text.next(), text.next()];
  for (let count = numberOf(size) ?? 0; count > 0; count--) {
    const [start, end, label] = [text.next(), text.next(), text.next()];
    const startMs = msOf(start);
    const endMs = msOf(end);
    if (startMs === null || endMs === null || label?.type !== 'string') {
      reading.warn('unreadable-part', text.line);
      return turns;
    }
    const words = label.value.trim();
    if (words !== '') turns.push({ speaker, startMs, endMs, content: parseInlines(words), line: label.line });
  }
  return turns;
}

function skipPoints(text: PraatText): void {
  const [, , size] = [text.next(), text.next(), text.next()];
  for (let count = numberOf(size) ?? 0; count > 0; count--) {
    const [time, label] = [text.next(), text.next()];
    if (time === null || label === null) return;
  }
}

const numberOf = (token: PraatToken | null) => (token?.type === 'number' ? token.value : null);

const msOf = (token: PraatToken | null) => {
  const seconds = numberOf(token);
  const ms = seconds === null ? -1 : Math.round(seconds * 1000);
  return Number.isSafeInteger(ms) && ms >= 0 ? ms : null;
};
