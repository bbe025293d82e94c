import { CustomSource } from 'mediabunny';
import { MinberError } from '../../shared/ipc/errors.ts';

// Large enough that the crossing costs little, small enough that two decoders stay within bounds.
const BLOCK_BYTES = 4 * 1024 * 1024;
const CACHE_BYTES = 4 * BLOCK_BYTES;

/**
 * Returns the bytes of `url` as a source for the demuxer, which asks for small pieces: each request fetches up
 * to the end of its block, so that the neighbours are there already when they are asked for.
 */
export function mediaSource(url: string): CustomSource {
  let bytes = 0;
  return new CustomSource({
    async getSize() {
      const response = await fetch(url, { method: 'HEAD' });
      if (!response.ok) throw new MinberError('file-missing');
      bytes = Number(response.headers.get('Content-Length'));
      return bytes;
    },
    read(start, end) {
      const blockEnd = (Math.floor(start / BLOCK_BYTES) + 1) * BLOCK_BYTES;
      return readBlock(url, start, Math.min(bytes, Math.max(end, blockEnd)));
    },
    maxCacheSize: CACHE_BYTES,
    prefetchProfile: 'none',
  });
}

/** A stream of one chunk: unlike an array, it may hold more than was asked for. */
function readBlock(url: string, start: number, end: number): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(await readRange(url, start, end));
      controller.close();
    },
  });
}

/** Returns the bytes `[start, end)` of `url`, fewer at its end. Rejects when there is no such file or place. */
export async function readRange(url: string, start: number, end: number): Promise<Uint8Array> {
  const response = await fetch(url, { headers: { Range: `bytes=${start}-${end - 1}` } });
  if (response.status !== 206) throw new MinberError('file-missing');
  return new Uint8Array(await response.arrayBuffer());
}
