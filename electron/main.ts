import { webcrypto } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app, ipcMain, protocol, session } from 'electron';
import { z } from 'zod';
import { LARGE_REPLY } from '../shared/ipc/bridge.ts';
import type { PortraitId } from '../shared/model/ids.ts';
import { dispatch } from './ipc/dispatch.ts';
import { createHandlers } from './ipc/handlers.ts';
import { readPortrait } from './services/portraits.ts';
import { APP_ORIGIN, APP_SCHEME, registerAppProtocol } from './shell/app-protocol.ts';
import { programArguments, readArguments } from './shell/arguments.ts';
import { guardClosing } from './shell/closing.ts';
import { createDesktop, systemLanguage } from './shell/desktop.ts';
import { lockDown } from './shell/lock-down.ts';
import { openLog } from './shell/log.ts';
import { MEDIA_SCHEME, registerMediaProtocol } from './shell/media-protocol.ts';
import { openLibrary } from './shell/open-library.ts';
import { givePedalAccess } from './shell/pedal-access.ts';
import { createWindow, send } from './shell/window.ts';

Object.defineProperty(globalThis, 'crypto', { value: globalThis.crypto ?? webcrypto });
z.config({ jitless: true });
protocol.registerSchemesAsPrivileged([APP_SCHEME, MEDIA_SCHEME]);

const userDataSwitch = app.commandLine.getSwitchValue('user-data-dir');
if (userDataSwitch) app.setPath('userData', userDataSwitch);
const userDataPath = app.getPath('userData');
mkdirSync(userDataPath, { recursive: true });

const commandLine = readArguments(programArguments(process.argv, app.isPackaged), process.cwd());
const libraryPath = commandLine.libraryPath ?? join(userDataPath, 'library.minber-library');

// A second start hands over its files as it read them: Chromium shuffles the words of its command line.
if (app.requestSingleInstanceLock({ files: commandLine.files })) void app.whenReady().then(start);
else app.quit();

async function start(): Promise<void> {
  const { logger, path: logPath } = openLog(userDataPath);
  const out = join(app.getAppPath(), 'out');
  const resources = app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources');

  lockDown();
  const library = await openLibrary(
    {
      libraryPath,
      userDataPath,
      resourcesPath: resources,
      passWorkerPath: join(out, 'main', 'pass-worker.js'),
      programFolder: dirname(process.execPath),
      nativeBinding: process.env.MINBER_SQLITE_BINDING,
      logger,
    },
    systemLanguage(),
  );
  if (!library) return app.quit();

  registerAppProtocol(join(out, 'renderer'), (id) => readPortrait(library, id as PortraitId));
  registerMediaProtocol((mediaId) => library.mediaPath(mediaId));

  const language = () => library.settings().language ?? systemLanguage();
  const pendingPaths = [...commandLine.files];
  const desktop = createDesktop({
    window: () => window,
    language,
    pendingPaths,
    logPath,
    rendererFolder: join(out, 'renderer'),
    closeReady: (saved) => closing.answer(saved),
    pedals: givePedalAccess({
      session: session.defaultSession,
      path: join(userDataPath, 'pedals.json'),
      onFound: (pedals) => send(window, 'pedals-found', { pedals: [...pedals] }),
    }),
  });
  const handlers = createHandlers(library, desktop);

  ipcMain.handle('minber', async (event, channel: unknown, input: unknown) => {
    const sender = event.senderFrame;
    if (sender !== window.webContents.mainFrame || !sender.url.startsWith(`${APP_ORIGIN}/`))
      return { ok: false, failure: { code: 'bad-request' } };
    const reply = await dispatch(handlers, logger, String(channel), input);
    return channel === LARGE_REPLY && reply.ok ? JSON.stringify(reply) : reply;
  });

  const window = createWindow({
    preload: join(out, 'preload', 'preload.js'),
    icon: join(resources, 'icon.png'),
    userDataPath,
  });
  const closing = guardClosing(window, language);
  window.webContents.on('render-process-gone', (_event, details) => {
    logger.error(`the window's process is gone: ${details.reason}`);
    if (details.reason !== 'clean-exit') window.webContents.reload();
  });
  window.once('show', () => library.startBackground());

  const openFiles = (paths: readonly string[]) => {
    const files = library.grantFiles(paths);
    if (files.length > 0) send(window, 'files-opened', { files });
    if (window.isMinimized()) window.restore();
    window.focus();
  };
  app.on('second-instance', (_event, _argv, _folder, data) =>
    openFiles(z.object({ files: z.array(z.string()) }).parse(data).files),
  );
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFiles([path]);
  });

  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void library
      .close()
      .catch((error: unknown) => logger.error('closing the library failed', error))
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
  logger.info(`Minber ${app.getVersion()} on Electron ${process.versions.electron}, ${process.platform}`);
}
