import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { saveTranscript } from '../../electron/services/save-transcript.ts';
import { newId } from '../../shared/model/ids.ts';
import { textContent } from '../../shared/model/turn.ts';
import { figure, median, percentile95 } from './figures.mjs';
import { kazakhText, seededRandom } from './kazakh.mjs';
import { addSpeakers, addTranscript, makeTurns, openLibrary, TURN_WORDS } from './make-library.mjs';

const TURNS = 300;

/** The commit of one edited turn as the program makes it, in turns with that of one row in a bare database. */
export async function measure(folder, { quick }) {
  const app = await openLibrary(folder);
  const turns = makeTurns({ count: TURNS, turnMs: 30_000, speakers: addSpeakers(app) });
  const durationMs = TURNS * 30_000;
  const { transcriptId } = addTranscript(app, { title: 'Форум', mediaPath: '/forum.wav', durationMs, turns });
  const bare = createBareDatabase(join(folder, 'bare.sqlite'));

  const random = seededRandom(4);
  const programMs = [];
  const bareMs = [];
  for (let edit = 0; edit < (quick ? 200 : 1000); edit++) {
    const turn = turns[Math.floor(random() * TURNS)];
    const content = textContent(kazakhText(TURN_WORDS, random));
    const diff = { put: [{ ...turn, content }], remove: [] };
    programMs.push(
      timed(() => saveTranscript(app, { transcriptId, base: edit + 1, batchId: newId(), diff })),
    );
    bareMs.push(timed(() => bare.update(JSON.stringify(content), 1 + Math.floor(random() * TURNS))));
  }
  bare.close();
  await app.close();
  const against = 'a bare commit of one row';
  return [
    figure({
      what: 'commit of one edit, median',
      value: median(programMs),
      baseline: median(bareMs),
      against,
      target: 1.5,
    }),
    figure({
      what: 'commit of one edit, 95th percentile',
      value: percentile95(programMs),
      baseline: percentile95(bareMs),
      against,
    }),
  ];
}

/** A database that keeps one text a row, and does nothing else for it. */
function createBareDatabase(path) {
  const sqlite = new Sqlite(path);
  sqlite.pragma('locking_mode = EXCLUSIVE');
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.exec('CREATE TABLE turn (row INTEGER PRIMARY KEY, content TEXT NOT NULL)');
  const insert = sqlite.prepare('INSERT INTO turn VALUES (?, ?)');
  const random = seededRandom(5);
  sqlite.transaction(() => {
    for (let row = 1; row <= TURNS; row++) insert.run(row, kazakhText(TURN_WORDS, random));
  })();
  const update = sqlite.prepare('UPDATE turn SET content = ? WHERE row = ?');
  return { update: (content, row) => update.run(content, row), close: () => sqlite.close() };
}

function timed(work) {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}
