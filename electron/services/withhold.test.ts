import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS, FORMAT_IDS, type FormatId } from '../../shared/formats/format.ts';
import { FORMATS } from '../../shared/formats/registry.ts';
import { pdfPages } from '../../shared/formats/testing/pdf-pages.ts';
import { type Annotation, GIVEN_KINDS } from '../../shared/model/annotation.ts';
import { type AnnotationId, newId, type ReplyId } from '../../shared/model/ids.ts';
import { textInline } from '../../shared/model/turn.ts';
import { putAnnotation } from './annotate.ts';
import { readBundle } from './bundles/read-bundle.ts';
import { writeBundle } from './bundles/write-bundle.ts';
import { exportToFolder } from './export-to-folder.ts';
import { exportTranscript, previewExport, transcriptDocument } from './export-transcript.ts';
import { addTestRecording, openTestApp, putTurns, temporaryFolder, turnOf } from './testing/open-test-app.ts';

/** Words that stand nowhere but in what is off the record. */
const SECRETS = ['Құпиясөзбір', 'Құпиясөзекі', 'Құпиясөзүш', 'Құпиясөзтөрт', 'Құпиясөзбес'];
const OPEN = 'Ашықсөз';
const OPTIONS = { ...DEFAULT_EXPORT_OPTIONS, annotations: true, language: 'kk' as const };
const AT = '2026-01-02T03:04:05.000Z';

const annotationOf = (parts: Partial<Annotation>): Annotation => ({
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
  ...parts,
});

/** A library with a secret in words, in a remark, in a reply, under a span of time, and under another annotation. */
function secretive() {
  const app = openTestApp();
  const fixture = addTestRecording(app);
  const { transcriptId } = fixture;
  const reply = { id: newId<ReplyId>(), author: 'Дана', body: SECRETS[2] ?? '', at: AT };
  const onWords = annotationOf({ body: SECRETS[1] ?? '', replies: [reply], words: SECRETS[0] ?? '' });
  const onTime = annotationOf({ span: { startMs: 12_000, endMs: 13_000 } });
  const over = annotationOf({ kindId: GIVEN_KINDS.quote, words: `${OPEN} ${SECRETS[0]}`, body: 'Ескертпе' });
  const turns = [
    turnOf('', 'a0', {
      startMs: 0,
      endMs: 10_000,
      content: [
        textInline(`${OPEN} `, [over.id]),
        textInline(`${SECRETS[0]} `, [over.id, onWords.id]),
        { type: 'tag', tag: 'applause' },
        textInline(`${SECRETS[4]}`, [onWords.id]),
        textInline(' соңы.'),
      ],
    }),
    turnOf(`${SECRETS[3]} деді.`, 'a1', { startMs: null, endMs: null }),
    turnOf(`${OPEN} тағы.`, 'a2', { startMs: 20_000, endMs: 30_000 }),
  ];
  putTurns(app, transcriptId, 0, turns);
  for (const annotation of [onWords, onTime, over]) putAnnotation(app, { transcriptId, annotation });
  return { app, ...fixture, onWords };
}

/** Returns all text of a file, that inside a ZIP too. */
async function textsOf(bytes: Uint8Array): Promise<string> {
  const plain = [new TextDecoder('utf-8').decode(bytes), new TextDecoder('utf-16le').decode(bytes)];
  if (plain[0]?.startsWith('%PDF')) return pdfPages(bytes).join('\n');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return plain.join('\n');
  const zip = await JSZip.loadAsync(bytes);
  const parts = await Promise.all(Object.values(zip.files).map((file) => file.async('text')));
  return [...plain, ...parts].join('\n');
}

const found = (text: string) => SECRETS.filter((secret) => text.includes(secret));
const writable = FORMATS.filter(({ write }) => write);

describe('what is off the record', () => {
  test.each(writable.map(({ id }) => id))('is in no %s file, nor in its preview', async (format) => {
    const { app, transcriptId, recordingId } = secretive();
    const input = { transcriptId, format, options: OPTIONS };
    const folder = temporaryFolder();
    await exportTranscript(app, input, `${folder}/one`);
    const { path } = await exportToFolder(
      app,
      { recordingId, format, options: OPTIONS },
      folder,
      () => false,
    );
    const preview = await previewExport(app, input);
    for (const text of [
      await textsOf(await readFile(`${folder}/one`)),
      await textsOf(await readFile(path)),
      preview.text,
    ])
      expect(found(text)).toEqual([]);
    expect(preview.withheld).toBe(2);
  });

  test.each(['txt', 'docx', 'pdf', 'json'] satisfies FormatId[])(
    'is in a %s file when a person insists',
    async (format) => {
      const { app, transcriptId } = secretive();
      const path = `${temporaryFolder()}/all`;
      const input = { transcriptId, format, options: OPTIONS, includeWithheld: true };
      await exportTranscript(app, input, path);
      const text = await textsOf(await readFile(path));
      expect(found(text)).toEqual(expect.arrayContaining([SECRETS[0], SECRETS[3], SECRETS[4]]));
      expect((await previewExport(app, input)).text).toContain(SECRETS[0]);
    },
  );

  test('leaves a marker in the language of the text, one for what belongs together', () => {
    const { app, transcriptId } = secretive();
    const { turns, annotations } = transcriptDocument(app.library, transcriptId);
    expect(
      turns.map(({ content }) => content.map((inline) => ('text' in inline ? inline.text : inline.type))),
    ).toEqual([[`${OPEN} `, '[жазбадан тыс] соңы.'], ['[жазбадан тыс]'], [`${OPEN} тағы.`]]);
    expect(annotations?.map(({ words }) => words)).toEqual([`${OPEN} `]);
  });

  test('stays secret when it is resolved, and no longer when it is removed', () => {
    const { app, transcriptId, onWords } = secretive();
    const wordsOf = () => JSON.stringify(transcriptDocument(app.library, transcriptId).turns);
    putAnnotation(app, { transcriptId, annotation: { ...onWords, resolved: { by: 'Дана', at: AT } } });
    expect(wordsOf()).not.toContain(SECRETS[0]);
    putAnnotation(app, { transcriptId, annotation: { ...onWords, removed: true } });
    expect(wordsOf()).toContain(SECRETS[0]);
  });
});

test('a bundle goes without what is withheld and without the sound in which it can be heard, unless a person insists', async () => {
  const { app, recordingId } = secretive();
  const path = `${temporaryFolder()}/forum.minber`;
  const choices = { media: 'none' as const, history: true, program: 'Minber' };
  for (const media of ['small', 'original'] as const)
    await expect(writeBundle(app, recordingId, { ...choices, media }, path)).rejects.toMatchObject({
      code: 'withheld-inside',
      params: { count: 2 },
    });
  expect(existsSync(path)).toBe(false);
  await writeBundle(app, recordingId, choices, path);
  const { side, history } = await readBundle(path);
  expect(history).toBeNull();
  for (const secret of SECRETS) expect(JSON.stringify(side)).not.toContain(secret);
  await writeBundle(app, recordingId, { ...choices, includeWithheld: true }, path);
  expect(existsSync(path)).toBe(true);
});

test('every format of the program is in the registry that these tests go through', () => {
  expect(FORMATS.map(({ id }) => id).sort()).toEqual([...FORMAT_IDS].sort());
});

const WRITES =
  /formatById\([^)]*\)\.write\?*\.?\(|\bformat\.write\?*\.?\(|\{[^}]*\bwrite\b[^}]*\} = formatById/;

test('no format is written past the one place that withholds', async () => {
  const { globSync } = await import('node:fs');
  const sources = globSync('{electron,shared,renderer}/**/*.{ts,tsx}').filter(
    (path) => !/\.test\.|\/testing\//.test(path),
  );
  const writing = [];
  for (const path of sources) {
    const code = await readFile(path, 'utf8');
    if (WRITES.test(code)) writing.push(path.replaceAll('\\', '/'));
  }
  expect(writing).toEqual(['electron/services/write-transcript-file.ts']);
});
