import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SpeakerId } from '../../model/ids.ts';
import type { Speaker } from '../../model/speaker.ts';
import { createTurn, type Inline, textContent } from '../../model/turn.ts';
import { matchQuote } from './match-quote.ts';
import { indexTranscript } from './transcript-index.ts';
import { timeAt } from './turn-times.ts';
import { quoteCandidates, quoteVerifier, speakerAgreement, verifyQuote } from './verify-quotes.ts';

const CHAIR = 'chair' as SpeakerId;
const GUEST = 'guest' as SpeakerId;

const turn = (text: string, startMs: number, endMs: number, speakerId: SpeakerId = GUEST) =>
  createTurn({ content: textContent(text), startMs, endMs, speakerId });

const TURNS = [
  turn('Құрметті қонақтар, отырысты ашық деп жариялаймын.', 0, 5_000, CHAIR),
  turn(
    'Қорға бір жылда төрт жүз мың өтініш келді, біз оның бәрін қарадық. Бұл – халықтың сенімі. Үлесі отыз пайыз.',
    5_000,
    15_000,
  ),
  turn('Сондықтан Шалқар жобасын жалғастырамыз, әріптестер.', 15_000, 20_000),
  turn('Чо Бён Чжэ мырзаға рақмет айтамын.', 20_000, 24_000, CHAIR),
  turn('The river is shared by four countries and we must act together.', 24_000, 30_000),
];
const index = indexTranscript({ language: 'kk', kind: 'original', turns: TURNS });
const seek = (text: string) => matchQuote(index, { text, kind: 'dash' });

test.each([
  [
    'case, marks and dashes do not matter',
    '«ҚОРҒА бір жылда төрт жүз мың өтініш келді» біз оның бәрін қарадық!',
  ],
  ['a number is a number, in words or digits', 'Қорға бір жылда 400 мың өтініш келді'],
  ['with a comma too', 'Қорға бір жылда 400,000 өтініш келді'],
  ['a speaker goes on in the next turn', 'Үлесі 30%. Сондықтан Шалқар жобасын жалғастырамыз'],
])('exact: %s', (_, text) => {
  expect(seek(text)).toMatchObject({
    verdict: 'exact',
    flags: [],
    evidence: { differences: [], wording: 'exact' },
  });
});

test('a word that was changed is shown beside what was said', () => {
  const { verdict, evidence } = seek('Қорға бір жылда төрт жүз мың хат келді, біз оның бәрін қарадық');
  expect(verdict).toBe('edited');
  expect(evidence?.differences.filter(({ op }) => op !== 'same')).toEqual([
    { op: 'changed', quoted: 'хат', said: 'өтініш' },
  ]);
});

test('an ellipsis is told as an omission', () => {
  const { verdict, evidence, flags } = seek('Қорға бір жылда 400 мың өтініш келді… Үлесі 30%');
  expect(verdict).toBe('edited');
  expect(evidence?.differences.map(({ op }) => op)).toEqual(['same', 'omitted', 'same']);
  expect(flags).toEqual([]);
});

test('numbers and names that differ are flagged', () => {
  expect(seek('Бұл – халықтың сенімі. Үлесі 13%').flags).toEqual([
    { kind: 'number', quoted: '13%', said: '30%' },
  ]);
  expect(seek('Сондықтан Балқаш жобасын жалғастырамыз, әріптестер').flags).toEqual([
    { kind: 'name', quoted: 'Балқаш', said: 'Шалқар' },
  ]);
  expect(seek('The river is shared by three countries and we must act').flags).toEqual([
    { kind: 'number', quoted: 'three', said: '4' },
  ]);
  expect(seek('Бүгін Чо Бёнчжэ мырзаға рақмет айтамын').flags).toEqual([]);
});

test('what was not said is not found', () => {
  expect(seek('Жаңа мектептің құрылысы келер жылы күзде аяқталады')).toEqual({
    verdict: 'not-found',
    evidence: null,
    place: null,
    flags: [],
  });
  expect(seek('')).toMatchObject({ verdict: 'not-found' });
});

test('a translation is found in its track, and is no wording of what was said', () => {
  const translation = indexTranscript({
    language: 'ru',
    kind: 'translation',
    turns: [turn('В фонд за год поступило четыреста тысяч обращений.', 5_000, 15_000)],
  });
  const quote = {
    text: 'В фонд за год поступило 400 тысяч обращений',
    kind: 'marks',
    speaker: { name: null, title: null, organisation: null, country: null },
  } as const;
  expect(
    verifyQuote(
      [index, translation].map((whole) => ({ whole, open: whole })),
      quote,
      new Map(),
    ),
  ).toMatchObject({
    verdict: 'translated',
    evidence: { wording: 'exact', language: 'ru' },
  });
});

test('of two who said the same the one is taken who is named', () => {
  const words = 'Су – ортақ байлығымыз, оны бірге қорғаймыз.';
  const twice = indexTranscript({
    language: 'kk',
    kind: 'original',
    turns: [
      turn(words, 0, 9, CHAIR),
      turn('Иә, келісемін сізбен, рақмет. '.repeat(20), 9, 20, CHAIR),
      turn(words, 20, 30),
    ],
  });
  const found = matchQuote(twice, { text: words, kind: 'dash' }, (speaker) => speaker === GUEST);
  expect(found.evidence).toMatchObject({ speakerId: GUEST, startMs: 20 });
});

test('what was said off the record is told, and its words are not', () => {
  const open = indexTranscript({
    ...index.track,
    turns: TURNS.map((each, at) =>
      at === 1 ? { ...each, content: textContent('[off the record] Үлесі отыз пайыз.') } : each,
    ),
  });
  const speaker = { name: null, title: null, organisation: null, country: null };
  const seekIn = (text: string) =>
    verifyQuote([{ whole: index, open }], { text, kind: 'dash', speaker }, new Map());
  expect(seekIn('Қорға бір жылда 400 мың өтініш келді')).toMatchObject({
    verdict: 'exact',
    withheld: true,
    evidence: { text: '' },
  });
  expect(seekIn('Үлесі отыз пайыз')).toMatchObject({ verdict: 'exact', withheld: false });
});

test('names agree across scripts and cases', () => {
  const speaker = { name: { en: 'Cho Byong-jae' } } as unknown as Speaker;
  expect(speakerAgreement('Чо Бён Чжэ', speaker)).toBe('agrees');
  expect(speakerAgreement('Марат Әлиұлы', speaker)).toBe('differs');
  expect(speakerAgreement(null, speaker)).toBe('unknown');
  expect(speakerAgreement('Чо', null)).toBe('unknown');
});

test('times are shared out by the text between the times that are known', () => {
  const content: Inline[] = [
    { type: 'text', text: '0123456789' },
    { type: 'timestamp', atMs: 8_000 },
    { type: 'text', text: '0123456789' },
  ];
  const timed = createTurn({ content, startMs: 1_000, endMs: 10_000 });
  expect([0, 5, 10, 15, 20].map((at) => timeAt(timed, at, null))).toEqual([
    1_000, 4_500, 8_000, 9_000, 10_000,
  ]);
  expect(timeAt(createTurn({ content, startMs: 0 }), 15, 9_000)).toBe(8_500);
  expect(timeAt(createTurn({ content: textContent('abc') }), 1, null)).toBeNull();
});

test('any words of the transcript are found where they stand', () => {
  const texts = [
    'Көл жағасында құстар көбейді, балықшылар да қайтып келді. Біз бұған қуанамыз.',
    'Енді арналарды тазалап, жаңа көпір салуымыз керек. Көмек сұраймын.',
  ];
  const own = indexTranscript({
    language: 'kk',
    kind: 'original',
    turns: [
      TURNS[0],
      turn(texts[0] ?? '', 5_000, 15_000),
      turn(texts[1] ?? '', 15_000, 20_000),
      TURNS[3],
    ].flatMap((each) => each ?? []),
  });
  const words = texts.join(' ').split(' ');
  fc.assert(
    fc.property(fc.nat(words.length - 5), fc.integer({ min: 4, max: 12 }), (from, count) => {
      const { verdict, evidence } = matchQuote(own, {
        text: words.slice(from, from + count).join(' '),
        kind: 'dash',
      });
      expect(verdict).toBe('exact');
      expect(evidence?.startMs).toBeGreaterThanOrEqual(5_000);
      expect(evidence?.endMs).toBeLessThanOrEqual(20_000);
    }),
  );
});

test('a person chooses among the places where a quotation was said', () => {
  const words = 'Біз бұл жобаны міндетті түрде аяқтаймыз';
  const turns = [
    turn(`${words}, достар.`, 0, 5_000, CHAIR),
    turn('Су шаруашылығы туралы ұзақ айтылды, енді басқа мәселеге көшейік.', 5_000, 9_000),
    ...Array.from({ length: 8 }, (_, at) =>
      turn(`Бөлек сөз ${at} және жаңа ой айтылды осында.`, 9_000, 9_500),
    ),
    turn(`Қайталап айтамын: ${words}.`, 10_000, 15_000, GUEST),
  ];
  const whole = indexTranscript({ language: 'kk', kind: 'original', turns });
  const tracks = [{ whole, open: whole }];
  const quote = { text: words, kind: 'dash' as const, speaker: { name: null } };
  const speakers = new Map<SpeakerId, Speaker>();
  const candidates = quoteCandidates(tracks, quote, speakers);
  expect(candidates.map(({ verdict }) => verdict)).toEqual(['exact', 'exact']);
  const verify = quoteVerifier(tracks, speakers);
  for (const { place } of candidates) {
    if (!place) throw new Error('no place');
    const found = verify({ ...quote, chosen: { ...place, track: whole.track } });
    expect([found.place, found.track]).toEqual([place, whole.track]);
  }
  const other = verify({ ...quote, speakerId: GUEST });
  expect(other.verdict).toBe('exact');
  // What was chosen and is no longer there is sought elsewhere.
  const gone = { turnId: createTurn().id, start: 0, track: whole.track };
  expect(verify({ ...quote, chosen: gone }).verdict).toBe('exact');
});

test('who is meant goes before how the name is written', () => {
  const known = (id: SpeakerId, kk: string) =>
    [
      id,
      { id, name: { kk }, title: {}, organisation: {}, country: {}, colour: 0, mergedInto: null },
    ] as const;
  const speakers = new Map<SpeakerId, Speaker>([
    known(GUEST, 'Айдар Серіков'),
    known(CHAIR, 'Гүлнар Ахметова'),
  ]);
  const text = 'Үлесі отыз пайыз';
  const agreement = (speakerId: SpeakerId | null) =>
    verifyQuote(
      [{ whole: index, open: index }],
      { text, kind: 'dash', speaker: { name: 'Серіков' }, speakerId },
      speakers,
    ).agreement;
  expect([agreement(null), agreement(GUEST), agreement(CHAIR)]).toEqual(['agrees', 'agrees', 'differs']);
});
