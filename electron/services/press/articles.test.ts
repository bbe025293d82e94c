import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMark } from '../../../shared/model/article.ts';
import { type ArticleId, newId, type RecordingId } from '../../../shared/model/ids.ts';
import { destroyRecording } from '../change-recording.ts';
import { addTestRecording, openTestApp, temporaryFolder } from '../testing/open-test-app.ts';
import {
  changeArticle,
  createArticle,
  listArticles,
  openArticle,
  removeArticle,
  restoreArticle,
  saveArticle,
} from './articles.ts';
import { readArticleFile } from './read-article-file.ts';

const text = '– Су көп, – деді Айдар Серіков.';
const who = { speakerId: null, name: 'Айдар Серіков', title: null, organisation: null, country: null };
const quotation = () =>
  createMark({ kind: 'dash', spans: [{ start: 2, end: 8 }], verb: 'деді', who, quoteId: newId() });
const facts = { title: 'Су форумы', language: 'kk' as const, recordingIds: [] };

test('an article is there after a restart as it was saved last', async () => {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const { recordingId } = addTestRecording(app);
  const other = addTestRecording(app);
  const made = createArticle(app, {
    ...facts,
    recordingIds: [other.recordingId, recordingId],
    text: '',
    marks: [],
  });
  expect(openArticle(app, made.id)).toEqual(made);
  const marks = [quotation()];
  const saved = saveArticle(app, {
    articleId: made.id,
    base: 0,
    batchId: newId(),
    content: { text, marks },
  });
  await app.close();

  const again = openTestApp(folder);
  expect(openArticle(again, made.id)).toEqual({
    ...made,
    text,
    marks,
    sequence: 1,
    changedAt: saved.savedAt,
  });
  expect(listArticles(again)).toMatchObject([
    { id: made.id, quotationCount: 1, recordingIds: [other.recordingId, recordingId] },
  ]);
  await destroyRecording(again, other.recordingId);
  expect(openArticle(again, made.id).recordingIds).toEqual([recordingId]);
});

test('a batch is written once, and nothing over what was saved since', () => {
  const app = openTestApp();
  const { id: articleId } = createArticle(app, { ...facts, text: '', marks: [] });
  const batch = { articleId, base: 0, batchId: newId(), content: { text, marks: [] } };
  const saved = saveArticle(app, batch);
  expect(saved.sequence).toBe(1);
  expect(saveArticle(app, batch)).toEqual(saved);
  expect(() => saveArticle(app, { ...batch, batchId: newId() })).toThrow('stale-sequence');
  expect(openArticle(app, articleId).sequence).toBe(1);
});

test('marks outside the text and unknown articles and recordings are refused', () => {
  const app = openTestApp();
  const outside = createMark({ kind: 'dash', spans: [{ start: 0, end: 99 }] });
  expect(() => createArticle(app, { ...facts, text, marks: [outside] })).toThrow('bad-request');
  expect(() =>
    createArticle(app, { ...facts, recordingIds: [newId<RecordingId>()], text, marks: [] }),
  ).toThrow('not-found');
  const { id: articleId } = createArticle(app, { ...facts, text, marks: [] });
  const content = { text, marks: [outside] };
  expect(() => saveArticle(app, { articleId, base: 0, batchId: newId(), content })).toThrow('bad-request');
  for (const verb of [openArticle, removeArticle, restoreArticle])
    expect(() => verb(app, newId<ArticleId>())).toThrow('not-found');
});

test('an article is renamed, removed and put back; the one changed last stands first', () => {
  const app = openTestApp();
  const { recordingId } = addTestRecording(app);
  const first = createArticle(app, { ...facts, text, marks: [] });
  const second = createArticle(app, { ...facts, title: 'Екінші', text: '', marks: [] });
  const changed = changeArticle(app, first.id, { title: 'Бірінші', recordingIds: [recordingId] });
  expect(changed).toMatchObject({ title: 'Бірінші', language: 'kk', text, recordingIds: [recordingId] });
  const listed = () => listArticles(app).map(({ id }) => id);
  expect(listed()).toEqual([first.id, second.id]);
  removeArticle(app, first.id);
  expect(listed()).toEqual([second.id]);
  restoreArticle(app, first.id);
  expect(openArticle(app, first.id)).toEqual(changed);
});

test('an article is read from its file, and what is none is refused', async () => {
  const folder = temporaryFolder();
  const [html, binary] = [join(folder, 'мақала.html'), join(folder, 'image.png')];
  writeFileSync(html, '<p>– Су көп, – деді ол.</p><p><a href="https://su.kz/1">Толығырақ</a></p>');
  writeFileSync(binary, Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff, 0xfe, 0]));
  const read = await readArticleFile(html, 'kk');
  expect(read).toMatchObject({ name: 'мақала.html', captions: [], links: [{ url: 'https://su.kz/1' }] });
  expect(read.text).toContain('– Су көп, – деді ол.');
  await expect(readArticleFile(binary, 'kk')).rejects.toThrow('article-unreadable');
});
