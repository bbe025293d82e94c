import { formatTime, parseTime, type TimeForm } from '../../model/time.ts';
import type { ExportOptions, Format, ImportResult, TranscriptDocument } from '../format.ts';
import { inlineText } from '../inline-text.ts';
import { speakerNames } from '../speaker-names.ts';
import { testSources } from './test-sources.ts';

/** A turn as it is compared: what a reader of the text would see. */
export interface SeenTurn {
  readonly speaker: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly text: string;
}

/** Returns the lines that have words, trimmed, as paragraphs keep them. */
export const paragraphWords = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** Returns the words as cues keep them: every white space one space, and none in Han and Kana. */
export const cueWords = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。，、！？；：]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu,
      '',
    );

/** Times in brackets by their second, since a time that the words hold is read as a timestamp. */
export const timesBySecond = (text: string) =>
  text.replace(/\[([\d:.]+)\]/g, (whole, clock) => {
    const ms = parseTime(clock);
    return ms === null ? whole : `[${Math.floor(ms / 1000)} s]`;
  });

const toStep = (ms: number | null, form: TimeForm) => (ms === null ? null : parseTime(formatTime(ms, form)));

/** Returns the turns of a document as far as a format with these options keeps them. */
export function seenTurns(
  document: TranscriptDocument,
  { keeps }: Pick<Format, 'keeps'>,
  options: ExportOptions,
  words: (text: string) => string,
): readonly SeenTurn[] {
  const nameOf = speakerNames(document, options);
  const stepMs = keeps.timeStepMs;
  const step = (ms: number | null) =>
    ms === null || stepMs === 1000 ? toStep(ms, options.timeForm) : Math.round(ms / stepMs) * stepMs;
  const timeForm = stepMs === 1000 ? options.timeForm : 'h:mm:ss';
  return document.turns.map((turn) => ({
    speaker: nameOf(turn),
    startMs: keeps.turnStart && options.times ? step(turn.startMs) : null,
    endMs: keeps.turnEnd ? step(turn.endMs) : null,
    text: timesBySecond(words(inlineText(turn.content, { ...options, timeForm }))),
  }));
}

/** Returns the document that was read, or fails. */
export function documentOf(result: ImportResult | undefined): TranscriptDocument {
  if (!result?.document) throw new Error(`Nothing was read: ${JSON.stringify(result?.warnings)}`);
  return result.document;
}

/** Returns the text that a format writes. */
export async function written(
  format: Format,
  document: TranscriptDocument,
  options: ExportOptions,
): Promise<string> {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    await bytesWritten(format, document, options),
  );
}

export async function bytesWritten(
  { write }: Format,
  document: TranscriptDocument,
  options: ExportOptions,
): Promise<Uint8Array> {
  if (!write) throw new Error('The format does not write.');
  return write(document, options, testSources());
}
