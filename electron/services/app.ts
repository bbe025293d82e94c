import type { GrantedFile, Settings } from '../../shared/ipc/contract.ts';
import type { MediaId } from '../../shared/model/ids.ts';
import type { MediaSetup } from '../../shared/model/media-setup.ts';
import type { LibraryDatabase } from '../database/library-database.ts';
import type { AnalysisCache } from '../media/analysis-cache.ts';
import type { ProxyStore } from '../media/proxy-store.ts';
import type { Backups } from './back-up.ts';
import type { FfmpegTools } from './ffmpeg-tools.ts';
import type { MediaHashing } from './hash-media.ts';
import type { Logger } from './logger.ts';
import type { MediaWork } from './media-work.ts';
import type { SettingsChange } from './settings.ts';

export interface AppOptions {
  /** The library file; made when it does not exist. */
  readonly libraryPath: string;
  /** The folder of settings, cached peaks and the sample's copy. */
  readonly userDataPath: string;
  /** The folder of what comes with the program: `sample` with forum.mp4 and forum.json, `fonts` for PDF. */
  readonly resourcesPath: string;
  /** The folder of the program itself, where an ffmpeg may lie beside it. */
  readonly programFolder?: string | undefined;
  /** The program of the thread in which media are read; absent: they are read in this one. */
  readonly passWorkerPath?: string | undefined;
  /** The compiled addon of better-sqlite3; absent: the one that comes with it. */
  readonly nativeBinding?: string | undefined;
  readonly logger: Logger;
  readonly clock?: () => Date;
}

/** A file that was looked at and is not in the library yet. */
export interface ProbedMedia {
  readonly id: MediaId;
  readonly path: string;
  readonly bytes: number;
  readonly fingerprint: string;
  readonly modifiedAt: Date;
  /** How it is to be played, once it has been examined. */
  readonly setup?: MediaSetup;
}

/** What most verbs need: the open library and the time. */
export interface LibraryAccess {
  /** The library as it is open now; a restore replaces it, so it is asked for at each use. */
  readonly library: LibraryDatabase;
  now(): Date;
  /** Who is at the desk, by the name in their settings; '' when not known. */
  author(): string;
}

/**
 * The running program without its window: `openApp(options: AppOptions): App` in `open-app.ts` makes it, and
 * throws a MinberError when the library cannot be opened. Verbs of `services` take it as their first argument.
 */
export interface App extends LibraryAccess {
  readonly libraryPath: string;
  readonly userDataPath: string;
  readonly resourcesPath: string;
  readonly nativeBinding: string | undefined;
  readonly logger: Logger;
  readonly probed: Map<string, ProbedMedia>;
  /** Paths of exports written in this run: those that the person may be shown. */
  readonly exported: Set<string>;
  readonly analyses: AnalysisCache;
  readonly backups: Backups;
  readonly hashing: MediaHashing;
  readonly ffmpeg: FfmpegTools;
  readonly proxies: ProxyStore;
  readonly mediaWork: MediaWork;
  settings(): Settings;
  changeSettings(change: SettingsChange): Promise<Settings>;
  grantFile(path: string): GrantedFile;
  grantFiles(paths: readonly string[]): GrantedFile[];
  /** Throws `bad-request` for a token that was not handed out in this run. */
  grantedPath(grant: string): string;
  /** The file behind `media://<mediaId>`: of the library or probed in this run; null when there is none. */
  mediaPath(mediaId: string): string | null;
  /** Closes the library, lets `swap` put another file in its place, and opens what is there. */
  replaceLibrary(swap: () => void): void;
  /** Starts what nobody waits for: the daily backup, hashes of media. Call it once the window is shown. */
  startBackground(): void;
  /** Stops the background work and closes the library. Call it last, after the window has flushed. */
  close(): Promise<void>;
}
