import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../shared/ipc/bridge.ts';

/** The path of a dropped file. Electron before 29 has it on the file itself. */
const pathOf = (file: unknown): string =>
  webUtils?.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]) ??
  (file as { path?: string }).path ??
  '';

const bridge: Bridge = {
  invoke: (channel, input) =>
    channel === 'files.grantDropped'
      ? Promise.reject(new Error('Paths come from drops alone'))
      : ipcRenderer.invoke('minber', channel, input),
  on: (event, listener) => {
    const forward = (_event: unknown, name: string, payload: Parameters<typeof listener>[0]) => {
      if (name === event) listener(payload);
    };
    ipcRenderer.on('event', forward);
    return () => ipcRenderer.off('event', forward);
  },
  grantDropped: (file) => ipcRenderer.invoke('minber', 'files.grantDropped', { path: pathOf(file) }),
};

contextBridge.exposeInMainWorld('minber', bridge);
