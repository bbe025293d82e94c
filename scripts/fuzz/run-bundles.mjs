import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import JSZip from 'jszip';
import { sha256Of } from '../../electron/media/fingerprint.ts';
import { addBundle } from '../../electron/services/bundles/add-bundle.ts';
import { destroyRecording } from '../../electron/services/change-recording.ts';
import { checkRecording } from '../../electron/services/check-library.ts';
import { openApp } from '../../electron/services/open-app.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import { projectPath } from '../setup/places.mjs';
import { mutated, randomFrom, wordsOf } from './mutate.mjs';

/**
 * Takes mutated bundles into a library: every second one changed as a file, the others in one of their parts, packed
 * anew with the right hash. Options: `--runs`, `--seed`, `--limit` milliseconds an input. A failure is an error that is
 * not told as one of a bundle, a library that is not sound afterwards, or a file where there was none before; its input
 * is kept beside the fixtures.
 */
const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    limit: { type: 'string', default: '2000' },
  },
});
const [runs, seed, limitMs] = [options.runs, options.seed, options.limit].map(Number);
const FIXTURES = projectPath('electron', 'services', 'bundles', 'fixtures');
const EXPECTED = new Set(['bundle-unreadable', 'bundle-newer']);

const whole = readFileSync(join(FIXTURES, 'version-1.minber'));
const zip = await JSZip.loadAsync(whole);
const names = Object.keys(zip.files).filter((name) => !zip.files[name].dir);
const parts = new Map(
  await Promise.all(names.map(async (name) => [name, await zip.file(name).async('nodebuffer')])),
);
const words = wordsOf([...parts.values()]);

const folder = mkdtempSync(join(tmpdir(), 'minber-fuzz-'));
const path = join(folder, 'sent.minber');
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
mkdirSync(join(folder, 'desk', 'data'), { recursive: true });
const app = openApp({
  libraryPath: join(folder, 'desk', 'library.minber-library'),
  userDataPath: join(folder, 'desk', 'data'),
  samplePath: projectPath('resources', 'sample'),
  logger: quiet,
});

/** Returns the bundle with one part changed and everything else as it should be. */
async function withPart(random) {
  const name = names[random(names.length)];
  const changed = mutated([parts.get(name)], words, random);
  const packed = new JSZip();
  const manifest = JSON.parse(parts.get('manifest.json'));
  manifest.parts = manifest.parts.map((part) =>
    part.name === name ? { name, bytes: changed.length, sha256: sha256Of(changed) } : part,
  );
  for (const [each, bytes] of parts) packed.file(each, bytes);
  if (name !== 'manifest.json') packed.file(name, changed);
  packed.file('manifest.json', name === 'manifest.json' ? changed : JSON.stringify(manifest));
  return packed.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}

const listing = () =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => !/-(wal|shm)$/.test(name))
    .sort()
    .join();

async function take(input) {
  writeFileSync(path, input);
  const before = listing();
  const startedMs = Date.now();
  try {
    const id = await addBundle(app, path, { asCopy: false });
    const faults = checkRecording(app, id);
    await destroyRecording(app, id);
    rmSync(join(folder, 'desk', 'library.minber-library-media'), { recursive: true, force: true });
    if (faults.length > 0) return `taken in, and not sound: ${JSON.stringify(faults)}`;
  } catch (error) {
    if (!(error instanceof MinberError && EXPECTED.has(error.code))) return error.stack ?? String(error);
  }
  if (listing() !== before) return `left behind: ${listing()}`;
  const tookMs = Date.now() - startedMs;
  return tookMs > limitMs ? `took ${tookMs} ms` : null;
}

let failed = 0;
const startedMs = Date.now();
for (let number = 0; number < runs; number++) {
  const random = randomFrom(seed, 17, number);
  const input = number % 2 === 0 ? mutated([whole], words, random) : await withPart(random);
  const fault = await take(input);
  if (fault === null) continue;
  failed++;
  console.log(`  ${number}: ${fault}`);
  if (failed <= 5) writeFileSync(join(FIXTURES, `fuzz-${seed}-${number}.minber`), input);
}
await app.close();
rmSync(folder, { recursive: true, force: true });
console.log(`bundles: ${runs} inputs, ${failed} failed, ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
process.exitCode = failed > 0 ? 1 : 0;
