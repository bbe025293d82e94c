import { z } from 'zod';
import type { Format, ImportContext, ImportResult } from './format.ts';
import { oneLine, parseInlines } from './inline-text.ts';
import { parsedJson } from './parsed-json.ts';
import { Reading } from './reading.ts';
import { splitSpeakerPrefix } from './speaker-prefix.ts';

/**
 * Captions as YouTube's player fetches them (`fmt=json3`), by a person or by the recogniser. It is documented nowhere;
 * read as files have it: `events` with `tStartMs`, `dDurationMs` and `segs`.
 */
export const json3: Format = {
  id: 'json3',
  extensions: ['json3', 'json'],
  labelKey: 'format.json3',
  keeps: {
    turnStart: true,
    turnEnd: true,
    wholeTurns: false,
    speakerName: true,
    speakerDetails: false,
    status: false,
    timestamps: true,
    tags: true,
    recordingData: false,
    timeStepMs: 1,
  },
  options: [],
  recognises: (head) =>
    /^\{\s*"wireMagic"\s*:\s*"pb3"/.test(head) || /^\{[^[]*"events"\s*:\s*\[\s*\{\s*"tStartMs"/.test(head),
  read,
};

const file = z.object({ events: z.array(z.unknown()) });
const timeMs = z.int().nonnegative().nullable().catch(null).optional();
const event = z.object({
  tStartMs: timeMs,
  dDurationMs: timeMs,
  /** Of the recogniser: a line is put under the one before it, which stays on the screen. */
  aAppend: z.unknown().optional(),
  segs: z.array(z.object({ utf8: z.string().catch('').default('') })).optional(),
});

interface Line {
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly text: string;
}

function read(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const parsed = file.safeParse(parsedJson(reading.text));
  if (!parsed.success) return reading.refused();
  const rolling = parsed.data.events.some((each) => event.safeParse(each).data?.aAppend !== undefined);
  const lines = parsed.data.events.flatMap((each, index) => lineOf(each, index, reading));
  lines.forEach(({ startMs, endMs, text }, index) => {
    const nextMs = lines[index + 1]?.startMs ?? null;
    const overrun = rolling && endMs !== null && nextMs !== null && nextMs < endMs;
    const prefix = splitSpeakerPrefix(text);
    reading.add({
      speaker: prefix?.name ?? null,
      startMs,
      endMs: overrun ? Math.max(nextMs, startMs ?? 0) : endMs,
      content: parseInlines(prefix?.rest ?? text),
      line: index + 1,
    });
  });
  return reading.result();
}

/** Returns what an event shows, or nothing for one that only places a window on the screen or breaks a line. */
function lineOf(source: unknown, index: number, reading: Reading): readonly Line[] {
  const parsed = event.safeParse(source);
  if (!parsed.success) {
    reading.warn('unreadable-part', index + 1);
    return [];
  }
  const { tStartMs: startMs = null, dDurationMs: durationMs = null, segs = [] } = parsed.data;
  const text = oneLine(segs.map(({ utf8 }) => utf8).join('')).replace(/^>>+\s*/, '');
  if (text === '') return [];
  if (startMs === null) reading.warn('bad-time', index + 1, text);
  const endMs = startMs === null || durationMs === null ? null : startMs + durationMs;
  return [{ startMs, endMs, text }];
}
