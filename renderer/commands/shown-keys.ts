import type { Settings } from '../../shared/ipc/contract.ts';
import { keysOf } from './bindings.ts';
import type { CommandId } from './command.ts';
import { COMMANDS } from './commands.ts';
import { showKeys } from './keys.ts';

/** Returns the first keys of a command as people read them, or null when it has none. */
export function shownKeysOf(id: CommandId, settings: Settings): string | null {
  const command = COMMANDS.find((candidate) => candidate.id === id);
  const [keys] = command ? keysOf(command, settings) : [];
  return keys ? showKeys(keys) : null;
}
