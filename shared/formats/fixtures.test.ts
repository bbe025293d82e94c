import { describe, expect, it } from 'vitest';
import { formatForFile } from './registry.ts';
import { documentOf } from './testing/expectations.ts';
import { codes, readFixture, rows } from './testing/read-fixture.ts';

describe('files of other programs', () => {
  it('SubRip of a player: BOM, CR LF, positions, markup, missing counter, blank line, impossible times', async () => {
    const result = await readFixture('player-export.srt');
    expect(rows(result)).toEqual([
      [1000, 3500, '', 'Жиналысты ашамыз.'],
      [3600, 7200, 'АЙГЕРІМ', 'Рақмет. Сөз кезегі сізде, мырзалар.'],
      [6900, 9000, '', '- Сұрақ бар ма?\n- Бар.'],
      [9100, null, 'ДАНИЯР', 'Менде бар. тағы бір жол'],
      [null, 12_000, '', '[applause]'],
      [12_500, 14_000, '', '42'],
      [15_000, 16_000, '', ''],
    ]);
    expect(codes(result)).toEqual([
      'unknown-markup 2 {\\an}',
      'unknown-markup 2 <i>',
      'unknown-markup 15 <font>',
      'end-before-start 15',
      'bad-time 21 00:75:00,000',
    ]);
  });

  it('WebVTT of the web: styles, notes, regions, settings, classes, two voices in a cue', async () => {
    const result = await readFixture('web-captions.vtt', 'en');
    expect(documentOf(result).language).toBe('kk');
    expect(rows(result)).toEqual([
      [1000, 4000, 'Дана', 'Қайырлы таң, құрметті қонақтар.'],
      [4500, 8250, 'Ермек & Со', 'Рақмет. 2 < 3, R&D,\u00a0иә. Екінші жол бар.'],
      [7500, 9000, 'Дана', 'Бір сәт.'],
      [7500, 9000, 'Ермек & Со', 'Иә?'],
      [9000, 10_000, '', 'Дауыссыз жол [laughter]'],
    ]);
    expect(codes(result)).toEqual([
      'unknown-markup 5 STYLE ::cue(v[voice="Дана"]) { color: lime }',
      'unknown-markup 8 REGION id:fred width:40%',
      'unknown-markup 12 NOTE Бұл түсініктеме оқылмайды.',
      'unknown-markup 15 <i>',
      'unknown-markup 19 <c>',
      'unknown-markup 19 <00:00:00.000>',
    ]);
  });

  it('WebVTT of a meeting, whose identifiers number the parts of an utterance', async () => {
    expect(rows(await readFixture('meeting-parts.vtt'))).toEqual([
      [1000, 5000, 'Марат Сейітов', 'Бұл сөйлем екі бөлікке кесілген.'],
      [5500, 6000, 'Лаура Нұр', 'Түсінікті.'],
    ]);
  });

  it('a stenogram: names before colons, wrapped lines, a clause before a colon that is no name', async () => {
    expect(rows(await readFixture('stenogram.txt'))).toEqual([
      [null, null, 'ПРЕДСЕДАТЕЛЬ', 'Добрый день, коллеги. Заседание объявляю открытым. [applause]'],
      [null, null, 'А. Б. Иванов', 'Спасибо. Отмечу главное: воды стало меньше.'],
      [null, null, '', 'Из зала: Не слышно!'],
      [null, null, '', 'Сондықтан бүгін бір сұраққа жауап іздейміз: бұл қалай болды?'],
      [null, null, 'Ұлжан Әбенова', 'Мен жауап берейін. https://example.org/derek сілтемесін қараңыз.'],
    ]);
  });

  it('names with times behind them, one line a turn', async () => {
    const result = await readFixture('timed-names.txt');
    expect(rows(result)).toEqual([
      [3000, null, 'Дана Оспанова', 'Сәлеметсіздер ме.'],
      [9500, null, 'Ерлан Төлеу', 'Амансыз ба. [00:00:11] Бастайық.'],
      [7000, null, 'Дана Оспанова', 'Иә.'],
      [null, null, 'Төраға', 'Уақыт қате.'],
    ]);
    expect(codes(result)).toEqual(['out-of-order 3', 'bad-time 4 00:99:00']);
  });

  it('the text of a speech recogniser: a span before each line, and no names', async () => {
    const result = await readFixture('recogniser.txt');
    expect(rows(result)).toEqual([
      [0, 4160, '', 'Алғашқы сөйлем.'],
      [4160, 9000, '', 'Екінші: үтір мен нүкте.'],
      [9000, null, '', 'Соңғысы.'],
    ]);
    expect(codes(result)).toEqual(['end-before-start 3']);
  });

  it('plain lines: each a turn, an indented one more of the turn above', async () => {
    expect(rows(await readFixture('plain-lines.txt')).map(([, , , text]) => text)).toEqual([
      'Бірінші жол.',
      'Екінші жол.\nжалғасы',
      'Үшінші жол.',
    ]);
  });

  it('Markdown of a person: emphasis, links, lists, quotes, HTML', async () => {
    const result = await readFixture('notes.md');
    expect(documentOf(result).title).toBe('Дөңгелек үстел');
    expect(rows(result)).toEqual([
      [null, null, '', 'Кіріспе абзац осында, бір сөйлем екі жолда.'],
      [
        null,
        null,
        'Дана Оспанова',
        'Сәлеметсіздер ме, сайтты қараңыз.\nЖалғасы — екінші абзац.\nбірінші пункт\nекінші пункт',
      ],
      [9500, null, 'Ерлан Төлеу', 'Амансыз ба? [laughter]'],
      [null, null, 'Дана Оспанова', 'Дәйексөз.\nHTML сөзі\nМаңызды нәрсе айтылды.'],
    ]);
    expect(codes(result)).toEqual([
      'unknown-markup 3 emphasis',
      'unknown-markup 6 link',
      'bad-time 18 00:99:00',
      'unknown-markup 21 <div>HTML сөзі</div>',
    ]);
  });
});

describe('encodings', () => {
  it.each(['notepad-utf16le.txt', 'notepad-utf16be.txt'])(
    '%s is read by its byte order mark',
    async (name) => {
      const result = await readFixture(name);
      expect(rows(result)).toEqual([[1000, null, 'Әсел Қайрат', 'Үш үкі ұшты.']]);
      expect(result.warnings).toEqual([]);
    },
  );

  it('assumes Windows-1251 for other bytes, and says so', async () => {
    const result = await readFixture('old-russian.txt', 'ru');
    expect(rows(result)).toEqual([[null, null, 'Мария Орлова', 'Ёлка, съезд, объём.']]);
    expect(codes(result)).toEqual(['encoding-assumed Windows-1251']);
  });

  it('assumes its Kazakh kin where the text is expected in Kazakh', async () => {
    const result = await readFixture('old-kazakh.txt', 'kk-KZ');
    expect(rows(result)).toEqual([
      [null, null, 'Әсел Қайрат', 'Өңір ғалымдары қаһарман ұл-қызға үміт артты. Һ, І, Ғ, Ү, Ұ, Ң, Ө.'],
    ]);
    expect(codes(result)).toEqual(['encoding-assumed KZ-1048']);
  });
});

describe('our JSON', () => {
  it('from a newer version: what is known is read', async () => {
    const result = await readFixture('newer.json');
    expect(codes(result)).toEqual(['newer-version 7']);
    expect(documentOf(result).date).toBe('2025-02-28');
    expect(documentOf(result).turns[0]?.status).toBe('draft');
    expect(rows(result)).toEqual([[0, 900, 'Дана', 'Бар.']]);
  });

  it('in part unsound: the rest is read, and each loss named', async () => {
    const result = await readFixture('partial.json');
    const document = documentOf(result);
    expect(document.date).toBeNull();
    expect(document.speakers.map(({ name }) => name)).toEqual([{ kk: 'Дана' }, { en: 'Guest' }]);
    expect(rows(result)).toEqual([
      [0, 900, 'Дана', 'Бірінші.'],
      [900, null, 'Guest', ''],
      [null, null, '', '[laughter]'],
    ]);
    expect(new Set(document.turns.map(({ id }) => id)).size).toBe(3);
    expect(result.warnings.map(({ code }) => code)).toEqual([
      'unreadable-part',
      'end-before-start',
      'unreadable-part',
      'unreadable-part',
      'unreadable-part',
    ]);
  });

  it.each(['[1]', '{"format":"other"}', 'null', '{', ''])('refuses %j', async (text) => {
    const { document, warnings } = (await formatForFile('x.json')?.read?.(new TextEncoder().encode(text), {
      fileName: 'x.json',
      language: 'kk',
    })) ?? { document: undefined, warnings: [] };
    expect(document).toBeNull();
    expect(warnings).toEqual([{ code: 'not-this-format' }]);
  });
});
