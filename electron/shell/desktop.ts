import { app, type BrowserWindow, dialog, shell } from 'electron';
import { BUNDLE_EXTENSION } from '../../shared/bundle/manifest.ts';
import { FORMATS } from '../../shared/formats/registry.ts';
import { translator } from '../../shared/i18n/i18n.ts';
import { type Language, preferredLanguage } from '../../shared/model/language.ts';
import type { Desktop } from '../ipc/desktop.ts';
import { takeGlobalKeys } from './global-keys.ts';
import { setApplicationMenu } from './menu.ts';
import type { PedalAccess } from './pedal-access.ts';
import { printToPdf } from './print-to-pdf.ts';
import { send } from './window.ts';

/** What Chromium may play; a file under another name is still looked at when it is dropped. */
const MEDIA_EXTENSIONS =
  'mp4 m4v mov m4a mp3 wav wave ogg oga opus webm mkv flac aac avi wmv wma mts mpg mpeg 3gp amr'.split(' ');
const TRANSCRIPT_EXTENSIONS = [
  ...new Set(FORMATS.filter(({ read }) => read).flatMap(({ extensions }) => extensions)),
];

const ARTICLE_EXTENSIONS = ['docx', 'html', 'htm', 'txt', 'md'];

/** Returns the system's language when it is one of ours, else English. */
export function systemLanguage(): Language {
  return preferredLanguage([...app.getPreferredSystemLanguages(), app.getLocale()]);
}

interface DesktopOptions {
  readonly window: () => BrowserWindow;
  readonly language: () => Language;
  readonly pendingPaths: string[];
  readonly logPath: string;
  /** Where the built page of the program lies. */
  readonly rendererFolder: string;
  readonly closeReady: (saved: boolean) => void;
  readonly pedals: PedalAccess;
}

/** Returns the desktop as the handlers see it. */
export function createDesktop(options: DesktopOptions): Desktop {
  const t = (key: Parameters<ReturnType<typeof translator>>[0]) => translator(options.language())(key);
  const choose = async (name: string, extensions: string[], many: boolean) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(options.window(), {
      filters: [
        { name, extensions },
        { name: t('app.allFiles'), extensions: ['*'] },
      ],
      properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
    });
    return canceled ? [] : filePaths;
  };
  return {
    version: app.getVersion(),
    systemLanguage,
    takePendingPaths: () => options.pendingPaths.splice(0),
    chooseMedia: () => choose(t('app.mediaFiles'), MEDIA_EXTENSIONS, true),
    chooseTable: async () =>
      (await choose(t('delegates.title'), ['xlsx', 'csv', 'tsv', 'txt'], false))[0] ?? null,
    chooseTranscript: async () =>
      (await choose(t('app.transcriptFiles'), TRANSCRIPT_EXTENSIONS, false))[0] ?? null,
    chooseArticle: async () => (await choose(t('app.articleFiles'), ARTICLE_EXTENSIONS, false))[0] ?? null,
    chooseBundle: async () => (await choose(t('bundle.files'), [BUNDLE_EXTENSION], false))[0] ?? null,
    chooseProfile: async () => (await choose(t('export.profile.files'), ['json'], false))[0] ?? null,
    chooseKinds: async () => (await choose(t('annotations.kinds.files'), ['json'], false))[0] ?? null,
    chooseProgram: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(options.window(), {
        properties: ['openFile', 'showHiddenFiles'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseFolder: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(options.window(), {
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseSavePath: async ({ defaultName, extension }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(options.window(), {
        defaultPath: defaultName,
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
        properties: ['showOverwriteConfirmation'],
      });
      return canceled || !filePath ? null : filePath;
    },
    tellProgress: (task, fraction) => send(options.window(), 'progress', { task, fraction }),
    tell: (event, payload) => send(options.window(), event, payload),
    printToPdf: (html) => printToPdf(html, options.rendererFolder),
    showInFolder: (path) => shell.showItemInFolder(path),
    openLogs: () => void shell.openPath(options.logPath),
    takeKeysEverywhere: (keys) =>
      takeGlobalKeys(options.window(), keys, (id) => send(options.window(), 'command', { id })),
    choosePedal: options.pedals.choose,
    forgetPedal: options.pedals.forget,
    setMenu: (menus) => setApplicationMenu(menus, (id) => send(options.window(), 'command', { id })),
    closeReady: options.closeReady,
    reloadWindow: () => options.window().webContents.reload(),
  };
}
