import type { Reading } from '../reading.ts';
import { descendantsOf, type XmlElement } from '../xml.ts';

export interface TimelinePoint {
  /** Null where the timeline gives the order alone. */
  readonly atMs: number | null;
  readonly orderMs: number;
}

export interface TimelinePoints {
  /** Returns the point that a reference names, with or without `#`; one that is not there is noted. */
  at(reference: string | undefined, line: number): TimelinePoint | null;
}

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** Reads the timelines of a file: points that lie an interval after another, or after the origin. */
export function readTimeline(root: XmlElement, reading: Reading): TimelinePoints {
  const points = new Map<string, TimelinePoint>();
  for (const timeline of descendantsOf(root, 'timeline')) addPoints(timeline, points, reading);
  return {
    at: (reference, line) => {
      if (reference === undefined) return null;
      const point = points.get(bare(reference));
      if (!point) reading.warn('bad-time', line, reference);
      return point ?? null;
    },
  };
}

const bare = (reference: string) => reference.trim().replace(/^#/, '');

function addPoints(timeline: XmlElement, points: Map<string, TimelinePoint>, reading: Reading): void {
  const whens = descendantsOf(timeline, 'when');
  const idOf = ({ attributes }: XmlElement) => attributes.get('xml:id') ?? '';
  const origin = bare(timeline.attributes.get('origin') ?? (whens[0] ? idOf(whens[0]) : ''));
  const unit = timeline.attributes.get('unit');
  let orderMs = 0;
  for (const when of whens) {
    const { attributes } = when;
    const id = idOf(when);
    const interval = attributes.get('interval');
    let atMs = id === origin ? 0 : null;
    if (interval !== undefined) {
      // What lies ahead, as in a circle, is not known yet.
      const since = points.get(bare(attributes.get('since') ?? origin))?.atMs ?? (id === origin ? 0 : null);
      const lengthMs = Math.round(
        Number(interval) * (UNIT_MS[attributes.get('unit') ?? unit ?? 's'] ?? 1000),
      );
      const sound = since !== null && lengthMs >= 0 && lengthMs <= Number.MAX_SAFE_INTEGER / 2;
      if (!sound) reading.warn('bad-time', when.line, interval);
      atMs = sound ? since + lengthMs : null;
    }
    orderMs = atMs ?? orderMs;
    points.set(id, { atMs, orderMs });
  }
}
