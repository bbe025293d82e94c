import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProxyStore, type ProxyKey } from './proxy-store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minber-proxies-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = (fingerprint: string, channel: number | null = null): ProxyKey => ({
  fingerprint,
  track: 0,
  channel,
});

async function put(fingerprint: string, bytes: number, usedAt: number): Promise<void> {
  const store = createProxyStore(folder);
  writeFileSync(await store.begin(key(fingerprint)), Buffer.alloc(bytes));
  await store.adopt(key(fingerprint));
  utimesSync(join(folder, `${fingerprint}.0.mkv`), usedAt, usedAt);
}

test('those used longest ago go first, one in use never, and what was left half done always', async () => {
  const store = createProxyStore(folder);
  await put('oldest', 100, 1000);
  await put('old', 100, 2000);
  await put('new', 100, 3000);
  writeFileSync(await store.begin(key('half')), Buffer.alloc(10));
  await store.prune(250, []);
  expect(readdirSync(folder).sort()).toEqual(['new.0.mkv', 'old.0.mkv']);
  await store.prune(50, [key('old')]);
  expect(readdirSync(folder)).toEqual(['old.0.mkv']);
  expect(await store.bytes()).toBe(100);
});

test('one that is asked for counts as used, and a content is forgotten with all its channels', async () => {
  const store = createProxyStore(folder);
  await put('a', 10, 1000);
  await put('b', 10, 2000);
  expect(store.find(key('a'))).toBe(join(folder, 'a.0.mkv'));
  await store.prune(10, []);
  expect(readdirSync(folder)).toEqual(['a.0.mkv']);
  writeFileSync(await store.begin(key('a', 1)), 'x');
  await store.adopt(key('a', 1));
  await store.forget('a');
  expect(readdirSync(folder)).toEqual([]);
  expect(store.find(key('a'))).toBeNull();
});
