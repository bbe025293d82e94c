import { existsSync, utimesSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Which file for playing is meant: of this content, this track, this channel or all. */
export interface ProxyKey {
  readonly fingerprint: string;
  readonly track: number;
  readonly channel: number | null;
}

/** Files for playing, kept in a folder beside the library. They can be removed at any time and are made anew. */
export interface ProxyStore {
  /** Null when there is none; one that is asked for counts as used now. */
  find(key: ProxyKey): string | null;
  /** Where a new one is written before it is whole. */
  begin(key: ProxyKey): Promise<string>;
  /** Takes what was begun and is whole. */
  adopt(key: ProxyKey): Promise<void>;
  /** Removes what was begun and will not be whole. */
  abandon(key: ProxyKey): Promise<void>;
  /** Removes those that were used longest ago until the rest fit; never one of `kept`. */
  prune(limitBytes: number, kept: readonly ProxyKey[]): Promise<void>;
  /** Removes those of a file that nobody needs any more. */
  forget(fingerprint: string): Promise<void>;
  /** What they take up. */
  bytes(): Promise<number>;
}

const EXTENSION = '.mkv';
const PART = '.part';

export function createProxyStore(folder: string): ProxyStore {
  const nameOf = ({ fingerprint, track, channel }: ProxyKey) =>
    `${fingerprint}.${track}${channel === null ? '' : `.${channel}`}${EXTENSION}`;
  const pathOf = (key: ProxyKey) => join(folder, nameOf(key));
  const list = async () => {
    const names = await readdir(folder).catch(() => []);
    const files = await Promise.all(
      names.map(async (name) => {
        const found = await stat(join(folder, name)).catch(() => null);
        return found?.isFile() ? [{ name, bytes: found.size, usedAtMs: found.mtimeMs }] : [];
      }),
    );
    return files.flat();
  };
  const remove = (name: string) => rm(join(folder, name), { force: true });

  return {
    find: (key) => {
      const path = pathOf(key);
      if (!existsSync(path)) return null;
      const now = new Date();
      utimesSync(path, now, now);
      return path;
    },
    begin: async (key) => {
      await mkdir(folder, { recursive: true });
      return pathOf(key) + PART;
    },
    adopt: (key) => rename(pathOf(key) + PART, pathOf(key)),
    abandon: (key) => remove(nameOf(key) + PART),
    prune: async (limitBytes, kept) => {
      const keptNames = new Set(kept.flatMap((key) => [nameOf(key), nameOf(key) + PART]));
      const files = (await list()).sort((a, b) => a.usedAtMs - b.usedAtMs);
      let total = files.reduce((sum, { bytes }) => sum + bytes, 0);
      for (const { name, bytes } of files) {
        const isLeftOver = name.endsWith(PART);
        if (keptNames.has(name) || (total <= limitBytes && !isLeftOver)) continue;
        await remove(name);
        total -= bytes;
      }
    },
    forget: async (fingerprint) => {
      const files = await list();
      await Promise.all(
        files.filter(({ name }) => name.startsWith(`${fingerprint}.`)).map(({ name }) => remove(name)),
      );
    },
    bytes: async () => (await list()).reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
