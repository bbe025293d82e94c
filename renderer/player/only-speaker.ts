import type { TimeSpan } from '../../shared/model/annotation.ts';
import type { SpeakerId } from '../../shared/model/ids.ts';
import { type SpeechSpan, spanAfter } from '../../shared/speech/speech-spans.ts';
import type { TurnSpan } from './turn-spans.ts';

/** Returns when one speaker speaks, in order and apart; `standsFor` follows merges. */
export function spansOfSpeaker(
  spans: readonly TurnSpan[],
  speakerId: SpeakerId,
  standsFor: (id: SpeakerId | null) => SpeakerId | null,
): readonly SpeechSpan[] {
  const joined: { startMs: number; endMs: number }[] = [];
  for (const span of spans) {
    if (span.endMs <= span.startMs || standsFor(span.speakerId) !== speakerId) continue;
    const last = joined.at(-1);
    if (last && span.startMs <= last.endMs) last.endMs = Math.max(last.endMs, span.endMs);
    else joined.push({ startMs: span.startMs, endMs: span.endMs });
  }
  return joined;
}

/** Returns where playing goes on from `ms` when nothing but `spans` is played; `stop` behind the last of them. */
export function toNextSpan(spans: readonly TimeSpan[], ms: number): number | 'stop' | null {
  const next = spans[spanAfter(spans, ms)];
  if (!next) return 'stop';
  return ms < next.startMs ? next.startMs : null;
}
