import type { Language } from '../../model/language.ts';
import { isCourtesy, isOrganisation, type VerbMention } from '../lexicon/words.ts';
import { fromGenitive, kazakhStems, nameStems } from '../names/case-endings.ts';
import { nameSimilarity, SAME_NAME } from '../names/name-similarity.ts';
import type { Marked } from '../quotation-marks.ts';
import type { Span } from '../span.ts';
import type { Introduction } from './introduction.ts';
import { type NameRun, nameRuns, smallWords } from './name-runs.ts';
import { genderOf, looksLikeSurname, type Person, withoutKazakhCase } from './person.ts';
import * as english from './titles-en.ts';
import * as kazakh from './titles-kk.ts';
import * as russian from './titles-ru.ts';
import { wordsIn } from './words.ts';

/** A sentence of the article with the language that it is written in. */
export interface Sentence extends Span {
  readonly language: Language;
}

export interface PeopleContext {
  readonly prose: string;
  readonly sentences: readonly Sentence[];
  readonly verbs: readonly VerbMention[];
  readonly marked: readonly Marked[];
}

interface Candidate extends NameRun {
  readonly language: Language;
  readonly introduction: Introduction | null;
  /** Whether it is the subject of a verb of speaking beside it, and so in the nominative. */
  readonly speaks: boolean;
}

const INTRODUCTIONS: Readonly<
  Record<Language, (prose: string, sentence: Span, name: Span) => Introduction | null>
> = {
  kk: (prose, sentence, name) => kazakh.introductionBefore(prose, sentence, name.start),
  ru: (prose, sentence, name) =>
    russian.introductionBefore(prose, sentence, name.start) ??
    russian.introductionAfter(prose, sentence, name),
  en: (prose, sentence, name) =>
    english.introductionAfter(prose, sentence, name) ??
    english.introductionBefore(prose, sentence, name.start),
};

/** Returns the people that an article names, by where it introduces them. */
export function findPeople(context: PeopleContext): readonly Person[] {
  const small = smallWords(context.prose);
  const runs = context.sentences.flatMap((sentence) =>
    nameRuns(context.prose, sentence, sentence.language, small).map((run) =>
      candidate(run, sentence.language, context),
    ),
  );
  const sure = runs.filter(
    (run) => isWhole(run, context.prose) || (run.words.length > 1 && isPerson(run, context)),
  );
  const cut = sure.map((run) => shortened(run, sure));
  const people: Draft[] = [];
  const rest = runs.filter((run) => !sure.includes(run));
  for (const run of [...cut, ...rest].sort((a, b) => a.start - b.start)) {
    if (cut.includes(run)) addFull(people, run);
    else addShort(people, run, context);
  }
  return people.map(finished).sort((a, b) => a.introducedAt - b.introducedAt);
}

function candidate(run: NameRun, language: Language, context: PeopleContext): Candidate {
  const introduction = INTRODUCTIONS[language](context.prose, run.sentence, run);
  const speaks = speaksBeside(run, context);
  return {
    ...run,
    language,
    introduction: introduction ?? (speaks ? unknownTitle(run, context) : null),
    speaks,
  };
}

/** «деді балуан X», "says violinist X": the one word between verb and name is what the person is. */
function unknownTitle(run: NameRun, { prose, verbs }: PeopleContext): Introduction | null {
  const [, word = ''] =
    /\s(\p{Ll}[\p{L}-]{3,}) $/u.exec(prose.slice(Math.max(0, run.start - 40), run.start)) ?? [];
  const start = run.start - word.length - 1;
  const behindVerb = verbs.some(({ end }) => end === start - 1);
  return word !== '' && behindVerb ? { start, title: word, organisation: null, country: null } : null;
}

/** «Қ.Тоқай», "Smith, 45,": one word that is a whole name nevertheless. */
const isWhole = (run: NameRun, prose: string): boolean =>
  /^\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}/u.test(prose.slice(run.start, run.end)) ||
  (run.words.length === 1 && /^, \d{2},/u.test(prose.slice(run.end)));

/** «деді X», «X отметил», "said X", "X said". */
function speaksBeside(run: Span, { prose, verbs }: PeopleContext): boolean {
  return (
    verbs.some(({ start, end, language }) => {
      const before = end <= run.start && /^\s(?:[\p{Ll}-]+\s){0,4}$/u.test(prose.slice(end, run.start));
      const after =
        language !== 'kk' &&
        start >= run.end &&
        /^\s(?:(?:also|later|then|также|затем|далее)\s)?$/u.test(prose.slice(run.end, start));
      return before || after;
    }) || QUOTATIVE_BEFORE.test(prose.slice(Math.max(0, run.start - 60), run.start))
  );
}

/** «деп қалжыңдады X»: whatever the verb, its subject follows. */
const QUOTATIVE_BEFORE =
  /(?:^|\s)(?:деп|дей келе)\s(?:\p{Ll}+\s)?\p{Ll}+(?:[дт][ыі]|йды|йді)\s(?:\p{Ll}+\s){0,2}$/u;

/** «X форумға келді»: without the possessive the organisation is not the one of that name. */
const CASE_ALONE = /(?:д[ыі]|[ғқ]а|[гк]е|(?<!н)[дт][ае]н?)$/u;

function isPerson(run: Candidate, { prose, verbs, marked }: PeopleContext): boolean {
  const next = wordsIn(prose, { start: run.end, end: Math.min(run.sentence.end, run.end + 60) })[0];
  const adjacent = next !== undefined && /^\s$/u.test(prose.slice(run.end, next.start));
  const isBeside = run.language === 'kk' && CASE_ALONE.test(next?.text ?? '');
  if (adjacent && isOrganisation(next.text) && !/^\p{Lu}/u.test(next.text) && !isBeside) return false;
  if (adjacent && run.language === 'en' && isOrganisation(next.text)) return false;
  if (marked.some(({ inner }) => inner.start === run.start && inner.end === run.end)) return false;
  const previous = wordsIn(prose, { start: run.sentence.start, end: run.start }).at(-1);
  const courtesy = previous !== undefined && isCourtesy(previous.text);
  const last = run.words.at(-1)?.text ?? '';
  const surname = nameStems(last).some(looksLikeSurname);
  const subject =
    /^[\s–—-]*$/u.test(prose.slice(run.sentence.start, run.start)) &&
    verbs.some(
      (verb) => verb.start >= run.end && verb.end <= run.sentence.end && sameClause(prose, run, verb),
    );
  return (
    run.introduction !== null ||
    run.speaks ||
    courtesy ||
    surname ||
    subject ||
    /^\p{Lu}\.$/u.test(run.words[0]?.text ?? '')
  );
}

const sameClause = (prose: string, run: Span, verb: Span) =>
  !/[.;:«»“”]/u.test(prose.slice(run.end, verb.start));

/** A name runs into the capital of the word behind it; where the name stands elsewhere alone, it ends there. */
function shortened(run: Candidate, others: readonly Candidate[]): Candidate {
  const shorter = others.find(
    ({ words }) =>
      words.length > 1 &&
      words.length < run.words.length &&
      words.every((word, index) =>
        nameStems(word.text).some((stem) => nameStems(run.words[index]?.text ?? '').includes(stem)),
      ),
  );
  const last = shorter && run.words[shorter.words.length - 1];
  return last ? { ...run, words: run.words.slice(0, shorter.words.length), end: last.end } : run;
}

interface Draft {
  readonly forms: Candidate[];
  introduction: Introduction | null;
  readonly mentions: Span[];
  readonly start: number;
}

const textOf = (run: NameRun) => run.words.map(({ text }) => text).join(' ');

function addFull(people: Draft[], run: Candidate): void {
  const known = people.find(({ forms }) =>
    forms.some(
      (form) =>
        nameSimilarity(textOf(form), textOf(run)) >= SAME_NAME && form.words.length + run.words.length > 1,
    ),
  );
  const draft = known ?? {
    forms: [],
    introduction: null,
    mentions: [],
    start: run.introduction?.start ?? run.start,
  };
  if (!known) people.push(draft);
  draft.forms.push(run);
  draft.mentions.push({ start: run.start, end: run.end });
  draft.introduction = richer(draft.introduction, run.introduction);
}

const facts = (introduction: Introduction | null) =>
  introduction
    ? [introduction.title, introduction.organisation, introduction.country].filter(Boolean).length
    : 0;

const richer = (known: Introduction | null, found: Introduction | null) =>
  facts(found) > facts(known) ? found : known;

/** A surname alone is somebody known, or the speaker of the words beside it. */
function addShort(people: Draft[], run: Candidate, { prose, marked }: PeopleContext): void {
  const quoted = marked.some(({ inner }) => inner.start === run.start && inner.end === run.end);
  if (quoted) return;
  for (const word of run.words) {
    const stems = nameStems(word.text);
    const known = [...people]
      .reverse()
      .find(({ forms }) =>
        forms.some(({ words }) =>
          words.some(
            (part, index) =>
              (index > 0 || words.length === 1) && stems.some((stem) => nameStems(part.text).includes(stem)),
          ),
        ),
      );
    if (known) {
      known.mentions.push({ start: word.start, end: word.end });
      return;
    }
  }
  if (
    !run.speaks ||
    run.words.length !== 1 ||
    !/^[\s]*(?:[.,;:!?»–—]|$)|^\s(?:said|отме|подч|заяв|доба|сказ)/u.test(
      prose.slice(run.end, run.sentence.end),
    )
  )
    return;
  const previous = wordsIn(prose, { start: run.sentence.start, end: run.start }).at(-1);
  if (previous === undefined && run.language !== 'en') return;
  people.push({
    forms: [run],
    introduction: run.introduction,
    mentions: [{ start: run.start, end: run.end }],
    start: run.introduction?.start ?? run.start,
  });
}

function finished({ forms, introduction, mentions, start }: Draft): Person {
  const name = nominative(forms);
  return {
    name,
    title: introduction?.title ?? null,
    organisation: introduction?.organisation ?? null,
    country: introduction?.country ?? null,
    introducedAt: introduction ? Math.min(introduction.start, start) : start,
    gender: genderOf(name),
    mentions,
  };
}

/** Returns the name as the one says it who is named: where it speaks, else by its endings. */
function nominative(forms: readonly Candidate[]): string {
  const longest = Math.max(...forms.map(({ words }) => words.length));
  const full = forms.filter(({ words }) => words.length === longest);
  const speaking = full.find(({ speaks }) => speaks);
  if (speaking) return textOf(speaking);
  const [first] = full;
  if (!first) return '';
  const last = first.words.at(-1)?.text ?? '';
  const plainer = full.find((form) => {
    const other = form.words.at(-1)?.text ?? '';
    return other.length < last.length && nameStems(last).includes(other.toLowerCase());
  });
  if (plainer) return textOf(plainer);
  if (first.language === 'ru') return isGenitive(first) ? fromGenitive(textOf(first)) : textOf(first);
  if (first.language === 'en') return textOf(first).replace(/[’']s?$/u, '');
  const start = first.words.slice(0, -1).map(({ text }) => text);
  return [...start, withoutKazakhCase(last, kazakhStems(last))].join(' ');
}

/** In Russian what stands before the name tells the case: a title in the genitive, «по словам». */
function isGenitive({ introduction, sentence, start, words }: Candidate): boolean {
  if (introduction?.oblique) return true;
  return (
    introduction === null &&
    start > sentence.start &&
    /[аяы]$/u.test(words[0]?.text ?? '') &&
    /(?:[оеё]ва|[иы]на|ского|[оеё]вой)$/u.test(words.at(-1)?.text ?? '')
  );
}
