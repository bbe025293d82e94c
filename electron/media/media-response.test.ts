import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mediaResponse } from './media-response.ts';

const BYTES = 3 * 1024 * 1024 + 17;
const content = Uint8Array.from({ length: BYTES }, (_, index) => (index * 31) & 0xff);
let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minber-media-'));
  file = join(folder, 'recording.bin');
  await writeFile(file, content);
});

afterAll(() => rm(folder, { recursive: true }));

const get = (range?: string, method = 'GET') =>
  mediaResponse(file, { method, headers: new Headers(range === undefined ? {} : { range }) });

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

/** How many descriptors of this process point at the file. */
async function openDescriptors(): Promise<number> {
  const fds = await readdir('/proc/self/fd');
  const targets = await Promise.all(fds.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return targets.filter((target) => target === file).length;
}

describe('the answer to a request for a media file', () => {
  it('is the whole file when no range is asked for', async () => {
    const response = await get();
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Length')).toBe(String(BYTES));
    expect(response.headers.get('Accept-Ranges')).toBe('bytes');
    expect(Buffer.compare(await bytesOf(response), content)).toBe(0);
  });

  it('is exactly the range asked for, across chunks', async () => {
    const response = await get(`bytes=5-${BYTES - 3}`);
    expect(response.status).toBe(206);
    expect(response.headers.get('Content-Range')).toBe(`bytes 5-${BYTES - 3}/${BYTES}`);
    expect(response.headers.get('Content-Length')).toBe(String(BYTES - 7));
    expect(Buffer.compare(await bytesOf(response), content.subarray(5, BYTES - 2))).toBe(0);
  });

  it('is the end of the file for a suffix', async () => {
    expect(await bytesOf(await get('bytes=-9'))).toEqual(content.subarray(BYTES - 9));
  });

  it('is 416 with the size when the range lies behind the end', async () => {
    const response = await get(`bytes=${BYTES}-`);
    expect(response.status).toBe(416);
    expect(response.headers.get('Content-Range')).toBe(`bytes */${BYTES}`);
  });

  it('has headers and no body for HEAD', async () => {
    const response = await get('bytes=0-9', 'HEAD');
    expect(response.status).toBe(206);
    expect(response.headers.get('Content-Length')).toBe('10');
    expect(response.body).toBeNull();
  });

  it('is 404 for an unknown id, a missing file and a folder, and 405 for a write', async () => {
    const headers = new Headers();
    expect((await mediaResponse(null, { method: 'GET', headers })).status).toBe(404);
    expect((await mediaResponse(join(folder, 'none'), { method: 'GET', headers })).status).toBe(404);
    expect((await mediaResponse(folder, { method: 'GET', headers })).status).toBe(404);
    expect((await get(undefined, 'PUT')).status).toBe(405);
  });

  it('lets the pages of the program read it', async () => {
    const response = await get('bytes=0-0', 'OPTIONS');
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe('Range');
  });

  it('is an empty body for an empty file', async () => {
    const path = join(folder, 'empty');
    await writeFile(path, '');
    const response = await mediaResponse(path, { method: 'GET', headers: new Headers() });
    expect(response.status).toBe(200);
    expect((await bytesOf(response)).length).toBe(0);
  });

  it.each([
    ['video/mp4', '\0\0\0 ftypisom'],
    ['video/webm', '\x1aE\xdf\xa3\x01\0\0\0'],
    ['audio/ogg', 'OggS\0\x02'],
    ['audio/flac', 'fLaC\0\0\0"'],
    ['audio/wav', 'RIFF\x24\0\0\0WAVE'],
    ['audio/mpeg', 'ID3\x04\0'],
    ['audio/mpeg', '\xff\xfb\x90\x64'],
    ['application/octet-stream', 'GIF89a'],
  ])('names %s by the first bytes, whatever the file is called', async (type, head) => {
    const path = join(folder, 'lies.txt');
    await writeFile(path, Buffer.from(head.padEnd(64, '\0'), 'latin1'));
    const response = await mediaResponse(path, { method: 'HEAD', headers: new Headers() });
    expect(response.headers.get('Content-Type')).toBe(type);
  });
});

describe('a served file', () => {
  it('is open neither while its body waits to be read, nor after', async () => {
    const reader = (await get()).body?.getReader();
    await reader?.read();
    await expect.poll(openDescriptors).toBe(0);
    await reader?.cancel();
    await (await get()).arrayBuffer();
    expect(await openDescriptors()).toBe(0);
  });

  it('is read no further than it is asked for', async () => {
    const path = join(folder, 'shrinks');
    await writeFile(path, content);
    const reader = (await mediaResponse(path, { method: 'GET', headers: new Headers() })).body?.getReader();
    await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await writeFile(path, '');
    await reader?.read();
    expect((await reader?.read())?.done).toBe(true);
  });
});
