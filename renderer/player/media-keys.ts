import type { Playback } from '../ports.ts';

const SKIP_MS = 3000;

/**
 * Lets the media keys of the keyboard, of a headset and of the desktop drive the player, whatever window has the
 * focus. Returns the way out.
 */
export function answerMediaKeys(
  playback: Playback,
  { title, goToTurn }: { title: string; goToTurn: (direction: -1 | 1) => void },
): () => void {
  const { mediaSession } = navigator;
  mediaSession.metadata = new MediaMetadata({ title });
  const answers: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
    play: () => playback.play(),
    pause: () => playback.pause(),
    stop: () => playback.pause(),
    seekbackward: ({ seekOffset }) => playback.skip(-(seekOffset ? seekOffset * 1000 : SKIP_MS)),
    seekforward: ({ seekOffset }) => playback.skip(seekOffset ? seekOffset * 1000 : SKIP_MS),
    seekto: ({ seekTime }) => seekTime !== undefined && playback.seek(seekTime * 1000),
    previoustrack: () => goToTurn(-1),
    nexttrack: () => goToTurn(1),
  };
  const actions = Object.keys(answers) as MediaSessionAction[];
  for (const action of actions) mediaSession.setActionHandler(action, answers[action] ?? null);
  return () => {
    for (const action of actions) mediaSession.setActionHandler(action, null);
    mediaSession.metadata = null;
  };
}
