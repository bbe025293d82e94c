import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectPath, stampPath } from '../setup/places.mjs';
import { readRuntimeInfo } from '../setup/runtime-info.mjs';
import { table } from './figures.mjs';

/** Measures by name, in the order in which they run. Those of the last line take long and run when asked for. */
const MEASURES = ['typing', 'checks', 'start', 'saving', 'media', 'export', 'press', 'history'];
const LONG_MEASURES = ['search'];

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean' }, full: { type: 'boolean' } },
});
const known = [...MEASURES, ...LONG_MEASURES];
const wanted = options.only?.split(',') ?? (options.full ? known : MEASURES);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no measure ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(2);
}

// Beside the project rather than in the system's temporary folder, which may be memory: commits belong on a disk.
await mkdir(projectPath('.build'), { recursive: true });
const folder = await mkdtemp(stampPath('bench-'));
const figures = [];
try {
  for (const name of wanted) {
    console.log(`Measuring: ${name}`);
    const { measure } = await import(`./${name}.mjs`);
    const own = join(folder, name);
    await mkdir(own);
    figures.push(...(await measure(own, { quick: options.quick === true })));
    await rm(own, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

const { electronVersion } = readRuntimeInfo();
await writeFile(
  stampPath('bench.json'),
  `${JSON.stringify({ at: new Date().toISOString(), electronVersion, figures }, null, 2)}\n`,
);
console.log(`\nElectron ${electronVersion}\n\n${table(figures)}`);
