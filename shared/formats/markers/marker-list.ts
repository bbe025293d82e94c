import { speakerName } from '../../model/speaker.ts';
import type { ExportOptions, TranscriptDocument } from '../format.ts';
import { oneLine } from '../inline-text.ts';
import { timedTurns } from '../tiers.ts';
import { type FrameCount, frameAt } from './timecode.ts';

/** A turn as an edit desk sees it, in frames from the start of the recording. */
export interface Marker {
  readonly from: number;
  /** At least one frame later. */
  readonly to: number;
  readonly name: string;
  /** The name is a speaker's. */
  readonly spoken: boolean;
  /** Index of the speaker's tint; 0 for nobody. */
  readonly colour: number;
  readonly words: string;
}

/** Returns a marker for each turn, by start; nobody's is named by its first words. */
export function markerList(
  document: TranscriptDocument,
  options: ExportOptions,
  count: FrameCount,
): readonly Marker[] {
  const markers = timedTurns(document, options).map(({ speaker, text, startMs, endMs }): Marker => {
    const from = frameAt(startMs, count);
    const words = oneLine(text);
    const known = oneLine(speakerName(speaker, options.language));
    return {
      from,
      to: Math.max(from + 1, frameAt(endMs, count)),
      name: known || [...words].slice(0, 40).join(''),
      spoken: known !== '',
      colour: speaker?.colour ?? 0,
      words,
    };
  });
  return markers.sort((a, b) => a.from - b.from);
}
