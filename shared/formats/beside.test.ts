import JSZip from 'jszip';
import { expect, it } from 'vitest';
import type { TurnId } from '../model/ids.ts';
import { createTurn, textContent, turnText } from '../model/turn.ts';
import { docx } from './docx.ts';
import { DEFAULT_EXPORT_OPTIONS, type TranscriptDocument } from './format.ts';
import { json } from './json.ts';
import { bytesWritten, documentOf } from './testing/expectations.ts';

const CONTEXT = { fileName: 'forum.x', language: 'kk' };
const turns = ['Су ортақ.', 'Рақмет.'].map((text, index) =>
  createTurn({ startMs: index * 1000, endMs: (index + 1) * 1000, content: textContent(text) }),
);
const [first] = turns;
const document: TranscriptDocument = {
  title: 'Форум',
  date: null,
  place: '',
  language: 'kk',
  media: null,
  speakers: [],
  turns: turns.map((turn, index) => (index === 0 ? { ...turn, voice: 'interpreter', language: 'ru' } : turn)),
  translations: [
    {
      language: 'ru',
      name: 'UN',
      turns: [
        createTurn({
          content: textContent('Вода общая.'),
          translates: { turnId: first?.id as TurnId, words: 'Су ортақ.', done: true },
        }),
      ],
    },
  ],
};

it('JSON keeps translations whole, and whose voice is heard in which language', async () => {
  const bytes = await bytesWritten(json, document, DEFAULT_EXPORT_OPTIONS);
  expect(documentOf(await json.read?.(bytes, CONTEXT))).toEqual(document);
});

it('Word has the original at the left and the translation at the right, a row a turn, and reads the original back', async () => {
  const bytes = await bytesWritten(docx, document, DEFAULT_EXPORT_OPTIONS);
  const xml = (await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('text')) ?? '';
  const rows = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => cell.replace(/<[^>]*>/g, '')),
  );
  expect(rows).toEqual([
    ['kk', 'ru'],
    [expect.stringContaining('Су ортақ.'), 'Вода общая.'],
    [expect.stringContaining('Рақмет.'), ''],
  ]);
  const read = documentOf(await docx.read?.(bytes, CONTEXT));
  expect(read.turns.map(turnText)).toEqual(['Су ортақ.', 'Рақмет.']);
});
