import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../shared/ipc/bridge.ts';

/**
 * The path of a dropped file, '' for one without. A `File` of this world is a file of the page's, whose properties
 * the page cannot write; anything else that the page passes off as a file has no path. Electron before 29 has the
 * path on the file itself.
 */
function pathOf(file: unknown): string {
  if (!(file instanceof File)) return '';
  return (
    webUtils?.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]) ??
    (file as { path?: string }).path ??
    ''
  );
}

const grantDropped: Bridge['grantDropped'] = (file) => {
  const path = pathOf(file);
  return path === ''
    ? Promise.resolve({ ok: false, failure: { code: 'not-a-file', params: { name: '' } } })
    : ipcRenderer.invoke('minber', 'files.grantDropped', { path });
};

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
  grantDropped,
};

contextBridge.exposeInMainWorld('minber', bridge);
