import { join } from 'node:path';
import log from 'electron-log/main';
import type { Logger } from '../services/logger.ts';

/** Opens the log file, kept under 5 MB with one older file beside it; errors nobody caught go there too. */
export function openLog(userDataPath: string): { logger: Logger; path: string } {
  const path = join(userDataPath, 'logs', 'minber.log');
  log.transports.file.resolvePathFn = () => path;
  log.transports.file.maxSize = 5 * 1024 * 1024;
  log.transports.file.level = 'info';
  log.transports.console.level = 'warn';
  log.errorHandler.startCatching({ showDialog: false });
  return {
    path,
    logger: {
      info: (message) => log.info(message),
      warn: (message, cause) => log.warn(message, ...(cause === undefined ? [] : [cause])),
      error: (message, cause) => log.error(message, ...(cause === undefined ? [] : [cause])),
    },
  };
}
