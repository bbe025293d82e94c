import { type FileHandle, open } from 'node:fs/promises';
import { parseRange } from './range-request.ts';

const CHUNK_BYTES = 512 * 1024;
const SIGNATURE_BYTES = 12;

/** Pages of the program come from another scheme, so the answer must allow them to read it. */
const SHARED_HEADERS = {
  'Accept-Ranges': 'bytes',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'Range',
  'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Length, Content-Range',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  // A recording may be pointed at another file under the same id; nothing of the old one may be replayed.
  'Cache-Control': 'no-store',
};

/**
 * Answers a request for a media file: 200 or 206 with the bytes as a stream, 404 when there is no such file,
 * 416 when the range lies behind its end, 405 for a method other than GET, HEAD and OPTIONS. The file stays
 * open until the body has been read or cancelled; a body that nobody reads takes one chunk of memory.
 */
export async function mediaResponse(
  path: string | null,
  request: { readonly method: string; readonly headers: Pick<Headers, 'get'> },
): Promise<Response> {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: SHARED_HEADERS });
  if (request.method !== 'GET' && request.method !== 'HEAD') return empty(405);
  const file = path === null ? null : await open(path, 'r').catch(() => null);
  if (!file) return empty(404);
  try {
    const found = await file.stat();
    if (!found.isFile()) return await closeAnd(file, empty(404));
    return await answer(file, found.size, request);
  } catch {
    return closeAnd(file, empty(500));
  }
}

async function answer(
  file: FileHandle,
  bytes: number,
  request: { readonly method: string; readonly headers: Pick<Headers, 'get'> },
): Promise<Response> {
  const wanted = parseRange(request.headers.get('range'), bytes);
  if (wanted.kind === 'unsatisfiable') {
    return closeAnd(file, empty(416, { 'Content-Range': `bytes */${bytes}` }));
  }
  const start = wanted.kind === 'part' ? wanted.start : 0;
  const end = wanted.kind === 'part' ? wanted.end : bytes - 1;
  const headers: Record<string, string> = {
    ...SHARED_HEADERS,
    'Content-Type': await contentType(file),
    'Content-Length': String(end - start + 1),
  };
  if (wanted.kind === 'part') headers['Content-Range'] = `bytes ${start}-${end}/${bytes}`;
  const status = wanted.kind === 'part' ? 206 : 200;
  if (request.method === 'HEAD') return closeAnd(file, new Response(null, { status, headers }));
  return new Response(bodyOf(file, start, end), { status, headers });
}

/** Streams `[start, end]` of an open file, reading when asked to, and closes it at the end or on cancel. */
function bodyOf(file: FileHandle, start: number, end: number): ReadableStream<Uint8Array> {
  let position = start;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const length = Math.min(CHUNK_BYTES, end - position + 1);
        const chunk = new Uint8Array(length);
        const { bytesRead } = length > 0 ? await file.read(chunk, 0, length, position) : { bytesRead: 0 };
        position += bytesRead;
        if (bytesRead > 0) controller.enqueue(bytesRead === length ? chunk : chunk.subarray(0, bytesRead));
        if (bytesRead > 0 && position <= end) return;
        await file.close();
        controller.close();
      } catch (error) {
        await file.close();
        throw error;
      }
    },
    async cancel() {
      await file.close();
    },
  });
}

/** Returns the type by the first bytes of the file, since names lie. */
async function contentType(file: FileHandle): Promise<string> {
  const head = Buffer.alloc(SIGNATURE_BYTES);
  await file.read(head, 0, SIGNATURE_BYTES, 0);
  const text = head.toString('latin1');
  if (text.slice(4, 8) === 'ftyp') return 'video/mp4';
  if (text.startsWith('\x1aE\xdf\xa3')) return 'video/webm';
  if (text.startsWith('OggS')) return 'audio/ogg';
  if (text.startsWith('fLaC')) return 'audio/flac';
  if (text.startsWith('RIFF') && text.endsWith('WAVE')) return 'audio/wav';
  if (text.startsWith('ID3') || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2)) return 'audio/mpeg';
  return 'application/octet-stream';
}

function empty(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { ...SHARED_HEADERS, ...headers } });
}

async function closeAnd(file: FileHandle, response: Response): Promise<Response> {
  await file.close();
  return response;
}
