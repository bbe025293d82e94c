import { conventionOf } from '../lexicon/conventions.ts';
import { wholeWord } from '../lexicon/patterns.ts';
import { isTitle, pronounOf, tablePattern, type VerbMention } from '../lexicon/words.ts';
import { wordsIn } from '../people/words.ts';
import { type Span, trimmed } from '../span.ts';
import type { Found } from './found.ts';
import type { Reading } from './reading.ts';
import { type Subject, subjectsIn } from './subject.ts';

/** A verb made a noun, in the accusative or the dative: «болғанын», «қосатынына», «қажеттігін», «екенін». */
const NOMINAL =
  /(?:(?:[ғқ]ан|[гк]ен|[дтй]?[ае]?т[ыі]н|екен)(?:[дт][ыі]г)?(?:ын|ін|ына|іне)|(?:жо[қғ]|бар|керек|қажет|тиіс|мүмкін|емес|маңызды|дайын|міндетті|мүдделі)(?:т[ыі]г|д[ыі]г|л[ыі]г|ес[ті]?)?(?:ын|ін|ына|іне)|[уү](?:ын|ін|ына|іне|ымыз\p{L}*))$/iu;
/** With «сенім білдірді» a purpose stands in the dative too: «нығайтуға». */
const PURPOSE = /у(?:ға|ге)$/iu;
const TRUST = /^(?:сенім|үміт|ниет)/iu;
const ADVERB =
  /^(?:баса|ерекше|тағы|да|де|атап|анық|ашық|қадап|нақты|сондай-ақ|сөзінде|қысқа|бірнеше|рет|өз|кезегінде)$/iu;
const EDGES = /[\s,.;:–—―-]/u;
const FEWEST_WORDS = 3;
const OCCASION = wholeWord(conventionOf('kk').occasions);
const QUOTATIVE = /^(?:деп|деген|дей|дегенді)$/iu;
/** What a person is called when it owns or suffers what is said rather than says it. */
const OBLIQUE = /(?:[ндт][ыі]ң|[ғқ]а|[гк]е|[ндт][ае]н|[дт][ае]|[мбп]ен)$/u;

/** Returns what a Kazakh sentence reports in its own words: «X … екенін атап өтті», «X-тың айтуынша, …». */
export function reportedKazakh(reading: Reading, segment: Span): readonly Found[] {
  const found: Found[] = [...according(reading, segment)];
  if (found.length > 0) return found;
  let from = segment.start;
  let subject: Subject | null = null;
  for (const verb of reading.verbs) {
    if (verb.language !== 'kk' || verb.start < from || verb.end > segment.end) continue;
    if (/^(?:деді|дейді)$/iu.test(verb.text)) continue;
    const quote = reportBefore(reading, { start: from, end: verb.start }, verb, subject);
    if (!quote) continue;
    found.push(quote);
    subject = quote.subject;
    from = verb.end;
  }
  return found;
}

function reportBefore(
  reading: Reading,
  segment: Span,
  verb: VerbMention,
  known: Subject | null,
): Found | null {
  const { prose } = reading;
  const subjects = subjectsIn(reading, segment).filter((subject) => isSubject(prose, subject));
  let words = wordsIn(prose, segment);
  const near = subjects
    .slice()
    .reverse()
    .find(({ end }) => /^[\s,]*$/u.test(prose.slice(end, verb.start)) && end > segment.start);
  if (near && words.length > 0) words = words.filter(({ end }) => end <= near.start);
  while (words.length > 0 && ADVERB.test(words.at(-1)?.text ?? '')) words = words.slice(0, -1);
  const last = words.at(-1);
  if (!last) return null;
  const quotative = QUOTATIVE.test(last.text);
  if (!quotative && !NOMINAL.test(last.text) && !(TRUST.test(verb.text) && PURPOSE.test(last.text)))
    return null;
  const end = quotative ? last.start : last.end;
  const marked = reading.marked.find(
    ({ depth, end: close }) => depth === 0 && close <= end && /^[\s,]*$/u.test(prose.slice(close, end)),
  );
  if (quotative && marked) return null;
  const first =
    subjects.find((subject) => subject.end < end && (near === undefined || subject !== near)) ?? null;
  const subject = near && near.kind !== 'role' ? near : (first ?? near ?? known);
  const leading = first && first !== near && beforeContent(prose, segment, first) ? first : null;
  const start = afterOccasion(reading, { start: leading?.end ?? segment.start, end });
  const span = trimmed(prose, { start, end }, EDGES);
  if (wordsIn(prose, span).length < FEWEST_WORDS) return null;
  return {
    kind: 'reported',
    spans: [span],
    verb: quotative ? prose.slice(last.start, verb.end) : verb.text,
    subject,
    attributions: [{ start: verb.start, end: verb.end }],
  };
}

/** In the nominative: «X атап өтті», not «X-тың … атап өтті». */
function isSubject(prose: string, subject: Subject): boolean {
  const text = prose.slice(subject.start, subject.end);
  if (subject.kind === 'pronoun') return pronounOf(text, 'kk') !== null && !/ның$/u.test(text);
  if (subject.kind === 'role')
    return !OBLIQUE.test(text) && isTitle(wordsIn(prose, subject).at(-1)?.text ?? '');
  const named = subject.person.name.split(' ').at(-1) ?? '';
  return text.endsWith(named) && !/^(?:-|’)?(?:[ндт][ыі]ң|[ғқ]а|[гк]е)/u.test(prose.slice(subject.end));
}

/** The subject heads its sentence, but for who it is and when. */
function beforeContent(prose: string, segment: Span, subject: Subject): boolean {
  const before = prose.slice(segment.start, subject.start);
  return (
    subject.kind !== 'role' ||
    wordsIn(prose, { start: segment.start, end: subject.start }).length <= 8 ||
    before.trim() === ''
  );
}

/** Returns where what was said begins: behind the words for where and on what occasion. */
function afterOccasion({ prose }: Reading, span: Span): number {
  const text = prose.slice(span.start, span.end);
  let start = 0;
  for (const match of text.matchAll(OCCASION)) {
    const end = match.index + match[0].length;
    const skipped = text.slice(start, match.index);
    if (end > text.length * 0.7 || /[.;:]/u.test(skipped.replace(/«[^»]*»/gu, ''))) break;
    if (NOMINAL.test(skipped.trim())) break;
    start = end;
  }
  return span.start + start;
}

/** «X-тың айтуынша, …». */
function according(reading: Reading, segment: Span): readonly Found[] {
  const { prose } = reading;
  const text = prose.slice(segment.start, segment.end);
  const match = tablePattern('kk', ({ accordingAfter }) => accordingAfter).exec(text);
  if (!match) return [];
  const at = segment.start + match.index;
  const end = at + match[0].length;
  const [subject] = [...subjectsIn(reading, { start: segment.start, end: at })].reverse();
  if (!subject) return [];
  const behind = trimmed(prose, { start: end, end: segment.end }, EDGES);
  if (wordsIn(prose, behind).length < FEWEST_WORDS) return [];
  return [
    {
      kind: 'reported',
      spans: [behind],
      verb: match[0],
      subject,
      attributions: [{ start: segment.start, end }],
    },
  ];
}
