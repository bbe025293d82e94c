import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId, type SpeakerId } from '../model/ids.ts';
import type { Speaker } from '../model/speaker.ts';
import { nameSimilarity, SAME_NAME } from '../press/names/name-similarity.ts';
import { indexNames } from './similar-names.ts';

const person = (...names: string[]): Speaker => ({
  id: newId<SpeakerId>(),
  name: { ru: names[0] },
  title: {},
  organisation: {},
  country: {},
  colour: 0,
  mergedInto: null,
  ...(names.length > 1 ? { aliases: names.slice(1) } : {}),
});

const GIVEN = ['Айгерім', 'Bolat', 'Мұхамед', 'John', 'Чо', 'Валихан', 'Yerlan', 'Жанна', 'Шавкат'];
const FAMILY = ['Бейсенова', 'Seitov', 'Уәлиханов', 'Whitcombe', 'Бён Чжэ', 'Әлімқұлова', 'Khan', 'Рахмонов'];

describe('people with like names', () => {
  it.each([
    ['Чо Бён Чжэ', 'Cho Byong-jae'],
    ['Чо Бёнчжэ', 'Чо Бён Чжэ'],
    ['Валиханов Шоқан', 'Шокан Уалиханов'],
    ['Болат Сейітов', 'Б. Сеитов'],
    ['Emomali Rahmon', 'Эмомали Рахмон'],
    ['조병제', '조병제'],
  ])('%s is offered for %s', (one, other) => {
    const index = indexNames([person(one), person('Жанна Өтегенова')]);
    expect(index.find([other]).map(({ speaker }) => speaker.name.ru)).toEqual([one]);
  });

  it('are found by any of their names, each person once, and not when somebody stands for them', () => {
    const known = person('Чо Бён Чжэ', 'Cho Byong-jae', 'Чо Бёнчжэ');
    const merged = { ...person('Чо Бён-чже'), mergedInto: known.id };
    expect(indexNames([known, merged]).find(['Чо Бён Чже', 'Byong-jae Cho'])).toHaveLength(1);
  });

  it('are paired, each pair once', () => {
    const people = [person('Чо Бён Чжэ'), person('Дана Оспан'), person('Cho Byong-jae'), person('Чо Бёнчжэ')];
    const pairs = indexNames(people).pairs();
    expect(pairs).toHaveLength(3);
    expect(new Set(pairs.flatMap(({ one, other }) => [one, other]))).not.toContain(people[1]);
  });

  it('are hardly ever missed by the index that a comparison with everybody would find', () => {
    const names = fc
      .tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY), fc.boolean())
      .map(([given, family, turned]) => (turned ? `${family} ${given}` : `${given} ${family}`));
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 12 }), names, (list, sought) => {
        const found = new Set(
          indexNames(list.map((name) => person(name)))
            .find([sought])
            .map(nameOf),
        );
        const alike = list.filter((name) => nameSimilarity(name, sought) >= SAME_NAME);
        expect(found).toEqual(new Set(alike));
      }),
    );
  });
});

const nameOf = ({ speaker }: { speaker: Speaker }) => speaker.name.ru;
