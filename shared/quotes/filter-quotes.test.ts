import { expect, test } from 'vitest';
import { newId, type SpeakerId } from '../model/ids.ts';
import type { Quote } from '../model/quote.ts';
import { ALL_QUOTES, filterQuotes, type QuoteFilter } from './filter-quotes.ts';
import type { ListedQuote } from './list-quotes.ts';

const AYGUL = newId<SpeakerId>();
const TIMUR = newId<SpeakerId>();

const listed = (text: string, id: SpeakerId, name: string, takenAt: string, words = false): ListedQuote => ({
  quote: {
    id: newId(),
    transcriptId: newId(),
    annotationId: newId(),
    text,
    turnIds: [],
    speaker: {
      id,
      name: { kk: name },
      title: { kk: 'Төраға' },
      organisation: {},
      country: {},
    } as Quote['speaker'],
    startMs: 0,
    endMs: 1,
    timesByHand: false,
    mediaSha256: null,
    sequence: 1,
    headHash: '',
    takenAt,
    takenBy: '',
    kept: null,
  },
  note: text === 'Бірінші' ? 'Тақырыпқа' : '',
  standing: null,
  changes: { words, speaker: false, times: false, gone: false },
  startMs: 0,
  endMs: 1,
  withheld: false,
});

const QUOTES = [
  listed('Бірінші', TIMUR, 'Тимур', '2026-01-01'),
  listed('Екінші', AYGUL, 'Айгүл', '2026-01-03'),
  listed('Үшінші', TIMUR, 'Тимур', '2026-01-02', true),
];

test.each<readonly [Partial<QuoteFilter>, readonly string[]]>([
  [{}, ['Бірінші', 'Екінші', 'Үшінші']],
  [{ query: 'ЕКІНШІ' }, ['Екінші']],
  [{ query: 'тақырып' }, ['Бірінші']],
  [{ query: 'тимур үш' }, ['Үшінші']],
  [{ speakerId: AYGUL }, ['Екінші']],
  [{ changedOnly: true }, ['Үшінші']],
  [{ order: 'taken' }, ['Екінші', 'Үшінші', 'Бірінші']],
  [{ order: 'speaker' }, ['Екінші', 'Бірінші', 'Үшінші']],
  [{ query: 'жоқ' }, []],
])('%o', (filter, shown) => {
  expect(filterQuotes(QUOTES, { ...ALL_QUOTES, ...filter }, 'kk').map(({ quote }) => quote.text)).toEqual(
    shown,
  );
});
