import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, type Session, session } from 'electron';

/** A session of its own, in memory: what is printed shares nothing with the program's page. */
const PARTITION = 'print';

const POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

const FONT_FACE = /@font-face\s*\{[^}]*\}/g;
const FONT_FILE = /^\/assets\/[\w-]+\.woff2$/;

const pages = new Map<string, string>();
let printing: Session | null = null;

/**
 * Returns a page as PDF, as its own style says (`@page`), with the program's fonts embedded. The page runs no script
 * and reaches nothing but those fonts; it is shown in no window. `rendererFolder` is where the built page of the
 * program lies. Rejects when the engine cannot print it.
 */
export async function printToPdf(html: string, rendererFolder: string): Promise<Uint8Array> {
  printing ??= openSession(rendererFolder);
  const id = randomUUID();
  const link = '<link rel="stylesheet" href="/fonts.css">';
  pages.set(`/${id}`, html.replace('</head>', `${link}</head>`));
  const window = new BrowserWindow({
    show: false,
    width: 800,
    height: 1100,
    webPreferences: {
      session: printing,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(`app://print/${id}`);
    return await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true });
  } finally {
    pages.delete(`/${id}`);
    window.destroy();
  }
}

function openSession(rendererFolder: string): Session {
  const own = session.fromPartition(PARTITION);
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    const page = host === 'print' ? pages.get(pathname) : undefined;
    if (page !== undefined) return answer(page, 'text/html; charset=utf-8');
    if (pathname === '/fonts.css') return answer(await fontFaces(rendererFolder), 'text/css; charset=utf-8');
    const font = FONT_FILE.test(pathname)
      ? await readFile(join(rendererFolder, pathname)).catch(() => null)
      : null;
    return font ? answer(font, 'font/woff2') : new Response(null, { status: 404 });
  });
  return own;
}

const answer = (body: string | Uint8Array<ArrayBuffer>, type: string) =>
  new Response(body, { headers: { 'Content-Type': type, 'Content-Security-Policy': POLICY } });

/** Returns the rules for fonts of the program's own style sheets; addresses in them are made absolute. */
async function fontFaces(rendererFolder: string): Promise<string> {
  const assets = join(rendererFolder, 'assets');
  const sheets = (await readdir(assets)).filter((name) => name.endsWith('.css'));
  const texts = await Promise.all(sheets.map((name) => readFile(join(assets, name), 'utf8')));
  const faces = texts.flatMap((text) => text.match(FONT_FACE) ?? []);
  return faces.join('\n').replace(/url\((["']?)(?:\.\/|\/assets\/)?([\w-]+\.woff2)\1\)/g, 'url(/assets/$2)');
}
