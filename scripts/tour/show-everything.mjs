import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from '../../e2e/launch.ts';
import { FORMATS } from '../../shared/formats/registry.ts';
import { translator } from '../../shared/i18n/i18n.ts';
import { doTheMainJob } from './main-job.mjs';
import { visitScreens } from './screens.mjs';

const say = (line) => console.log(`  ${line}`);

/** Does the main job on the sample, then visits every screen in each language. Leaves all that it makes in `demo`. */
export async function showEverything({ demo, folder }) {
  const exports = join(demo, 'exports');
  const pictures = join(demo, 'screens');
  mkdirSync(exports, { recursive: true });
  mkdirSync(pictures, { recursive: true });

  console.log('The main job, in Kazakh:');
  await withProgram({ folder: join(folder, 'job'), language: 'kk' }, (program) =>
    doTheMainJob(program, {
      t: translator('kk'),
      say,
      exports,
      picture: (name) => program.window.screenshot({ path: join(pictures, `job-${name}.png`) }),
    }),
  );
  for (const language of ['kk', 'ru', 'en']) {
    console.log(`Every screen, ${language}:`);
    await withProgram({ folder: join(folder, language), language }, (program) =>
      visitScreens(program, {
        t: translator(language),
        say,
        picture: (name) => program.window.screenshot({ path: join(pictures, `${language}-${name}.png`) }),
      }),
    );
  }
  console.log(`Left in ${demo}:`);
  for (const part of ['exports', 'screens'])
    for (const name of readdirSync(join(demo, part)).sort())
      say(`${part}/${name} (${Math.ceil(statSync(join(demo, part, name)).size / 1000)} kB)`);
  const missing = FORMATS.filter(
    (format) =>
      format.write && !readdirSync(exports).some((name) => name === `${format.id}.${format.extensions[0]}`),
  );
  if (missing.length > 0) throw new Error(`Not exported: ${missing.map(({ id }) => id).join(', ')}`);
}

async function withProgram({ folder, language }, visit) {
  mkdirSync(folder, { recursive: true });
  const program = await launch({
    userDataPath: join(folder, 'user data'),
    libraryPath: join(folder, 'library.minber-library'),
    systemLanguage: language,
  });
  await program.window.setViewportSize({ width: 1280, height: 800 });
  try {
    await visit(program);
  } finally {
    await program.close();
  }
  if (program.faults.length > 0) throw new Error(program.faults.join('\n'));
}
