import { basename, dirname, join } from 'node:path';

/** The folder beside the library for media that came in bundles, in a folder of its own each. */
export const mediaFolder = (libraryPath: string): string =>
  join(dirname(libraryPath), `${basename(libraryPath)}-media`);
