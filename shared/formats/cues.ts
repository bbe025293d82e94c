import type { Turn } from '../model/turn.ts';
import { type CueText, cueTexts } from './cue-text.ts';
import { type Span, turnSpans } from './cue-times.ts';
import type { ExportOptions, TranscriptDocument } from './format.ts';
import { inlineText } from './inline-text.ts';
import { speakerNames } from './speaker-names.ts';

/** A turn ready to be written as cues. */
export interface CuedTurn extends Span {
  /** Place in the transcript, from 1. */
  readonly number: number;
  readonly speaker: string;
  readonly cues: readonly CueText[];
}

/**
 * Returns the turns that have words, by start time, each cut into cues. `speakerInText`: the first cue begins
 * with the speaker's name. `clean` makes the words fit the format.
 */
export function cuedTurns(
  document: TranscriptDocument,
  options: ExportOptions,
  { speakerInText, clean = (text) => text }: { speakerInText: boolean; clean?: (text: string) => string },
): readonly CuedTurn[] {
  const nameOf = speakerNames(document, options);
  const textOf = (turn: Turn) => clean(inlineText(turn.content, { ...options, timeForm: 'h:mm:ss' }));
  const shown = document.turns
    .map((turn, index) => {
      const speaker = clean(nameOf(turn));
      return { turn, number: index + 1, speaker, cues: cueTexts(textOf(turn), speakerInText ? speaker : '') };
    })
    .filter(({ cues }) => cues.length > 0);
  const spans = turnSpans(
    shown.map(({ turn: { startMs, endMs }, cues }) => ({
      startMs,
      endMs,
      weight: cues.reduce((sum, cue) => sum + cue.weight, 0),
    })),
  );
  return shown
    .map(({ number, speaker, cues }, index) => {
      const { startMs, endMs } = spans[index] ?? { startMs: 0, endMs: 0 };
      return { number, speaker, cues, startMs, endMs };
    })
    .sort((a, b) => a.startMs - b.startMs);
}
