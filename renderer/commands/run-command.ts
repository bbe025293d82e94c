import { useSession } from '../session.ts';
import { tellFailure } from '../ui/toast.tsx';
import { keysOf } from './bindings.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { keysOfPress, matchesKeys, parseKeys } from './keys.ts';

/** Runs a command if it can be run now; a failure is told. Returns whether it was run. */
export function runCommand(command: Command): boolean {
  if (!command.when()) return false;
  Promise.resolve().then(command.run).catch(tellFailure);
  return true;
}

/** Runs the command of that id, for the menu of the window. */
export function runCommandById(id: string): void {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  if (command) runCommand(command);
}

const POPUP = '[role="dialog"], [role="menu"], [role="listbox"]';

/**
 * Something floats above the page, and Escape belongs to it. What floats stands beside the page in the body: to
 * look for it in a long transcript would cost 50 ms a key.
 */
const isPopupOpen = () =>
  [...document.body.children].some(
    (child) => child.id !== 'root' && (child.matches(POPUP) || child.querySelector(POPUP)),
  );

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Returns whether a key press belongs to what it was made in: a bar that Escape closes, for one. */
function isOwnKey(event: KeyboardEvent): boolean {
  const keys = keysOfPress(event);
  const owner = event.target instanceof Element ? event.target.closest('[data-own-keys]') : null;
  return keys !== null && (owner?.getAttribute('data-own-keys')?.split(' ').includes(keys) ?? false);
}

/** Commands whose keys mean something of their own in a plain field: it undoes itself, and Ctrl+Enter sends it. */
const OF_FIELDS: readonly Command['id'][] = ['undo', 'redo', 'splitTurn'];

/**
 * Runs the command that a key press stands for. Keys of an open popup, and of an input method that is
 * composing, are left alone; plain fields keep undo and redo to themselves.
 */
export function handleKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || isOwnKey(event)) return;
  const { settings, dialog } = useSession.getState();
  const popup = dialog !== null || isPopupOpen();
  if (popup) return;
  for (const command of COMMANDS) {
    if (OF_FIELDS.includes(command.id) && isTyping(event.target)) continue;
    if (!keysOf(command, settings).some((keys) => matchesKeys(event, parseKeys(keys)))) continue;
    if (!runCommand(command)) continue;
    event.preventDefault();
    event.stopPropagation();
    return;
  }
}
