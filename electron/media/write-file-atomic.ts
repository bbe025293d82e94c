import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Writes a file so that, whatever happens, `path` holds either what it held before or all of `bytes`: a temporary
 * file in the same folder, flushed to the disk, then renamed. Rejects with the system's error and leaves nothing
 * behind.
 */
export async function writeFileAtomic(path: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = temporaryBeside(path);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Returns a path in the same folder for what is not whole yet. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.minber-${randomUUID()}.tmp`);
}

/** Flushes the names in a folder to the disk, where the system can. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
