import { open, stat } from 'node:fs/promises';
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
 * 416 when the range lies behind its end, 405 for a method other than GET, HEAD and OPTIONS. A body that nobody
 * reads takes one chunk of memory. The file is open only while a chunk is read: a page that goes away does not
 * always cancel what it had asked for, and an open file cannot be moved on every system.
 */
export async function mediaResponse(
  path: string | null,
  request: { readonly method: string; readonly headers: Pick<Headers, 'get'> },
): Promise<Response> {
  if (request.method === 'OPTIONS') return empty(204);
  if (request.method !== 'GET' && request.method !== 'HEAD') return empty(405);
  const found = path === null ? null : await stat(path).catch(() => null);
  if (path === null || !found?.isFile()) return empty(404);

  const wanted = parseRange(request.headers.get('range'), found.size);
  if (wanted.kind === 'unsatisfiable') return empty(416, { 'Content-Range': `bytes */${found.size}` });
  const start = wanted.kind === 'part' ? wanted.start : 0;
  const end = wanted.kind === 'part' ? wanted.end : found.size - 1;
  const signature = await readBytes(path, 0, SIGNATURE_BYTES).catch(() => null);
  if (!signature) return empty(403);
  const headers: Record<string, string> = {
    ...SHARED_HEADERS,
    'Content-Type': contentType(signature),
    'Content-Length': String(end - start + 1),
  };
  if (wanted.kind === 'part') headers['Content-Range'] = `bytes ${start}-${end}/${found.size}`;
  const body = request.method === 'HEAD' ? null : bodyOf(path, start, end);
  return new Response(body, { status: wanted.kind === 'part' ? 206 : 200, headers });
}

/** Streams `[start, end]` of a file, reading a chunk when asked to. A file that got shorter ends early. */
function bodyOf(path: string, start: number, end: number): ReadableStream<Uint8Array> {
  let position = start;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const chunk = await readBytes(path, position, Math.min(CHUNK_BYTES, end - position + 1));
      position += chunk.length;
      if (chunk.length > 0) controller.enqueue(chunk);
      if (chunk.length === 0 || position > end) controller.close();
    },
  });
}

async function readBytes(path: string, position: number, length: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const chunk = new Uint8Array(length);
    const { bytesRead } = await file.read(chunk, 0, length, position);
    return bytesRead === length ? chunk : chunk.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Returns the type by the first bytes of the file, since names lie. */
function contentType(signature: Uint8Array): string {
  const text = String.fromCharCode(...signature);
  if (text.slice(4, 8) === 'ftyp') return 'video/mp4';
  if (text.startsWith('\x1aE\xdf\xa3')) return 'video/webm';
  if (text.startsWith('OggS')) return 'audio/ogg';
  if (text.startsWith('fLaC')) return 'audio/flac';
  if (text.startsWith('RIFF') && text.endsWith('WAVE')) return 'audio/wav';
  if (text.startsWith('ID3') || isMp3Frame(signature)) return 'audio/mpeg';
  return 'application/octet-stream';
}

/** Eleven bits of sync and layer III (ISO 11172-3, 2.4.2.3). */
function isMp3Frame([first = 0, second = 0]: Uint8Array): boolean {
  return first === 0xff && (second & 0xe6) === 0xe2;
}

function empty(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { ...SHARED_HEADERS, ...headers } });
}
