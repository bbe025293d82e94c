import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from './write-file-atomic.ts';

/** What an analysis of media yields: the envelope of the sound, and where there is speech. */
export const ANALYSIS_KINDS = ['peaks', 'speech'] as const;
export type AnalysisKind = (typeof ANALYSIS_KINDS)[number];

/** Results of the analysis of media, kept as files under the fingerprint of the media they belong to. */
export interface AnalysisCache {
  /** Returns null when the media has not been analysed on this machine. */
  read(kind: AnalysisKind, fingerprint: string): Promise<Uint8Array<ArrayBuffer> | null>;
  write(kind: AnalysisKind, fingerprint: string, bytes: Uint8Array): Promise<void>;
  /** Removes all that is known of a medium. */
  forget(fingerprint: string): Promise<void>;
}

export function createAnalysisCache(folder: string): AnalysisCache {
  const pathOf = (kind: AnalysisKind, fingerprint: string) => join(folder, `${fingerprint}.${kind}`);
  return {
    read: async (kind, fingerprint) => {
      try {
        return new Uint8Array(await readFile(pathOf(kind, fingerprint)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    write: async (kind, fingerprint, bytes) => {
      await mkdir(folder, { recursive: true });
      await writeFileAtomic(pathOf(kind, fingerprint), bytes);
    },
    forget: async (fingerprint) => {
      await Promise.all(ANALYSIS_KINDS.map((kind) => rm(pathOf(kind, fingerprint), { force: true })));
    },
  };
}
