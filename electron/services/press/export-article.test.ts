import { globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { type Annotation, GIVEN_KINDS } from '../../../shared/model/annotation.ts';
import { type AnnotationId, newId, type QuoteId } from '../../../shared/model/ids.ts';
import { textInline } from '../../../shared/model/turn.ts';
import { composeDraft } from '../../../shared/press/compose/draft.ts';
import { houseStyle } from '../../../shared/press/compose/house-style.ts';
import { putAnnotation } from '../annotate.ts';
import { putSpeaker } from '../change-speakers.ts';
import { takeQuotes } from '../quotes/take-quotes.ts';
import {
  addTestRecording,
  openTestApp,
  putTurns,
  temporaryFolder,
  turnOf,
} from '../testing/open-test-app.ts';
import { createArticle } from './articles.ts';
import { copyableArticle, exportArticle } from './export-article.ts';

const AT = '2026-01-02T03:04:05.000Z';
const annotationOf = (parts: Partial<Annotation> = {}): Annotation => ({
  id: newId<AnnotationId>(),
  kindId: GIVEN_KINDS.quote,
  body: '',
  colour: null,
  author: '',
  createdAt: AT,
  changedAt: AT,
  resolved: null,
  span: null,
  words: '',
  atMs: null,
  replies: [],
  removed: false,
  ...parts,
});

/** An article composed of two quotes of a recording. */
function composed() {
  const app = openTestApp();
  const { recordingId, transcriptId } = addTestRecording(app, { title: 'Су форумы' });
  const speaker = {
    id: newId<Parameters<typeof putSpeaker>[1]['id']>(),
    name: { kk: 'Айгүл Сәрсенова' },
    title: { kk: 'Төрайым' },
    organisation: {},
    country: {},
    colour: 0,
    mergedInto: null,
  };
  putSpeaker(app, speaker);
  const [one, two] = [annotationOf(), annotationOf()];
  const turn = turnOf('', 'a0', {
    speakerId: speaker.id,
    startMs: 0,
    endMs: 60_000,
    content: [
      textInline('Су мен жер <бәріне> & ортақ байлық.', [one.id]),
      textInline(' '),
      textInline('Екінші мәселе келесі жылы шешіледі.', [two.id]),
    ],
  });
  putTurns(app, transcriptId, 0, [turn]);
  for (const annotation of [one, two]) putAnnotation(app, { transcriptId, annotation });
  const quotes = takeQuotes(app, {
    transcriptId,
    quotes: [one, two].map(({ id }) => ({ id: newId<QuoteId>(), annotationId: id })),
  });
  const draft = composeDraft({
    style: houseStyle('kk-dash'),
    quotes: quotes.map(({ id, text, speaker: said }) => ({ quoteId: id, text, speaker: said })),
    lead: { title: 'Су форумы', date: '2026-01-01', place: 'Астана' },
    credit: '',
  });
  const article = createArticle(app, {
    title: 'Су <туралы>',
    language: 'kk',
    recordingIds: [recordingId],
    ...draft,
  });
  return { app, transcriptId, turn, two, articleId: article.id };
}

const paragraphs = [
  'Астана, 2026 жылғы 1 қаңтар. «Су форумы» – қатысушылардың айтқан ойларынан.',
  '– Су мен жер <бәріне> & ортақ байлық, – деді төрайым Айгүл Сәрсенова.',
  '– Екінші мәселе келесі жылы шешіледі, – деп атап өтті Сәрсенова.',
];

test('a Word file of an article is read back by another program, with and without its footnotes', async () => {
  const { app, articleId } = composed();
  const path = `${temporaryFolder()}/article.docx`;
  await exportArticle(app, { articleId, format: 'docx', evidence: false }, path);
  const clean = await mammoth.extractRawText({ path });
  expect(clean.value.split('\n').filter(Boolean)).toEqual(['Су <туралы>', ...paragraphs]);
  expect(clean.messages.filter(({ type }) => type === 'error')).toEqual([]);

  await exportArticle(app, { articleId, format: 'docx', evidence: true }, path);
  const { value } = await mammoth.convertToHtml({ path });
  expect(value.match(/href="#footnote-\d+"/gu)).toHaveLength(2);
  expect(value).toMatch(/Су форумы, 2026 жылғы 1 қаңтар; 00:00:00–00:00:\d\d; forum\.wav/u);
});

test('a page is escaped, and its notes are linked both ways', async () => {
  const { app, articleId } = composed();
  const path = `${temporaryFolder()}/article.html`;
  await exportArticle(app, { articleId, format: 'html', evidence: true }, path);
  const page = await readFile(path, 'utf8');
  expect(page).toContain('<html lang="kk">');
  expect(page).toContain('<h1>Су &lt;туралы&gt;</h1>');
  expect(page).toContain(
    'Су мен жер &lt;бәріне&gt; &amp; ортақ байлық,<sup><a id="quote-1" href="#note-1">1</a></sup>',
  );
  expect(page).toContain('<li id="note-2">');
  expect(page).not.toContain('<бәріне>');
});

test('plain text, and the clipboard in both ways', async () => {
  const { app, articleId } = composed();
  const path = `${temporaryFolder()}/article.txt`;
  await exportArticle(app, { articleId, format: 'txt', evidence: false }, path);
  expect(await readFile(path, 'utf8')).toBe(`${['Су <туралы>', ...paragraphs].join('\n\n')}\n`);
  const { html, text, withheld } = copyableArticle(app, { articleId, evidence: true });
  expect(withheld).toBe(0);
  expect(html).toContain('<p>– Екінші мәселе келесі жылы шешіледі,<sup>');
  expect(text).toContain('шешіледі, [2] – деп атап өтті Сәрсенова.');
  expect(text).toMatch(/\[1\] Су форумы.*\n\[2\] Су форумы/u);
});

test('what was put off the record later is in no file: a quote, and words copied by hand', async () => {
  const { app, transcriptId, turn, two, articleId } = composed();
  const secret = annotationOf({ kindId: GIVEN_KINDS.offTheRecord });
  putAnnotation(app, { transcriptId, annotation: secret });
  const content = turn.content.map((inline) =>
    inline.type === 'text' && inline.annotations?.includes(two.id)
      ? textInline(inline.text, [two.id, secret.id])
      : inline,
  );
  putTurns(app, transcriptId, 1, [{ ...turn, content }]);
  const copied = createArticle(app, {
    title: 'Көшірме',
    language: 'kk',
    recordingIds: [],
    text: 'Сөйтіп, екінші  мәселе келесі жылы шешіледі. Ашық сөз.',
    marks: [],
  });
  const folder = temporaryFolder();
  for (const format of ['docx', 'html', 'txt'] as const) {
    const path = `${folder}/article.${format}`;
    expect(await exportArticle(app, { articleId, format, evidence: true }, path)).toEqual({
      path,
      withheld: 1,
    });
    const bytes = await readFile(path);
    const parts = format === 'docx' ? Object.values((await JSZip.loadAsync(bytes)).files) : [];
    const all = [
      bytes.toString('utf8'),
      ...(await Promise.all(parts.map((file) => file.async('text')))),
    ].join('\n');
    expect(all).not.toContain('Екінші мәселе');
    expect(all).toContain('[жазбадан тыс]');
  }
  expect(copyableArticle(app, { articleId: copied.id, evidence: false })).toMatchObject({
    text: 'Көшірме\n\nСөйтіп, [жазбадан тыс] Ашық сөз.\n',
    withheld: 1,
  });
});

test('no article is written past the one place that withholds', async () => {
  const writing = globSync('{electron,shared,renderer}/**/*.{ts,tsx}')
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\.test\.|\/testing\/|^shared\/press\/export\//.test(path))
    .filter((path) => /\b(?:writeArticle|articleDocument)\(/.test(readFileSync(path, 'utf8')));
  expect(writing).toEqual(['electron/services/press/export-article.ts']);
});
