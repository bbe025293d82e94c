import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from './write-file-atomic.ts';

/** Results of the analysis of media, kept as files under the fingerprint of the media they belong to. */
export interface PeaksCache {
  /** Returns null when the media has not been analysed on this machine. */
  read(fingerprint: string): Promise<Uint8Array<ArrayBuffer> | null>;
  write(fingerprint: string, peaks: Uint8Array): Promise<void>;
  forget(fingerprint: string): Promise<void>;
}

export function createPeaksCache(folder: string): PeaksCache {
  const pathOf = (fingerprint: string) => join(folder, `${fingerprint}.peaks`);
  return {
    read: async (fingerprint) => {
      try {
        return new Uint8Array(await readFile(pathOf(fingerprint)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    write: async (fingerprint, peaks) => {
      await mkdir(folder, { recursive: true });
      await writeFileAtomic(pathOf(fingerprint), peaks);
    },
    forget: (fingerprint) => rm(pathOf(fingerprint), { force: true }),
  };
}
