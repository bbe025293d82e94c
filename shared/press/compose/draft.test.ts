import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markText, quotationsOf } from '../../model/article.ts';
import type { QuoteId, SpeakerId } from '../../model/ids.ts';
import type { Language, LocalText } from '../../model/language.ts';
import { findQuotes } from '../find-quotes.ts';
import type { QuotedWords } from './attribution.ts';
import { composeDraft, type DraftQuote } from './draft.ts';
import { HOUSE_STYLES, houseStyle } from './house-style.ts';

type Person = NonNullable<QuotedWords['speaker']>;

const local = (kk: string, ru: string, en: string): LocalText => ({ kk, ru, en });

const PEOPLE: readonly Person[] = [
  {
    id: '00000000-0000-4000-8000-000000000001' as SpeakerId,
    name: local('Дилшод Хамраев', 'Дильшод Хамраев', 'Dilshod Khamraev'),
    title: local('Директор', 'Директор', 'Director'),
    organisation: local(
      'Ирригациялық статистика агенттігі',
      'Агентство ирригационной статистики',
      'Agency for Irrigation Statistics',
    ),
    country: local('Өзбекстан', 'Узбекистан', 'Uzbekistan'),
  },
  {
    id: '00000000-0000-4000-8000-000000000002' as SpeakerId,
    name: local('Айгерім Бейсенова', 'Айгерим Бейсенова', 'Aigerim Beisenova'),
    title: local('Төрағаның орынбасары', 'Заместитель председателя', 'Deputy chair'),
    organisation: local('Су ресурстары комитеті', 'Комитет водных ресурсов', 'Committee for Water Resources'),
    country: {},
  },
  {
    id: '00000000-0000-4000-8000-000000000003' as SpeakerId,
    name: local('Марта Линдквист', 'Марта Линдквист', 'Martha Lindqvist'),
    title: local('Бас хатшы', 'Генеральный секретарь', 'Secretary General'),
    organisation: local('Солтүстік өзендер одағы', 'Союз северных рек', 'Northern Rivers Union'),
    country: {},
  },
  {
    id: '00000000-0000-4000-8000-000000000004' as SpeakerId,
    name: local('Пак Сун Хи', 'Пак Сун Хи', 'Park Soon-hee'),
    title: local('Профессор', 'Профессор', 'Professor'),
    organisation: {},
    country: local('Корея', 'Корея', 'Korea'),
  },
];

const SENTENCES: Readonly<Record<Language, readonly string[]>> = {
  kk: [
    'Су – ортақ байлық, оны бірге сақтаймыз.',
    'Биыл 400 мың гектар жер суарылды!',
    'Бұл жобаға жастар да қатысып жатыр.',
    'Өзеннің арнасы жылдан жылға тарылып барады…',
    '«Бұлақ» бағдарламасы үш ауданда іске қосылды.',
    'Келесі жылы мұны кім жалғастырады?',
    'Біз көршілермен келісімге келдік, енді іске көшеміз.',
  ],
  ru: [
    'Вода – общее богатство, беречь её надо вместе.',
    'В этом году орошено 400 тысяч гектаров земли!',
    'В проекте участвует и молодёжь.',
    'Русло реки сужается год от года…',
    'Программа «Булак» запущена в трёх районах.',
    'Кто продолжит это на следующий год?',
    'Мы договорились с соседями и переходим к делу.',
  ],
  en: [
    'Water is shared wealth, and we keep it together.',
    'This year 400,000 hectares were irrigated!',
    'Young people take part in the project too.',
    'The bed of the river narrows year by year…',
    'The “Bulak” programme was started in three districts.',
    'Who will carry this on next year?',
    'We have agreed with our neighbours and turn to the work now.',
  ],
};

const idOf = (index: number) =>
  `00000000-0000-4000-8000-0000000001${String(index).padStart(2, '0')}` as QuoteId;

const quotesIn = (language: Language): fc.Arbitrary<readonly DraftQuote[]> =>
  fc
    .array(
      fc.record({
        speaker: fc.constantFrom(...PEOPLE),
        sentences: fc.uniqueArray(fc.constantFrom(...SENTENCES[language]), { minLength: 1, maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((all) =>
      all.map(({ speaker, sentences }, index) => ({
        quoteId: idOf(index),
        speaker,
        text: sentences.join(' '),
      })),
    );

/** What a reader of the draft has of a quotation's words, whatever its marks and last sign. */
const plain = (text: string) =>
  text
    .replace(/[«»“”„"‘’]/gu, '')
    .replace(/[.,…!?]+$/u, '')
    .trim();

describe.each(HOUSE_STYLES.map(({ id }) => id))('a draft in the style %s', (id) => {
  const style = houseStyle(id);
  const lead = { title: 'Су форумы 2026', date: '2026-05-15', place: 'Астана' };

  test('is read back: every quotation, whole and in order, with its speaker', () => {
    fc.assert(
      fc.property(quotesIn(style.language), fc.boolean(), (quotes, hasLead) => {
        const { text } = composeDraft({ style, quotes, lead: hasLead ? lead : null, credit: 'Minber' });
        const found = findQuotes({ text }).quotes;
        expect(found.map((quote) => plain(quote.text))).toEqual(quotes.map((quote) => plain(quote.text)));
        expect(found.map(({ speaker }) => speaker.name)).toEqual(
          quotes.map(({ speaker }) => speaker?.name[style.language]),
        );
      }),
      { numRuns: 25 },
    );
  });

  test('has each quotation marked once, with its card and its speaker, and nothing else linked', () => {
    fc.assert(
      fc.property(quotesIn(style.language), (quotes) => {
        const { text, marks } = composeDraft({ style, quotes, lead, credit: '' });
        const marked = quotationsOf(marks);
        expect(marked.map(({ quoteId, who }) => [quoteId, who?.speakerId])).toEqual(
          quotes.map(({ quoteId, speaker }) => [quoteId, speaker?.id]),
        );
        expect(marked.map((mark) => plain(markText(text, mark)))).toEqual(
          quotes.map((quote) => plain(quote.text)),
        );
      }),
      { numRuns: 10 },
    );
  });
});

test('a draft has its lead first and its photo credit last, each only where there is one', () => {
  const quotes = [{ quoteId: idOf(0), speaker: PEOPLE[1] as Person, text: 'Су – ортақ байлық.' }];
  const style = houseStyle('kk-dash');
  const lead = { title: 'Су форумы', date: '2026-05-15', place: 'Астана қ.' };
  expect(composeDraft({ style, quotes, lead: null, credit: '' }).text.split('\n\n')).toHaveLength(1);
  expect(composeDraft({ style, quotes, lead, credit: 'Баспасөз қызметі' }).text.split('\n\n')).toEqual([
    'Астана қ., 2026 жылғы 15 мамыр. «Су форумы» – қатысушылардың айтқан ойларынан.',
    '– Су – ортақ байлық, – деді Су ресурстары комитеті төрағасының орынбасары Айгерім Бейсенова.',
    'Фото: Баспасөз қызметі',
  ]);
});

test('words of nobody stand alone and are linked all the same', () => {
  const { text, marks } = composeDraft({
    style: houseStyle('en-marks'),
    quotes: [{ quoteId: idOf(0), speaker: null, text: 'Water is shared.' }],
    lead: null,
    credit: '',
  });
  expect(text).toBe('“Water is shared.”');
  expect(quotationsOf(marks)).toMatchObject([{ quoteId: idOf(0), verb: null, who: null }]);
});
