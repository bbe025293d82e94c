import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

const SAMPLE_COUNT = 9;
const SAMPLE_BYTES = 64 * 1024;

/**
 * Returns 64 hex digits that tell a file from others by its size and by nine samples of it, the first and the last
 * bytes among them: the same time for a long file as for a short one. Rejects with the system's error.
 */
export async function fileFingerprint(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const hash = createHash('sha256').update(`${size}\n`);
    for (const offset of sampleOffsets(size)) hash.update(await readAt(file, offset));
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}

function sampleOffsets(size: number): readonly number[] {
  const last = Math.max(0, size - SAMPLE_BYTES);
  const offsets = Array.from({ length: SAMPLE_COUNT }, (_, index) =>
    Math.floor((last * index) / (SAMPLE_COUNT - 1)),
  );
  return [...new Set(offsets)];
}

async function readAt(file: FileHandle, offset: number): Promise<Uint8Array> {
  const buffer = Buffer.alloc(SAMPLE_BYTES);
  const { bytesRead } = await file.read(buffer, 0, SAMPLE_BYTES, offset);
  return buffer.subarray(0, bytesRead);
}

/** Returns the SHA-256 of the whole file in lower-case hex, read in pieces. Rejects when aborted. */
export async function fileSha256(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 256 * 1024, signal }))
    hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** Returns the SHA-256 of bytes in lower-case hex. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
