import { basename } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';

/** The next dialogs that ask for files answer with these; none given is a person who cancels. */
export async function answerOpenDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
    },
    [...paths],
  );
}

/** The next dialogs that ask where to save answer with this path; null is a person who cancels. */
export async function answerSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, path);
}

/** Chooses an entry of the window's menu by the id of its command, once the menu offers it. */
export async function chooseInMenu(app: ElectronApplication, id: string): Promise<void> {
  await expect
    .poll(() =>
      app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.enabled, id),
    )
    .toBe(true);
  await app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);
}

/** Returns the labels of the window's menus, and of all their entries. */
export async function menuLabels(app: ElectronApplication): Promise<{ menus: string[]; entries: string[] }> {
  return app.evaluate(({ Menu }) => {
    const menus = Menu.getApplicationMenu()?.items ?? [];
    const entries = menus.flatMap((menu) => menu.submenu?.items ?? []);
    return {
      menus: menus.map((menu) => menu.label),
      entries: entries.filter((entry) => entry.type !== 'separator').map((entry) => entry.label),
    };
  });
}

/** Drags files from the desktop over the middle of the window and lets them go. */
export async function dropFiles(window: Page, paths: readonly string[]): Promise<void> {
  const { width, height } = await window.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const desktop = await window.context().newCDPSession(window);
  const data = {
    items: paths.map((path) => ({ mimeType: '', data: '', title: basename(path) })),
    files: [...paths],
    dragOperationsMask: 1,
  };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await desktop.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data });
  await desktop.detach();
}
