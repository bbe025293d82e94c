import {
  type ArticleMark,
  byPlace,
  createMark,
  isQuotationKind,
  type MarkedPerson,
} from '../model/article.ts';
import { type ArticleQuotes, findQuotes, type QuotedArticle, type QuoteSpeaker } from './find-quotes.ts';
import type { Person } from './people/person.ts';
import { overlap, type Span } from './span.ts';

/** A title behind a name stands within so many letters of it. */
const TITLE_WITHIN = 160;

/** Returns the marks that reading an article puts on it, in the order of the text. */
export function readMarks(article: QuotedArticle): readonly ArticleMark[] {
  const found = findQuotes(article);
  const { text, links: hidden = [] } = article;
  return [
    ...found.quotes.flatMap((quote, index) => quotationMarks(quote, found.attributions[index])),
    ...found.people.flatMap((person) => introductionMark(text, person)),
    ...found.credits.map(({ start, end, kind }) => createMark({ kind, spans: [{ start, end }] })),
    ...found.links.map(({ start, end, url }) =>
      createMark({
        kind: 'link',
        spans: [{ start, end }],
        url: hidden.some((link) => link.start === start && link.url === url) ? url : null,
      }),
    ),
  ]
    .filter(({ spans }) => spans.every(({ start, end }) => end > start && end <= text.length))
    .filter((mark, index, all) => all.findIndex((other) => isTwin(mark, other)) === index)
    .sort(byPlace);
}

/** A caption that the file's markup tells may be one by its words too. */
const isTwin = (one: ArticleMark, other: ArticleMark) =>
  one.kind === other.kind && JSON.stringify(one.spans) === JSON.stringify(other.spans);

const personOf = ({ name, title, organisation, country }: QuoteSpeaker): MarkedPerson | null =>
  name === null && title === null ? null : { speakerId: null, name, title, organisation, country };

function quotationMarks(
  { kind, spans, verb, speaker }: ArticleQuotes['quotes'][number],
  places: ArticleQuotes['attributions'][number] | undefined,
): readonly ArticleMark[] {
  const who = personOf(speaker);
  const marks = [createMark({ kind, spans: spans.map(({ start, end }) => ({ start, end })), verb, who })];
  if (places?.verb) marks.push(createMark({ kind: 'verb', spans: [places.verb] }));
  if (places?.speaker && who) marks.push(createMark({ kind: 'speaker', spans: [places.speaker], who }));
  return marks;
}

/** The words that say who somebody is, with the name; none for people who are only named. */
function introductionMark(text: string, person: Person): readonly ArticleMark[] {
  const { introducedAt: start, mentions, title, organisation } = person;
  const first = mentions.find((mention) => mention.end > start);
  if (!first || (title === null && organisation === null)) return [];
  const behind = title === null ? -1 : text.indexOf(title, first.end);
  const end =
    start === first.start && title !== null && behind >= 0 && behind - first.end < TITLE_WITHIN
      ? behind + title.length
      : first.end;
  return [createMark({ kind: 'introduction', spans: [{ start, end }], who: personOf(person) })];
}

/** Whether a person has had a hand in a mark, so that reading again lets it be. */
const isSettled = ({ state, quoteId, chosen, overrule }: ArticleMark) =>
  state !== 'read' || quoteId !== null || chosen !== null || overrule !== null;

const sameSort = (one: ArticleMark, other: ArticleMark) =>
  one.kind === other.kind || (isQuotationKind(one.kind) && isQuotationKind(other.kind));

const touch = (one: readonly Span[], other: readonly Span[]) =>
  one.some((span) => other.some((each) => overlap(span, each)));

const sameMark = (one: ArticleMark, other: ArticleMark) =>
  JSON.stringify({ ...one, id: '' }) === JSON.stringify({ ...other, id: '' });

/**
 * Returns the marks of an article that is read again: `found` in place of what was read before, but for what a person
 * has corrected, taken away, linked or overruled. What is found as it was keeps its identity; when nothing changes
 * `current` itself comes back.
 */
export function mergeMarks(
  current: readonly ArticleMark[],
  found: readonly ArticleMark[],
): readonly ArticleMark[] {
  const settled = current.filter(isSettled);
  const read = current.filter((mark) => !isSettled(mark));
  const taken = new Set<ArticleMark>();
  const fresh = found
    .filter((mark) => !settled.some((other) => sameSort(mark, other) && touch(mark.spans, other.spans)))
    .map((mark) => {
      const free = read.filter((other) => !taken.has(other) && sameSort(mark, other));
      const same =
        free.find((other) => sameMark(mark, other)) ?? free.find((other) => touch(mark.spans, other.spans));
      if (!same) return mark;
      taken.add(same);
      return sameMark(mark, same) ? same : { ...mark, id: same.id };
    });
  const merged = [...settled, ...fresh].sort(byPlace);
  const known = new Set(current);
  return merged.length === current.length && merged.every((mark) => known.has(mark)) ? current : merged;
}
