import type { Editor } from 'slate';
import type { SpeakerId } from '../../../shared/model/ids.ts';
import { asOneStep } from './as-one-step.ts';
import { setTurn } from './set-turn.ts';

/** Says who speaks in a turn; null: nobody has been named. */
export function setSpeaker(editor: Editor, index: number, speakerId: SpeakerId | null): void {
  asOneStep(editor, () => setTurn(editor, index, { speakerId }));
}
