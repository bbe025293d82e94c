import { expect, test } from 'vitest';
import type { SpeakerId } from '../../shared/model/ids.ts';
import type { LocalText } from '../../shared/model/language.ts';
import type { Speaker } from '../../shared/model/speaker.ts';
import { speakerChoices } from './speaker-choices.ts';

const speaker = (id: string, name: LocalText, organisation: LocalText = {}): [SpeakerId, Speaker] => [
  id as SpeakerId,
  { id: id as SpeakerId, name, title: {}, organisation, country: {}, colour: 0, mergedInto: null },
];

const speakers = new Map([
  speaker('host', { kk: 'Сәуле Тұрғанова', en: 'Saule Turganova' }),
  speaker('guest', { ru: 'Пётр Саулин' }, { ru: 'Обсерватория' }),
  speaker('other', { en: 'Ann Clay' }, { en: 'Saule Institute' }),
]);
const choose = (query: string, order: string[] = []) => {
  const { found, newName } = speakerChoices(speakers, order as SpeakerId[], query, 'kk');
  return { found: found.map((listed) => listed.speaker.id), newName };
};

test('offers everybody at first, those of the transcript before the others', () => {
  expect(choose('', ['guest'])).toEqual({ found: ['guest', 'host', 'other'], newName: null });
});

test('finds by a name in any language and by organisation, names that begin so first', () => {
  expect(choose('saule', ['other'])).toEqual({ found: ['host', 'other'], newName: 'saule' });
  expect(choose('обсерв')).toEqual({ found: ['guest'], newName: 'обсерв' });
});

test('offers to add a name that nobody has', () => {
  expect(choose('  Жаңа   Қонақ ')).toEqual({ found: [], newName: 'Жаңа Қонақ' });
});

test('does not offer to add a name that somebody has, in whatever case', () => {
  expect(choose('сәуле тұрғанова')).toEqual({ found: ['host'], newName: null });
});
