import type { Speaker } from '../../shared/model/speaker.ts';
import { ports, useSession } from '../session.ts';
import { tell } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';

/** Makes a speaker that of the turn with the caret, and goes on with the text. */
export function chooseSpeaker(speaker: Speaker): void {
  const { currentTurnId, language } = useSession.getState();
  if (currentTurnId === null || !ports.editor) {
    tell(translateTo(language)('speakers.noTurn'));
    return;
  }
  ports.editor.setCurrentSpeaker(speaker.id);
  ports.editor.focus();
}
