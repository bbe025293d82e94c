import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../../e2e/launch.ts';
import { translator } from '../../shared/i18n/i18n.ts';
import { projectPath } from '../setup/places.mjs';
import { doMainJob } from './main-job.mjs';
import { visitScreens } from './visit-screens.mjs';

const startedMs = performance.now();
const demo = projectPath('demo');
const exports = join(demo, 'exports');
const pictures = join(demo, 'screens');

/** Tells what is being done, with the seconds since the start. */
function say(line) {
  console.log(`${((performance.now() - startedMs) / 1000).toFixed(0).padStart(4)} s  ${line}`);
}

/**
 * Runs the program on a new library. What visits it gets the program, the words of its language, `say`, `picture`
 * (which takes one of the window as it stands), the folder for exports and one for what is gone afterwards.
 * `prefix` is what the names of the pictures begin with.
 */
async function withProgram(folder, language, prefix, work) {
  const program = await launch({
    userDataPath: join(folder, 'user-data'),
    libraryPath: join(folder, 'library.minber-library'),
    systemLanguage: language,
  });
  await program.window.setViewportSize({ width: 1280, height: 800 });
  const picture = (name) => program.window.screenshot({ path: join(pictures, `${prefix}-${name}.png`) });
  try {
    await work({ program, language, t: translator(language), say, picture, exports, folder });
  } catch (error) {
    await picture('where-it-failed');
    throw error;
  } finally {
    await program.close();
  }
  if (program.faults.length > 0) throw new Error(program.faults.join('\n'));
}

rmSync(demo, { recursive: true, force: true });
for (const folder of [exports, pictures]) mkdirSync(folder, { recursive: true });
const desk = mkdtempSync(join(tmpdir(), 'minber-tour-'));
try {
  await withProgram(join(desk, 'job'), 'kk', 'job', doMainJob);
  for (const language of ['kk', 'ru', 'en'])
    await withProgram(join(desk, language), language, language, visitScreens);
} finally {
  rmSync(desk, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
say(`left in ${demo}: ${readdirSync(pictures).length} pictures, and the exports`);
for (const name of readdirSync(exports))
  console.log(`        ${name}, ${Math.ceil(statSync(join(exports, name)).size / 1000)} kB`);
