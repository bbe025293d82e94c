import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Menu as MenuDescription } from '../../shared/ipc/contract.ts';

type Entry = MenuDescription['entries'][number];

function menuItem(entry: Entry, run: (id: string) => void): MenuItemConstructorOptions {
  if (entry.type === 'separator') return { type: 'separator' };
  if (entry.type === 'role') return { role: entry.role, label: entry.label, registerAccelerator: false };
  return {
    id: entry.id,
    label: entry.label,
    enabled: entry.enabled,
    registerAccelerator: false,
    click: () => run(entry.id),
    ...(entry.accelerator ? { accelerator: entry.accelerator } : {}),
    ...(entry.checked === undefined ? {} : { type: 'checkbox', checked: entry.checked }),
  };
}

/** Shows the application menu. Keys are shown only: the page matches them by their place on the keyboard. */
export function setApplicationMenu(menus: readonly MenuDescription[], run: (id: string) => void): void {
  const template: MenuItemConstructorOptions[] = menus.map(({ label, entries }) => ({
    label,
    submenu: entries.map((entry) => menuItem(entry, run)),
  }));
  if (process.platform === 'darwin') template.unshift({ label: app.name, role: 'appMenu' });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
