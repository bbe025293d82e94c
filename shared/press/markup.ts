import { CONVENTIONS } from './lexicon/conventions.ts';
import { overlap, type Span, trimmed } from './span.ts';

export interface ArticleLink extends Span {
  readonly url: string;
  readonly kind: 'video' | 'link';
}

/** The words under a picture, or whose picture it is. */
export interface ArticleCredit extends Span {
  readonly text: string;
  readonly kind: 'credit' | 'caption';
}

export interface Markup {
  /** The text with every mark of a content management system and all captions blank, of the same length. */
  readonly prose: string;
  readonly links: readonly ArticleLink[];
  readonly credits: readonly ArticleCredit[];
}

/** A caption; of some systems' exports only the end of its picture's tag is left of the opening. */
const CAPTION = /\[caption\b[^\][>]{0,2000}[\]>]([\s\S]{0,4000}?)\[\/caption\]/giu;
const SHORTCODE =
  /\[\/?(?:caption|embed|video|audio|gallery|youtube|vimeo|playlist|quote|button|su_\w+|vc_\w+)\b[^\]\n]{0,2000}\]/giu;
const URL = /(?:https?:\/\/|www\.)[^\s<>"'«»“”[\]]+/giu;
const VIDEO = /youtu\.?be|vimeo\.com|rutube\.ru|vk\.com\/video|dailymotion|\.(?:mp4|webm|mov)(?:$|\?)/iu;
const TAG = /<\/?[a-z][^<>]{0,2000}>/giu;
const CREDIT_HEAD = new RegExp(
  `^[\\s(]*(?:©|\\(c\\)|(?:${CONVENTIONS.flatMap(({ credits }) => credits).join('|')})\\s*[:©–—-])`,
  'iu',
);
/** A line of a credit; a sentence is longer. */
const LONGEST_CREDIT = 120;

/** Returns what of an article is not prose. `known`: captions that the file's own markup tells. */
export function findMarkup(text: string, known: readonly Span[] = []): Markup {
  const captions = [
    ...known,
    ...[...text.matchAll(CAPTION)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
  ];
  const credits = [
    ...known.map((span) => creditOf(text, span)),
    ...[...text.matchAll(CAPTION)].map(({ 0: whole, 1: words = '', index }) => {
      const start = index + whole.lastIndexOf(words, whole.length - '[/caption]'.length);
      return creditOf(text, { start, end: start + words.length });
    }),
    ...creditLines(text).filter((line) => !captions.some((caption) => overlap(caption, line))),
  ].filter(({ start, end }) => end > start);
  const links = [...text.matchAll(URL)].map(({ 0: found, index }): ArticleLink => {
    const url = found.replace(/[.,;:!?)…]+$/u, '');
    return { url, start: index, end: index + url.length, kind: linkKind(url) };
  });
  const blanks = [
    ...captions,
    ...links,
    ...credits,
    ...[SHORTCODE, TAG].flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
      })),
    ),
  ];
  return {
    prose: blanked(text, blanks),
    links,
    credits: credits.sort((a, b) => a.start - b.start),
  };
}

/** Tells a film from a page by its address. */
export const linkKind = (url: string): ArticleLink['kind'] => (VIDEO.test(url) ? 'video' : 'link');

function creditOf(text: string, span: Span): ArticleCredit {
  const inner = blanked(text.slice(span.start, span.end), tagSpans(text.slice(span.start, span.end)));
  const lead = inner.length - inner.trimStart().length;
  const start = span.start + lead;
  const end = start + inner.trim().length;
  const words = text.slice(start, end);
  return { text: words, start, end, kind: CREDIT_HEAD.test(words) ? 'credit' : 'caption' };
}

const tagSpans = (text: string): readonly Span[] =>
  [...text.matchAll(TAG)].map((match) => ({ start: match.index, end: match.index + match[0].length }));

function creditLines(text: string): readonly ArticleCredit[] {
  return [...text.matchAll(/[^\n]+/gu)].flatMap(({ 0: line, index }) => {
    if (line.length > LONGEST_CREDIT || !CREDIT_HEAD.test(line)) return [];
    const { start, end } = trimmed(text, { start: index, end: index + line.length });
    return [{ text: text.slice(start, end), start, end, kind: 'credit' as const }];
  });
}

/** What stands on lines of its own parts paragraphs; what stands within a sentence does not. */
function blanked(text: string, spans: readonly Span[]): string {
  let prose = text;
  for (const { start, end } of spans) {
    const alone = !/[\p{L}\p{N},;]\s*$/u.test(prose.slice(0, start)) || /^\s*\n/u.test(prose.slice(end));
    prose = prose.slice(0, start) + (alone ? '\n' : ' ').repeat(end - start) + prose.slice(end);
  }
  return prose;
}
