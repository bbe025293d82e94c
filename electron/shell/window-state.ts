import { readFileSync, writeFileSync } from 'node:fs';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';

const stateSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(400), height: z.int().min(300) }),
  maximized: z.boolean(),
});
type WindowState = z.output<typeof stateSchema>;

const isOnScreen = (bounds: Rectangle) =>
  screen.getAllDisplays().some(({ workArea }) => {
    const width =
      Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    return width > 100 && bounds.y >= workArea.y && bounds.y < workArea.y + workArea.height - 40;
  });

/** Returns where the window was left, or null when that is unknown or no longer on a screen. */
export function readWindowState(path: string): WindowState | null {
  try {
    const state = stateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    return isOnScreen(state.bounds) ? state : null;
  } catch {
    return null;
  }
}

/** Keeps where the window is. A failure to write is ignored: only the place of a window is lost. */
export function keepWindowState(path: string, window: BrowserWindow): void {
  const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
  try {
    writeFileSync(path, JSON.stringify(state));
  } catch {}
}
