import { keysOf } from '../commands/bindings.ts';
import type { Command, CommandId } from '../commands/command.ts';
import { COMMANDS } from '../commands/commands.ts';
import { showKeys } from '../commands/keys.ts';
import type { SessionState } from '../session.ts';

/** Returns a command of the registry. Throws when there is none: ids are checked by the compiler. */
export function commandOf(id: CommandId): Command {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  if (!command) throw new Error(`No command ${id}`);
  return command;
}

/** Returns the first keys of a command as people read them, or null. */
export function shownKeysOf(id: CommandId, settings: SessionState['settings']): string | null {
  const [keys] = keysOf(commandOf(id), settings);
  return keys ? showKeys(keys) : null;
}
