import type { Language } from '../../model/language.ts';

/** What a word adds to a number: a value below a hundred or so, or what multiplies all that stands before it. */
export interface NumberWord {
  readonly value: number;
  readonly multiplies: boolean;
  /** Alone it is an article, a pronoun or "first of all" more often than a number. */
  readonly weak: boolean;
}

const KAZAKH_ENDING =
  '(?:[ыі]?нш[ыі]|сыншы|сінші|еуі?|ау)?(?:н?[ыі]ң|[ғгқк][ае]|н?[ыі]|[дтн][ае]н?|[мбп]ен|[дтнл][ыі]|дық|дік|тық|тік|лық|лік|дай|дей|тай|тей)?(?:на|не|нда|нде|нан|нен|мен|ғы|гі)?';

/** Roots with their values; what follows them is an ordinal's or a case's ending. */
const TABLES: Readonly<Record<Language, { readonly ending: string; readonly roots: string }>> = {
  kk: {
    ending: KAZAKH_ENDING,
    roots:
      'нөл:0 бір:1? екі:2 үш:3 төрт:4 бес:5 алты:6 жеті:7 сегіз:8 тоғыз:9 он:10 жиырма:20 отыз:30 қырық:40 елу:50 алпыс:60 жетпіс:70 сексен:80 тоқсан:90 жүз:100* мың:1000* миллион:1000000* млн:1000000* миллиард:1000000000* млрд:1000000000* триллион:1000000000000* трлн:1000000000000*',
  },
  ru: {
    ending: '',
    roots:
      'нол[ьяюе]м?:0 ноль:0 од(?:ин|на|но|ного|ной|ному|ним|ном|ну):1? перв(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых):1? дв(?:а|е|ух|ум|умя):2 втор(?:ой|ого|ому|ым|ом|ая|ую|ое|ые|ых):2? тр(?:и|[её]х|[её]м|емя):3 трет(?:ий|ьего|ьему|ьим|ьем|ья|ьей|ью|ье|ьи|ьих):3? четыр(?:е|[её]х|[её]м|ьмя):4 четв[её]рт\\p{L}{2,3}:4 пят(?:ь|и|ью|ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых):5 шест(?:ь|и|ью|ой|ого|ому|ым|ом|ая|ую|ое|ые|ых):6 сем(?:ь|и|ью):7 седьм\\p{L}{2,3}:7 вос(?:емь|ьми|емью|ьмью):8 восьм(?:ой|ого|ому|ым|ом|ая|ую|ое|ые|ых):8 девят(?:ь|и|ью|ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых):9 десят(?:ь|и|ью|ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых):10 одиннадцат\\p{L}{1,3}:11 двенадцат\\p{L}{1,3}:12 тринадцат\\p{L}{1,3}:13 четырнадцат\\p{L}{1,3}:14 пятнадцат\\p{L}{1,3}:15 шестнадцат\\p{L}{1,3}:16 семнадцат\\p{L}{1,3}:17 восемнадцат\\p{L}{1,3}:18 девятнадцат\\p{L}{1,3}:19 двадцат\\p{L}{1,3}:20 тридцат\\p{L}{1,3}:30 сорока?:40 сороков\\p{L}{2,3}:40 пят(?:ьдесят|идесяти|идесят\\p{L}{2,3}):50 шест(?:ьдесят|идесяти|идесят\\p{L}{2,3}):60 сем(?:ьдесят|идесяти|идесят\\p{L}{2,3}):70 восем(?:ьдесят):80 восьмидесят\\p{L}{1,3}:80 девяност\\p{L}{1,3}:90 ст(?:о|а):100 сот\\p{L}{2,3}:100 двести:200 двухсот:200 триста:300 тр[её]хсот:300 четыреста:400 четыр[её]хсот:400 пят(?:ьсот|исот):500 шест(?:ьсот|исот):600 сем(?:ьсот|исот):700 восе?ь?м(?:ьсот|исот):800 девят(?:ьсот|исот):900 тысяч\\p{L}{0,3}:1000* тыс:1000* миллион\\p{L}{0,3}:1000000* млн:1000000* миллиард\\p{L}{0,3}:1000000000* млрд:1000000000* триллион\\p{L}{0,3}:1000000000000* трлн:1000000000000*',
  },
  en: {
    ending: '',
    roots:
      'zero:0 one:1? first:1? two:2 second:2? three:3 third:3? four(?:th)?:4 five:5 fifth:5 six(?:th)?:6 seven(?:th)?:7 eighth?:8 nine:9 ninth:9 ten(?:th)?:10 eleven(?:th)?:11 twelve:12 twelfth:12 thirteen(?:th)?:13 fourteen(?:th)?:14 fifteen(?:th)?:15 sixteen(?:th)?:16 seventeen(?:th)?:17 eighteen(?:th)?:18 nineteen(?:th)?:19 twent(?:y|ieth|ies):20 thirt(?:y|ieth|ies):30 fort(?:y|ieth|ies):40 fift(?:y|ieth|ies):50 sixt(?:y|ieth|ies):60 sevent(?:y|ieth|ies):70 eight(?:y|ieth|ies):80 ninet(?:y|ieth|ies):90 hundred(?:th|s)?:100* thousand(?:th|s)?:1000* million(?:th|s)?:1000000* mln:1000000* billion(?:th|s)?:1000000000* bn:1000000000* trillion(?:th|s)?:1000000000000*',
  },
};

type Reader = { readonly pattern: RegExp; readonly word: NumberWord };

function readersOf(language: Language): readonly Reader[] {
  const { ending, roots } = TABLES[language];
  return roots.split(' ').map((root) => {
    const [, pattern = '', value = '', mark = ''] = /^(.+):(\d+)([*?]?)$/u.exec(root) ?? [];
    return {
      pattern: new RegExp(`^(?:${pattern})${ending}$`, 'iu'),
      word: { value: Number(value), multiplies: mark === '*', weak: mark === '?' },
    };
  });
}

const READERS: Readonly<Record<Language, readonly Reader[]>> = {
  kk: readersOf('kk'),
  ru: readersOf('ru'),
  en: readersOf('en'),
};

const known = new Map<string, NumberWord | null>();
const MOST_KNOWN = 50_000;
const LATIN = /^\p{Script=Latin}/u;
/** Kazakh "ten", and what looks like a form of it: «оны», «оның», «онда» are pronouns, as Russian «он» is. */
const TEN = /^он$/iu;
const PRONOUN = /^он(?:ы|ың|да|дай|дағы|ан|дық|дықтан|а|и|о)$/iu;

/** Tells whether a word is a number in Kazakh and a pronoun in Russian. */
export const isTen = (word: string): boolean => TEN.test(word);

/** Returns what a word says of a number in whichever of our languages it is, or null where it says nothing. */
export function numberWord(word: string): NumberWord | null {
  const made = known.get(word);
  if (made !== undefined) return made;
  const readers = LATIN.test(word) ? READERS.en : [...READERS.kk, ...READERS.ru];
  const found = PRONOUN.test(word) ? null : (readers.find(({ pattern }) => pattern.test(word))?.word ?? null);
  if (known.size > MOST_KNOWN) known.clear();
  known.set(word, found);
  return found;
}

const MONTHS = [
  'қаңтар январ january',
  'ақпан феврал february',
  'наурыз март march',
  'сәуір апрел april',
  'мамыр ма[йя] may',
  'маусым июн june',
  'шілде июл july',
  'тамыз август august',
  'қыркүйек сентябр september',
  'қазан октябр october',
  'қараша ноябр november',
  'желтоқсан декабр december',
].map((names) => new RegExp(`^(?:${names.split(' ').join('|')})\\p{L}{0,4}$`, 'iu'));

/** Returns the number of a month, 1 to 12, or null for a word that is none. */
export function monthOf(word: string): number | null {
  const index = MONTHS.findIndex((pattern) => pattern.test(word));
  return index < 0 ? null : index + 1;
}
