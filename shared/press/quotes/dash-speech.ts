import { isAnswer } from '../lexicon/words.ts';
import type { Span } from '../span.ts';
import { trimmed, within } from '../span.ts';
import { type Attribution, attributionAt } from './attribution-clause.ts';
import { attributed, type Found } from './found.ts';
import { leadIn } from './lead-in.ts';
import type { Reading } from './reading.ts';
import { subjectsIn } from './subject.ts';

interface Dash {
  readonly at: number;
  readonly end: number;
}

const DASHES = /[–—―]+|(?<=^|\s)-{1,2}(?=\s)/gu;
const SPEECH_HEAD = /^\s*[\p{Lu}\p{N}«"“„(…]/u;
const EDGES = /[\s,–—―]/u;

/** Returns the speech that dashes begin: «– …, – деді X», whatever dashes stand inside it. */
export function dashSpeech(reading: Reading, paragraph: Span, listed: boolean): readonly Found[] {
  const { prose } = reading;
  const dashes = dashesIn(reading, paragraph);
  const found: Found[] = [];
  const before = (at: number) => prose.slice(paragraph.start, at).trimEnd();
  const opens = ({ at, end }: Dash) => {
    const left = before(at);
    if (/:$/u.test(left)) return true;
    return (
      (left === '' || /[.!?…][»”"’)]?$/u.test(left)) && SPEECH_HEAD.test(prose.slice(end, paragraph.end))
    );
  };
  const closing = ({ at, end }: Dash): Attribution | null => {
    const left = before(at);
    return /[,!?….»”"]$/u.test(left) && !opens({ at, end })
      ? attributionAt(reading, end, paragraph.end)
      : null;
  };
  let index = 0;
  let taken = paragraph.start;
  while (index < dashes.length) {
    const opening = dashes[index];
    if (!opening) break;
    if (opening.at < taken) {
      index++;
      continue;
    }
    const isOpening = opens(opening);
    const isLate = !isOpening && closing(opening) !== null && !/[»”"]\s*,?$/u.test(before(opening.at));
    if (!isOpening && !isLate) {
      index++;
      continue;
    }
    const closer = isLate ? index : dashes.findIndex((dash, at) => at > index && closing(dash) !== null);
    const closed = dashes[closer];
    const attribution = closed ? closing(closed) : null;
    const lead = isOpening ? leadIn(reading, opening.at, paragraph) : null;
    // A later opening means that this one, without an attribution of its own, was another's words.
    const next = dashes.findIndex((dash, at) => at > index && (closer < 0 || at < closer) && opens(dash));
    if (next >= 0 && closer >= 0 && !isLate) {
      const end = speechEnd(reading, opening.end, paragraph, dashes, opens);
      if (lead) found.push(alone(prose, { start: opening.end, end }, lead));
      index = next;
      continue;
    }
    if (!closed || !attribution) {
      const end = speechEnd(reading, opening.end, paragraph, dashes, opens);
      if (lead) found.push(alone(prose, { start: opening.end, end }, lead));
      else if (before(opening.at) === '' && !listed)
        found.push(alone(prose, { start: opening.end, end }, null));
      taken = end;
      index++;
      continue;
    }
    const start = isLate ? lateStart(reading, opening.at, Math.max(taken, paragraph.start)) : opening.end;
    const spans: Span[] = [trimmed(prose, { start, end: closed.at }, EDGES)];
    const attributions: Span[] = [{ start: closed.at, end: attribution.end }];
    let last = attribution;
    for (;;) {
      const goesOn = continuation(prose, last.end, paragraph.end);
      if (goesOn === null) break;
      const nextClosing = dashes
        .filter(({ at }) => at > goesOn.start)
        .find((dash) => opens(dash) || closing(dash) !== null);
      const again = nextClosing && !opens(nextClosing) ? closing(nextClosing) : null;
      if (again && goesOn.fresh && (isAnswer(again.verb) || isAnother(attribution, again))) break;
      const end =
        again && nextClosing
          ? nextClosing.at
          : goesOn.fresh
            ? speechEnd(reading, goesOn.start, paragraph, dashes, opens)
            : sentenceEnd(reading, goesOn.start, paragraph.end);
      spans.push(trimmed(prose, { start: goesOn.start, end }, EDGES));
      taken = end;
      if (!again || !nextClosing) break;
      attributions.push({ start: nextClosing.at, end: again.end });
      last = again;
    }
    taken = Math.max(taken, last.end);
    found.push({ kind: 'dash', spans, ...attributed(attribution), attributions });
    index = dashes.findIndex(({ at }) => at >= taken);
    if (index < 0) break;
  }
  return found.filter(({ spans }) => spans.every(({ start, end }) => end > start));
}

function dashesIn({ prose, marked }: Reading, paragraph: Span): readonly Dash[] {
  return [...prose.slice(paragraph.start, paragraph.end).matchAll(DASHES)]
    .map(({ 0: dash, index }) => ({
      at: paragraph.start + index,
      end: paragraph.start + index + dash.length,
    }))
    .filter(({ at, end }) => !marked.some(({ inner }) => within({ start: at, end }, inner)))
    .filter(
      ({ at, end }) =>
        /\s/u.test(prose[at - 1] ?? ' ') ||
        /\s/u.test(prose[end] ?? ' ') ||
        /[,.!?…]/u.test(prose[at - 1] ?? ''),
    );
}

function alone(prose: string, span: Span, lead: Attribution | null): Found {
  return {
    kind: 'dash',
    spans: [trimmed(prose, span, EDGES)],
    ...attributed(lead),
    attributions: lead ? [{ start: lead.start, end: lead.end }] : [],
  };
}

/** Words goes on behind an attribution: «, – және …» in the same sentence, «. – Ал …» afresh. */
function continuation(
  prose: string,
  from: number,
  limit: number,
): { readonly start: number; readonly fresh: boolean } | null {
  const [whole, sign = ''] =
    /^\s*([,.:;]?)\s*[–—―-]\s+(?=[\p{L}\p{N}«"“„(…])/u.exec(prose.slice(from, limit)) ?? [];
  if (whole === undefined) return null;
  const start = from + whole.length;
  if (sign === '.' && !SPEECH_HEAD.test(prose.slice(start, limit))) return null;
  return { start, fresh: sign === '.' };
}

const isAnother = (one: Attribution, other: Attribution) =>
  one.subject?.kind === 'person' && other.subject?.kind === 'person'
    ? one.subject.person !== other.subject.person
    : other.subject?.kind === 'person' && one.subject?.kind !== 'person';

const sentenceEnd = ({ sentences }: Reading, at: number, limit: number) =>
  Math.min(limit, sentences.find(({ start, end }) => at >= start && at < end)?.end ?? limit);

/**
 * Returns where speech without a closing dash ends: with its paragraph, or where narration sets in, which names a
 * person and says that they spoke.
 */
function speechEnd(
  reading: Reading,
  from: number,
  paragraph: Span,
  dashes: readonly Dash[],
  opens: (dash: Dash) => boolean,
): number {
  const next = dashes.find((dash) => dash.at > from && opens(dash))?.at ?? paragraph.end;
  let end = Math.min(next, sentenceEnd(reading, from, paragraph.end));
  for (const sentence of reading.sentences) {
    if (sentence.start < end || sentence.end > next) continue;
    const isNarration =
      reading.mentions.some((mention) => within(mention, sentence)) &&
      reading.verbs.some((verb) => within(verb, sentence));
    const introduces = reading.people.some(
      ({ introducedAt, title }) =>
        title !== null && introducedAt >= sentence.start && introducedAt < sentence.end,
    );
    if (isNarration || introduces || isReport(reading, sentence)) break;
    end = sentence.end;
  }
  return end;
}

/** «Профессор … ескертті.»: a subject heads the sentence, and a verb of speaking ends it or follows at once. */
function isReport(reading: Reading, sentence: Span): boolean {
  const [subject] = subjectsIn(reading, sentence);
  if (!subject || subject.start > sentence.start || subject.kind === 'pronoun') return false;
  return reading.verbs.some(
    ({ start, end }) =>
      within({ start, end }, sentence) &&
      (/^[.!?…]*$/u.test(reading.prose.slice(end, sentence.end)) ||
        /^\s$/u.test(reading.prose.slice(subject.end, start))),
  );
}

/** Where speech began whose first dash was left out: with its sentence. */
function lateStart({ sentences }: Reading, at: number, from: number): number {
  return Math.max(
    from,
    sentences
      .slice()
      .reverse()
      .find(({ start }) => start < at)?.start ?? from,
  );
}
