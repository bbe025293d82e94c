import { encodeText } from '../encoding.ts';
import type { ExportOptions, TranscriptDocument } from '../format.ts';
import { type Tier, tiersBeside, tiersOf, timedTurns } from '../tiers.ts';

interface Interval {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

/** Returns a long TextGrid in UTF-8, as Praat itself writes it. */
export function writeTextGrid(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const spoken = timedTurns(document, options).filter(({ text }) => text.trim() !== '');
  const spokenTiers = tiersOf(spoken, options);
  const beside = tiersBeside(spokenTiers, document, options).map(
    ({ uniqueName, turns }): Tier => ({
      name: uniqueName,
      uniqueName,
      turns: turns.map(({ turn, text }) => ({ ...turn, text })),
    }),
  );
  const tiers = [...spokenTiers, ...beside];
  const lastMs = spoken.reduce((last, { endMs }) => Math.max(last, endMs), 0);
  const endMs = Math.max(lastMs, document.media?.durationMs ?? 0, 1);
  // Praat opens no TextGrid without a tier.
  const shown: readonly Tier[] = tiers.length > 0 ? tiers : [{ name: '', uniqueName: '', turns: [] }];
  const lines = [
    'File type = "ooTextFile"',
    'Object class = "TextGrid"',
    '',
    ...bounds(0, endMs, ''),
    'tiers? <exists> ',
    `size = ${shown.length} `,
    'item []: ',
    ...shown.flatMap((tier, index) => tierLines(tier, index + 1, endMs)),
    '',
  ];
  return encodeText(lines.join('\n'));
}

function tierLines({ name, uniqueName, turns }: Tier, number: number, endMs: number): readonly string[] {
  const intervals = withSilence(turns, endMs);
  const indent = ' '.repeat(8);
  return [
    `    item [${number}]:`,
    `${indent}class = "IntervalTier" `,
    `${indent}name = ${quoted(name || uniqueName)} `,
    ...bounds(0, endMs, indent),
    `${indent}intervals: size = ${intervals.length} `,
    ...intervals.flatMap((interval, index) => [
      `${indent}intervals [${index + 1}]:`,
      ...bounds(interval.startMs, interval.endMs, `${indent}    `),
      `${indent}    text = ${quoted(interval.text)} `,
    ]),
  ];
}

/** Returns the turns with an interval of silence wherever none speaks, so that no time is left out. */
function withSilence(turns: Tier['turns'], endMs: number): readonly Interval[] {
  const intervals: Interval[] = [];
  let atMs = 0;
  const addSilence = (untilMs: number) => {
    if (untilMs > atMs) intervals.push({ startMs: atMs, endMs: untilMs, text: '' });
  };
  for (const turn of turns) {
    addSilence(turn.startMs);
    intervals.push(turn);
    atMs = turn.endMs;
  }
  addSilence(endMs);
  return intervals;
}

const bounds = (startMs: number, endMs: number, indent: string) => [
  `${indent}xmin = ${seconds(startMs)} `,
  `${indent}xmax = ${seconds(endMs)} `,
];

/** Whole milliseconds are exact in this form. */
const seconds = (ms: number) => String(ms / 1000);

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
