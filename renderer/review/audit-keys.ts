import type { AuditSession } from './audit-session.ts';

/** What can be done with a boundary; each has its words under `review.auditKey`. */
export type AuditAct =
  | 'approve'
  | 'earlier'
  | 'later'
  | 'earlierFine'
  | 'laterFine'
  | 'setHere'
  | 'flag'
  | 'previous'
  | 'next'
  | 'play'
  | 'loop'
  | 'undo'
  | 'redo';

/** Written as `Shift+ArrowLeft`, the key by its place on the keyboard, never by its letter. */
export const AUDIT_KEYS: Readonly<Record<AuditAct, string>> = {
  approve: 'Enter',
  earlier: 'ArrowLeft',
  later: 'ArrowRight',
  earlierFine: 'Shift+ArrowLeft',
  laterFine: 'Shift+ArrowRight',
  setHere: 'KeyS',
  flag: 'KeyF',
  previous: 'Backspace',
  next: 'ArrowDown',
  play: 'Space',
  loop: 'KeyL',
  undo: 'Ctrl+KeyZ',
  redo: 'Ctrl+Shift+KeyZ',
};

/** What each does; flagging asks for a note first, and is the view's. */
export const AUDIT_ACTS: Readonly<Record<Exclude<AuditAct, 'flag'>, (audit: AuditSession) => void>> = {
  approve: (audit) => audit.approve(),
  earlier: (audit) => audit.nudge(-100),
  later: (audit) => audit.nudge(100),
  earlierFine: (audit) => audit.nudge(-10),
  laterFine: (audit) => audit.nudge(10),
  setHere: (audit) => audit.setHere(),
  previous: (audit) => audit.step(-1),
  next: (audit) => audit.step(1),
  play: (audit) => audit.toggle(),
  loop: (audit) => audit.setLoop(!audit.state().loop),
  undo: (audit) => audit.undo(),
  redo: (audit) => audit.redo(),
};
