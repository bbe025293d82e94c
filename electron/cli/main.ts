import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { runCommandLine } from './run-command-line.ts';

Object.defineProperty(globalThis, 'crypto', { value: globalThis.crypto ?? webcrypto });

const programFolder = resolve(__dirname, '../..');
const { version } = JSON.parse(readFileSync(resolve(programFolder, 'package.json'), 'utf8')) as {
  version: string;
};

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? process.exitCode : 1);
});

void runCommandLine(
  {
    words: process.argv.slice(2),
    folder: process.cwd(),
    environment: process.env,
    platform: process.platform,
    readInput: async () => buffer(process.stdin),
    write: (data) => void process.stdout.write(data),
    tell: (line) => void process.stderr.write(`${line}\n`),
  },
  {
    version,
    resourcesPath: resolve(programFolder, 'resources'),
    nativeBinding: process.env.MINBER_SQLITE_BINDING,
  },
).then((status) => {
  process.exitCode = status;
});
