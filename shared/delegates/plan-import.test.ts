import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId, type SpeakerId } from '../model/ids.ts';
import type { Speaker } from '../model/speaker.ts';
import { guessColumns } from './columns.ts';
import { differingFields, joinSpeakers } from './merge-fields.ts';
import { firstDecisions, importedSpeakers, planImport } from './plan-import.ts';
import { readSheet } from './read-sheet.ts';
import { writeDelegatesCsv, writeDelegatesXlsx } from './write-sheet.ts';

const person = (parts: Partial<Speaker>): Speaker => ({
  id: newId<SpeakerId>(),
  name: {},
  title: {},
  organisation: {},
  country: {},
  colour: 0,
  mergedInto: null,
  ...parts,
});
const plan = (rows: string[][], directory: Speaker[] = []) => planImport(rows, guessColumns(rows), directory);
const imported = (rows: string[][], directory: Speaker[] = [], replace = false) => {
  const { people } = plan(rows, directory);
  const known = new Map(directory.map((each) => [each.id, each]));
  return importedSpeakers(people, firstDecisions(people), known, { replace });
};
const HEADINGS = ['Имя (ru)', 'Имя (en)', 'Должность (ru)', 'Страна', 'С', 'По'];

describe('a list that is imported', () => {
  it('gives a person a row: names, titles, the country in three languages by its name', () => {
    const [speaker] = imported([
      HEADINGS,
      ['Чо Бён Чжэ', 'Cho Byong-jae', 'посол', 'Республика Корея', '', ''],
    ]);
    expect(speaker).toMatchObject({
      name: { ru: 'Чо Бён Чжэ', en: 'Cho Byong-jae' },
      title: { ru: 'посол' },
      country: { ru: 'Республика Корея', kk: 'Оңтүстік Корея', en: 'South Korea' },
      countryCode: 'KR',
    });
  });

  it('has titles with days in rows of one person', () => {
    const people = imported([
      HEADINGS,
      ['Дана Оспан', '', 'депутат', '', '', ''],
      ['Дана Оспан', '', 'посол', '', '01.03.2019', '2021-06-30'],
      ['Дана Оспан', '', 'министр', '', '1/7/2021', ''],
    ]);
    expect(people).toHaveLength(1);
    expect(people[0]).toMatchObject({
      title: { ru: 'депутат' },
      posts: [
        { title: { ru: 'посол' }, from: '2019-03-01', until: '2021-06-30' },
        { title: { ru: 'министр' }, from: '2021-07-01', until: null },
      ],
    });
  });

  it('puts surname, name and patronymic together', () => {
    const [speaker] = imported([
      ['Фамилия', 'Имя', 'Отчество'],
      ['Әбенов', 'Марат', 'Қайратұлы'],
    ]);
    expect(speaker).toMatchObject({ name: { kk: 'Марат Әбенов' }, aliases: ['Әбенов Марат Қайратұлы'] });
  });

  it('tells what it could not take', () => {
    const { people, warnings } = plan([
      [...HEADINGS, 'Код страны'],
      ['', '', 'посол', '', '', '', ''],
      ['Дана', '', 'посол', '', '31.02.2020', '', 'Korea'],
      ['Болат', '', 'посол', '', '2021-01-01', '2020-01-01', 'KZ'],
      ['Дана', '', 'министр', '', '', '', ''],
    ]);
    expect(warnings.map(({ code, row }) => `${row} ${code}`)).toEqual([
      '2 no-name',
      '3 unknown-country-code',
      '3 bad-date',
      '4 ends-before-start',
      '5 said-twice',
    ]);
    expect(people).toHaveLength(3);
  });

  it('joins who has the very name, offers who has a like one, and asks where two have the name', () => {
    const cho = person({ name: { en: 'Cho Byong-jae' }, title: { ru: 'советник' } });
    const twins = [person({ name: { ru: 'Болат Сейтов' } }), person({ name: { ru: 'Болат Сейтов' } })];
    const rows = [
      ['Имя (ru)', 'Имя (en)', 'Должность (ru)'],
      ['Чо Бён Чжэ', 'Cho Byong-Jae', 'посол'],
      ['Чо Бёнчжэ', '', ''],
      ['Болат Сейтов', '', ''],
    ];
    const { people } = plan(rows, [cho, ...twins]);
    expect(people.map(({ same, similar }) => [same?.id ?? null, similar.length])).toEqual([
      [cho.id, 0],
      [null, 1],
      [null, 2],
    ]);
    const [joined] = imported(rows, [cho, ...twins]);
    expect(joined).toMatchObject({
      id: cho.id,
      name: { ru: 'Чо Бён Чжэ', en: 'Cho Byong-jae' },
      title: { ru: 'советник' },
    });
    expect(imported(rows, [cho, ...twins], true)[0]).toMatchObject({ title: { ru: 'посол' } });
  });

  it('writes nothing when the library says it all', () => {
    const known = person({ name: { ru: 'Дана Оспан' }, title: { ru: 'посол' } });
    expect(imported([HEADINGS, ['Дана Оспан', '', 'посол', '', '', '']], [known])).toEqual([]);
  });
});

describe('a list that is exported', () => {
  const WORDS = [
    'Дана Оспан',
    '=HYPERLINK("x")',
    "'quoted",
    'a;b',
    '+7',
    'Чо «Бён»',
    '_x0041_',
    'line',
  ] as const;
  const text = fc.record(
    { kk: fc.constantFrom(...WORDS), ru: fc.constantFrom(...WORDS), en: fc.constantFrom(...WORDS) },
    { requiredKeys: [] },
  );
  const speakers = fc
    .array(
      fc.record({ title: text, organisation: text, until: fc.constantFrom(null, '2024-05-01'), extra: text }),
      { minLength: 1, maxLength: 4 },
    )
    .map((list) =>
      list.map(({ title, organisation, until, extra }, index) =>
        person({
          name: { en: `Delegate ${index}x`, kk: `Делегат ${index}ә` },
          title,
          organisation,
          ...(Object.keys(extra).length > 0 && until
            ? { posts: [{ title: extra, organisation: {}, from: '2020-01-01', until }] }
            : {}),
          originalName: { text: '조병제', language: 'ko' },
          aliases: [`=Other${index}`, 'Ли, Сын'.replace(', ', ' ')],
        }),
      ),
    );

  const read = async (bytes: Uint8Array) => {
    const result = await readSheet(bytes, 'ru');
    if ('fault' in result) throw new Error(result.fault);
    const { rows } = result.sheet;
    const { people, warnings } = planImport(rows, guessColumns(rows), []);
    expect(warnings).toEqual([]);
    return people.map(({ speaker: { id: _, ...rest } }) => rest);
  };
  const plain = (list: readonly Speaker[]) => list.map(({ id: _, ...rest }) => rest);

  it('comes back from CSV and from Excel as it was, in every language', async () => {
    await fc.assert(
      fc.asyncProperty(speakers, fc.constantFrom('kk', 'ru', 'en'), async (list, language) => {
        expect(await read(writeDelegatesCsv(list, language as 'kk'))).toEqual(plain(list));
        expect(await read(await writeDelegatesXlsx(list, language as 'kk'))).toEqual(plain(list));
      }),
      { numRuns: 20 },
    );
  });

  it('has no cell that a spreadsheet would run', () => {
    const bytes = writeDelegatesCsv([person({ name: { ru: '=1+1' }, title: { ru: '@cmd' } })], 'ru');
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain("'=1+1");
    expect(text).toContain("'@cmd");
  });
});

describe('two entries that become one', () => {
  const one = person({ name: { ru: 'Чо Бён Чжэ' }, title: { ru: 'посол' }, colour: 3 });
  const other = person({
    name: { ru: 'Чо Бёнчжэ', en: 'Cho Byong-jae' },
    title: { ru: 'министр', en: 'minister' },
    posts: [{ title: { ru: 'советник' }, organisation: {}, from: null, until: '2000-01-01' }],
    countryCode: 'KR',
    colour: 5,
  });

  it('say what either says, and what is chosen where both do', () => {
    expect(differingFields(one, other)).toEqual(['name.ru', 'title.ru']);
    expect(joinSpeakers(one, other)).toEqual({
      ...one,
      name: { ru: 'Чо Бён Чжэ', en: 'Cho Byong-jae' },
      title: { ru: 'посол', en: 'minister' },
      aliases: ['Чо Бёнчжэ'],
      posts: other.posts,
      countryCode: 'KR',
    });
    const chosen = joinSpeakers(one, other, new Map([['name.ru', 'other' as const]]));
    expect(chosen).toMatchObject({ id: one.id, name: { ru: 'Чо Бёнчжэ' }, aliases: ['Чо Бён Чжэ'] });
  });
});
