import { nominativeOrganisation } from '../people/nominative-ru.ts';

const VOWEL = /[аәеэёиоөуүұыіюя]/iu;
const BACK = /[аоұыёуюя]/iu;

/** Kazakh endings follow the last vowel of the word; in names from elsewhere too, but for the surnames in -ев and -ин. */
function isBack(word: string): boolean {
  const vowels = [...word].filter((letter) => VOWEL.test(letter));
  return /(?:[еи]в|ин)$/iu.test(word) || BACK.test(vowels.at(-1) ?? 'а');
}

/** Returns a Kazakh phrase in the genitive: «институты» -> «институтының», «Өзбекстан» -> «Өзбекстанның». */
export function kazakhGenitive(phrase: string): string {
  const [, word = phrase, sign = ''] = /^(.*?)([»”")]*)$/su.exec(phrase) ?? [];
  const last = word.at(-1) ?? '';
  const first = VOWEL.test(last) || /[мнң]/iu.test(last) ? 'н' : /[рлйузж]/iu.test(last) ? 'д' : 'т';
  // Behind the mark that closes a name, or a word in other letters, the ending is joined by a hyphen.
  const joint = sign !== '' || !/\p{Script=Cyrillic}$/u.test(word) || /\p{Lu}$/u.test(word) ? '-' : '';
  return `${phrase}${joint}${first}${isBack(word) ? 'ың' : 'ің'}`;
}

/** Returns a Kazakh title as it is behind what it is a title in: «директор» -> «директоры», «төраға» -> «төрағасы». */
export function kazakhPossessed(title: string): string {
  if (/(?:[сш][ыі]с[ыі]|с[ыі]|[^шаәеоөұүуиыі][ыі])$/iu.test(title)) return title;
  const back = isBack(title);
  if (/[аәеэёоөұүыі]$/iu.test(title)) return `${title}${back ? 'сы' : 'сі'}`;
  const soft = title.replace(/қ$/u, 'ғ').replace(/к$/u, 'г').replace(/п$/u, 'б');
  return `${soft}${back ? 'ы' : 'і'}`;
}

/** Endings of Russian heads: nominative, genitive, and the gender that their adjectives take. */
const HEADS: readonly (readonly [nominative: RegExp, genitive: string, gender: 'm' | 'f' | 'n'])[] = [
  [/ия$/iu, 'ии', 'f'],
  [/ея$/iu, 'еи', 'f'],
  [/(?<=[гкхшщжч])а$/iu, 'и', 'f'],
  [/а$/iu, 'ы', 'f'],
  [/(?:ство)$/iu, 'ства', 'n'],
  [/ие$/iu, 'ия', 'n'],
  [/ей$/iu, 'ея', 'm'],
  [/(?<=[бвгджзклмнпрстфхцчшщ])$/iu, 'а', 'm'],
];

/**
 * Returns a Russian name of an organisation in the genitive, or null where its head is not known to be one: «Агентство
 * ирригационной статистики» -> «Агентства ирригационной статистики».
 */
export function russianGenitive(organisation: string): string | null {
  const words = organisation.split(' ');
  const head = words.findIndex((word) => !/(?:ый|ий|ая|яя|ое|ее)$/u.test(word));
  const noun = words[head] ?? '';
  const [, ending, gender] = HEADS.find(([nominative]) => nominative.test(noun)) ?? [];
  const [pattern] = HEADS.find(([nominative]) => nominative.test(noun)) ?? [];
  if (!pattern || ending === undefined || !gender) return null;
  const genitive = words
    .map((word, index) => {
      if (index > head) return word;
      return index === head ? word.replace(pattern, ending) : genitiveAdjective(word);
    })
    .join(' ');
  // What can be told back is a head that the tables know.
  return nominativeOrganisation(genitive) === organisation ? genitive : null;
}

const genitiveAdjective = (word: string) =>
  word
    .replace(/(?<=[гкх])ий$/u, 'ого')
    .replace(/ий$/u, 'его')
    .replace(/ый$/u, 'ого')
    .replace(/ое$/u, 'ого')
    .replace(/ее$/u, 'его')
    .replace(/ая$/u, 'ой')
    .replace(/яя$/u, 'ей');
