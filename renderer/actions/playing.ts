import { TIME_DISPLAYS } from '../../shared/ipc/player-settings.ts';
import type { TimeSpan } from '../../shared/model/annotation.ts';
import { resolveSpeaker } from '../../shared/model/speaker.ts';
import type { Turn } from '../../shared/model/turn.ts';
import { ports, useSession } from '../session.ts';
import { changeSettings } from './settings.ts';

/** What a span is as long as, when only one of its ends has been said. */
const SPAN_MS = 3000;
const LOUDEST = 3;

const session = () => useSession.getState();

/** Returns the turn with the caret, when it has a start, as it is played. */
function currentTurn(): (TimeSpan & { readonly turn: Turn }) | null {
  const { playback, editor } = ports;
  const turns = editor?.turns() ?? [];
  const index = turns.findIndex((turn) => turn.id === session().currentTurnId);
  const turn = turns[index];
  if (!playback || turn?.startMs == null) return null;
  const next = turns.slice(index + 1).find((later) => later.startMs !== null);
  const endMs = turn.endMs ?? next?.startMs ?? playback.durationMs();
  return { turn, startMs: turn.startMs, endMs };
}

/** Plays the turn with the caret to its end, or over and over. */
export function playCurrentTurn(loop: boolean): void {
  const span = currentTurn();
  if (span) ports.playback?.playSpan(span.startMs, span.endMs, loop);
}

/** Plays what is selected over and over, the turn with the caret where nothing is; ends the loop that goes on. */
export function toggleLoop(): void {
  const { playback } = ports;
  const { loop, span } = session();
  const wanted = span ?? currentTurn();
  if (loop) playback?.setLoop(null);
  else if (wanted) playback?.playSpan(wanted.startMs, wanted.endMs, true);
}

export const canLoop = (): boolean => {
  const { loop, span, currentTurnId } = session();
  return ports.playback !== null && (loop ?? span ?? currentTurnId) !== null;
};

/** Selects a span of the recording, null for none; a loop of what was selected follows it. */
export function selectSpan(span: TimeSpan | null): void {
  const { loop, span: before } = session();
  useSession.setState({ span });
  const isLooped = loop && before && loop.startMs === before.startMs && loop.endMs === before.endMs;
  if (isLooped) ports.playback?.setLoop(span);
}

/** Begins or ends the selected span where the playhead is. */
export function setSpanEdge(edge: 'start' | 'end'): void {
  const { playback } = ports;
  if (!playback) return;
  const ms = playback.positionMs();
  const span = session().span ?? { startMs: -1, endMs: -1 };
  if (edge === 'start') {
    const endMs = span.endMs > ms ? span.endMs : Math.min(playback.durationMs(), ms + SPAN_MS);
    if (endMs > ms) selectSpan({ startMs: ms, endMs });
  } else {
    const startMs = span.startMs >= 0 && span.startMs < ms ? span.startMs : Math.max(0, ms - SPAN_MS);
    if (startMs < ms) selectSpan({ startMs, endMs: ms });
  }
}

/** Plays nothing but the turns of the speaker of the turn with the caret, or everything again. */
export function toggleOnlySpeaker(): void {
  const { onlySpeaker, speakers } = session();
  const speakerId = onlySpeaker === null ? (currentTurn()?.turn.speakerId ?? null) : null;
  useSession.setState({ onlySpeaker: resolveSpeaker(speakers, speakerId)?.id ?? null });
}

/** Tells the place in the recording in the next of the ways. */
export function nextTimeDisplay(): Promise<void> {
  const at = TIME_DISPLAYS.indexOf(session().settings.timeDisplay);
  return changeSettings({ timeDisplay: TIME_DISPLAYS[(at + 1) % TIME_DISPLAYS.length] ?? 'time' });
}

export const canPlayOnlySpeaker = (): boolean =>
  session().onlySpeaker !== null || (currentTurn()?.turn.speakerId ?? null) !== null;

/** Makes it louder or quieter by a tenth of what the recording is, and remembers it. */
export function changeVolume(delta: number): Promise<void> {
  useSession.setState({ muted: false });
  const wanted = Math.round((session().settings.volume + delta) * 10) / 10;
  return changeSettings({ volume: Math.max(0, Math.min(LOUDEST, wanted)) });
}
