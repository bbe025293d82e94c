import { speakerName } from '../../model/speaker.ts';
import type { ExportOptions, TranscriptDocument } from '../format.ts';
import { oneLine } from '../inline-text.ts';
import { timedTurns } from '../tiers.ts';

export interface Chapter {
  readonly startMs: number;
  readonly title: string;
}

/** YouTube takes no shorter chapters. */
const SHORTEST_MS = 10_000;
const TITLE_LENGTH = 90;

/**
 * Returns the chapters of a recording: one from where a speaker begins to where another does, by name and first words.
 * The first begins with the recording; a turn that comes too soon after a chapter's start belongs to it.
 */
export function chapterList(document: TranscriptDocument, options: ExportOptions): readonly Chapter[] {
  const chapters: Chapter[] = [];
  let lastSpeaker: unknown = null;
  const turns = timedTurns(document, { ...options, inlines: false });
  for (const { speaker, text, startMs } of [...turns].sort((a, b) => a.startMs - b.startMs)) {
    const title = titleOf(oneLine(speakerName(speaker, options.language)), oneLine(text));
    const last = chapters.at(-1);
    const goesOn = speaker !== null && speaker === lastSpeaker;
    if (title === '' || (last && (goesOn || startMs - last.startMs < SHORTEST_MS))) continue;
    chapters.push({ startMs: last ? startMs : 0, title });
    lastSpeaker = speaker;
  }
  return chapters;
}

function titleOf(name: string, words: string): string {
  const whole = [name, words].filter((part) => part !== '').join(': ');
  const letters = [...whole];
  if (letters.length <= TITLE_LENGTH) return whole;
  const cut = letters.slice(0, TITLE_LENGTH).join('');
  return `${cut.replace(/\s+\S*$/, '').replace(/[\s,;:–—-]+$/, '')}…`;
}
