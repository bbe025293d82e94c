import { expect, test } from 'vitest';
import type { SpeakerId } from '../../model/ids.ts';
import { attributeQuotes, type QuotedWords } from './attribution.ts';
import { type HouseStyle, houseStyle } from './house-style.ts';
import { kazakhGenitive, kazakhPossessed, russianGenitive } from './inflect.ts';

const DILSHOD = {
  id: 'a' as SpeakerId,
  name: { kk: 'Дилшод Хамраев', ru: 'Дильшод Хамраев', en: 'Dilshod Khamraev' },
  title: { kk: 'Директор', ru: 'Директор', en: 'Director' },
  organisation: {
    kk: 'Ирригациялық статистика агенттігі',
    ru: 'Агентство ирригационной статистики',
    en: 'Agency for Irrigation Statistics',
  },
  country: { kk: 'Өзбекстан', ru: 'Узбекистан', en: 'Uzbekistan' },
};
const AIGERIM = {
  id: 'b' as SpeakerId,
  name: { kk: 'Айгерім Бейсенова', ru: 'Айгерим Бейсенова', en: 'Aigerim Beisenova' },
  title: { kk: 'Отырыс төрайымы', ru: 'Председатель заседания', en: 'Chair of the session' },
  organisation: {},
  country: {},
};

const draft = (id: HouseStyle['id'], ...quotes: readonly (readonly [string, QuotedWords['speaker']])[]) =>
  attributeQuotes(
    quotes.map(([text, speaker]) => ({ text, speaker })),
    houseStyle(id),
  );

test('Kazakh, with dashes: the full title once, the surname after, verbs that take turns', () => {
  expect(
    draft(
      'kk-dash',
      ['Дерек – ортақ байлық.', DILSHOD],
      ['Сөз сізде', AIGERIM],
      ['Рақмет!', DILSHOD],
      ['Сұрақ бар ма?', AIGERIM],
    ),
  ).toEqual([
    '– Дерек – ортақ байлық, – деді Өзбекстанның Ирригациялық статистика агенттігінің директоры Дилшод Хамраев.',
    '– Сөз сізде, – деп атап өтті отырыс төрайымы Айгерім Бейсенова.',
    '– Рақмет! – деп мәлімдеді Хамраев.',
    '– Сұрақ бар ма? – деп сұрады Бейсенова.',
  ]);
});

test('Russian: the organisation in the genitive, the verb in the gender of the name', () => {
  expect(
    draft('ru-marks', ['Вода – общая.', DILSHOD], ['Проект «Булак» живёт', AIGERIM], ['Да', DILSHOD]),
  ).toEqual([
    '«Вода – общая», – сказал директор Агентства ирригационной статистики Дильшод Хамраев (Узбекистан).',
    '«Проект „Булак“ живёт», – отметила председатель заседания Айгерим Бейсенова.',
    '«Да», – подчеркнул Хамраев.',
  ]);
  const cho = { ...AIGERIM, name: { ru: 'Чо Бён Чжэ' } };
  expect(draft('ru-dash', ['Спасибо', cho], ['До встречи', cho])).toEqual([
    '— Спасибо, — говорит председатель заседания Чо Бён Чжэ.',
    '— До встречи, — отмечает Чо Бён Чжэ.',
  ]);
});

test('English: the comma within the marks, the title behind the name', () => {
  expect(draft('en-marks', ['Data is shared wealth.', DILSHOD], ['Who is "next"?', DILSHOD])).toEqual([
    '“Data is shared wealth,” said Dilshod Khamraev, director of the Agency for Irrigation Statistics, Uzbekistan.',
    '“Who is ‘next’?” asked Khamraev.',
  ]);
});

const deputy = (title: string, organisation: string, country = '') =>
  draft('kk-dash', [
    'Сөз',
    { ...AIGERIM, title: { kk: title }, organisation: { kk: organisation }, country: { kk: country } },
  ])[0];

test.each([
  ['Төрағаның орынбасары', 'Су комитеті', '', 'Су комитеті төрағасының орынбасары'],
  ['Министрдің кеңесшісі', 'Экология министрлігі', '', 'Экология министрлігі министрінің кеңесшісі'],
  ['Төрағасының орынбасары', 'Су комитеті', 'Ресей', 'Ресейдің Су комитеті төрағасының орынбасары'],
  ['Төраға', 'Су комитеті', 'Ресей', 'Ресейдің Су комитетінің төрағасы'],
  ['', 'Су комитеті', '', 'Су комитетінің өкілі'],
  ['Президенттің көмекшісі', '', 'Түркия', 'Түркия президентінің көмекшісі'],
  ['Тәуелсіз сарапшы', '', '', 'тәуелсіз сарапшы'],
])('in Kazakh, %s of %s (%s) is %s', (title, organisation, country, who) => {
  expect(deputy(title, organisation, country)).toBe(`– Сөз, – деді ${who} Айгерім Бейсенова.`);
});

test('words of nobody stand alone', () => {
  expect(draft('kk-marks', ['Сәлем.', null])).toEqual(['«Сәлем.»']);
});

test.each([
  ['институты', 'институтының'],
  ['агенттігі', 'агенттігінің'],
  ['Өзбекстан', 'Өзбекстанның'],
  ['Қытай', 'Қытайдың'],
  ['Сенат', 'Сенаттың'],
  ['АҚШ', 'АҚШ-тың'],
  ['«Булақ»', '«Булақ»-тың'],
  ['Түркия', 'Түркияның'],
  ['Ресей', 'Ресейдің'],
  ['Париж', 'Париждің'],
  ['Мәжіліс', 'Мәжілістің'],
  ['Үкімет', 'Үкіметтің'],
  ['министрлік', 'министрліктің'],
  ['Еуропа Кеңесі', 'Еуропа Кеңесінің'],
  ['Nur Otan партиясы', 'Nur Otan партиясының'],
  ['Грузия', 'Грузияның'],
  ['Орал', 'Оралдың'],
])('the genitive of %s is %s', (word, genitive) => {
  expect(kazakhGenitive(word)).toBe(genitive);
});

test.each([
  ['директор', 'директоры'],
  ['төраға', 'төрағасы'],
  ['хатшы', 'хатшысы'],
  ['бөлім меңгерушісі', 'бөлім меңгерушісі'],
  ['өкіл', 'өкілі'],
  ['министр', 'министрі'],
  ['депутат', 'депутаты'],
  ['мүше', 'мүшесі'],
  ['елші', 'елшісі'],
  ['сарапшы', 'сарапшысы'],
  ['әкім', 'әкімі'],
  ['ғалым', 'ғалымы'],
  ['бөлім басшысы', 'бөлім басшысы'],
  ['ректор', 'ректоры'],
  ['көмек', 'көмегі'],
])('possessed, %s is %s', (title, possessed) => {
  expect(kazakhPossessed(title)).toBe(possessed);
});

test.each([
  ['Институт речных бассейнов', 'Института речных бассейнов'],
  ['Всемирная организация здоровья', 'Всемирной организации здоровья'],
  ['Министерство культуры', 'Министерства культуры'],
  ['Чистая вода', null],
  ['Комитет водных ресурсов', 'Комитета водных ресурсов'],
  ['Союз северных рек', 'Союза северных рек'],
  ['Ассоциация фермеров', 'Ассоциации фермеров'],
  ['Палата представителей', 'Палаты представителей'],
  ['Национальный университет', 'Национального университета'],
  ['Общественное объединение', 'Общественного объединения'],
])('the genitive of %s is %s', (organisation, genitive) => {
  expect(russianGenitive(organisation)).toBe(genitive);
});
