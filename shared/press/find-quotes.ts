import { CONVENTIONS } from './lexicon/conventions.ts';
import { isAnswer } from './lexicon/words.ts';
import { type ArticleCredit, type ArticleLink, linkKind } from './markup.ts';
import type { Gender, Person } from './people/person.ts';
import { withoutGenitive } from './people/titles-kk.ts';
import { dashSpeech } from './quotes/dash-speech.ts';
import type { Found, QuoteKind } from './quotes/found.ts';
import { markedSpeech } from './quotes/marked-speech.ts';
import { type Reading, readForQuotes } from './quotes/reading.ts';
import { reportedKazakh } from './quotes/reported-kk.ts';
import { reportedThat } from './quotes/reported-that.ts';
import { personInRole, type Spoken, type Subject } from './quotes/subject.ts';
import type { ArticleText } from './read-article.ts';
import { overlap, type Span, within } from './span.ts';

/** Who an article says spoke; what it does not say is null. */
export interface QuoteSpeaker {
  readonly name: string | null;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly country: string | null;
}

/** A quotation of an article. Offsets are UTF-16 code units of the text as read. */
export interface Quote {
  /** Its words, without marks, dashes and attribution; what an attribution parts is joined with a space. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where its words stand; several where an attribution interrupts them. */
  readonly spans: readonly Span[];
  readonly kind: QuoteKind;
  /** As written: «деп атап өтті»; null where the article has none. */
  readonly verb: string | null;
  readonly speaker: QuoteSpeaker;
  /** Where the article introduces the speaker, or null. */
  readonly introducedAt: number | null;
}

/** Where the words stand that say who speaks; null where the article has none. */
export interface AttributionPlaces {
  readonly verb: Span | null;
  readonly speaker: Span | null;
}

export interface ArticleQuotes {
  /** In the order of the article. */
  readonly quotes: readonly Quote[];
  /** Of each of the quotations, in their order. */
  readonly attributions: readonly AttributionPlaces[];
  readonly people: readonly Person[];
  readonly links: readonly ArticleLink[];
  readonly credits: readonly ArticleCredit[];
}

/** What the search needs of an article: its text, and what the markup of its file told. */
export type QuotedArticle = Pick<ArticleText, 'text'> & Partial<Pick<ArticleText, 'captions' | 'links'>>;

/** Returns the quotations of an article in Kazakh, Russian or English, and who speaks in each. */
export function findQuotes({ text, captions = [], links = [] }: QuotedArticle): ArticleQuotes {
  const reading = readForQuotes(text, captions);
  const direct = directSpeech(reading);
  const found = [...direct, ...reportedSpeech(reading, direct)].sort((a, b) => startOf(a) - startOf(b));
  const speakers = resolveSpeakers(reading, found);
  return {
    quotes: found.map((quote, index) => described(text, quote, speakers[index] ?? null)),
    attributions: found.map((quote) => placesOf(reading, quote)),
    people: reading.people,
    links: [...reading.markup.links, ...links.map((link) => ({ ...link, kind: linkKind(link.url) }))].sort(
      (a, b) => a.start - b.start,
    ),
    credits: reading.markup.credits,
  };
}

/** A verb may be written in pieces, «деді … атап өтіп»: then the last of its words stands for it. */
function placesOf({ prose }: Reading, { verb, subject, spans, attributions }: Found): AttributionPlaces {
  const speaker = subject && { start: subject.start, end: subject.end };
  if (!verb) return { verb: null, speaker };
  const near = attributions[0] ?? speaker ?? spans.at(-1) ?? { start: 0, end: 0 };
  const places = [verb, verb.split(' ').at(-1) ?? verb]
    .map((words) => occurrences(prose, words).filter((place) => !spans.some((span) => overlap(place, span))))
    .find((found) => found.length > 0);
  const distance = (place: Span) => Math.abs(place.start - near.start);
  const [nearest = null] = [...(places ?? [])].sort((a, b) => distance(a) - distance(b));
  return { verb: nearest, speaker };
}

function occurrences(text: string, words: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    found.push({ start: at, end: at + words.length });
  return found;
}

const startOf = ({ spans }: Found) => spans[0]?.start ?? 0;
const endOf = ({ spans }: Found) => spans.at(-1)?.end ?? 0;

function directSpeech(reading: Reading): readonly Found[] {
  const heads = reading.paragraphs.map(({ start }) =>
    /^[–—―-]\s/u.test(reading.prose.slice(start, start + 2)),
  );
  return reading.paragraphs.flatMap((paragraph, index) => {
    const listed = heads[index] === true && (heads[index + 1] === true || heads[index - 1] === true);
    const dashes = dashSpeech(reading, paragraph, listed);
    const taken = dashes.flatMap(({ spans, attributions }) => [...spans, ...attributions]);
    return [...dashes, ...markedSpeech(reading, paragraph, taken)];
  });
}

/** What is left of each sentence is looked through for reported speech. */
function reportedSpeech(reading: Reading, direct: readonly Found[]): readonly Found[] {
  const taken = direct.flatMap(({ spans, attributions }) => [...spans, ...attributions]);
  return reading.sentences.flatMap((sentence) =>
    freeParts(sentence, taken).flatMap((segment) =>
      sentence.language === 'kk'
        ? reportedKazakh(reading, segment)
        : reportedThat(reading, segment, sentence.language),
    ),
  );
}

const SHORTEST_PART = 12;

function freeParts(sentence: Span, taken: readonly Span[]): readonly Span[] {
  const inside = taken.filter((span) => overlap(span, sentence)).sort((a, b) => a.start - b.start);
  const parts: Span[] = [];
  let { start } = sentence;
  for (const span of inside) {
    if (span.start > start) parts.push({ start, end: span.start });
    start = Math.max(start, span.end);
  }
  parts.push({ start, end: sentence.end });
  return parts.filter(({ start: from, end }) => end - from >= SHORTEST_PART);
}

function resolveSpeakers(reading: Reading, found: readonly Found[]): readonly (Person | null)[] {
  const spoken: Spoken[] = [];
  const quoted = found.flatMap(({ spans, kind }) => (kind === 'reported' ? [] : spans));
  return found.map((quote) => {
    const person = speakerOf(reading, quote, spoken, quoted);
    if (person) spoken.push({ at: endOf(quote), person });
    return person;
  });
}

function speakerOf(
  reading: Reading,
  quote: Found,
  spoken: readonly Spoken[],
  quoted: readonly Span[],
): Person | null {
  const { subject } = quote;
  if (subject?.kind === 'person') return subject.person;
  const at = subject?.start ?? startOf(quote);
  const gender =
    subject?.kind === 'pronoun' && subject.pronoun !== 'either'
      ? subject.pronoun === 'he'
        ? 'm'
        : 'f'
      : null;
  const latest = latestBefore(reading, at, spoken, quoted, gender);
  if (subject?.kind === 'role') return personInRole(reading, roleWords(subject), at, latest);
  const asked = spoken.at(-1)?.person;
  // Nobody answers themselves.
  if (latest && latest === asked && isAnswer(quote.verb ?? ''))
    return (
      spoken
        .slice()
        .reverse()
        .find(({ person }) => person !== asked)?.person ?? latest
    );
  return latest;
}

const JOINED_CLAUSE = new RegExp(
  `,\\s+(?:${CONVENTIONS.flatMap(({ contrasts }) => contrasts).join('|')})\\s+$`,
  'iu',
);

const roleWords = (subject: Subject) => (subject.kind === 'role' ? subject.words : []);

/**
 * Returns who was spoken of last outside quotations: of the last sentence with a name the one it names first, or who
 * has spoken since.
 */
function latestBefore(
  { prose, sentences, mentions }: Reading,
  at: number,
  spoken: readonly Spoken[],
  quoted: readonly Span[],
  gender: Gender | null,
): Person | null {
  const fits = (person: Person) => gender === null || person.gender === null || person.gender === gender;
  const last = spoken
    .slice()
    .reverse()
    .find(({ person, at: end }) => end <= at && fits(person));
  const told = mentions.filter(
    (mention) => mention.end <= at && fits(mention.person) && !quoted.some((span) => within(mention, span)),
  );
  const nearest = told.at(-1);
  if (!nearest) return last?.person ?? null;
  const sentence = sentences.find((each) => within(nearest, each));
  const inSentence = sentence ? told.filter((mention) => within(mention, sentence)) : [nearest];
  if (last && (sentence?.end ?? nearest.end) <= last.at) return last.person;
  // "X replied, and Y laughed": the one behind the conjunction goes on.
  if (JOINED_CLAUSE.test(prose.slice(0, nearest.start))) return nearest.person;
  const introduced = inSentence.find(
    ({ person, start }) =>
      person.title !== null && person.introducedAt <= start && person.introducedAt >= (sentence?.start ?? 0),
  );
  return (
    (inSentence[0]?.person.title ? inSentence[0].person : introduced?.person) ?? inSentence[0]?.person ?? null
  );
}

/** «деді партия төрағасы», of whom nothing else is said. */
function roleOf(subject: Subject | null): string | null {
  return subject?.kind === 'role'
    ? withoutGenitive(subject.words.join(' ').replace(/^(?:the|a|an)\s/iu, ''))
    : null;
}

function described(text: string, quote: Found, person: Person | null): Quote {
  return {
    text: quote.spans.map(({ start, end }) => text.slice(start, end)).join(' '),
    start: startOf(quote),
    end: endOf(quote),
    spans: quote.spans,
    kind: quote.kind,
    verb: quote.verb || null,
    speaker: {
      name: person?.name ?? null,
      title: person ? person.title : roleOf(quote.subject),
      organisation: person?.organisation ?? null,
      country: person?.country ?? null,
    },
    introducedAt: person?.introducedAt ?? null,
  };
}
