import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fileFingerprint, fileSha256 } from './fingerprint.ts';

function fileOf(bytes: Uint8Array, name = 'a'): string {
  const folder = mkdtempSync(join(tmpdir(), 'minber-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

test('is the same for a copy under another name', async () => {
  const bytes = randomBytes(3_000_000);
  expect(await fileFingerprint(fileOf(bytes))).toBe(await fileFingerprint(fileOf(bytes, 'b')));
});

test.each([0, 1, 65_535, 65_536, 65_537, 2_000_000])(
  'of %d bytes changes with the first, the last and the size',
  async (size) => {
    const bytes = randomBytes(size);
    const whole = await fileFingerprint(fileOf(bytes));
    expect(whole).toMatch(/^[0-9a-f]{64}$/);
    expect(await fileFingerprint(fileOf(Buffer.concat([bytes, Buffer.alloc(1)])))).not.toBe(whole);
    for (const at of size === 0 ? [] : [0, size - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await fileFingerprint(fileOf(changed))).not.toBe(whole);
    }
  },
);

test('the hash of a whole file is its SHA-256', async () => {
  const bytes = randomBytes(1_000_000);
  const expected = createHash('sha256').update(bytes).digest('hex');
  expect(await fileSha256(fileOf(bytes), new AbortController().signal)).toBe(expected);
});

test('hashing stops when it is told to', async () => {
  const path = fileOf(randomBytes(1000));
  await expect(fileSha256(path, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
});
