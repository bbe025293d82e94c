import { quantile } from '../bench/figures.mjs';

const FRAME_MS = 10;
const SHORTEST_PAUSE_MS = 500;

/**
 * Compares the speech that was found with the speech that there is. Precision and recall are shares of time, in steps
 * of 10 ms. A true pause of half a second or more is found when one that was found covers half of it or more; its
 * edges are then compared: `endErrors` where speech stops, `startErrors` where it begins again, in milliseconds.
 *
 * @param {readonly {startMs: number, endMs: number}[]} truth in order, without overlap
 * @param {readonly {startMs: number, endMs: number}[]} found the same
 */
export function scoreSpeech(truth, found) {
  const endMs = Math.max(0, ...[...truth, ...found].map((span) => span.endMs));
  const [is, said] = [framesOf(truth, endMs), framesOf(found, endMs)];
  const both = is.filter((value, frame) => value && said[frame]).length;
  const longPauses = pausesOf(truth).filter((pause) => pause.endMs - pause.startMs >= SHORTEST_PAUSE_MS);
  const matches = longPauses.flatMap((pause) => {
    const match = pausesOf(found).find((other) => overlapOf(pause, other) * 2 >= pause.endMs - pause.startMs);
    return match ? [{ pause, match }] : [];
  });
  return {
    precision: both / Math.max(1, countOf(said)),
    recall: both / Math.max(1, countOf(is)),
    pauses: longPauses.length,
    pausesFound: matches.length,
    endErrors: matches.map(({ pause, match }) => Math.abs(match.startMs - pause.startMs)),
    startErrors: matches.map(({ pause, match }) => Math.abs(match.endMs - pause.endMs)),
  };
}

/**
 * One line of the table for a recording.
 *
 * @param {string} name
 * @param {ReturnType<typeof scoreSpeech>} score
 */
export function scoreCells(name, score) {
  const percent = (share) => `${(share * 100).toFixed(1)}%`;
  const errors = (ms) =>
    ms.length === 0 ? '–' : `${Math.round(quantile(ms, 0.5))} / ${Math.round(quantile(ms, 0.95))}`;
  return [
    name,
    percent(score.precision),
    percent(score.recall),
    `${score.pausesFound} of ${score.pauses}`,
    errors(score.endErrors),
    errors(score.startErrors),
  ];
}

const countOf = (frames) => frames.filter(Boolean).length;

function framesOf(spans, endMs) {
  const frames = new Array(Math.ceil(endMs / FRAME_MS)).fill(false);
  for (const span of spans)
    frames.fill(true, Math.round(span.startMs / FRAME_MS), Math.round(span.endMs / FRAME_MS));
  return frames;
}

function pausesOf(spans) {
  return spans.slice(1).map((span, index) => ({ startMs: spans[index].endMs, endMs: span.startMs }));
}

const overlapOf = (a, b) => Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs);
