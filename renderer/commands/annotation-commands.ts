import type { AnnotationId } from '../../shared/model/ids.ts';
import { listAnnotations, passesFilter } from '../../shared/model/list-annotations.ts';
import {
  beginAnnotation,
  beginTimeAnnotation,
  editAnnotation,
  goToAnnotation,
  moveToSelection,
  removeAnnotation,
  toggleResolved,
} from '../actions/annotations.ts';
import { openDialog } from '../actions/dialogs.ts';
import { showPanel } from '../actions/panel.ts';
import { turnsNow } from '../actions/watch-turns.ts';
import { ports, useSession } from '../session.ts';
import { command } from './command.ts';

const session = () => useSession.getState();
const opened = () => session().opened !== null;

/** The annotation that commands are about, unless it is gone. */
function active(): AnnotationId | null {
  const { activeAnnotation, annotations } = session();
  return activeAnnotation && annotations.get(activeAnnotation)?.removed === false ? activeAnnotation : null;
}

const withActive = (run: (id: AnnotationId) => unknown) => () => {
  const id = active();
  return id === null ? undefined : run(id);
};
const hasActive = () => active() !== null;

/** Goes to the annotation after or before the active one, among those that the panel's filter lets through. */
function goBy(step: 1 | -1): void {
  const { annotations, annotationFilter } = session();
  const listed = listAnnotations(annotations, turnsNow()).filter((each) =>
    passesFilter(each, annotationFilter),
  );
  const at = listed.findIndex(({ annotation }) => annotation.id === active());
  const next = listed[at < 0 && step < 0 ? listed.length - 1 : at + step];
  if (next) goToAnnotation(next.annotation.id, next.startMs);
}

async function reply(): Promise<void> {
  await showPanel('annotations');
  useSession.setState(({ replyAsked }) => ({ replyAsked: replyAsked + 1 }));
}

/** What can be done with annotations, in the menu of editing. */
export const annotationCommands = [
  command('edit', 5, 'annotate', () => beginAnnotation(null), {
    keys: 'Ctrl+Shift+KeyA',
    when: () => ports.editor !== null && session().currentTurnId !== null,
  }),
  command('edit', 5, 'annotateTime', beginTimeAnnotation, { when: opened }),
  command('edit', 5, 'replyAnnotation', reply, { keys: 'Ctrl+Shift+KeyY', when: hasActive }),
  command('edit', 5, 'resolveAnnotation', withActive(toggleResolved), {
    keys: 'Ctrl+Shift+KeyR',
    when: hasActive,
  }),
  command('edit', 5, 'editAnnotation', withActive(editAnnotation), { when: hasActive }),
  command('edit', 5, 'moveAnnotation', withActive(moveToSelection), { when: hasActive }),
  command('edit', 5, 'removeAnnotation', withActive(removeAnnotation), { when: hasActive }),
  command('edit', 6, 'previousAnnotation', () => goBy(-1), { keys: 'Alt+Shift+ArrowUp', when: opened }),
  command('edit', 6, 'nextAnnotation', () => goBy(1), { keys: 'Alt+Shift+ArrowDown', when: opened }),
  command('edit', 6, 'annotationKinds', () => openDialog('annotation-kinds'), { when: opened }),
];
