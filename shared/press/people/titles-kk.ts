import { countriesIn } from '../lexicon/countries.ts';
import { isLeading, isOrganisation, isTitle, isTitleModifier } from '../lexicon/words.ts';
import type { Span } from '../span.ts';
import type { Introduction } from './introduction.ts';
import { isAcronym, isCapitalised, lastIndex, scriptOf, type Word, wordsIn } from './words.ts';

const GENITIVE = /(?:н|д|т)[ыі]ң$/u;
/** What belongs to the sentence rather than to who somebody is. */
const OUTSIDE =
  /^(?:бірі|бірге|болып|деп|деген|туралы|үшін|кейін|бойынша|атынан|сондай-ақ|атты|ретінде|кезде|арқылы|дейін|бірақ|ал|ол|бұл|осы|мұны|тағы|да|де|та|те)$|(?:[ғқ]ан|[гк]ен|[дт]ы|[дт]і|йды|йді|ып|іп|ында|інде|сында|сінде|ынан|інен|ға|ге|қа|ке|уға|уге|[ыі][гғ][ыі]н|ларын|лерін)$/u;
/** «Су форумында Көл институтының …»: where something was, not who somebody is. */
const LOCATIVE = /(?:[дт][ае]н?|н[ае]н)$/u;
const JOINT = /^(?:мен|бен|пен|және)$/u;

/** Returns who a person is by the words before the name: «… партиясының Бас хатшысы X». */
export function introductionBefore(prose: string, sentence: Span, nameStart: number): Introduction | null {
  const words = wordsIn(prose, { start: sentence.start, end: nameStart });
  const title = words.at(-1);
  if (!title || !isTitle(title.text) || !/^[\s«"“]*$/u.test(prose.slice(title.end, nameStart))) return null;
  let first = words.length - 1;
  while (first > 0 && belongs(prose, words, first - 1)) first--;
  const phrase = words.slice(first);
  while (phrase.length > 1 && !begins(prose, phrase[0], sentence.start)) phrase.shift();
  const [head, second] = phrase;
  const leads = head !== undefined && (isLeading(head.text) || isObject(head, second));
  if (phrase.length > 1 && head?.start === sentence.start && leads) phrase.shift();
  return describe(prose, phrase, nameStart);
}

/** «Форумды Су қорының төрағасы … ашты», «Алматыда …»: what a sentence begins with in a case, before the title. */
const isObject = (word: Word, next: Word | undefined) =>
  /(?:(?<!н)д[ыі]|(?<!н)[дт][ае]н?|[ғқ]а|[гк]е)$/u.test(word.text) &&
  next !== undefined &&
  isCapitalised(next.text);

/** Whether the word at `index` belongs to the phrase that begins behind it. */
function belongs(prose: string, words: readonly Word[], index: number): boolean {
  const word = words[index];
  const next = words[index + 1];
  if (!word || !next) return false;
  const between = prose.slice(word.end, next.start);
  if (/,/u.test(between)) return isTitle(word.text) && /^,\s$/u.test(between);
  if (!/^[\s()«»"“”-]*$/u.test(between) || /\n/u.test(between)) return false;
  if (JOINT.test(word.text) || isTitle(word.text) || isTitleModifier(word.text)) return true;
  // «Көлдерді қорғау институты»: an object of what its owner does.
  if (/(?:[ндт][ыі])$/u.test(word.text) && /[ауеү]у$/u.test(next.text)) return true;
  if (isCapitalised(word.text) && isCapitalised(next.text) && !isLeading(word.text)) return true;
  if (isCapitalised(word.text))
    return !OUTSIDE.test(word.text) || scriptOf(word.text) === 'latin' || /»/u.test(between);
  const owns = isOrganisation(word.text) && !LOCATIVE.test(word.text);
  return !OUTSIDE.test(word.text) || GENITIVE.test(word.text) || owns;
}

function begins(prose: string, word: Word | undefined, sentenceStart: number): boolean {
  if (!word) return true;
  const quoted = /[«"“]$/u.test(prose.slice(Math.max(0, word.start - 1), word.start));
  const heads = word.start === sentenceStart && isLeading(word.text);
  return (
    !heads &&
    !JOINT.test(word.text) &&
    (quoted ||
      isCapitalised(word.text) ||
      isTitle(word.text) ||
      (isTitleModifier(word.text) && word.text !== 'және') ||
      isOrganisation(word.text))
  );
}

function describe(prose: string, phrase: readonly Word[], nameStart: number): Introduction | null {
  const [first] = phrase;
  if (!first) return null;
  const quoted = /[«"“]/u.test(prose[first.start - 1] ?? '');
  const start = quoted ? first.start - 1 : first.start;
  const text = prose.slice(start, nameStart).trimEnd();
  const [country] = countriesIn(
    text.replace(/[«“"][^»”"]*[»”"]/gu, (name) => ' '.repeat(name.length)),
    'kk',
  );
  const owned =
    country !== undefined &&
    country.start === 0 &&
    GENITIVE.test(first.text) &&
    country.end >= first.text.length;
  const head = owned ? phrase.slice(1) : phrase;
  const comma = head.findIndex((word, index) =>
    /,/u.test(prose.slice(word.end, head[index + 1]?.start ?? word.end)),
  );
  const segment = comma < 0 ? head : head.slice(0, comma + 1);
  const lastOrganisation = lastIndex(segment, (word) => isOrganisation(word.text));
  const ownTitle = segment.findIndex((word) => isTitle(word.text) || isTitleModifier(word.text));
  const cut =
    lastOrganisation >= 0
      ? lastOrganisation + 1
      : isOwner(prose, segment.slice(0, Math.max(0, ownTitle)))
        ? ownTitle
        : 0;
  const titled = segment[cut] ?? head[0];
  const organisation = segment.slice(0, cut);
  if (!titled) return null;
  const from = organisation[0];
  const to = organisation.at(-1);
  const ownsStart = from && /[«"“]/u.test(prose[from.start - 1] ?? '') ? from.start - 1 : from?.start;
  return {
    start,
    title: prose.slice(titled.start, nameStart).trim(),
    organisation:
      from && to && ownsStart !== undefined
        ? withoutGenitive(prose.slice(ownsStart, endWithMark(prose, to.end)))
        : null,
    country: country?.name ?? null,
  };
}

const endWithMark = (prose: string, end: number) => (/[»”")]/u.test(prose[end] ?? '') ? end + 1 : end);

/** Whether words before a title name what it is a title in: Latin, quoted, or in the genitive; countries do not. */
function isOwner(prose: string, words: readonly Word[]): boolean {
  const last = words.at(-1);
  if (!last || countriesIn(words.map(({ text }) => text).join(' '), 'kk').length > 0) return false;
  const quoted = /[»”"]/u.test(prose[last.end] ?? '');
  return (
    quoted ||
    GENITIVE.test(last.text) ||
    words.every(({ text }) => scriptOf(text) === 'latin' || isAcronym(text))
  );
}

/** «партиясының» -> «партиясы», «институтының» -> «институты», «партияның» -> «партия». */
export function withoutGenitive(phrase: string): string {
  return phrase.replace(/(?<=[аәеыіяоөуүұ])н[ыі]ң(?=[»”")]?$)/u, '').replace(/[ндт][ыі]ң(?=[»”")]?$)/u, '');
}
