import { resolveSpeaker, type Speaker, speakerName } from '../model/speaker.ts';
import type { Turn } from '../model/turn.ts';
import { wordsBeside } from './beside.ts';
import { type Span, turnSpans } from './cue-times.ts';
import type { ExportOptions, TranscriptDocument } from './format.ts';
import { inlineText, oneLine } from './inline-text.ts';
import { fieldByLabel, fieldLabel } from './labels.ts';

/** A turn with the span that a format made of times needs: as set, else its share of the gap that it stands in. */
export interface TimedTurn extends Span {
  readonly turn: Turn;
  /** Null where none is known or wanted. */
  readonly speaker: Speaker | null;
  /** The words with tags and timestamps in brackets, to the millisecond. */
  readonly text: string;
}

/** What one speaker says, no turn over another. */
export interface Tier {
  /** One line, '' for nobody. */
  readonly name: string;
  /** No two tiers have the same. */
  readonly uniqueName: string;
  /** By start. */
  readonly turns: readonly TimedTurn[];
}

/** Times that are set are not stretched for reading. */
const AS_SPOKEN = { charactersPerSecond: null, minimumGapMs: 0 };

/** Returns the turns in their order, each with a span of a millisecond at least. */
export function timedTurns(document: TranscriptDocument, options: ExportOptions): readonly TimedTurn[] {
  const byId = new Map(document.speakers.map((speaker) => [speaker.id, speaker]));
  const texts = document.turns.map(({ content }) =>
    inlineText(content, { ...options, timeForm: 'h:mm:ss.mmm' }),
  );
  const spans = turnSpans(
    document.turns.map(({ startMs, endMs }, index) => ({
      startMs,
      endMs,
      weight: texts[index]?.length ?? 0,
    })),
    AS_SPOKEN,
  );
  return document.turns.map((turn, index) => {
    const span = spans[index] ?? { startMs: 0, endMs: 0 };
    const latestMs = (turn.endMs ?? Number.POSITIVE_INFINITY) - 1;
    const startMs = turn.startMs ?? Math.max(0, Math.min(span.startMs, latestMs));
    return {
      turn,
      speaker: options.speakers ? resolveSpeaker(byId, turn.speakerId) : null,
      text: texts[index] ?? '',
      startMs,
      endMs: Math.max(turn.endMs ?? span.endMs, startMs + 1),
    };
  });
}

/** Returns a tier for each speaker, by the first turn, and one more where a speaker's own turns overlap. */
export function tiersOf(turns: readonly TimedTurn[], { language }: ExportOptions): readonly Tier[] {
  const bySpeaker = new Map<Speaker | null, TimedTurn[]>();
  for (const turn of turns) {
    const own = bySpeaker.get(turn.speaker);
    if (own) own.push(turn);
    else bySpeaker.set(turn.speaker, [turn]);
  }
  const taken = new Set<string>();
  return [...bySpeaker].flatMap(([speaker, own]) => {
    const name = oneLine(speakerName(speaker, language));
    return withoutOverlap(own).map((inTier) => ({
      name,
      uniqueName: uniqueName(name === '' ? fieldLabel('transcript', language) : name, taken),
      turns: inTier,
    }));
  });
}

/** A translation of what stands on a tier, turn by turn. */
export interface TierBeside {
  readonly of: Tier;
  /** BCP 47 tag. */
  readonly language: string;
  /** `Translation (ru): Name`; no two tiers have the same. */
  readonly uniqueName: string;
  /** Those turns of the tier that are translated. */
  readonly turns: readonly { readonly turn: TimedTurn; readonly text: string }[];
}

/** Returns the translations of the tiers, tier by tier; none for a tier without any. */
export function tiersBeside(
  tiers: readonly Tier[],
  document: TranscriptDocument,
  options: ExportOptions,
): readonly TierBeside[] {
  const beside = wordsBeside(document, { ...options, timeForm: 'h:mm:ss.mmm' });
  if (beside.length === 0) return [];
  const placeOf = new Map(document.turns.map((turn, index) => [turn, index]));
  const taken = new Set(tiers.map((tier) => tier.uniqueName));
  return tiers.flatMap((of) =>
    beside.flatMap(({ language, label, texts }): readonly TierBeside[] => {
      const turns = of.turns.flatMap((turn) => {
        const text = texts[placeOf.get(turn.turn) ?? -1] ?? '';
        return text === '' ? [] : [{ turn, text }];
      });
      if (turns.length === 0) return [];
      return [{ of, language, uniqueName: uniqueName(`${label}: ${of.uniqueName}`, taken), turns }];
    }),
  );
}

function withoutOverlap(turns: readonly TimedTurn[]): readonly (readonly TimedTurn[])[] {
  const tiers: TimedTurn[][] = [];
  for (const turn of [...turns].sort((a, b) => a.startMs - b.startMs)) {
    const free = tiers.find((tier) => (tier.at(-1)?.endMs ?? 0) <= turn.startMs);
    if (free) free.push(turn);
    else tiers.push([turn]);
  }
  return tiers;
}

function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let count = 2; taken.has(unique); count++) unique = `${name} (${count})`;
  taken.add(unique);
  return unique;
}

/** Returns the speaker whom the name of a tier stands for; null for the names that programs give to any tier. */
export function speakerOfTier(name: string): string | null {
  const nobody =
    name === '' || name === 'default' || fieldByLabel(name.replace(/ \(\d+\)$/, '')) === 'transcript';
  return nobody ? null : name;
}
