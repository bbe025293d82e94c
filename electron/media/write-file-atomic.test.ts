import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeFileAtomic } from './write-file-atomic.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'minber-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('replaces what a file held and leaves nothing else behind', async () => {
  const folder = temporaryFolder();
  const path = join(folder, `${'ұзын атау '.repeat(13)}.txt`);
  writeFileSync(path, 'бұрынғы');
  await writeFileAtomic(path, new TextEncoder().encode('жаңа'));
  expect(readFileSync(path, 'utf8')).toBe('жаңа');
  expect(readdirSync(folder)).toHaveLength(1);
});

test('keeps what is there when it cannot write, and takes its own file away', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'taken');
  mkdirSync(path);
  writeFileSync(join(path, 'inside'), 'бұрынғы');
  await expect(writeFileAtomic(path, 'жаңа')).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['taken']);
  expect(readFileSync(join(path, 'inside'), 'utf8')).toBe('бұрынғы');
});

test('rejects with the code of the system where the folder is missing', async () => {
  await expect(writeFileAtomic(join(temporaryFolder(), 'none', 'a'), '')).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
