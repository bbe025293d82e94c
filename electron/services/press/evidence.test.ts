import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Annotation, GIVEN_KINDS } from '../../../shared/model/annotation.ts';
import { createMark } from '../../../shared/model/article.ts';
import { type AnnotationId, newId } from '../../../shared/model/ids.ts';
import { textInline } from '../../../shared/model/turn.ts';
import { readMarks } from '../../../shared/press/article-marks.ts';
import { evidenceHtml } from '../../../shared/press/report/evidence-html.ts';
import { putAnnotation } from '../annotate.ts';
import {
  addTestRecording,
  openTestApp,
  putTurns,
  temporaryFolder,
  turnOf,
} from '../testing/open-test-app.ts';
import { createArticle } from './articles.ts';
import { articleEvidence, writeEvidence } from './evidence.ts';

const AT = '2026-01-02T03:04:05.000Z';
const facts = { title: 'Су форумы', language: 'kk' as const, recordingIds: [] };

test('the evidence tells each quotation, where it was said, and what proves the recording', async () => {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  await app.changeSettings({ authorName: 'Айнұр' });
  const { transcriptId, recordingId } = addTestRecording(app, { title: 'Бірінші отырыс' });
  addTestRecording(app, { title: 'Басқа отырыс' });
  putTurns(app, transcriptId, 0, [
    turnOf('Қорға бір жылда төрт жүз мың өтініш келді, біз бәрін қарадық.', 'a0', {
      startMs: 5000,
      endMs: 15_000,
    }),
  ]);
  const text = '– Қорға бір жылда 700 мың өтініш келді, біз бәрін қарадық, – деді Айдар Серіков.';
  const marks = readMarks({ text }).map((mark) =>
    mark.kind === 'dash'
      ? {
          ...mark,
          overrule: { accepted: false, note: 'Сан қате', by: 'Айнұр', at: AT, words: 'Қорға бір жылда' },
        }
      : mark,
  );
  const { id } = createArticle(app, { ...facts, text, marks });
  const report = articleEvidence(app, id);
  expect(report).toMatchObject({
    madeBy: 'Айнұр',
    recordings: [{ id: recordingId, title: 'Бірінші отырыс', transcripts: [{ sequence: 1 }] }],
    quotations: [
      {
        verdict: 'edited',
        flags: [{ kind: 'number', said: '400000' }],
        evidence: { startMs: 5000 },
        overrule: { state: 'stale', note: 'Сан қате' },
      },
    ],
  });
  expect(report.recordings[0]?.transcripts[0]?.headHash).toMatch(/^[0-9a-f]{64}$/);
  const path = join(folder, 'evidence.html');
  await writeEvidence(app, report, 'kk', path);
  const html = readFileSync(path, 'utf8');
  for (const words of ['700 мың', 'Бірінші отырыс', 'Сан қате', 'Айдар Серіков'])
    expect(html).toContain(words);
  expect(html).not.toContain('<script');
  expect(app.exported.has(path)).toBe(true);
});

test('words off the record are in no report, quoted or not, nor what was noted about them', () => {
  const app = openTestApp();
  const { transcriptId } = addTestRecording(app);
  const secret: Annotation = {
    id: newId<AnnotationId>(),
    kindId: GIVEN_KINDS.offTheRecord,
    body: '',
    colour: null,
    author: 'Әсел',
    createdAt: AT,
    changedAt: AT,
    resolved: null,
    span: null,
    words: '',
    atMs: null,
    replies: [],
    removed: false,
  };
  const words = 'Құпиякелісімге ертең таңертең астыртын қол қоямыз';
  putTurns(app, transcriptId, 0, [
    turnOf('', 'a0', {
      startMs: 0,
      endMs: 9000,
      content: [textInline('Ашық айтайын. '), textInline(words, [secret.id]), textInline(' деп.')],
    }),
  ]);
  putAnnotation(app, { transcriptId, annotation: secret });
  const text = `– ${words}, – деді ол.`;
  const overrule = { accepted: true, note: 'Құпиякелісім рас', by: 'Дана', at: AT, words };
  const mark = createMark({ kind: 'dash', spans: [{ start: 2, end: 2 + words.length }], overrule });
  const { id } = createArticle(app, { ...facts, text, marks: [mark] });
  const report = articleEvidence(app, id);
  expect(report.quotations).toMatchObject([{ text: null, evidence: { text: '' } }]);
  for (const told of [JSON.stringify(report.quotations), evidenceHtml(report, 'ru')])
    expect(told).not.toMatch(/Құпия|астыртын/);
});
