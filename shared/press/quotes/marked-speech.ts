import { wholeWord } from '../lexicon/patterns.ts';
import { tablePattern } from '../lexicon/words.ts';
import { wordsIn } from '../people/words.ts';
import type { Marked } from '../quotation-marks.ts';
import { overlap, type Span, trimmed, within } from '../span.ts';
import { type Attribution, attributionAt } from './attribution-clause.ts';
import { attributed, type Found } from './found.ts';
import { leadIn } from './lead-in.ts';
import { conventionAt, languageAt, type Reading } from './reading.ts';
import { type Subject, subjectsIn } from './subject.ts';

/** Fewer words stand alone between marks only as a name, a slogan or a term. */
const FEWEST_ALONE = 5;
/** The dash belongs to the attribution: «…, – деді X, – …» within one pair of marks. */
const INNER_DASH = /[,!?….]\s*[–—―-]\s+/gu;
const EDGES = /[\s,–—―]/u;

/** Returns the speech between quotation marks in a paragraph; titles, slogans and terms are none. */
export function markedSpeech(reading: Reading, paragraph: Span, taken: readonly Span[]): readonly Found[] {
  const marked = reading.marked.filter(
    (each) => each.depth === 0 && within(each, paragraph) && !taken.some((span) => overlap(span, each)),
  );
  const found: Found[] = [];
  for (let index = 0; index < marked.length; index++) {
    const first = marked[index];
    if (!first) break;
    const quote = speechAt(reading, first, paragraph, found.at(-1) ?? null);
    if (!quote) continue;
    let { spans, attributions } = quote;
    let end = Math.max(first.end, attributions.at(-1)?.end ?? 0);
    for (let next = marked[index + 1]; next; next = marked[index + 1]) {
      const goesOn = goesOnWith(reading, end, first, next, quote, paragraph);
      if (!goesOn) break;
      spans = [...spans, innerSpan(reading, next)];
      attributions = [...attributions, ...(goesOn.again ? [{ start: next.end, end: goesOn.again.end }] : [])];
      end = goesOn.again?.end ?? next.end;
      index++;
    }
    found.push({ ...quote, spans, attributions });
  }
  return found;
}

const innerSpan = ({ prose }: Reading, { inner }: Marked) => trimmed(prose, inner, EDGES);

function speechAt(reading: Reading, marked: Marked, paragraph: Span, previous: Found | null): Found | null {
  const { prose } = reading;
  const span = innerSpan(reading, marked);
  if (span.end <= span.start) return null;
  const inside = interrupted(reading, marked);
  if (inside) return inside;
  const behind = attributionBehind(reading, marked, paragraph);
  if (behind) {
    const subject = behind.subject ?? subjectBefore(reading, marked, previous);
    const attributions = [{ start: marked.end, end: behind.end }];
    return { kind: 'marks', spans: [span], verb: behind.verb, subject, attributions };
  }
  const lead = ledTo(reading, marked, paragraph);
  if (lead)
    return {
      kind: 'marks',
      spans: [span],
      ...attributed(lead),
      attributions: [{ start: lead.start, end: lead.end }],
    };
  const text = prose.slice(span.start, span.end);
  const sentence = reading.sentences.find(({ start, end }) => marked.start >= start && marked.start < end);
  const stands =
    sentence !== undefined &&
    marked.start === sentence.start &&
    /^[.!?…]?$/u.test(prose.slice(marked.end, sentence.end)) &&
    wordsIn(prose, span).length >= FEWEST_ALONE &&
    (/[.!?…]$/u.test(text) || prose[marked.end] === '.');
  // A sentence of its own between marks is somebody's words where somebody has spoken just before.
  const follows =
    previous !== null || reading.mentions.some(({ end }) => end <= marked.start && marked.start - end < 600);
  return stands && follows
    ? { kind: 'marks', spans: [span], verb: null, subject: null, attributions: [] }
    : null;
}

/** «X «…» деді»: the one who heads the clause that the marks stand in. */
function subjectBefore(reading: Reading, marked: Marked, previous: Found | null): Subject | null {
  const sentence = reading.sentences.find(({ start, end }) => marked.start >= start && marked.start < end);
  const start = Math.max(
    sentence?.start ?? marked.start,
    ...(previous?.attributions.map(({ end }) => end) ?? []),
  );
  const subjects = start < marked.start ? subjectsIn(reading, { start, end: marked.start }) : [];
  return (
    subjects
      .slice()
      .reverse()
      .find(({ kind }) => kind !== 'role') ??
    subjects.at(-1) ??
    null
  );
}

/** Words go on between the next marks: "…," said X, "…"; «…», – сказал X. «…». */
function goesOnWith(
  reading: Reading,
  end: number,
  first: Marked,
  next: Marked,
  quote: Found,
  paragraph: Span,
): { readonly again: Attribution | null } | null {
  const { prose } = reading;
  if (quote.attributions.every(({ start }) => start < first.end)) return null;
  const between = prose.slice(end, next.start);
  if (!/^\s*[,.:;]?\s*[–—―-]?\s*$/u.test(between) || /\n/u.test(between)) return null;
  const again = attributionBehind(reading, next, paragraph);
  const stands =
    /[.!?…]$/u.test(prose.slice(next.inner.start, next.inner.end)) ||
    /^\s*[.!?…]/u.test(prose.slice(next.end));
  if (/\./u.test(between) && !again && !stands) return null;
  if (again?.named && quote.subject?.kind === 'person' && again.subject?.kind === 'person')
    return again.subject.person === quote.subject.person ? { again } : null;
  return again?.named ? null : { again };
}

function attributionBehind(reading: Reading, marked: Marked, paragraph: Span): Attribution | null {
  const { prose } = reading;
  const convention = conventionAt(reading, marked.start);
  const rest = prose.slice(marked.end, paragraph.end);
  const [joint = ''] = /^\s*,?\s*(?:[–—―]|-(?=\s))?\s*/u.exec(rest) ?? [''];
  const inner = prose.slice(marked.inner.start, marked.inner.end).trimEnd();
  const closed = /[,!?….—–]$/u.test(inner) || /[,–—―-]/u.test(joint);
  const from = marked.end + joint.length;
  const quotative = wholeWord(convention.quotatives.length > 0 ? convention.quotatives : ['(?!)'], 'iu');
  const word = /^[\p{L}]+/u.exec(prose.slice(from))?.[0] ?? '';
  const quoted = quotative.test(word) || (convention.language === 'kk' && /^(?:деді|дейді)$/iu.test(word));
  if (!closed && !quoted) return null;
  if (!/[,–—―-]/u.test(joint)) {
    // A full stop ends the sentence; behind other signs a small letter or a name goes on with it.
    if (/(?<![.])[.]$/u.test(inner)) return null;
    const named = reading.mentions.some(({ start }) => start >= from && start < from + 3);
    if (/[!?…]$/u.test(inner) && /^\p{Lu}/u.test(prose.slice(from)) && !named) return null;
  }
  if (/^[\s]*[.!?…]/u.test(rest)) return null;
  if (quoted && isNaming(reading, from + word.length)) return null;
  return attributionAt(reading, from, paragraph.end);
}

/** «…» деп аталатын, «…» деген тақырыпта: the words between the marks were a name. */
function isNaming(reading: Reading, from: number): boolean {
  const naming = tablePattern(languageAt(reading, from), ({ naming: words }) => words);
  const [next = ''] = /^\s+[\p{L}-]+(?:\s+[\p{L}-]+)?/u.exec(reading.prose.slice(from, from + 60)) ?? [];
  return new RegExp(naming.source, 'iu').test(next);
}

function ledTo(reading: Reading, marked: Marked, paragraph: Span): Attribution | null {
  const { prose } = reading;
  const before = prose.slice(paragraph.start, marked.start).trimEnd();
  const dash = /:\s*[–—―-]$/u.exec(before);
  const at = paragraph.start + (dash ? before.length - dash[0].length + 1 : before.length);
  const words = wordsIn(prose, marked.inner).length;
  const lead = leadIn(reading, at, paragraph);
  if (!lead) return thatMarked(reading, marked, paragraph);
  const complete =
    /[.!?…]$/u.test(prose.slice(marked.inner.start, marked.inner.end)) ||
    /^\s*(?:[.!?…]|$)/u.test(prose.slice(marked.end, paragraph.end));
  return words >= 3 || complete ? lead : null;
}

/** «отметил, что «…»»: the marks hold the whole clause. */
function thatMarked(reading: Reading, marked: Marked, paragraph: Span): Attribution | null {
  const { prose } = reading;
  const sentence = reading.sentences.find(({ start, end }) => marked.start >= start && marked.start < end);
  const start = Math.max(paragraph.start, sentence?.start ?? paragraph.start);
  const before = prose.slice(start, marked.start);
  const that = /,?\s+(?:что|that)\s+$/u.exec(before);
  if (
    !that ||
    !/^\s*[.!?…]?\s*$/u.test(prose.slice(marked.end, Math.min(paragraph.end, sentence?.end ?? paragraph.end)))
  )
    return null;
  if (wordsIn(prose, marked.inner).length < 3) return null;
  const colon = leadInWords(reading, start, start + that.index);
  return colon;
}

function leadInWords(reading: Reading, start: number, end: number): Attribution | null {
  const verb = reading.verbs
    .slice()
    .reverse()
    .find((candidate) => candidate.start >= start && candidate.end <= end);
  if (!verb) return null;
  const found = attributionAt(reading, start, end);
  return found ?? { start, end, verb: verb.text, subject: null, named: false };
}

/** «Су – ортақ, – деді X, – деректер де ортақ»: marks around speech whose attribution interrupts it. */
function interrupted(reading: Reading, marked: Marked): Found | null {
  const { prose } = reading;
  const { inner } = marked;
  for (const match of prose.slice(inner.start, inner.end).matchAll(INNER_DASH)) {
    const from = inner.start + match.index + match[0].length;
    const attribution = attributionAt(reading, from, inner.end);
    if (!attribution || !/^\p{Ll}/u.test(prose.slice(from))) continue;
    const [joint] = /^\s*[,.]?\s*[–—―-]\s*/u.exec(prose.slice(attribution.end, inner.end)) ?? [];
    if (joint === undefined) continue;
    return {
      kind: 'marks',
      spans: [
        trimmed(prose, { start: inner.start, end: inner.start + match.index + 1 }, EDGES),
        trimmed(prose, { start: attribution.end + joint.length, end: inner.end }, EDGES),
      ],
      ...attributed(attribution),
      attributions: [{ start: from, end: attribution.end }],
    };
  }
  return null;
}
