import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the set-up scripts. */
export const setupFolder = fileURLToPath(new URL('.', import.meta.url));

/** The project's folder. */
export const projectFolder = resolve(setupFolder, '../..');

/** Names a file in the project. */
export const projectPath = (...parts) => join(projectFolder, ...parts);

/** Names a file inside `node_modules`. */
export const packagePath = (...parts) => projectPath('node_modules', ...parts);

/** Names a file of what set-up remembers about this clone; never committed. */
export const stampPath = (name) => projectPath('.build', name);

/** Where what clones share is kept: the fetched runtime and what was compiled for it. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'minber');
