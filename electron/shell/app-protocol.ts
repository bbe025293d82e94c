import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { type CustomScheme, protocol } from 'electron';

export const APP_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** The page of the program; the only origin that may talk to the main process. */
export const APP_ORIGIN = 'app://minber';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

// Inline styles: the waveform and the focus primitives set them; nothing else is let in.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  // WebAssembly: the network that tells speech from other sound. It allows no script made from text.
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  'media-src media:',
  "connect-src 'self' media:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A picture of the library. */
export interface ServedPicture {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Serves the built renderer under `app://minber/`, and nothing outside its folder; and the portraits of the library under
 * `app://minber/portrait/`, which never change. Call once the app is ready.
 */
export function registerAppProtocol(
  rendererFolder: string,
  portrait: (id: string) => ServedPicture | null,
): void {
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    const id = /^\/portrait\/([0-9a-f]{64})$/.exec(pathname)?.[1];
    if (host === 'minber' && id !== undefined) return pictureResponse(portrait(id));
    const path = normalize(
      join(rendererFolder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)),
    );
    if (host !== 'minber' || !path.startsWith(rendererFolder + sep))
      return new Response(null, { status: 403 });
    const body = await readFile(path).catch(() => null);
    if (body === null) return new Response(null, { status: 404 });
    return new Response(body, {
      headers: {
        'Content-Type': CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Opener-Policy': 'same-origin',
      },
    });
  });
}

const pictureResponse = (found: ServedPicture | null) =>
  found
    ? new Response(new Uint8Array(found.bytes), {
        headers: {
          'Content-Type': found.type,
          'Cache-Control': 'private, max-age=31536000, immutable',
          'X-Content-Type-Options': 'nosniff',
        },
      })
    : new Response(null, { status: 404 });
