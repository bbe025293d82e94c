import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GIVEN_KINDS } from '../../shared/model/annotation.ts';
import { type AnnotationId, newId, type SpeakerId } from '../../shared/model/ids.ts';
import { textInline } from '../../shared/model/turn.ts';
import { putSpeaker } from '../database/speaker-store.ts';
import { putAnnotation } from '../services/annotate.ts';
import { addTestRecording, putTurns, turnOf } from '../services/testing/open-test-app.ts';
import { desk } from './testing/desk.ts';

const SAID = 'Көл екі метрге тартылды. Балықтың отыз пайызы қырылды.';
const ID = '7b1f6c4e-9d3a-4c58-8a52-2f6f3c1d9e01' as SpeakerId;

async function deskWith(article: string) {
  const at = desk();
  writeFileSync(join(at.folder, 'a.txt'), article);
  await at.prepare((app) => {
    const { transcriptId } = addTestRecording(app, { title: 'Көл форумы' });
    app.library.write((db) =>
      putSpeaker(db, {
        id: ID,
        name: { en: 'Marat Aliuly' },
        title: {},
        organisation: {},
        country: {},
        colour: 0,
        mergedInto: null,
      }),
    );
    putTurns(app, transcriptId, 0, [
      turnOf('Құрметті қонақтар, қош келдіңіздер.', 'a0', { startMs: 0, endMs: 4_000 }),
      turnOf(SAID, 'a1', { startMs: 4_000, endMs: 10_000, speakerId: ID }),
    ]);
  });
  const words = ['verify', '--library', 'library.minber-library', '--recording', 'Көл форумы'];
  return { ...at, verify: (...more: string[]) => at.run([...words, ...more, 'a.txt']) };
}

const AT = '2026-01-02T03:04:05.000Z';
const INTRODUCED = 'Су институтының директоры Марат Әлиұлы келді. ';

test('what was said is exact, with its place, its time and its speaker', async () => {
  const { verify } = await deskWith(`${INTRODUCED}– Көл 2 метрге тартылды, – деді ол.`);
  const { status, out } = await verify('--json');
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    recording: { title: 'Көл форумы', mediaSha256: null },
    transcripts: [{ language: 'kk', kind: 'original', sequence: 1 }],
    quotes: [
      {
        text: 'Көл 2 метрге тартылды',
        verdict: 'exact',
        agreement: 'agrees',
        flags: [],
        evidence: {
          startMs: 4_000,
          text: 'Көл екі метрге тартылды',
          speaker: { id: ID, name: { en: 'Marat Aliuly' } },
        },
      },
    ],
  });
});

test('a forged number and another speaker are told, and the status is 1', async () => {
  const { verify } = await deskWith('Сара Ермек сөйледі. – Балықтың 13 пайызы қырылды, – деді Сара Ермек.');
  expect(await verify()).toEqual({
    status: 1,
    out: 'edited  00:00:06  Сара Ермек  Балықтың 13 пайызы қырылды\n    said by Marat Aliuly\n    “13 пайызы” was said as “30%”\n',
    told: [],
  });
});

test('what was not said is not found', async () => {
  const { verify } = await deskWith(`${INTRODUCED}– Жаңа мектеп күзде ашылады деп ойлаймын, – деді ол.`);
  const { status, out } = await verify();
  expect(status).toBe(1);
  expect(out).toBe('not found  -  Марат Әлиұлы  Жаңа мектеп күзде ашылады деп ойлаймын\n');
});

test('words off the record are told to be such, and not repeated', async () => {
  const { run, prepare } = await deskWith(`${INTRODUCED}– Балықтың 30 пайызы қырылды, – деді ол.`);
  await prepare((app) => {
    const { transcriptId } = addTestRecording(app, { title: 'Жабық отырыс' });
    const id = newId<AnnotationId>();
    const said = turnOf('', 'a0', { startMs: 0, endMs: 9_000, content: [textInline(SAID, [id])] });
    putTurns(app, transcriptId, 0, [said]);
    const annotation = {
      id,
      kindId: GIVEN_KINDS.offTheRecord,
      body: '',
      colour: null,
      author: 'Әсел',
      createdAt: AT,
      changedAt: AT,
      resolved: null,
      span: null,
      words: SAID,
      atMs: null,
      replies: [],
      removed: false,
    };
    putAnnotation(app, { transcriptId, annotation });
  });
  const words = ['verify', '--library', 'library.minber-library', '--recording', 'Жабық отырыс', 'a.txt'];
  const { status, out } = await run([...words, '--json']);
  expect(status).toBe(1);
  expect(JSON.parse(out).quotes).toMatchObject([
    { verdict: 'exact', withheld: true, evidence: { text: '' } },
  ]);
  expect(out).not.toContain('отыз');
  expect((await run(words)).out).toContain('    said off the record or under embargo\n');
});

test('needs a recording and an article', async () => {
  const { run, verify } = await deskWith('Форум ашылды.');
  expect(await verify()).toEqual({ status: 0, out: '', told: ['No quotations were found'] });
  expect((await run(['verify', '--library', 'library.minber-library', 'a.txt'])).status).toBe(2);
  expect(
    (await run(['verify', '--library', 'library.minber-library', '--recording', 'x', 'a.txt'])).status,
  ).toBe(1);
});

test('the evidence is written as a page of its own', async () => {
  const { folder, verify } = await deskWith(`${INTRODUCED}– Көл 20 метрге тартылды, – деді ол.`);
  expect((await verify('--report', 'evidence.html')).status).toBe(1);
  const html = readFileSync(join(folder, 'evidence.html'), 'utf8');
  for (const words of ['a.txt', 'Көл форумы', 'Көл 20 метрге тартылды', 'Марат Әлиұлы'])
    expect(html).toContain(words);
});
