import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { importSample } from '../services/import-sample.ts';
import { addTestRecording, putTurns, turnOf } from '../services/testing/open-test-app.ts';
import { desk } from './testing/desk.ts';

async function deskWith(sql: string | null) {
  const at = desk();
  const id = await at.prepare(async (app) => {
    const sample = await importSample(app);
    const { transcriptId, recordingId } = addTestRecording(app, { title: 'Су форумы' });
    putTurns(app, transcriptId, 0, [
      turnOf('Қайырлы таң', 'a0', { startMs: 0, endMs: 500 }),
      turnOf('Екі', 'a1'),
    ]);
    if (sql) app.library.write((db) => db.run(sql));
    return { sample, recordingId };
  });
  const run = (...words: string[]) => at.run(['check', '--library', at.libraryPath, ...words]);
  return { ...at, ...id, run };
}

test('a sound library is said to be sound, though media are missing', async () => {
  const { run } = await deskWith(null);
  expect(await run()).toEqual({
    status: 0,
    out: [
      'Су форумы: sound',
      'Су форумы: the audio or video file is not at /nowhere/forum.wav',
      'Шалқар су форумы. 2-отырыс: Ортақ өзен, ортақ дерек: sound',
      '',
    ].join('\n'),
    told: [],
  });
});

test('recordings in the bin are checked too, and only those named where any are', async () => {
  const { run, recordingId } = await deskWith(
    `UPDATE recording SET deleted_at = '2026' WHERE title = 'Су форумы'`,
  );
  expect((await run()).out).toContain('Су форумы: sound');
  const { out } = await run('--recording', 'Шалқар су форумы. 2-отырыс: Ортақ өзен, ортақ дерек', '--json');
  expect(JSON.parse(out)).toEqual({
    sound: true,
    faults: [],
    recordings: [
      {
        id: expect.not.stringContaining(recordingId),
        title: expect.any(String),
        faults: [],
        media: { path: expect.any(String), found: true },
      },
    ],
  });
});

test.each([
  [`UPDATE turn SET content = '[]' WHERE position = 'a1' AND start_ms IS NULL`, ['edit-log', 'totals']],
  [`UPDATE edit SET saved_at = '2020' WHERE sequence = 1`, ['edit-log', 'edit-log']],
  [
    `UPDATE transcript SET word_count = word_count + 1, turn_count = 9 WHERE turn_count = 2`,
    ['totals', 'totals'],
  ],
  [`UPDATE turn SET position = 'a0' WHERE position = 'a1' AND start_ms IS NULL`, ['edit-log', 'order']],
  [
    `UPDATE turn SET content = '[{"type":"timestamp","atMs":-1}]' WHERE position = 'a1' AND start_ms IS NULL`,
    ['edit-log', 'turn', 'totals'],
  ],
  [`UPDATE turn SET content = '7' WHERE position = 'a1' AND start_ms IS NULL`, ['database']],
])('finds what was changed past the program: %s', async (sql, kinds) => {
  const { run } = await deskWith(sql);
  const { status, out } = await run('--json');
  expect(status).toBe(4);
  const report = JSON.parse(out) as { sound: boolean; recordings: { faults: { kind: string }[] }[] };
  expect(report.sound).toBe(false);
  expect(report.recordings.flatMap(({ faults }) => faults.map(({ kind }) => kind))).toEqual(kinds);
  const told = await run();
  expect(told.status).toBe(4);
  expect(told.out).toContain('Су форумы: ');
});

test.each([
  ['DELETE FROM speaker', /^the library file is damaged: foreign key/],
  ['DELETE FROM transcript', /^the library file is damaged: recording \S+ has no transcript/m],
])('finds what lacks its other half: %s', async (sql, said) => {
  const { run, libraryPath } = await deskWith(null);
  const sqlite = new Sqlite(libraryPath);
  sqlite.pragma('foreign_keys = OFF');
  sqlite.exec(sql);
  sqlite.close();
  const { status, out } = await run();
  expect(status).toBe(4);
  expect(out).toMatch(said);
});

test('a library that cannot be opened is another failure than one that is not sound', async () => {
  expect((await desk().run(['check', '--library', 'none.minber-library'])).status).toBe(1);
});
