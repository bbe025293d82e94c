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

