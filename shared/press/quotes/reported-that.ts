import type { Language } from '../../model/language.ts';
import { conventionOf } from '../lexicon/conventions.ts';
import { isTitle, type VerbMention } from '../lexicon/words.ts';
import { wordsIn } from '../people/words.ts';
import { type Span, trimmed } from '../span.ts';
import type { Found } from './found.ts';
import type { Reading } from './reading.ts';
import { type Subject, subjectsIn } from './subject.ts';

/** How a language with a conjunction ties what is reported to its verb. */
interface Ties {
  /** From the end of the verb to where the reported words begin. */
  readonly after: RegExp;
  /** The same without the conjunction, for verbs that do without; null where none do. */
  readonly bare: RegExp | null;
  readonly bareVerbs: RegExp;
  readonly according: RegExp;
}

const START = (words: readonly string[]) => `(?:${words.join('|')})`;

const TIES: Readonly<Record<'ru' | 'en', Ties>> = {
  ru: {
    after: /^[^.;:!?«»"“”]{0,140}?,\s+(?:что|будто|как)\s+(?!и\s)/iu,
    bare: null,
    bareVerbs: /(?!)/u,
    according: new RegExp(`(?:^|,\\s+)${START(conventionOf('ru').accordingBefore)}(?:\\s+|(?=,\\s))`, 'giu'),
  },
  en: {
    after: /^[^.;:!?“”"]{0,60}?,?\s+(?:that|how)\s+/iu,
    bare: /^\s+(?!(?:in|at|on|to|during|after|before|goodbye|yes|so|nothing|little|much|more about|about|of|by|with|as|when|while|from|for|and|but|or|that|how|what|whether|this\b[.,]|on|him|her|them|us|me|it to)\b)(?=[\p{L}\p{N}])/iu,
    bareVerbs:
      /^(?:said|says|added|adds|believes|believed|insisted|noted|warned.*|argued|told .*|replied|predicted|claimed|estimated|admitted|thinks|assured .*|reminded .*|hoped)$/iu,
    according: new RegExp(`(?:^|,\\s+)${START(conventionOf('en').accordingBefore)}(?:\\s+|(?=,\\s))`, 'giu'),
  },
};

const EDGES = /[\s,.;:–—―-]/u;
const FEWEST_WORDS = 2;

/** Returns what a sentence reports with a conjunction: «отметил, что …», "said that …", «По словам X, …», "…, X said". */
export function reportedThat(reading: Reading, segment: Span, language: 'ru' | 'en'): readonly Found[] {
  const byAccording = according(reading, segment, language);
  if (byAccording) return [byAccording];
  const { prose } = reading;
  const verbs = reading.verbs.filter(
    (verb) => verb.language === language && verb.start >= segment.start && verb.end <= segment.end,
  );
  const found: Found[] = [];
  let from = segment.start;
  verbs.forEach((verb, index) => {
    if (verb.start < from) return;
    const begins = contentStart(prose, verb, segment, language, reading);
    if (begins === null) return;
    const next = verbs
      .slice(index + 1)
      .find(
        (other) => other.start > begins && contentStart(prose, other, segment, language, reading) !== null,
      );
    const end = next ? clauseCut(reading, begins, next, language) : segment.end;
    const span = trimmed(prose, { start: begins, end }, EDGES);
    if (wordsIn(prose, span).length < FEWEST_WORDS) return;
    const subject =
      subjectAround(reading, { start: from, end: begins }, verb) ?? found.at(-1)?.subject ?? null;
    if (!subject && language === 'en' && index === 0 && verb.start > segment.start && !verb.leads) return;
    found.push({
      kind: 'reported',
      spans: [span],
      verb: verb.text,
      subject,
      attributions: [{ start: from, end: begins }],
    });
    from = next ? end : segment.end;
  });
  if (found.length > 0) return found;
  const tail = reportedBefore(reading, segment, verbs, language);
  return tail ? [tail] : [];
}

function contentStart(
  prose: string,
  verb: VerbMention,
  segment: Span,
  language: 'ru' | 'en',
  reading: Reading,
): number | null {
  const { after, bare, bareVerbs } = TIES[language];
  const rest = prose.slice(verb.end, segment.end);
  const that = after.exec(rest);
  if (that) {
    const gap = { start: verb.end, end: verb.end + that[0].length };
    const others = reading.verbs.some((other) => other.start >= gap.start && other.end <= gap.end);
    if (!others) return gap.end;
  }
  if (!bare || !bareVerbs.test(verb.text)) return null;
  const match = bare.exec(rest);
  if (!match) return null;
  const [subject] = [...subjectsIn(reading, { start: segment.start, end: verb.start })].reverse();
  if (!subject || wordsIn(prose, { start: subject.end, end: verb.start }).length > 14) return null;
  return verb.end + match[0].length;
}

/** Returns where reported words end because another is reported: before the conjunction and the subject of the next verb. */
function clauseCut(reading: Reading, from: number, next: VerbMention, language: Language): number {
  const { prose } = reading;
  const text = prose.slice(from, next.start);
  const contrast = new RegExp(
    `[,;]\\s+(?:${conventionOf(language).contrasts.join('|')})(?![\\p{L}])|;\\s|,\\s+(?=\\p{L}+\\s*$)|,\\s*$`,
    'giu',
  );
  const cut = [...text.matchAll(contrast)].at(-1);
  return cut ? from + cut.index : next.start;
}

function subjectAround(reading: Reading, span: Span, verb: Span): Subject | null {
  const subjects = subjectsIn(reading, span);
  const before = subjects.filter(({ end }) => end <= verb.start);
  const behind = subjects.filter(({ start }) => start >= verb.end);
  const nearest =
    before
      .slice()
      .reverse()
      .find(({ kind }) => kind !== 'role') ??
    before.at(-1) ??
    null;
  const [after] = behind;
  if (nearest?.kind === 'person' || nearest?.kind === 'pronoun') return nearest;
  return after?.kind === 'person' ? after : (nearest ?? after ?? null);
}

/** «По словам X, …», "…, according to X", «Как отметил X, …». */
function according(reading: Reading, segment: Span, language: 'ru' | 'en'): Found | null {
  const { prose } = reading;
  const text = prose.slice(segment.start, segment.end);
  for (const match of text.matchAll(TIES[language].according)) {
    const start = segment.start + match.index;
    const owner = segment.start + match.index + match[0].length;
    const isAs = /(?:как|as)\s+$/iu.test(match[0]);
    const [comma] = /^[^;:.!?]{0,220}?(?:,\s|$)/u.exec(commaBehindName(reading, owner, segment.end)) ?? [];
    const end = comma === undefined ? segment.end : owner + comma.replace(/,\s$/u, '').length;
    const verb = isAs ? reading.verbs.find((each) => each.start >= owner && each.end <= end) : null;
    if (isAs && !verb) continue;
    if (isAs && match.index > 0 && language === 'en') continue;
    const pronoun = subjectsIn(reading, { start, end });
    const subject = pronoun.find(({ kind }) => kind === 'person') ?? pronoun[0];
    if (!subject) continue;
    const behind = trimmed(prose, { start: end, end: segment.end }, EDGES);
    const before = trimmed(prose, { start: segment.start, end: start }, EDGES);
    const spans = [before, behind].filter(
      (span) =>
        wordsIn(prose, span).length >= (span === behind && before.end > before.start ? 1 : FEWEST_WORDS),
    );
    if (spans.length === 0) continue;
    return {
      kind: 'reported',
      spans,
      verb: verb?.text ?? match[0].replace(/^[,\s]+|\s+$/gu, ''),
      subject,
      attributions: [{ start, end }],
    };
  }
  return null;
}

/** Returns the text from `at`, commas within the description of the person there made blank. */
function commaBehindName({ prose, mentions }: Reading, at: number, limit: number): string {
  const text = prose.slice(at, limit);
  const name = mentions.find(({ start, end }) => start >= at && end <= Math.min(limit, at + 160));
  if (!name || /^,/u.test(text)) return text;
  const described = /^,\s+[^,.;:]{3,120}(?=,\s)/u.exec(prose.slice(name.end, limit))?.[0] ?? '';
  const words = wordsIn(described, { start: 0, end: described.length });
  const until = name.end - at + (words.slice(0, 3).some((word) => isTitle(word.text)) ? described.length : 0);
  return text.slice(0, until).replace(/,/gu, ' ') + text.slice(until);
}

/** «…, – отметил X», "…, X said", without marks around the words. */
function reportedBefore(
  reading: Reading,
  segment: Span,
  verbs: readonly VerbMention[],
  language: 'ru' | 'en',
): Found | null {
  const { prose } = reading;
  const verb = verbs.at(-1);
  if (!verb) return null;
  const comma = /.*,\s+(?:[–—―-]\s+)?/su.exec(
    prose.slice(segment.start, subjectStart(reading, segment, verb)),
  );
  if (!comma) return null;
  const clause = { start: segment.start + comma[0].length, end: segment.end };
  const rest = wordsIn(prose, { start: verb.end, end: segment.end });
  const subjects = subjectsIn(reading, clause);
  const [subject] = subjects;
  if (!subject || rest.length > 10) return null;
  const lead = wordsIn(prose, { start: clause.start, end: Math.min(subject.start, verb.start) });
  const gap =
    subject.end <= verb.start
      ? wordsIn(prose, { start: subject.end, end: verb.start }).length
      : wordsIn(prose, { start: verb.end, end: subject.start }).length;
  if (lead.length > (subject.kind === 'person' ? 8 : 2) || gap > 8) return null;
  const content = trimmed(
    prose,
    { start: segment.start, end: segment.start + comma.index + comma[0].length },
    EDGES,
  );
  const introduces =
    subject.kind === 'person' &&
    subject.person.introducedAt < content.end &&
    subject.person.introducedAt >= content.start;
  if (introduces) return null;
  const startsWithSubject = subjectsIn(reading, content).some(
    ({ kind, start }) => kind === 'person' && start - content.start < 3,
  );
  if (wordsIn(prose, content).length < 4 || (startsWithSubject && language === 'ru')) return null;
  return { kind: 'reported', spans: [content], verb: verb.text, subject, attributions: [clause] };
}

/** Where the words about the one who speaks begin, which may hold commas of their own. */
function subjectStart(reading: Reading, segment: Span, verb: VerbMention): number {
  const subject = subjectsIn(reading, { start: segment.start, end: verb.start }).at(-1);
  return subject && wordsIn(reading.prose, { start: subject.end, end: verb.start }).length <= 2
    ? subject.start
    : verb.start;
}
