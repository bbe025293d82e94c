import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectPath } from '../setup/places.mjs';
import { electronArguments, electronEnvironment, readRuntimeInfo } from '../setup/runtime-info.mjs';
import { figure, median } from './figures.mjs';
import { addSpeakers, addTranscript, libraryPlaces, makeTurns, openLibrary } from './make-library.mjs';
import { makeWave } from './make-wave.mjs';

const RECORDINGS = 200;
const TURNS = 20;
const END_TIMEOUT_MS = 60_000;
/** What is there once the library can be used: a row of the table, with the name of its recording. */
const LIBRARY_ROW = '[role="row"] [role="rowheader"]';

/** Start of the process to the first paint, and to the library on the screen, against an empty window. */
export async function measure(folder, { quick }) {
  await fillLibrary(folder);
  const { libraryPath, userDataPath } = libraryPlaces(folder);
  const minber = () =>
    startOnce(projectPath('scripts', 'bench', 'timed-app'), LIBRARY_ROW, [
      `--user-data-dir=${userDataPath}`,
      '--lang=en',
      '--library',
      libraryPath,
    ]);
  const empty = () =>
    startOnce(projectPath('scripts', 'bench', 'baseline-app'), 'p', [
      '--page=empty',
      `--user-data-dir=${join(folder, 'empty')}`,
    ]);

  // The first start of each fills the caches of the disk.
  await empty();
  await minber();
  const empties = [];
  const minbers = [];
  for (let round = 0; round < (quick ? 3 : 15); round++) {
    empties.push(await empty());
    minbers.push(await minber());
  }
  const baseline = median(empties.map(({ paintedMs }) => paintedMs));
  const of = (key) => median(minbers.map((times) => times[key]));
  const against = 'an empty window';
  return [
    figure({ what: 'start to first paint', value: of('paintedMs'), baseline, against }),
    figure({
      what: `start to the library of ${RECORDINGS} on the screen`,
      value: of('usableMs'),
      baseline,
      against,
      target: 1.4,
    }),
  ];
}

async function fillLibrary(folder) {
  const mediaPath = join(folder, 'forum.wav');
  await makeWave(mediaPath, 60);
  const app = await openLibrary(folder);
  const speakers = addSpeakers(app);
  for (let index = 0; index < RECORDINGS; index++)
    addTranscript(app, {
      title: `${index + 1}-отырыс. Ортақ өзен, ортақ дерек`,
      mediaPath,
      durationMs: 3_600_000,
      turns: makeTurns({ count: TURNS, turnMs: 30_000, speakers, seed: index }),
    });
  await app.close();
}

/** Returns how long after its start a program had painted, and had what `selector` names, in milliseconds. */
async function startOnce(appFolder, selector, args) {
  const runtime = readRuntimeInfo();
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(
    runtime.executablePath,
    [...electronArguments(), appFolder, `--bench-usable=${selector}`, ...args],
    { env: electronEnvironment(runtime), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), END_TIMEOUT_MS);
  const ending = await new Promise((finish) => {
    child.once('close', (status, signal) => finish(signal ?? `status ${status}`));
  });
  clearTimeout(timer);
  const report = stdout.split('\n').find((line) => line.startsWith('{'));
  if (!report) throw new Error(`The window did not appear: ${ending}.\n${stderr}`);
  const { paintedAt, usableAt } = JSON.parse(report);
  return { paintedMs: paintedAt - startedAt, usableMs: usableAt - startedAt };
}
