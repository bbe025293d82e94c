import { type RefObject, useEffect, useLayoutEffect } from 'react';
import { flushSync } from 'react-dom';
import { Editor, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { TurnId } from '../../shared/model/ids.ts';
import { ports, useSession } from '../session.ts';
import { markActive } from './annotation-looks.ts';
import { connectPlayback } from './connect-playback.ts';
import type { FindBarHandle } from './find/find-bar.tsx';
import type { FlagNoteHandle } from './flag-note.tsx';
import type { FollowChipHandle } from './follow-chip.tsx';
import { followPlayhead, type PlayheadFollower } from './follow-playhead.ts';
import { hideFromReact } from './hide-from-react.ts';
import type { MountQueue } from './mount-queue.ts';
import type { OpenTranscript } from './open-transcript.ts';
import { revealRange, revealTurn } from './reveal-turn.ts';
import { turnElements } from './slate-turns.ts';
import type { SpeakerFieldHandle } from './speaker-field.tsx';
import { indexOfTurn } from './verbs/current-turn.ts';

interface ScreenParts {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly field: RefObject<SpeakerFieldHandle | null>;
  readonly note: RefObject<FlagNoteHandle | null>;
  readonly chip: RefObject<FollowChipHandle | null>;
  readonly follower: RefObject<PlayheadFollower | null>;
  readonly findBar: RefObject<FindBarHandle | null>;
  readonly mounts: MountQueue;
}

/** Joins a transcript to the page that shows it, for as long as it does. */
export function useScreen(transcript: OpenTranscript, parts: ScreenParts): void {
  const { slate } = transcript;
  const { scroller, field, note, chip, follower, findBar, mounts } = parts;

  useLayoutEffect(() => hideFromReact(ReactEditor.toDOMNode(slate, slate)), [slate]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const following = followPlayhead({
      slate,
      scroller: element,
      onFollowing: (isFollowing) => chip.current?.setFollowing(isFollowing),
    });
    follower.current = following;

    function domOf(id: TurnId): HTMLElement | null {
      const turn = turnElements(slate)[indexOfTurn(slate, id) ?? -1];
      if (!turn) return null;
      try {
        return ReactEditor.toDOMNode(slate, turn);
      } catch {
        flushSync(mounts.mountAll);
        return ReactEditor.toDOMNode(slate, turn);
      }
    }

    transcript.setScreen({
      focus: () => ReactEditor.focus(slate),
      reveal(id) {
        const turn = domOf(id);
        if (turn) revealTurn(element, turn, false);
      },
      openSpeakerField(id) {
        const button = domOf(id)?.querySelector('.turn-speaker');
        if (button instanceof HTMLElement) field.current?.open(id, button);
      },
      openFlagNote(id) {
        // Once the flag that it hangs on is there.
        requestAnimationFrame(() => {
          const flag = domOf(id)?.querySelector('.turn-flag');
          if (flag instanceof HTMLElement) note.current?.open(id, flag);
        });
      },
      playingTurnId: following.playingTurnId,
      resumeFollowing: following.resume,
      find: (replace) => findBar.current?.open(replace),
      findNext: (delta) => findBar.current?.step(delta),
      revealRange(range) {
        const turn = turnElements(slate)[range.anchor.path[0] ?? 0];
        if (turn && domOf(turn.id)) revealRange(element, ReactEditor.toDOMRange(slate, range));
      },
    });
    ports.editor = transcript;
    const disconnect = connectPlayback(following.update);
    const showActive = () => {
      const { activeAnnotation } = useSession.getState();
      // Once a run that has just been annotated is on the page.
      requestAnimationFrame(() => markActive(element, activeAnnotation));
    };
    const unsubscribe = useSession.subscribe((now, was) => {
      if (now.activeAnnotation !== was.activeAnnotation || now.annotations !== was.annotations) showActive();
    });
    window.addEventListener('blur', transcript.saveSoon);
    mounts.start();
    Transforms.select(slate, Editor.start(slate, []));
    transcript.noteChange();
    if (document.activeElement === document.body) ReactEditor.focus(slate);

    return () => {
      window.removeEventListener('blur', transcript.saveSoon);
      disconnect();
      unsubscribe();
      following.stop();
      follower.current = null;
      transcript.setScreen(null);
      if (ports.editor === transcript) ports.editor = null;
      transcript.saveSoon();
    };
  }, [transcript, slate, scroller, field, note, chip, follower, findBar, mounts]);
}
