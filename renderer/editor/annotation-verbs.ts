import { Editor, Transforms } from 'slate';
import type { AnnotationId } from '../../shared/model/ids.ts';
import { activate } from '../actions/annotations.ts';
import type { TranscriptEditor } from '../ports.ts';
import { useSession } from '../session.ts';
import type { TranscriptScreen } from './open-transcript.ts';
import { turnElements } from './slate-turns.ts';
import {
  anchorRange,
  anchorsOf,
  anchorTo,
  annotationsAtCaret,
  rangeToAnnotate,
  unanchor,
} from './verbs/anchors.ts';
import { asOneStep } from './verbs/as-one-step.ts';
import type { LongHistory } from './with-long-history.ts';
import type { TakeGuard } from './with-take.ts';
import type { TranscriptSlate } from './with-transcript.ts';

type Verbs = 'mayAnnotate' | 'wordsToAnnotate' | 'annotate' | 'moveAnnotation' | 'goToAnnotation' | 'addStep';

/** Returns what the editor offers for annotations. */
export function annotationVerbs(
  slate: TranscriptSlate,
  history: LongHistory,
  guard: TakeGuard,
  screen: () => TranscriptScreen | null,
): Pick<TranscriptEditor, Verbs> {
  return {
    mayAnnotate(span, id, unit) {
      if (span) return guard.allowsTime(span.startMs);
      const range = rangeToAnnotate(slate, unit);
      const left = id ? anchorsOf(slate, id).map(([, [index = 0]]) => index) : [];
      return guard.allows(left) && (range === null || guard.allowsRange(range));
    },
    wordsToAnnotate(unit) {
      const range = rangeToAnnotate(slate, unit);
      return range && Editor.string(slate, range);
    },
    annotate(id, effect, unit) {
      const range = rangeToAnnotate(slate, unit);
      if (!range) return;
      anchorTo(slate, id, range);
      history.tie(effect);
    },
    moveAnnotation(id) {
      const range = rangeToAnnotate(slate);
      if (!range) return false;
      asOneStep(slate, () => {
        const ref = Editor.rangeRef(slate, range);
        unanchor(slate, id);
        const at = ref.unref();
        if (at) anchorTo(slate, id, at);
      });
      return true;
    },
    goToAnnotation(id) {
      const range = anchorRange(slate, id);
      const turn = range && turnElements(slate)[range.anchor.path[0] ?? -1];
      if (!range || !turn) return;
      screen()?.reveal(turn.id);
      Transforms.select(slate, range.anchor);
      screen()?.focus();
    },
    addStep: history.addStep,
  };
}

/** Returns what makes the annotation at the caret the active one; elsewhere the last one stays. */
export function caretNoter(slate: TranscriptSlate): () => void {
  let atCaret: readonly AnnotationId[] = [];
  return () => {
    const standing = annotationsAtCaret(slate);
    if (standing === atCaret) return;
    atCaret = standing;
    const { annotations, activeAnnotation } = useSession.getState();
    const shown = standing.filter((id) => annotations.get(id)?.removed === false);
    const [first] = shown;
    if (first && !(activeAnnotation && shown.includes(activeAnnotation))) activate(first);
  };
}
