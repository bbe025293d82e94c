import { type BrowserWindow, globalShortcut } from 'electron';
import type { KeysEverywhere } from '../../shared/ipc/contract.ts';

/**
 * Takes keys that work while another window has the focus, in place of those taken before; `run` gets the id of the
 * command. Returns the commands whose keys another program has. A window that is worked from elsewhere goes on working
 * behind others.
 */
export function takeGlobalKeys(
  window: BrowserWindow,
  { keys, worksBehind }: KeysEverywhere,
  run: (id: string) => void,
): string[] {
  globalShortcut.unregisterAll();
  window.webContents.setBackgroundThrottling(!worksBehind);
  const refused = keys.filter(({ id, accelerator }) => {
    try {
      return !globalShortcut.register(accelerator, () => run(id));
    } catch {
      // Keys that this system cannot take at all.
      return true;
    }
  });
  return refused.map(({ id }) => id);
}
