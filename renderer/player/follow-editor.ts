import type { Turn } from '../../shared/model/turn.ts';
import { ports } from '../session.ts';

/** Hands over the turns of the editor, which may register itself after the player, and after each change. */
export function followEditor(onTurns: (turns: readonly Turn[]) => void): () => void {
  let frame = 0;
  let stop = () => {};
  const connect = () => {
    const { editor } = ports;
    if (!editor) {
      frame = requestAnimationFrame(connect);
      return;
    }
    onTurns(editor.turns());
    stop = editor.subscribe(onTurns);
  };
  connect();
  return () => {
    cancelAnimationFrame(frame);
    stop();
  };
}
