import { join } from 'node:path';
import type { MediaId } from '../../shared/model/ids.ts';
import { openDatabase } from '../database/open-database.ts';
import { findMedia } from '../database/recording-store.ts';
import { createAnalysisCache } from '../media/analysis-cache.ts';
import { createProxyStore } from '../media/proxy-store.ts';
import type { App, AppOptions, LibraryAccess } from './app.ts';
import { createBackups, freeBackupPath } from './back-up.ts';
import { backupFolder } from './backup-names.ts';
import { playedPath } from './bundles/small-sound.ts';
import { compactLibrary } from './compact-history.ts';
import { createFfmpegTools } from './ffmpeg-tools.ts';
import { createGrants } from './grants.ts';
import { createMediaHashing } from './hash-media.ts';
import { createMediaWork, readyPath } from './media-work.ts';
import { openSettings } from './settings.ts';

const HOUR_MS = 60 * 60 * 1000;

/**
 * Opens the library and what belongs to it. Throws MinberError when the library cannot be opened: `library-locked`,
 * `library-newer`, `library-not-ours`, `library-damaged`, `library-read-only`, `disk-full`.
 */
export function openApp(options: AppOptions): App {
  const { libraryPath, userDataPath, resourcesPath, nativeBinding, logger } = options;
  const now = options.clock ?? (() => new Date());
  const openLibrary = () =>
    openDatabase(libraryPath, {
      nativeBinding,
      migrationCopyPath: () => freeBackupPath(backupFolder(libraryPath), now(), 'before-update'),
    });

  const settings = openSettings(join(userDataPath, 'settings.json'), logger);
  const author = () => settings.current().authorName;
  let library = openLibrary();
  const access: LibraryAccess = {
    get library() {
      return library;
    },
    now,
    author,
  };
  const grants = createGrants();
  const backups = createBackups(access, options);
  const hashing = createMediaHashing(access, logger);
  const analyses = createAnalysisCache(join(userDataPath, 'peaks'));
  const proxies = createProxyStore(`${libraryPath}-proxies`);
  const ffmpeg = createFfmpegTools(settings, options.programFolder);
  const mediaWork = createMediaWork({
    access,
    analyses,
    proxies,
    ffmpeg,
    logger,
    doneFolder: join(userDataPath, 'peaks'),
    workerPath: options.passWorkerPath ?? null,
    limitBytes: () => settings.current().proxyLimitGb * 1024 ** 3,
  });
  const probed: App['probed'] = new Map();
  let hourly: NodeJS.Timeout | undefined;
  let compacting: Promise<void> | undefined;
  const closing = new AbortController();

  const backUpIfDue = () => {
    backups.makeIfDue().catch((error: unknown) => logger.error('the daily backup failed', error));
  };

  return {
    get library() {
      return library;
    },
    now,
    author,
    libraryPath,
    userDataPath,
    resourcesPath,
    nativeBinding,
    logger,
    probed,
    exported: new Set(),
    analyses,
    backups,
    hashing,
    ffmpeg,
    proxies,
    mediaWork,
    settings: settings.current,
    changeSettings: settings.change,
    grantFile: grants.grant,
    grantFiles: (paths) => paths.map((path) => grants.grant(path)),
    grantedPath: grants.pathOf,
    mediaPath: (id) => {
      const ready = probed.get(id)?.path ?? readyPath({ access, proxies }, id);
      const original = findMedia(library, id)?.path;
      if (ready !== null && ready !== original) return ready;
      const played = original ? playedPath(libraryPath, id as MediaId, original) : null;
      return ready === null && played === original ? null : played;
    },
    replaceLibrary: (swap) => {
      library.close();
      try {
        swap();
      } finally {
        library = openLibrary();
      }
    },
    startBackground: () => {
      hashing.wake();
      mediaWork.resumeAll();
      backUpIfDue();
      hourly = setInterval(backUpIfDue, HOUR_MS);
      compacting = compactLibrary(access, closing.signal).catch((error: unknown) =>
        logger.error('the history could not be compacted', error),
      );
    },
    close: async () => {
      clearInterval(hourly);
      closing.abort();
      await Promise.all([compacting, hashing.stop(), mediaWork.close(), backups.stop(), settings.settled()]);
      library.close();
    },
  };
}
