import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportTranscript } from '../../electron/services/export-transcript.ts';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { FORMATS } from '../../shared/formats/registry.ts';
import { figure } from './figures.mjs';
import { addSpeakers, addTranscript, makeTurns, openLibrary } from './make-library.mjs';

/** Three hours of speech. */
const TURNS = 350;
const TURN_MS = 31_000;
/** A page of print is set letter by letter. */
const LONGEST_MS = { pdf: 10_000 };
const USUALLY_LONGEST_MS = 2000;
const BYTES_PER_MB = 1024 * 1024;

/** The export of three hours in each format that is written, each in a process of its own, where it is the first. */
export async function measure(folder) {
  const figures = [];
  for (const { id, write } of FORMATS) {
    if (!write) continue;
    const own = join(folder, id);
    await mkdir(own);
    const child = fork(fileURLToPath(import.meta.url), [own, id]);
    const [[report]] = await Promise.all([once(child, 'message'), once(child, 'exit')]);
    const what = `export of 3 h as ${id}`;
    figures.push(
      figure({ what, value: report.ms, target: LONGEST_MS[id] ?? USUALLY_LONGEST_MS }),
      figure({ what: `${what}, memory`, value: report.bytes / BYTES_PER_MB, unit: 'MB' }),
    );
  }
  return figures;
}

async function exportOnce(folder, format) {
  const app = await openLibrary(folder);
  const turns = makeTurns({ count: TURNS, turnMs: TURN_MS, speakers: addSpeakers(app) });
  const durationMs = TURNS * TURN_MS;
  const { transcriptId } = addTranscript(app, { title: 'Форум', mediaPath: '/forum.wav', durationMs, turns });
  const peak = () => process.resourceUsage().maxRSS * 1024;
  const before = Math.max(peak(), process.memoryUsage.rss());
  const startedAt = performance.now();
  const input = { transcriptId, format, options: DEFAULT_EXPORT_OPTIONS };
  await exportTranscript(app, input, join(folder, 'export'));
  const report = { ms: performance.now() - startedAt, bytes: peak() - before };
  await app.close();
  return report;
}

if (process.send) {
  const [folder, format] = process.argv.slice(2);
  process.send(await exportOnce(folder, format));
  process.disconnect();
}
