import { readdir, stat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';

const MOST_FOLDERS = 300;
const MOST_FILES = 20_000;

interface Search {
  /** Where the file was. */
  readonly path: string;
  readonly bytes: number;
  /** Folders in which other files of the library lie. */
  readonly recentFolders: readonly string[];
  /** The roots of other disks; those of this computer where not given. */
  readonly disks?: readonly string[];
}

/**
 * Yields files of this size in the places where a file that has moved is likely to be, the likeliest first: its folder,
 * the folders inside and beside it, where other recordings lie, and the same path on other disks. Reads names and
 * sizes only, and gives up after some thousand files.
 */
export async function* likelyFiles(search: Search): AsyncGenerator<string> {
  const seen = new Set<string>();
  let files = 0;
  for await (const folder of folders(search)) {
    if (seen.has(folder) || seen.size >= MOST_FOLDERS) continue;
    seen.add(folder);
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile() || ++files > MOST_FILES) continue;
      const path = join(folder, entry.name);
      if (path === search.path) continue;
      const found = await stat(path).catch(() => null);
      if (found?.size === search.bytes) yield path;
    }
  }
}

async function* folders({ path, recentFolders, disks }: Search): AsyncGenerator<string> {
  const folder = dirname(path);
  yield folder;
  yield* await foldersIn(folder);
  yield* recentFolders;
  if (dirname(folder) !== folder) {
    yield dirname(folder);
    yield* await foldersIn(dirname(folder));
  }
  const tails = tailsOf(folder);
  for (const disk of disks ?? (await otherDisks())) {
    for (const tail of tails) yield join(disk, tail);
    yield disk;
    yield* await foldersIn(disk);
  }
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => join(folder, name));
}

/** The ends of a folder's path, longest first: a disk that was mounted elsewhere keeps what lies on it. */
function tailsOf(folder: string): readonly string[] {
  const parts = folder.slice(parse(folder).root.length).split(/[\\/]/).filter(Boolean);
  return parts.map((_, index) => join(...parts.slice(index)));
}

/** Where systems mount disks that come and go. */
async function otherDisks(): Promise<readonly string[]> {
  if (process.platform === 'win32') return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`);
  if (process.platform === 'darwin') return foldersIn('/Volumes');
  const users = (await Promise.all(['/media', '/run/media'].map(foldersIn))).flat();
  const disks = (await Promise.all(users.map(foldersIn))).flat();
  return [...disks, ...users, ...(await foldersIn('/mnt'))];
}
