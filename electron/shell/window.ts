import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import type { EventName, EventPayload } from '../../shared/ipc/contract.ts';
import { APP_ORIGIN } from './app-protocol.ts';
import { keepWindowState, readWindowState } from './window-state.ts';

/** Makes the window, where it was left. It shows itself once there is something to see. */
export function createWindow(options: {
  preload: string;
  icon: string;
  userDataPath: string;
}): BrowserWindow {
  const statePath = join(options.userDataPath, 'window.json');
  const state = readWindowState(statePath);
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 800,
    minHeight: 560,
    ...state?.bounds,
    show: false,
    title: 'Minber',
    icon: options.icon,
    autoHideMenuBar: false,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  if (state?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => keepWindowState(statePath, window));
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

/** Tells the page something unasked. */
export function send<E extends EventName>(window: BrowserWindow, event: E, payload: EventPayload<E>): void {
  if (!window.isDestroyed()) window.webContents.send('event', event, payload);
}
