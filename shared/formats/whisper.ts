import { z } from 'zod';
import { parseTime } from '../model/time.ts';
import { joinPieces } from './cue-text.ts';
import type { Format, ImportContext, ImportResult } from './format.ts';
import { oneLine, parseInlines } from './inline-text.ts';
import { languageTag } from './language-tag.ts';
import { parsedJson } from './parsed-json.ts';
import { Reading } from './reading.ts';

/**
 * JSON of the programs around the Whisper recogniser: its own and OpenAI's `verbose_json` and `diarized_json`
 * (`segments` in seconds), WhisperX (speakers of segments and words), whisper.cpp (`transcription` in milliseconds),
 * and the pipelines of Transformers (`chunks`). A segment is a turn, cut where its words change the speaker.
 */
export const whisper: Format = {
  id: 'whisper',
  extensions: ['json'],
  labelKey: 'format.whisper',
  keeps: {
    turnStart: true,
    turnEnd: true,
    wholeTurns: true,
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
    /^\{\s*"(?:task"\s*:\s*"trans|systeminfo"|transcription"\s*:\s*\[|segments"\s*:\s*\[)/.test(head) ||
    /^\{\s*"text"\s*:\s*"(?!\s*(?:<|\\u003c))/.test(head) ||
    /^\{[^[{]*"(?:segments|chunks)"\s*:\s*\[\s*\{/.test(head),
  read,
};

const list = z.array(z.unknown()).optional().catch(undefined);
const file = z.object({
  text: z.string().optional().catch(undefined),
  language: z.string().optional().catch(undefined),
  result: z.object({ language: z.string() }).optional().catch(undefined),
  segments: list,
  transcription: list,
  chunks: list,
  speakers: list,
  words: list,
});

const seconds = z.number().nullable().optional().catch(null);
const named = z
  .union([z.string(), z.number().transform((number) => `Speaker ${number}`)])
  .nullable()
  .optional()
  .catch(null);
const word = z.object({
  word: z.string().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  start: seconds,
  end: seconds,
  speaker: named,
});
const segment = z.object({
  text: z.string(),
  start: seconds,
  end: seconds,
  /** Of Transformers' pipelines. */
  timestamp: z.tuple([seconds, seconds]).optional().catch(undefined),
  /** Of whisper.cpp, in milliseconds. */
  offsets: z.object({ from: z.number(), to: z.number() }).optional().catch(undefined),
  timestamps: z.object({ from: z.string(), to: z.string() }).optional().catch(undefined),
  speaker: named,
  words: z.array(word).optional().catch(undefined),
});
type Segment = z.infer<typeof segment>;
type Word = z.infer<typeof word>;

function read(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const json = parsedJson(reading.text);
  const parsed = file.safeParse(Array.isArray(json) ? { segments: json } : json);
  const found = parsed.success ? segmentsIn(parsed.data) : null;
  if (!parsed.success || !found) return reading.refused();
  found.forEach((source, index) => {
    const { data } = segment.safeParse(source);
    if (data) readSegment(reading, data, index + 1);
    else reading.warn('unreadable-part', index + 1);
  });
  const language = languageOf(parsed.data.result?.language ?? parsed.data.language);
  return reading.result(language === null ? {} : { language });
}

/** Returns the list that says most, or null when there is none. */
function segmentsIn({ segments, transcription, speakers, chunks, words, text }: z.infer<typeof file>) {
  const attributed = speakers?.some((each) => segment.safeParse(each).success) ? speakers : undefined;
  const whole = segments ?? transcription ?? attributed ?? chunks;
  if (whole || text === undefined || !words) return whole ?? null;
  const known = words.flatMap((each) => word.safeParse(each).data ?? []);
  return [{ text, start: known[0]?.start, end: known.at(-1)?.end, words: known }];
}

const milliseconds = (value: number | null | undefined) =>
  typeof value === 'number' ? Math.round(value * 1000) : null;

/** Returns start and end in milliseconds, each null where the program gives none. */
function spanOf({
  offsets,
  timestamps,
  timestamp,
  start,
  end,
}: Segment): readonly [number | null, number | null] {
  if (offsets) return [Math.round(offsets.from), Math.round(offsets.to)];
  if (timestamps) return [parseTime(timestamps.from), parseTime(timestamps.to)];
  const [from, to] = timestamp ?? [start, end];
  return [milliseconds(from), milliseconds(to)];
}

function readSegment(reading: Reading, source: Segment, line: number): void {
  const { words = [], timestamps } = source;
  const [startMs, endMs] = spanOf(source);
  if (timestamps && (startMs === null || endMs === null))
    reading.warn('bad-time', line, `${timestamps.from} – ${timestamps.to}`);
  if (words.length > 0) reading.warnOnce('not-kept', line, 'words');
  const runs = runsOf(words);
  if (runs.length <= 1) {
    const speaker = source.speaker ?? runs[0]?.speaker ?? null;
    reading.add({ speaker, startMs, endMs, content: parseInlines(oneLine(source.text)), line });
    return;
  }
  runs.forEach(({ speaker, words: said }, index) => {
    reading.add({
      speaker,
      startMs: index === 0 ? startMs : milliseconds(said.map(({ start }) => start).find(isNumber)),
      endMs:
        index === runs.length - 1
          ? endMs
          : milliseconds(
              said
                .map(({ end }) => end)
                .reverse()
                .find(isNumber),
            ),
      content: parseInlines(oneLine(textOf(said))),
      line,
    });
  });
}

const isNumber = (time: number | null | undefined) => typeof time === 'number';

/** Whisper's words carry the space before them, WhisperX's do not. */
const textOf = (words: readonly Word[]) =>
  words.reduce((text, { word: written, text: other = '' }) => {
    const next = written ?? other;
    return /^\s/.test(next) ? text + next : joinPieces(text, next);
  }, '');

/** Returns the words in runs of one speaker; a word without one belongs to the run before it. */
function runsOf(words: readonly Word[]): readonly { speaker: string | null; words: Word[] }[] {
  const runs: { speaker: string | null; words: Word[] }[] = [];
  for (const each of words) {
    const last = runs.at(-1);
    const speaker = each.speaker ?? last?.speaker ?? null;
    if (last && (last.speaker === null || last.speaker === speaker)) {
      last.speaker = speaker;
      last.words.push(each);
    } else {
      runs.push({ speaker, words: [each] });
    }
  }
  return runs;
}

/** Returns the tag for a language that is given as such, or by its English name, as OpenAI does. */
function languageOf(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (given.length <= 3 || given.includes('-')) return languageTag(given);
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return codes.find((code) => names.of(code)?.toLowerCase() === given.toLowerCase()) ?? null;
}
