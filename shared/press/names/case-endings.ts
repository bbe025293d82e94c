/**
 * The endings that a name takes in a Kazakh sentence, by the last letter of the name: assimilation leaves one form of
 * each case for each class of letters. Vowel harmony doubles them.
 */
const KAZAKH_CLASSES: readonly { readonly last: RegExp; readonly endings: RegExp }[] = [
  { last: /[аәеоөыіиуұүэюяё]$/u, endings: /(?:н[ыі]ң|ғ[а]|ге|н[ыі]|д[ае]|д[ае]н|м[е]н|ның|нің)$/u },
  { last: /[рлйу]$/u, endings: /(?:д[ыі]ң|ғ[а]|ге|д[ыі]|д[ае]|д[ае]н|мен)$/u },
  { last: /[зж]$/u, endings: /(?:д[ыі]ң|ға|ге|д[ыі]|д[ае]|д[ае]н|бен)$/u },
  { last: /[мнң]$/u, endings: /(?:н[ыі]ң|ға|ге|н[ыі]|д[ае]|н[ае]н|мен)$/u },
  { last: /[пкқстшщчцхфһбвгғд]$/u, endings: /(?:т[ыі]ң|қа|ке|т[ыі]|т[ае]|т[ае]н|пен)$/u },
];
/** A patronymic is possessed, and declined so. */
const PATRONYMIC = /(?:ұлы|қызы|тегі)(?:ның|нің|на|н|нда|нан|мен)$/u;
/** A stem shorter than this is no name whose ending was found, but a name that looks like one. */
const SHORTEST_STEM = 3;
const LONGEST_ENDING = 4;
/** Behind a hyphen or an apostrophe stands the ending of a foreign word: «Nur Otan-ға», «Whitcombe-тің». */
const JOINED =
  /[-‑'’](?:[ндт][ыі]ң|[ғгқк][ае]|[ндт][ыі]|[дт][ае]|[дтн][ае]н|[мбп]ен|н[ае]|лық|лік|дық|дік|тық|тік)$/u;

/** Returns the forms that a word of a name in a Kazakh sentence may have without its case, the word itself first. */
export function kazakhStems(word: string): readonly string[] {
  if (JOINED.test(word)) return [word.replace(JOINED, '')];
  if (PATRONYMIC.test(word))
    return [word, word.replace(/(?<=(?:ұлы|қызы|тегі))(?:ның|нің|на|н|нда|нан|мен)$/u, '')];
  const stems = [word];
  for (let length = 2; length <= LONGEST_ENDING; length++) {
    const stem = word.slice(0, -length);
    if (stem.length < SHORTEST_STEM) break;
    const fits = KAZAKH_CLASSES.some(
      ({ last, endings }) => last.test(stem) && word.replace(endings, '') === stem,
    );
    if (fits && harmonious(stem, word.slice(-length))) stems.push(stem);
  }
  return stems;
}

/** An ending has back vowels behind a stem with back vowels; names from elsewhere follow their last vowel. */
function harmonious(stem: string, ending: string): boolean {
  if (/^[мбп]ен$/u.test(ending) || /(?:[оеи]в|ин|ий)$/u.test(stem)) return true;
  const vowel = [...stem].reverse().find((letter) => /[аәеоөыіиуұүэюяё]/u.test(letter));
  if (vowel === undefined || /[иуюя]/u.test(vowel)) return true;
  return /[аоыұё]/u.test(vowel) === /[аыұ]/u.test(ending) || /[эя]/u.test(vowel);
}

/** What a Russian case ending stands for in the nominative. The longest first. */
const RUSSIAN: readonly (readonly [ending: string, nominatives: readonly string[]])[] = [
  ['ского', ['ский']],
  ['скому', ['ский']],
  ['ским', ['ский']],
  ['ском', ['ский']],
  ['ской', ['ская', 'ской']],
  ['скую', ['ская']],
  ['овой', ['ова']],
  ['евой', ['ева']],
  ['иной', ['ина']],
  ['ого', ['ый', 'ой', 'ий']],
  ['ому', ['ый', 'ой', 'ий']],
  ['ием', ['ий']],
  ['ией', ['ия']],
  ['ия', ['ий', 'ия']],
  ['ию', ['ий', 'ия']],
  ['ии', ['ий', 'ия']],
  ['ым', ['', 'ый']],
  ['ом', ['']],
  ['ой', ['а', 'ая']],
  ['ей', ['я', 'ей']],
  ['ем', ['ь', 'й', '']],
  ['у', ['', 'а']],
  ['а', ['']],
  ['ы', ['а']],
  ['е', ['', 'а', 'я', 'ь', 'й']],
  ['я', ['ь', 'й']],
  ['ю', ['ь', 'й', 'я']],
  ['и', ['я', 'ь', 'а']],
];

/** Returns the nominatives that a word of a name in a Russian sentence may stand for, the word itself first. */
export function russianStems(word: string): readonly string[] {
  const stems = [word];
  for (const [ending, nominatives] of RUSSIAN) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (stem.length >= SHORTEST_STEM) stems.push(...nominatives.map((nominative) => stem + nominative));
  }
  return [...new Set(stems)];
}

/** Returns what a word of a name may be in the nominative, by its script and the endings that are written in it. */
export function nameStems(word: string): readonly string[] {
  const lower = word.toLowerCase();
  const plain = lower.replace(/[’'](?:s)?$/u, '');
  if (!/\p{Script=Cyrillic}/u.test(lower)) return [plain];
  return [
    ...new Set([...kazakhStems(plain), ...(/[әіңғүұқөһ]/u.test(plain.slice(-3)) ? [] : russianStems(plain))]),
  ];
}

/** Returns a masculine or feminine Russian name that stands in the genitive as it is in the nominative. */
export function fromGenitive(name: string): string {
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  const feminine =
    /(?:[оеё]в|ин|ын|ск)ой$/u.test(last) || (words.length > 1 && /[ыи]$/u.test(words[0] ?? ''));
  return words
    .map((word, index) => {
      if (word.length < 4 || /\.$/u.test(word)) return word;
      if (index === words.length - 1 && words.length > 1 && feminine)
        return word.replace(/ской$/u, 'ская').replace(/(?<=[оеё]в|[иы]н)ой$/u, 'а');
      return feminine ? feminineGiven(word) : masculine(word);
    })
    .join(' ');
}

const feminineGiven = (word: string) =>
  word
    .replace(/ии$/u, 'ия')
    .replace(/(?<=[гкхжшщч])и$/u, 'а')
    .replace(/ы$/u, 'а')
    .replace(/(?<=[лнрд])и$/u, 'я');

const masculine = (word: string) =>
  word
    .replace(/ского$/u, 'ский')
    .replace(/(?<=[еиао])я$/u, 'й')
    .replace(/(?<=[рлнт])я$/u, 'ь')
    .replace(/(?<=[бвгджзклмнпрстфхцчшщ])а$/u, '');
