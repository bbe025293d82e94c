import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../model/language.ts';
import { guessColumns, WRITTEN_FIELDS } from './columns.ts';
import { columnHeading } from './write-sheet.ts';

const guessed = (...rows: string[][]) => guessColumns(rows).fields;

describe('columns of a delegate list', () => {
  it.each(LANGUAGES)('are known by our own headings in %s', (language) => {
    const headings = WRITTEN_FIELDS.map((field) => columnHeading(field, language));
    expect(guessed(headings)).toEqual(WRITTEN_FIELDS);
  });

  it.each([
    [
      ['№', 'ФИО', 'Должность', 'Организация', 'Страна'],
      ['1', 'Чо Бён Чжэ', 'посол', 'МИД', 'Корея'],
      [null, 'nameRu', 'titleRu', 'organisationRu', 'countryRu'],
    ],
    [
      ['Аты-жөні', 'Лауазымы', 'Жұмыс орны', 'Елі'],
      ['Дана Оспан', 'төраға', 'Мажилис', 'Казахстан'],
      ['nameKk', 'titleKk', 'organisationKk', 'countryKk'],
    ],
    [
      ['Full name', 'Job title', 'Organization name', 'Country name', 'ISO', 'Native name'],
      ['Cho Byong-jae', 'Ambassador', 'MFA', 'Korea', 'KR', '조병제'],
      ['nameEn', 'titleEn', 'organisationEn', 'countryEn', 'countryCode', 'originalName'],
    ],
    [
      ['Фамилия', 'Имя', 'Отчество', 'Должность'],
      ['Әбенов', 'Марат', 'Қайратұлы', 'министр'],
      ['familyName', 'givenName', 'patronymic', 'titleRu'],
    ],
    [
      ['Имя', 'Имя (англ.)', 'Имя на казахском', 'Должность', 'В должности с', 'до'],
      ['Дана', 'Dana', 'Дана', '', '', ''],
      ['nameRu', 'nameEn', 'nameKk', 'titleRu', 'from', 'until'],
    ],
    [
      ['Name', 'Name', 'Position'],
      ['Cho Byong-jae', '조병제', 'Ambassador'],
      ['nameEn', 'originalName', 'titleEn'],
    ],
  ])('%j over %j are %j', (headings, cells, fields) => {
    expect(guessed(headings, cells)).toEqual(fields);
  });

  it('are sought under a banner, and none are found where nothing says what they are', () => {
    const banner = ['Список делегатов форума', '', ''];
    expect(guessColumns([banner, ['ФИО', 'Должность', 'Тел.'], ['Дана', 'посол', '1']])).toEqual({
      headingRow: 1,
      fields: ['nameRu', 'titleRu', null],
    });
    expect(
      guessColumns([
        ['Дана', 'x'],
        ['Болат', 'y'],
      ]),
    ).toEqual({ headingRow: -1, fields: [null, null] });
  });
});
