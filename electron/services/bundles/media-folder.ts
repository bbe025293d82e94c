import { basename, dirname, join } from 'node:path';
import type { MediaId } from '../../../shared/model/ids.ts';

/** The folder beside the library for media that came in bundles, in a folder of its own each. */
export const mediaFolder = (libraryPath: string): string =>
  join(dirname(libraryPath), `${basename(libraryPath)}-media`);

/** Where the small sound of a medium lies that came in a bundle without the original. */
export const smallSoundPath = (libraryPath: string, id: MediaId): string =>
  join(mediaFolder(libraryPath), id, 'small.webm');
