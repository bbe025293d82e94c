import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { writeProfileFile } from '../../shared/formats/profile-file.ts';
import { GIVEN_KINDS } from '../../shared/model/annotation.ts';
import { textInline } from '../../shared/model/turn.ts';
import { putAnnotation } from '../services/annotate.ts';
import { remarkOf } from '../services/bundles/testing/desks.ts';
import { addTestRecording, putTurns, turnOf } from '../services/testing/open-test-app.ts';
import { desk } from './testing/desk.ts';

/** A desk with three recordings, two of one title, and the words of each. */
async function deskWithRecordings() {
  const at = desk();
  const ids = await at.prepare((app) =>
    ['Су форумы', 'Food', 'су форумы'].map((title, index) => {
      const { recordingId, transcriptId } = addTestRecording(app, {
        title,
        updatedAt: `2026-01-0${index + 1}T00:00:00.000Z`,
      });
      putTurns(app, transcriptId, 0, [turnOf(`Сөз ${index}`, 'a0', { startMs: 1000 * index, endMs: null })]);
      return recordingId;
    }),
  );
  const out = join(at.folder, 'out');
  return { ...at, ids, out, read: (name: string) => readFileSync(join(out, name), 'utf8') };
}
const TXT = ['--format', 'txt', '--out', 'out'];
const library = (path: string, ...words: string[]) => ['export', '--library', path, ...words];

test('writes every recording under a name of its own, and tells the paths', async () => {
  const { run, out, libraryPath, read } = await deskWithRecordings();
  const ran = await run(library(libraryPath, '--all', ...TXT));
  expect(ran).toMatchObject({ status: 0, told: [] });
  expect(ran.out.trim().split('\n')).toEqual(
    ['су форумы.txt', 'Food.txt', 'Су форумы (2).txt'].map((name) => join(out, name)),
  );
  expect(readdirSync(out)).toHaveLength(3);
  expect(read('Су форумы (2).txt')).toBe('[00:00:00] Сөз 0\n');
  expect(read('су форумы.txt')).toBe('[00:00:02] Сөз 2\n');
});

test('finds recordings by id, and by title whatever its case', async () => {
  const { run, out, ids, libraryPath } = await deskWithRecordings();
  const { status } = await run(
    library(libraryPath, '--recording', ids[0] ?? '', '--recording', 'FOOD', '--recording', 'Food', ...TXT),
  );
  expect(status).toBe(0);
  expect(readdirSync(out).sort()).toEqual(['Food.txt', 'Су форумы.txt']);
});

test('takes a title as it is written before others of the same letters', async () => {
  const { run, read, libraryPath } = await deskWithRecordings();
  await run(library(libraryPath, '--recording', 'су форумы', ...TXT));
  expect(read('су форумы.txt')).toContain('Сөз 2');
});

test.each([
  ['Ас форумы', 'The library has no recording “Ас форумы”'],
  ['СУ ФОРУМЫ', 'Several recordings are called “СУ ФОРУМЫ”'],
])('of %s writes nothing', async (title, said) => {
  const { run, folder, libraryPath } = await deskWithRecordings();
  const { status, told } = await run(
    library(libraryPath, '--recording', 'Food', '--recording', title, ...TXT),
  );
  expect(status).toBe(1);
  expect(told[0]).toContain(said);
  expect(readdirSync(folder)).not.toContain('out');
});

test('does not write over a file unless told to', async () => {
  const { run, out, read, libraryPath } = await deskWithRecordings();
  mkdirSync(out);
  writeFileSync(join(out, 'FOOD.txt'), 'mine');
  writeFileSync(join(out, 'Food (2).txt'), 'mine');
  await run(library(libraryPath, '--recording', 'Food', ...TXT));
  expect([read('FOOD.txt'), read('Food (2).txt'), read('Food (3).txt')]).toEqual([
    'mine',
    'mine',
    '[00:00:01] Сөз 1\n',
  ]);
  await run(library(libraryPath, '--all', '--replace', ...TXT));
  await run(library(libraryPath, '--all', '--replace', ...TXT));
  expect(readdirSync(out).sort()).toEqual(
    ['FOOD.txt', 'Food (2).txt', 'Food (3).txt', 'Food.txt', 'су форумы.txt', 'Су форумы (2).txt'].sort(),
  );
});

test('obeys a profile of the settings, and one in a file', async () => {
  const { run, read, folder, prepare, libraryPath } = await deskWithRecordings();
  const profile = {
    name: 'Таза мәтін',
    format: 'txt',
    options: { ...DEFAULT_EXPORT_OPTIONS, times: false },
  } as const;
  await prepare(async (app) => {
    await app.changeSettings({ exportProfiles: [profile] });
  });
  const data = ['--user-data-dir', join(folder, 'user data')];
  const food = ['--recording', 'Food', '--out', 'out'];
  expect((await run(library(libraryPath, ...data, ...food, '--profile', 'Таза мәтін'))).status).toBe(0);
  expect(read('Food.txt')).toBe('Сөз 1\n');

  writeFileSync(join(folder, 'web.minber-profile.json'), writeProfileFile({ ...profile, format: 'srt' }));
  expect((await run(library(libraryPath, ...food, '--profile', 'web.minber-profile.json'))).status).toBe(0);
  expect(read('Food.srt')).toContain('Сөз 1');

  writeFileSync(join(folder, 'broken.json'), '{}');
  for (const [name, said] of [
    ['none', 'There is no export profile “none”'],
    ['broken.json', '“broken.json” is no export profile'],
  ] as const) {
    const { status, told } = await run(library(libraryPath, ...food, '--profile', name));
    expect(status).toBe(1);
    expect(told[0]).toContain(said);
  }
});

test('labels in the language of the text unless an option says otherwise', async () => {
  const { run, read, prepare, libraryPath } = await deskWithRecordings();
  await prepare((app) => {
    const { transcriptId } = addTestRecording(app, { title: 'Қол' });
    putTurns(app, transcriptId, 0, [{ ...turnOf('', 'a0'), content: [{ type: 'tag', tag: 'applause' }] }]);
  });
  await run(library(libraryPath, '--recording', 'Қол', ...TXT));
  await run(library(libraryPath, '--recording', 'Қол', '--option', 'language=ru', ...TXT));
  expect([read('Қол.txt'), read('Қол (2).txt')]).toEqual(['[қол шапалақтау]\n', '[аплодисменты]\n']);
});

test('tells a failure of one, writes the others, and says so by its status', async () => {
  const { run, out, ids, libraryPath, prepare } = await deskWithRecordings();
  await prepare((app) => {
    app.library.write((db) => db.run(`UPDATE turn SET content = '7' WHERE start_ms = 1000`));
  });
  const { status, told } = await run(library(libraryPath, '--all', '--json', ...TXT));
  expect(status).toBe(3);
  expect(told).toEqual([expect.stringMatching(/^Food: “Food\.txt” could not be written/)]);
  expect(readdirSync(out)).toHaveLength(2);
  expect((await run(library(libraryPath, '--recording', ids[1] ?? '', ...TXT))).status).toBe(1);
});

test('that cannot write fails as a whole, and in JSON says why', async () => {
  const { run, folder, libraryPath, ids } = await deskWithRecordings();
  writeFileSync(join(folder, 'out'), 'a file');
  const { status, told } = await run(library(libraryPath, '--all', ...TXT));
  expect(status).toBe(1);
  expect(told[0]).toContain('could not be written');

  const json = await run(
    library(libraryPath, '--recording', 'Food', '--json', '--format', 'txt', '--out', 'more'),
  );
  expect(JSON.parse(json.out)).toEqual([
    { id: ids[1], title: 'Food', path: join(folder, 'more', 'Food.txt'), failure: null },
  ]);
});

test('keeps what is off the record out of every file, and says so, unless told otherwise', async () => {
  const { run, libraryPath, prepare, folder } = desk();
  await prepare((app) => {
    const { transcriptId } = addTestRecording(app, { title: 'Форум' });
    const secret = { ...remarkOf('Құпия'), kindId: GIVEN_KINDS.offTheRecord };
    putTurns(app, transcriptId, 0, [
      turnOf('', 'a0', { content: [textInline('ашық '), textInline('құпия', [secret.id])] }),
    ]);
    putAnnotation(app, { transcriptId, annotation: secret });
  });
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const ran = await run(library(libraryPath, '--all', ...TXT));
  expect(ran.status).toBe(0);
  expect(ran.told.join()).toContain('--include-withheld');
  expect(read('out/Форум.txt')).toContain('ашық');
  expect(read('out/Форум.txt')).not.toContain('құпия');

  const all = ['--format', 'json', '--option', 'annotations=true', '--out', 'all', '--include-withheld'];
  const whole = await run(library(libraryPath, '--all', ...all));
  expect(whole).toMatchObject({ status: 0, told: [] });
  expect(read('all/Форум.json')).toContain('құпия');

  const converted = await run(['convert', 'all/Форум.json', 'kept.txt']);
  expect(converted.told.join()).toContain('--include-withheld');
  expect(read('kept.txt')).not.toContain('құпия');
  await run(['convert', '--include-withheld', 'all/Форум.json', 'told.txt']);
  expect(read('told.txt')).toContain('құпия');

  const bundle = ['--format', 'bundle', '--out', 'bundles', '--json'];
  const refused = await run(library(libraryPath, '--all', ...bundle, '--media'));
  expect(refused.status).toBe(1);
  const written = await run(library(libraryPath, '--all', ...bundle));
  expect(written.status).toBe(0);
  expect(written.told.join()).toContain('--include-withheld');
});

test('takes the media or a small sound into a bundle, not both', async () => {
  const { run, libraryPath } = desk();
  const both = ['--all', '--format', 'bundle', '--out', 'out', '--media', '--small-sound'];
  const { status, told } = await run(library(libraryPath, ...both));
  expect([status, told.join()]).toEqual([2, expect.stringContaining('--media, --small-sound')]);
});
