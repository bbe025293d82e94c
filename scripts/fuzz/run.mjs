import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { FORMATS } from '../../shared/formats/registry.ts';
import { projectPath } from '../setup/places.mjs';
import { inputsOf } from './inputs.mjs';

/**
 * Options: `--only id,id`, `--runs` inputs a reader, `--seed`, `--limit` milliseconds an input. A failure (a throw, a
 * result that is not sound, an input that takes too long) is kept in shared/formats/fixtures/fuzz, whose files are
 * read by the unit tests from then on.
 */
const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    limit: { type: 'string', default: '2000' },
  },
});
const runs = Number(options.runs);
const seed = Number(options.seed);
const limitMs = Number(options.limit);
const KEPT = projectPath('shared', 'formats', 'fixtures', 'fuzz');
const LOOK_MS = 50;
/** One fault shows up in many inputs; a few are enough to find it. */
const MOST_KEPT = 5;

const readers = FORMATS.filter(({ read }) => read);
const wanted = options.only?.split(',') ?? readers.map(({ id }) => id);
const unknown = wanted.filter((id) => !readers.some((format) => format.id === id));
if (unknown.length > 0 || ![runs, seed, limitMs].every(Number.isSafeInteger)) {
  console.error(`There is no reader ${unknown.join(', ')}, or a number is none.`);
  process.exit(2);
}

/** Reads inputs from `first` on in a thread; resolves with the faults, and where the thread had to be ended. */
function readFrom(id, first) {
  const progress = new SharedArrayBuffer(4);
  const current = new Int32Array(progress);
  current[0] = -1;
  const faults = [];
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    workerData: { id, seed, first, end: runs, progress },
  });
  return new Promise((resolve, reject) => {
    let seen = -1;
    let since = Date.now();
    const finish = (next) => {
      clearInterval(clock);
      resolve({ faults, next });
    };
    const clock = setInterval(() => {
      const number = Atomics.load(current, 0);
      if (number !== seen) {
        seen = number;
        since = Date.now();
      } else if (number >= 0 && number < runs && Date.now() - since > limitMs) {
        faults.push({ number, fault: `took longer than ${limitMs} ms` });
        worker.terminate();
        finish(number + 1);
      }
    }, LOOK_MS);
    worker.on('message', (fault) => faults.push(fault));
    worker.on('error', (error) => {
      if (current[0] < 0) reject(error);
      else faults.push({ number: current[0], fault: String(error) });
    });
    worker.on('exit', () => finish(current[0] + 1));
  });
}

async function fuzz({ id, extensions }) {
  const startedMs = Date.now();
  const faults = [];
  for (let next = 0; next < runs; ) {
    const part = await readFrom(id, next);
    faults.push(...part.faults);
    next = part.next;
  }
  const input = await inputsOf(id, seed);
  for (const { number, fault } of faults.slice(0, MOST_KEPT)) {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(join(KEPT, `${id}-${seed}-${number}.${extensions[0]}`), input(number));
    console.log(`  ${id} ${number}: ${fault}`);
  }
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  console.log(`${id}: ${runs} inputs, ${faults.length} failed, ${seconds} s`);
  return faults.length;
}

let failed = 0;
for (const format of readers) if (wanted.includes(format.id)) failed += await fuzz(format);
process.exitCode = failed > 0 ? 1 : 0;
