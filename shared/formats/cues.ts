import type { Turn } from '../model/turn.ts';
import { wordsBeside } from './beside.ts';
import { cueTexts } from './cue-text.ts';
import { readableSpans, type Span, shareSpan, spacedCues, turnSpans, withoutOverlap } from './cue-times.ts';
import type { ExportOptions, TranscriptDocument } from './format.ts';
import { inlineText } from './inline-text.ts';
import { speakerNames } from './speaker-names.ts';

/** What a screen shows for a while. */
export interface Cue extends Span {
  /** Place of its turn in the transcript, from 1. */
  readonly turn: number;
  /** Place in its turn, from 1. */
  readonly part: number;
  readonly speaker: string;
  readonly lines: readonly string[];
  /** What translates these words, where there is a translation. */
  readonly beside: readonly CueBeside[];
}

/** A part of a translation, in the language of the tag (BCP 47). */
export interface CueBeside {
  readonly language: string;
  readonly lines: readonly string[];
}

interface CueManner {
  /** The first cue of a turn begins with the speaker's name. */
  readonly speakerInText: boolean;
  /** Cues may be shown together; else one is shown at a time. */
  readonly overlap: boolean;
  /** Makes words fit the format. */
  readonly clean?: (text: string) => string;
}

/** Returns the turns that have words as cues, by start time, cut and timed as the subtitle options say. */
export function cuesOf(
  document: TranscriptDocument,
  options: ExportOptions,
  { speakerInText, overlap, clean = (text) => text }: CueManner,
): readonly Cue[] {
  const { subtitle } = options;
  const nameOf = speakerNames(document, options);
  const beside = wordsBeside(document, { ...options, timeForm: 'h:mm:ss' });
  const textOf = (turn: Turn) => clean(inlineText(turn.content, { ...options, timeForm: 'h:mm:ss' }));
  const shown = document.turns
    .map((turn, index) => {
      const speaker = clean(nameOf(turn));
      const texts = cueTexts(textOf(turn), subtitle, speakerInText ? speaker : '');
      const weight = texts.reduce((sum, text) => sum + text.weight, 0);
      return { startMs: turn.startMs, endMs: turn.endMs, turn: index + 1, speaker, texts, weight };
    })
    .filter(({ texts }) => texts.length > 0);
  const set = turnSpans(shown, subtitle);
  const turns = shown
    .map((turn, index) => ({ ...turn, ...(set[index] ?? { startMs: 0, endMs: 0 }) }))
    .sort((a, b) => a.startMs - b.startMs);
  const free = overlap
    ? turns
    : withoutOverlap(
        turns,
        turns.map(({ texts }) => texts.length),
      );
  const spans = readableSpans(
    free,
    turns.map(({ weight }) => weight),
    subtitle,
  );
  const translated = turns.map(({ turn, texts }) => {
    const weights = texts.map(({ weight }) => weight);
    const each = beside.map(({ language, texts: words }) => ({
      language,
      parts: shareWords(clean(words[turn - 1] ?? ''), weights),
    }));
    return weights.map((_, part) =>
      each.flatMap(({ language, parts }): readonly CueBeside[] => {
        const lines = cueTexts(parts[part] ?? '', subtitle).flatMap((text) => text.lines);
        return lines.length === 0 ? [] : [{ language, lines }];
      }),
    );
  });
  const cues = turns.flatMap(({ turn, speaker, texts, startMs, endMs }, index) =>
    shareSpan(
      spans[index] ?? { startMs, endMs },
      texts.map(({ weight }) => weight),
    ).map(
      (span, part): Cue => ({
        ...span,
        turn,
        part: part + 1,
        speaker,
        lines: texts[part]?.lines ?? [],
        beside: translated[index]?.[part] ?? [],
      }),
    ),
  );
  return spacedCues(
    cues.sort((a, b) => a.startMs - b.startMs),
    subtitle,
  );
}

/** Returns the words of a text in so many parts, each as long beside the others as its weight; no word is cut. */
function shareWords(text: string, weights: readonly number[]): readonly string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const total = words.reduce((sum, { length }) => sum + length, 0);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = weights.map((): string[] => []);
  let part = 0;
  let until = weights[0] ?? 0;
  let at = 0;
  for (const word of words) {
    const middle = ((at + word.length / 2) / total) * whole;
    while (middle > until && part < weights.length - 1) until += weights[++part] ?? 0;
    parts[part]?.push(word);
    at += word.length;
  }
  return parts.map((each) => each.join(' '));
}
