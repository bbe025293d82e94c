import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, test, vi } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS, type FormatId } from '../../shared/formats/format.ts';
import { FORMATS } from '../../shared/formats/registry.ts';
import { pdfPages } from '../../shared/formats/testing/pdf-pages.ts';
import { type Annotation, GIVEN_KINDS } from '../../shared/model/annotation.ts';
import { type AnnotationId, newId, type SpeakerId } from '../../shared/model/ids.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { writeFileAtomic } from '../media/write-file-atomic.ts';
import { putAnnotation } from './annotate.ts';
import { mergeSpeaker, putSpeaker } from './change-speakers.ts';
import { exportFileName, exportTranscript, previewExport, transcriptDocument } from './export-transcript.ts';
import { addTestRecording, openTestApp, putTurns, temporaryFolder, turnOf } from './testing/open-test-app.ts';
import { verifyEditLog } from './verify-edit-log.ts';

vi.mock(import('../media/write-file-atomic.ts'), { spy: true });

const options = DEFAULT_EXPORT_OPTIONS;
const speakerOf = (name: string): Speaker => ({
  id: newId<SpeakerId>(),
  name: { kk: name },
  title: {},
  organisation: {},
  country: {},
  colour: 0,
  mergedInto: null,
});

function transcribed(title = 'Су форумы') {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const [first, second, third] = [speakerOf('Болат'), speakerOf('Айгүл'), speakerOf('Айгүл Қасым')] as const;
  for (const speaker of [first, second, third]) putSpeaker(app, speaker);
  const { transcriptId } = addTestRecording(app, { title }, '/media/forum.wav');
  putTurns(app, transcriptId, 0, [
    turnOf('Кейінгі сөз', 'a1', { speakerId: first.id, startMs: 5000, endMs: 9000 }),
    turnOf('Алғашқы сөз', 'a0', { speakerId: second.id, startMs: 0, endMs: 5000 }),
    turnOf('Иесіз сөз', 'a2'),
  ]);
  mergeSpeaker(app, second.id, third.id);
  return { app, folder, transcriptId, first, third };
}

test('a document holds the saved turns in order, under the speakers they stand for', () => {
  const { app, transcriptId, first, third } = transcribed();
  const document = transcriptDocument(app.library, transcriptId);
  expect(document).toMatchObject({
    title: 'Су форумы',
    date: '2026-01-01',
    place: 'Астана',
    language: 'kk',
    media: { name: 'forum.wav', durationMs: 60_000, sha256: null },
  });
  expect(document.turns.map(({ speakerId }) => speakerId)).toEqual([third.id, first.id, null]);
  expect(document.speakers).toEqual([third, first]);
});

test('annotations go out, but for those taken away or withheld', () => {
  const { app, transcriptId } = transcribed();
  const put = (body: string, parts: Partial<Annotation>) =>
    putAnnotation(app, {
      transcriptId,
      annotation: {
        id: newId<AnnotationId>(),
        kindId: GIVEN_KINDS.quote,
        body,
        colour: null,
        author: 'Әсел',
        createdAt: '2026-01-02T03:04:05.000Z',
        changedAt: '2026-01-02T03:04:05.000Z',
        resolved: null,
        span: { startMs: 0, endMs: 10 },
        words: '',
        atMs: null,
        replies: [],
        removed: false,
        ...parts,
      },
    });
  put('жарияланады', {});
  put('жабық', { kindId: GIVEN_KINDS.offTheRecord });
  put('алынған', { removed: true });
  const { annotations } = transcriptDocument(app.library, transcriptId);
  expect(annotations?.map(({ body }) => body)).toEqual(['жарияланады']);
});

/** Returns the parts of a zip that hold words, one after another. */
async function zippedText(bytes: Buffer): Promise<string> {
  const parts = (await JSZip.loadAsync(bytes)).file(/^(word\/document|xl\/sharedStrings)\.xml$/);
  const texts = await Promise.all(parts.map((part) => part.async('string')));
  return texts.join('').replace(/<[^>]*>/g, '');
}

describe('an export', () => {
  const writable = FORMATS.filter(({ write, keeps }) => write && !keeps.firstWordsOnly).map(({ id }) => id);
  const textIn = async (format: FormatId, bytes: Buffer) => {
    if (format === 'pdf') return pdfPages(bytes).join('\n');
    return format === 'docx' || format === 'xlsx' ? zippedText(bytes) : bytes.toString('utf8');
  };
  test.each(writable)('as %s holds every word that was saved', async (format) => {
    const { app, folder, transcriptId } = transcribed();
    const path = join(folder, `out.${format}`);
    writeFileSync(path, 'бұрынғы');
    const { bytes } = await exportTranscript(app, { transcriptId, format, options }, path);
    const written = readFileSync(path);
    expect(written.length).toBe(bytes);
    const text = await textIn(format, written);
    const places = ['Алғашқы сөз', 'Кейінгі сөз', 'Иесіз сөз'].map((words) => text.indexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).toContain('Айгүл Қасым');
  });

  test('that cannot be written says so and leaves nothing behind', async () => {
    const { app, folder, transcriptId } = transcribed();
    const path = join(folder, 'out');
    mkdirSync(join(path, 'inside'), { recursive: true });
    const before = readdirSync(folder);
    await expect(exportTranscript(app, { transcriptId, format: 'txt', options }, path)).rejects.toMatchObject(
      {
        code: 'export-failed',
        params: { name: 'out' },
      },
    );
    expect(readdirSync(folder)).toEqual(before);
    expect(app.exported.size).toBe(0);
  });

  test('onto a full disk says so', async () => {
    const { app, folder, transcriptId } = transcribed();
    vi.mocked(writeFileAtomic).mockRejectedValueOnce(Object.assign(new Error(), { code: 'ENOSPC' }));
    const path = join(folder, 'out.txt');
    await expect(exportTranscript(app, { transcriptId, format: 'txt', options }, path)).rejects.toMatchObject(
      {
        code: 'disk-full',
      },
    );
  });
});

describe('a preview', () => {
  test('is the beginning of the file', async () => {
    const { app, folder, transcriptId } = transcribed();
    for (const format of ['txt', 'md', 'srt', 'vtt', 'json'] as const) {
      const path = join(folder, 'out');
      await exportTranscript(app, { transcriptId, format, options }, path);
      const { text, truncated } = await previewExport(app, { transcriptId, format, options });
      expect(text).toBe(new TextDecoder().decode(readFileSync(path)));
      expect(truncated).toBe(false);
    }
  });

  test.each(['docx', 'pdf', 'html'] as const)('of %s is its text', async (format) => {
    const { app, transcriptId } = transcribed();
    const preview = await previewExport(app, { transcriptId, format, options });
    expect(preview).toEqual(await previewExport(app, { transcriptId, format: 'txt', options }));
  });

  test('of a long transcript is cut', async () => {
    const { app, transcriptId } = transcribed();
    putTurns(
      app,
      transcriptId,
      1,
      Array.from({ length: 300 }, (_, n) => turnOf('сөз '.repeat(70), `b${n}`)),
    );
    const { text, truncated } = await previewExport(app, { transcriptId, format: 'txt', options });
    expect(text.length).toBeLessThanOrEqual(20_000);
    expect(truncated).toBe(true);
  });
});

test.each([
  ['Су форумы', 'Су форумы.txt'],
  ['Есеп: 1/2 "жоба" <v2>?', 'Есеп 1 2 жоба v2.txt'],
  ['...', 'minber.txt'],
  ['ұ'.repeat(300), `${'ұ'.repeat(90)}.txt`],
])('the file of “%s” is named %s', (title, name) => {
  const { app, transcriptId } = transcribed(title);
  expect(exportFileName(app, transcriptId, 'txt')).toBe(name);
});

test('the hash of the history is written where it is asked for, and is the one that the check shows', async () => {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const { transcriptId } = addTestRecording(app);
  putTurns(app, transcriptId, 0, [turnOf('Қайырлы таң', 'a0')]);
  const { headHash } = verifyEditLog(app, transcriptId);
  const options = { ...DEFAULT_EXPORT_OPTIONS, headHash: true };
  const shown = await previewExport(app, { transcriptId, format: 'txt', options });
  expect(shown.text).toContain(headHash);
  const plain = await previewExport(app, { transcriptId, format: 'txt', options: DEFAULT_EXPORT_OPTIONS });
  expect(plain.text).not.toContain(headHash);
});

test('a speaker has the title of the day of the recording in every file; only our own has those of other days', async () => {
  const { app, transcriptId, first } = transcribed();
  const post = { title: { kk: 'елші' }, organisation: {}, from: '2025-06-01', until: '2026-06-01' };
  putSpeaker(app, { ...first, title: { kk: 'министр' }, posts: [post] });
  const preview = async (format: FormatId) =>
    (await previewExport({ ...app, resourcesPath: 'resources' }, { transcriptId, format, options })).text;
  expect(await preview('csv')).toContain('елші');
  expect(await preview('csv')).not.toContain('министр');
  const own = JSON.parse(await preview('json')).speakers as Speaker[];
  expect(own.find(({ id }) => id === first.id)).toMatchObject({ title: { kk: 'министр' }, posts: [post] });
});
