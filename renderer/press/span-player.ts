import { create } from 'zustand';
import type { MediaId, RecordingId } from '../../shared/model/ids.ts';
import type { QuoteVerdict } from '../../shared/press/match/verify-marks.ts';
import { useSession } from '../session.ts';

/** Heard before and after the words themselves. */
const AROUND_MS = 250;

export interface PlayedSpan {
  readonly recordingId: RecordingId;
  readonly startMs: number;
  readonly endMs: number;
}

interface SpanState {
  /** What is being played, or was until it was paused. */
  readonly span: PlayedSpan | null;
  readonly playing: boolean;
  /** The recording whose file could not be played. */
  readonly failed: RecordingId | null;
}

const SILENT: SpanState = { span: null, playing: false, failed: null };

export const useSpan = create<SpanState>()(() => SILENT);

let media: HTMLAudioElement | null = null;
let mediaIds: ReadonlyMap<RecordingId, MediaId> = new Map();

/** Says which file each recording plays from. */
export function setMedia(ids: ReadonlyMap<RecordingId, MediaId>): void {
  mediaIds = ids;
}

/** Milliseconds from the start of the media. */
export const spanPositionMs = (): number => (media ? Math.round(media.currentTime * 1000) : 0);

function element(): HTMLAudioElement {
  if (media) return media;
  const made = new Audio();
  made.preload = 'auto';
  made.addEventListener('timeupdate', () => {
    const { span } = useSpan.getState();
    if (span && !made.paused && made.currentTime * 1000 >= span.endMs) made.pause();
  });
  made.addEventListener('play', () => useSpan.setState({ playing: true }));
  made.addEventListener('pause', () => useSpan.setState({ playing: false }));
  media = made;
  return made;
}

/** Returns the seconds in which a quotation was said; null where that is not known. */
export function spanOf({
  recordingId,
  evidence,
}: Pick<QuoteVerdict, 'recordingId' | 'evidence'>): PlayedSpan | null {
  if (!recordingId || evidence?.startMs == null) return null;
  return {
    recordingId,
    startMs: Math.max(0, evidence.startMs - AROUND_MS),
    endMs: (evidence.endMs ?? evidence.startMs) + AROUND_MS,
  };
}

/** Plays a span; stops when it is being played. */
export function toggleSpan(span: PlayedSpan): void {
  const mediaId = mediaIds.get(span.recordingId);
  if (!mediaId) {
    useSpan.setState({ failed: span.recordingId, playing: false });
    return;
  }
  const { span: played, playing } = useSpan.getState();
  if (playing && played?.startMs === span.startMs && played.recordingId === span.recordingId) {
    media?.pause();
    return;
  }
  const player = element();
  const address = `media://${mediaId}/`;
  if (player.dataset.address !== address) {
    player.dataset.address = address;
    player.src = address;
  }
  player.volume = useSession.getState().settings.volume;
  player.currentTime = span.startMs / 1000;
  useSpan.setState({ span, failed: null });
  player.play().catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    useSpan.setState({ failed: span.recordingId, playing: false });
  });
}

/** Falls silent and lets go of the file. */
export function stopSpan(): void {
  media?.pause();
  media?.removeAttribute('src');
  media = null;
  useSpan.setState(SILENT);
}
