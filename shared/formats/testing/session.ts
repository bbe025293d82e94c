import type { SpeakerId, TurnId } from '../../model/ids.ts';
import type { Inline, Turn } from '../../model/turn.ts';
import type { TranscriptDocument } from '../format.ts';

const text = (value: string): Inline => ({ type: 'text', text: value });
const id = (kind: number, index: number) => `00000000-000${kind}-4000-8000-00000000000${index}`;
const turn = (index: number, parts: Partial<Turn>): Turn => ({
  id: id(2, index) as TurnId,
  speakerId: null,
  startMs: null,
  endMs: null,
  status: 'draft',
  content: [],
  ...parts,
});
const DANA = id(1, 1) as SpeakerId;
const PETER = id(1, 2) as SpeakerId;

/** A short session with one of each thing that a transcript can hold; the golden files show it in every format. */
export const SESSION: TranscriptDocument = {
  title: 'Дала форумы: *жол* мен [көпір]',
  date: '2025-03-07',
  place: 'Ақтау',
  language: 'kk',
  media: { name: 'dala-forumy.mp4', durationMs: 3_723_450, sha256: 'ab'.repeat(32) },
  speakers: [
    {
      id: DANA,
      name: { kk: 'Дана Оспанқызы', ru: 'Дана Оспанова', en: 'Dana Ospan' },
      title: { kk: 'төрайым', en: 'chair' },
      organisation: { kk: 'Дала форумы' },
      country: { kk: 'Қазақстан', en: 'Kazakhstan' },
      colour: 2,
      mergedInto: null,
    },
    {
      id: PETER,
      name: { en: 'Peter O’Hara & Sons' },
      title: {},
      organisation: {},
      country: {},
      colour: 7,
      mergedInto: null,
    },
  ],
  turns: [
    turn(1, {
      speakerId: DANA,
      startMs: 1200,
      endMs: 11_480,
      status: 'checked',
      content: [
        text('Құрметті қонақтар, жиналысты ашық деп жариялаймын. Бүгін екі мәселе бар: жол және көпір. '),
        { type: 'tag', tag: 'applause' },
      ],
    }),
    turn(2, {
      speakerId: PETER,
      startMs: 12_000,
      endMs: 16_250,
      content: [text('Thank you. A < B, '), { type: 'timestamp', atMs: 14_010 }, text(' so 5 --> 6.')],
    }),
    turn(3, { content: [text('Сұрақ: кім жауап береді?')] }),
    turn(4, {
      speakerId: DANA,
      startMs: 3_720_000,
      endMs: 3_723_400,
      status: 'flagged',
      content: [text('Мен.\nӨзім.')],
    }),
    turn(5, {
      speakerId: PETER,
      startMs: 3_722_900,
      endMs: 3_723_400,
      content: [{ type: 'tag', tag: 'crosstalk' }],
    }),
    turn(6, { speakerId: DANA, startMs: 3_723_410 }),
  ],
};
