import type { Playback } from '../ports.ts';
import { ports, useSession } from '../session.ts';

/**
 * Calls back with each position that is played, whenever the player comes and goes. Returns the way out. The
 * player registers itself in its own time; what is played is in the session, so a change there is when to look.
 */
export function connectPlayback(listener: (positionMs: number) => void): () => void {
  let playback: Playback | null = null;
  let unsubscribe = () => {};
  const connect = () => {
    if (ports.playback === playback) return;
    unsubscribe();
    playback = ports.playback;
    unsubscribe = playback?.subscribe(listener) ?? (() => {});
    if (playback) listener(playback.positionMs());
  };
  connect();
  const timer = setTimeout(connect, 0);
  const stop = useSession.subscribe(connect);
  return () => {
    clearTimeout(timer);
    stop();
    unsubscribe();
  };
}
