import type { Logger } from './logger.ts';

export interface AppOptions {
  /** The library file; made when it does not exist. */
  readonly libraryPath: string;
  /** The folder of settings, cached peaks and the sample's copy. */
  readonly userDataPath: string;
  /** The folder that holds the sample, forum.mp4 and forum.json. */
  readonly samplePath: string;
  /** The compiled addon of better-sqlite3; absent: the one that comes with it. */
  readonly nativeBinding?: string | undefined;
  readonly logger: Logger;
  readonly clock?: () => Date;
}

/**
 * The running program without its window: `openApp(options: AppOptions): App` in `open-app.ts` makes it, and
 * throws a MinberError when the library cannot be opened. Verbs of `services` take it as their first argument.
 */
export interface App {
  readonly libraryPath: string;
  readonly logger: Logger;
  /** The file behind `media://<mediaId>`: of the library or probed in this run; null when there is none. */
  mediaPath(mediaId: string): string | null;
  /** Starts what nobody waits for: the daily backup, hashes of media. Call it once the window is shown. */
  startBackground(): void;
  /** Stops the background work and closes the library. Call it last, after the window has flushed. */
  close(): Promise<void>;
}
