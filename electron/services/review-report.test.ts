import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GIVEN_KINDS } from '../../shared/model/annotation.ts';
import { type AnnotationId, newId, type SpeakerId } from '../../shared/model/ids.ts';
import { textInline } from '../../shared/model/turn.ts';
import { reportHtml } from '../../shared/review/report/report-html.ts';
import { encodeSpeech } from '../../shared/speech/speech-file.ts';
import { putAnnotation } from './annotate.ts';
import { putSpeaker } from './change-speakers.ts';
import { keepAnalysis } from './media-analysis.ts';
import { hearBoundary, ignoreFinding } from './review-notes.ts';
import { makeReviewReport, reportFileName, writeReviewReport } from './review-report.ts';
import { addTestRecording, openTestApp, putTurns, temporaryFolder, turnOf } from './testing/open-test-app.ts';

const AT = '2026-01-15T09:00:00.000Z';
const CHECK = { status: 'checked', checkedBy: 'Айнұр', checkedAt: AT } as const;
const CHANGED = { status: 'draft', checkedBy: 'Айнұр', checkedAt: AT, editedBy: 'Ерлан' } as const;
const SECRET = 'Құпиясөз';

async function reviewed() {
  const app = openTestApp();
  await app.changeSettings({ authorName: 'Дана' });
  const { transcriptId, mediaId } = addTestRecording(app, { title: 'Дала <форумы>' });
  const speakerId = newId<SpeakerId>();
  const empty = { title: {}, organisation: {}, country: {} };
  putSpeaker(app, { id: speakerId, name: { kk: 'Айгүл' }, ...empty, colour: 0, mergedInto: null });
  const secret = newId<AnnotationId>();
  const turns = [
    turnOf('Бірінші сөз.', 'a0', { startMs: 0, endMs: 1000, speakerId, ...CHECK }),
    turnOf('Екінші сөз.', 'a1', { startMs: 1000, endMs: 4000, speakerId, ...CHANGED }),
    turnOf('Үшінші сөз.', 'a2', { startMs: 5000, endMs: 6000, status: 'flagged', flagNote: 'сан & <дерек>' }),
    turnOf('', 'a3', {
      startMs: 6000,
      endMs: 7000,
      status: 'flagged',
      flagNote: SECRET,
      content: [textInline(SECRET, [secret])],
    }),
  ];
  putTurns(app, transcriptId, 0, turns);
  const [first, , third] = turns as [(typeof turns)[0], unknown, (typeof turns)[0]];
  ignoreFinding(app, { transcriptId, turnId: first.id, check: 'noTitle', reason: 'лауазымсыз' });
  hearBoundary(app, { transcriptId, turnId: first.id, edge: 'start', atMs: 0 });
  hearBoundary(app, { transcriptId, turnId: third.id, edge: 'start', atMs: 4900 });
  return { app, transcriptId, mediaId, secret };
}

test('a report counts what is saved, and names the very revision', async () => {
  const { app, transcriptId } = await reviewed();
  const report = await makeReviewReport(app, transcriptId);
  expect(report).toMatchObject({
    sequence: 1,
    headHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    madeBy: 'Дана',
    coverage: {
      turns: 4,
      checked: 1,
      flagged: 2,
      changed: 1,
      timedMs: 6000,
      checkedMs: 1000,
      boundaries: 6,
      heard: 1,
    },
    checkers: [{ name: 'Айнұр', turns: 1, lastAt: AT }],
    problems: [{ check: 'noSpeaker', count: 2 }],
    letBe: [{ ignored: { check: 'noTitle', reason: 'лауазымсыз', by: 'Дана' } }],
  });
  expect(report.changed.map(({ editedBy }) => editedBy)).toEqual(['Ерлан']);
  expect(reportFileName(report, 'Review report', 'pdf')).toBe('Дала форумы – Review report.pdf');
});

test('a gap in which somebody speaks is reported once the recording has been listened to', async () => {
  const { app, transcriptId, mediaId } = await reviewed();
  const problems = async () => (await makeReviewReport(app, transcriptId)).problems.map(({ check }) => check);
  expect(await problems()).not.toContain('gapWithSpeech');
  const likelihood = new Uint8Array(200).fill(255, 100, 200);
  await keepAnalysis(app, 'speech', mediaId, encodeSpeech(likelihood));
  expect(await problems()).toContain('gapWithSpeech');
});

test.each(['kk', 'ru', 'en'] as const)('the page in %s says it all, without a script', async (language) => {
  const { app, transcriptId } = await reviewed();
  const report = await makeReviewReport(app, transcriptId);
  const html = reportHtml(report, language);
  for (const words of [
    'Дала &lt;форумы&gt;',
    'Айнұр',
    'Ерлан',
    'сан &amp; &lt;дерек&gt;',
    'Үшінші сөз.',
    'лауазымсыз',
    report.headHash,
  ])
    expect(html).toContain(words);
  expect(html).not.toMatch(/<script|https?:\/\//);
});

test('what is off the record is in no report, nor is a note on it', async () => {
  const { app, transcriptId, secret } = await reviewed();
  const annotation = {
    id: secret,
    kindId: GIVEN_KINDS.offTheRecord,
    body: SECRET,
    colour: null,
    author: '',
    createdAt: AT,
    changedAt: AT,
    resolved: null,
    span: null,
    words: SECRET,
    atMs: null,
    replies: [],
    removed: false,
  };
  expect(reportHtml(await makeReviewReport(app, transcriptId), 'kk')).toContain(SECRET);
  putAnnotation(app, { transcriptId, annotation });
  const report = await makeReviewReport(app, transcriptId);
  expect(report.coverage.flagged).toBe(2);
  expect(reportHtml(report, 'kk')).not.toContain(SECRET);
});

test('long lists are cut, so that the report stays one page, and the cut is said', async () => {
  const app = openTestApp();
  const { transcriptId } = addTestRecording(app);
  const turns = Array.from({ length: 30 }, (_, index) =>
    turnOf('Сөз', `a${String(index).padStart(2, '0')}`, { status: 'flagged', flagNote: `сұрақ ${index}` }),
  );
  putTurns(app, transcriptId, 0, turns);
  const html = reportHtml(await makeReviewReport(app, transcriptId), 'en');
  expect(html.match(/сұрақ/g)).toHaveLength(7);
  expect(html).toContain('and 23 more');
});

test('a report is written as a page, or as what printing the page gives', async () => {
  const { app, transcriptId } = await reviewed();
  const report = await makeReviewReport(app, transcriptId);
  const folder = temporaryFolder();
  const page = await writeReviewReport(app, report, 'kk', join(folder, 'a.html'));
  expect(await readFile(page.path, 'utf8')).toBe(reportHtml(report, 'kk'));
  const print = async (html: string) => new TextEncoder().encode(`printed ${html.length}`);
  const printed = await writeReviewReport(app, report, 'kk', join(folder, 'a.pdf'), print);
  expect(await readFile(printed.path, 'utf8')).toMatch(/^printed \d+$/);
  expect(app.exported.has(printed.path)).toBe(true);
});
