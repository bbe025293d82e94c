import { annotationColour } from '../../shared/model/annotation.ts';
import { localText } from '../../shared/model/language.ts';
import { listAnnotations } from '../../shared/model/list-annotations.ts';
import { goToAnnotation } from '../actions/annotations.ts';
import { turnsNow, watchTurns } from '../actions/watch-turns.ts';
import { useSession } from '../session.ts';
import { NoteOverlay, type NoteSpan } from './note-overlay.ts';
import type { Waveform } from './waveform.ts';

/** The text is looked at no more often than this, so that a keystroke costs nothing here. */
const PAUSE_MS = 500;
/** Where an end is not known, a bar is as long as a few words. */
const SHOWN_MS = 1500;

function notesNow(durationMs: number): readonly NoteSpan[] {
  const { annotations, annotationKinds, language } = useSession.getState();
  if (annotations.size === 0) return [];
  return listAnnotations(annotations, turnsNow()).flatMap(({ annotation, startMs, endMs, detached }) => {
    if (startMs === null || detached) return [];
    const kind = annotationKinds.get(annotation.kindId);
    return {
      id: annotation.id,
      startMs,
      endMs: Math.min(durationMs, Math.max(endMs ?? startMs + SHOWN_MS, startMs + 1)),
      colour: annotationColour(annotation, kind),
      withheld: kind?.withheld ?? false,
      label: [localText(kind?.name ?? {}, language), annotation.body].filter(Boolean).join(': '),
    };
  });
}

/** Draws the annotations of the open transcript on a waveform. */
export function showNotes(
  waveform: Waveform,
  durationMs: number,
): { overlay: NoteOverlay; stop: () => void } {
  const overlay = new NoteOverlay({
    waveform,
    durationMs,
    onChoose: ({ id, startMs }) => goToAnnotation(id, startMs),
  });
  const show = () => overlay.setNotes(notesNow(durationMs));
  const stopTurns = watchTurns(PAUSE_MS, show);
  const unsubscribe = useSession.subscribe((now, was) => {
    if (
      now.annotations !== was.annotations ||
      now.annotationKinds !== was.annotationKinds ||
      now.language !== was.language
    )
      show();
  });
  return {
    overlay,
    stop: () => {
      stopTurns();
      unsubscribe();
    },
  };
}
