import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotes } from './find-quotes.ts';

/** A case: the article, and of each quotation its words, how it is written, who says it, with what verb. */
type Case = readonly [
  what: string,
  article: string,
  ...quotes: (readonly [words: string, kind: string, speaker: string | null, verb: string | null])[],
];

const INTRODUCED = 'Су институтының директоры Марат Әлиұлы жиынға қатысты. ';

const KAZAKH: readonly Case[] = [
  [
    'a dash opens, a dash and a verb close; dashes inside do not',
    `${INTRODUCED}– Су – тіршілік, ал тіршілік – су, – деді Марат Әлиұлы.`,
    ['Су – тіршілік, ал тіршілік – су', 'dash', 'Марат Әлиұлы', 'деді'],
  ],
  [
    'run-on text: the next introduction is no speech',
    `${INTRODUCED}– Бірінші сөз осы, – деді Марат Әлиұлы. Көл қорының төрағасы Сара Ермек сөз алды. – Екінші сөз осы. Ол қысқа, – деді Сара Ермек.`,
    ['Бірінші сөз осы', 'dash', 'Марат Әлиұлы', 'деді'],
    ['Екінші сөз осы. Ол қысқа', 'dash', 'Сара Ермек', 'деді'],
  ],
  [
    'an attribution interrupts a sentence',
    `${INTRODUCED}\n– Біз өлшейміз, – деді Марат Әлиұлы, – сосын есептейміз.`,
    ['Біз өлшейміз сосын есептейміз.', 'dash', 'Марат Әлиұлы', 'деді'],
  ],
  [
    'speech goes on behind the attribution, with another verb',
    `${INTRODUCED}– Көл тартылды, – деді Марат Әлиұлы. – Бірақ үміт бар, – деп қосты ол.`,
    ['Көл тартылды Бірақ үміт бар', 'dash', 'Марат Әлиұлы', 'деді'],
  ],
  [
    'a person comes to an organisation, which does not bear that name',
    'Көл қорының төрағасы Сара Ермек форумға келді. – Бәрі дұрыс болады, – деді ол.',
    ['Бәрі дұрыс болады', 'dash', 'Сара Ермек', 'деді'],
  ],
  [
    'where something was is not who somebody is',
    'Су форумында Көл қорының төрағасы Сара Ермек сөз алды. – Бәрі дұрыс болады, – деді қор төрағасы.',
    ['Бәрі дұрыс болады', 'dash', 'Сара Ермек', 'деді'],
  ],
  [
    'a role is the one introduced with it',
    `${INTRODUCED}Көл қорының төрағасы Сара Ермек те келді. – Бәрі дұрыс болады, – деді институт директоры.`,
    ['Бәрі дұрыс болады', 'dash', 'Марат Әлиұлы', 'деді'],
  ],
  [
    'a pronoun is the one spoken of last',
    `${INTRODUCED}«Су азайып барады», – деп атап өтті ол.`,
    ['Су азайып барады', 'marks', 'Марат Әлиұлы', 'деп атап өтті'],
  ],
  [
    'titles, slogans and names of projects are no quotations',
    `${INTRODUCED}«Таза су» деп аталатын жоба, «Көл» атты кітап және «Бірге болайық» деген тақырыптағы көрме бар.`,
  ],
  [
    'nested marks stay in the quotation',
    `${INTRODUCED}– «Тамшы» жобасы «Жыл жобасы» болды, – деді Марат Әлиұлы.`,
    ['«Тамшы» жобасы «Жыл жобасы» болды', 'dash', 'Марат Әлиұлы', 'деді'],
  ],
  [
    'an attribution before, with a colon',
    'Марат Әлиұлы: – Деректі ашық жариялаймыз.',
    ['Деректі ашық жариялаймыз.', 'dash', 'Марат Әлиұлы', null],
  ],
  [
    'what is reported stands before its verb',
    `${INTRODUCED}Марат Әлиұлы өз сөзінде көлдің екі метрге төмендегенін атап өтті.`,
    ['көлдің екі метрге төмендегенін', 'reported', 'Марат Әлиұлы', 'атап өтті'],
  ],
  [
    'trust is expressed in what is to come',
    `${INTRODUCED}Марат Әлиұлы көлдің қалпына келетініне сенім білдірді.`,
    ['көлдің қалпына келетініне', 'reported', 'Марат Әлиұлы', 'сенім білдірді'],
  ],
  [
    'a name in the genitive, "in whose words"',
    `${INTRODUCED}Әлиұлының айтуынша, көлге жылына үш мың құс келеді.`,
    ['көлге жылына үш мың құс келеді', 'reported', 'Марат Әлиұлы', 'айтуынша'],
  ],
  [
    'two speakers in one sentence',
    `${INTRODUCED}Көл қорының төрағасы Сара Ермек те келді. «Ақша жоқ», – деді Марат Әлиұлы, ал Сара Ермек «Ақша табылады» деді.`,
    ['Ақша жоқ', 'marks', 'Марат Әлиұлы', 'деді'],
    ['Ақша табылады', 'marks', 'Сара Ермек', 'деді'],
  ],
  [
    'ranges and hyphens are no dashes of speech',
    `${INTRODUCED}2019–2021 жылдары Алматы – Астана бағытында вагон-музей жүрді.`,
  ],
  [
    'a caption and a bare link stand between paragraphs',
    '[caption id="a" align="alignnone" > ©Көл қорының баспасөз қызметі[/caption] https://youtu.be/abc Су институтының директоры Марат Әлиұлы келді. – Сәлем, әріптестер, – деді ол.',
    ['Сәлем, әріптестер', 'dash', 'Марат Әлиұлы', 'деді'],
  ],
];

const UNUSUAL: readonly Case[] = [
  [
    'a verb and a profession that no table has',
    '– Күресте сабыр керек, – деп жымиды көкпаршы Сапар Досым. Көкпаршы атын жетектеп кетті.',
    ['Күресте сабыр керек', 'dash', 'Сапар Досым', 'деп жымиды'],
  ],
  [
    'a name ends before the place behind it',
    '– Мақсатымыз – бейбітшілік, – деп жазды Эмиль Мартен Твиттердегі парақшасында.',
    ['Мақсатымыз – бейбітшілік', 'dash', 'Эмиль Мартен', 'деп жазды'],
  ],
  [
    'a question has another answer it',
    'Марат Әлиұлы мен Сара Ермек сөйлесті. – Қашан бастаймыз? – деп сұрады Марат Әлиұлы. – Ертең бастаймыз, – деді Сара Ермек. – Қалай? – деп сұрады Марат Әлиұлы. – Бірге, – деп жауап берді ол.',
    ['Қашан бастаймыз?', 'dash', 'Марат Әлиұлы', 'деп сұрады'],
    ['Ертең бастаймыз', 'dash', 'Сара Ермек', 'деді'],
    ['Қалай?', 'dash', 'Марат Әлиұлы', 'деп сұрады'],
    ['Бірге', 'dash', 'Сара Ермек', 'деп жауап берді'],
  ],
  [
    'who somebody is may be told by what they did, and stand for them later',
    'Fatima Idrissi, who founded the Atlas Seed Library in Morocco, spoke first. “Seeds travel,” the founder said.',
    ['Seeds travel', 'marks', 'Fatima Idrissi', 'said'],
  ],
  [
    'a possessive before a name is no speaker',
    '“We need more,” said Jane Goodman. Her colleague, John Smith of Oxford University, disagreed: “Nothing has changed.”',
    ['We need more', 'marks', 'Jane Goodman', 'said'],
    ['Nothing has changed.', 'marks', 'John Smith', null],
  ],
  [
    'an initial without a space',
    'М.Әлиұлы жиында сөйледі. «Су азайды», – деді ол.',
    ['Су азайды', 'marks', 'М.Әлиұлы', 'деді'],
  ],
  [
    'a surname with an age',
    'Smith, 45, waited. “I was asleep,” he told reporters.',
    ['I was asleep', 'marks', 'Smith', 'told reporters'],
  ],
  [
    'hyphens as dashes',
    'Председатель союза Нурбол Иванов волновался. - Раньше было иначе, - вспоминает он. - Теперь проще.',
    ['Раньше было иначе Теперь проще.', 'dash', 'Нурбол Иванов', 'вспоминает'],
  ],
];

const RUSSIAN: readonly Case[] = [
  [
    'marks, comma, dash, verb and name',
    '«Вода – это жизнь, а жизнь – вода», – сказал директор института Пётр Самарин.',
    ['Вода – это жизнь, а жизнь – вода', 'marks', 'Пётр Самарин', 'сказал'],
  ],
  [
    'an attribution within the marks',
    'Директор института Пётр Самарин начал с цифр. «Мы измеряем, – сказал он, – а потом считаем».',
    ['Мы измеряем а потом считаем', 'marks', 'Пётр Самарин', 'сказал'],
  ],
  [
    'the conjunction of reported speech',
    'Директор института Пётр Самарин отметил, что озеро обмелело на два метра.',
    ['озеро обмелело на два метра', 'reported', 'Пётр Самарин', 'отметил'],
  ],
  [
    'two who report in one sentence',
    'Пётр Самарин сообщил, что денег нет, а Анна Лебедева заявила, что деньги найдутся.',
    ['денег нет', 'reported', 'Пётр Самарин', 'сообщил'],
    ['деньги найдутся', 'reported', 'Анна Лебедева', 'заявила'],
  ],
  [
    'a name in the genitive is told in the nominative',
    'По словам директора института Петра Самарина, озеро можно спасти.',
    ['озеро можно спасти', 'reported', 'Петр Самарин', 'По словам'],
  ],
  [
    'a verb before, with a colon',
    'Директор института Пётр Самарин подчеркнул: «Ждать больше нельзя».',
    ['Ждать больше нельзя', 'marks', 'Пётр Самарин', 'подчеркнул'],
  ],
  [
    'speech between dashes, in paragraphs, with a surname alone',
    'Выступил директор института Пётр Самарин.\n\n— Ждать нельзя! — заявил Самарин. — Озеро не ждёт.',
    ['Ждать нельзя! Озеро не ждёт.', 'dash', 'Пётр Самарин', 'заявил'],
  ],
  [
    'a party in marks beside a verb is no quotation',
    'Депутат партии «Чистая река» Пётр Самарин выступил на форуме «Вода – жизнь».',
  ],
  [
    'a woman is not meant by "he"',
    'Директор института Пётр Самарин поблагодарил Анну Лебедеву. «Спасибо за помощь», – сказал он.',
    ['Спасибо за помощь', 'marks', 'Пётр Самарин', 'сказал'],
  ],
];

const ENGLISH: readonly Case[] = [
  [
    'the verb before the name, who it is behind it',
    '“Water is life,” said Peter Samson, director of the Lake Institute.',
    ['Water is life', 'marks', 'Peter Samson', 'said'],
  ],
  [
    'an attribution between two pairs of marks',
    '"We measure," said Peter Samson, "and then we count." The forum went on.',
    ['We measure and then we count.', 'marks', 'Peter Samson', 'said'],
  ],
  [
    'a conjunction, and none',
    'Peter Samson said that the lake had shrunk. He said the loss was two metres.',
    ['the lake had shrunk', 'reported', 'Peter Samson', 'said'],
    ['the loss was two metres', 'reported', 'Peter Samson', 'said'],
  ],
  [
    'reported words before their verb',
    'The lake can still be saved, Peter Samson said.',
    ['The lake can still be saved', 'reported', 'Peter Samson', 'said'],
  ],
  [
    'nested single marks, and a hyphenated name',
    '“My father called it ‘the long drought’, and he was right,” said Anne-Marie O’Leary.',
    ['My father called it ‘the long drought’, and he was right', 'marks', 'Anne-Marie O’Leary', 'said'],
  ],
  [
    'according to',
    'According to Peter Samson, director of the Lake Institute, a third of the water is lost.',
    ['a third of the water is lost', 'reported', 'Peter Samson', 'According to'],
  ],
  [
    'scare quotes and titles are no quotations',
    'The "Blue Lake" initiative and the so-called "wet year" were discussed.',
  ],
  [
    'an ellipsis within, a question at the end',
    'Peter Samson, a farmer, paused. “And then… who will pay?” he asked.',
    ['And then… who will pay?', 'marks', 'Peter Samson', 'asked'],
  ],
  [
    'a role with an article',
    'Peter Samson, director of the Lake Institute, met Anne Moor, a farmer. “It works,” the director said.',
    ['It works', 'marks', 'Peter Samson', 'said'],
  ],
];

describe.each([
  ['Kazakh', KAZAKH],
  ['Russian', RUSSIAN],
  ['English', ENGLISH],
  ['Unusual', UNUSUAL],
] as const)('%s', (_, cases) => {
  test.each(cases.map(([what, article, ...expected]) => ({ what, article, expected })))(
    '$what',
    ({ article, expected }) => {
      const found = findQuotes({ text: article }).quotes.map(
        ({ text, kind, speaker, verb }) => [text, kind, speaker.name, verb] as const,
      );
      expect(found).toEqual(expected);
    },
  );
});

test('who somebody is comes from where they are introduced', () => {
  const article =
    'Өзбекстанның «Жайхун» су одағының бас хатшысы Тахир Юнусов келді. – Бәрі жақсы, – деді Юнусов. Түркияның Су партиясы төрағасының орынбасары Эмре Кая да келді. – Рақмет сіздерге, – деді ол.';
  expect(
    findQuotes({ text: article }).quotes.map(({ speaker, introducedAt }) => ({ ...speaker, introducedAt })),
  ).toEqual([
    {
      name: 'Тахир Юнусов',
      title: 'бас хатшысы',
      organisation: '«Жайхун» су одағы',
      country: 'Өзбекстан',
      introducedAt: 0,
    },
    {
      name: 'Эмре Кая',
      title: 'төрағасының орынбасары',
      organisation: 'Су партиясы',
      country: 'Түркия',
      introducedAt: article.indexOf('Түркияның'),
    },
  ]);
});

test('a role of nobody who was introduced is told as the title', () => {
  const [quote] = findQuotes({ text: 'Министрдің айтуынша, биыл отыз мектеп салынады.' }).quotes;
  expect(quote?.speaker).toEqual({ name: null, title: 'Министр', organisation: null, country: null });
});

test('credits, captions and links are found, and are no text', () => {
  const article =
    'Форум ашылды.\n\n[caption id="a" width="9"]Қатысушылар залда[/caption]\n\nФото: Көл қоры\n\nhttps://youtu.be/abc\n\nТолығырақ https://example.org/a.';
  const { links, credits } = findQuotes({ text: article });
  expect(credits.map(({ text, kind }) => [text, kind])).toEqual([
    ['Қатысушылар залда', 'caption'],
    ['Фото: Көл қоры', 'credit'],
  ]);
  expect(links.map(({ url, kind }) => [url, kind])).toEqual([
    ['https://youtu.be/abc', 'video'],
    ['https://example.org/a', 'link'],
  ]);
  for (const { text, start, end } of credits) expect(article.slice(start, end)).toBe(text);
});

test('whatever the text, the spans are its own, in order and apart', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '– ',
      '«',
      '»',
      '“',
      '”',
      '"',
      ', – деді ',
      '. ',
      ': ',
      ' деп ',
      '\n',
      '…',
      ' said ',
      ', что ',
      'Марат Әлиұлы',
      'Peter Samson',
      'ол',
      ' отметил',
      '[caption ',
      ']',
      'https://a.b/c',
    ),
    fc.string({ maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      let last = 0;
      for (const { spans, text: words } of findQuotes({ text }).quotes) {
        expect(words).toBe(spans.map(({ start, end }) => text.slice(start, end)).join(' '));
        for (const { start, end } of spans) {
          expect(end).toBeGreaterThan(start);
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        expect(spans[0]?.start ?? 0).toBeGreaterThanOrEqual(last);
        last = spans[0]?.start ?? last;
      }
    }),
    { numRuns: 300 },
  );
});
