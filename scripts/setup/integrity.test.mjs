import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SetupFailure } from './failure.mjs';
import { checkIntegrity } from './integrity.mjs';

let folder;
let path;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minber-integrity-'));
  path = join(folder, 'package.tgz');
  await writeFile(path, 'the pinned bytes');
});

afterEach(() => rm(folder, { recursive: true }));

const integrityOf = (text) => `sha512-${createHash('sha512').update(text).digest('base64')}`;

test('the pinned file passes', async () => {
  await expect(checkIntegrity(path, integrityOf('the pinned bytes'))).resolves.toBeUndefined();
});

test('a file that differs in one byte is refused, with advice', async () => {
  const refusal = checkIntegrity(path, integrityOf('the pinned bytez'));
  await expect(refusal).rejects.toThrow(SetupFailure);
  await expect(refusal).rejects.toMatchObject({
    nextStep: expect.stringContaining('npm config get registry'),
  });
});
