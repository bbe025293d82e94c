import { Parser } from 'htmlparser2';
import type { ArticleText } from './read-article.ts';
import type { Span } from './span.ts';

/** At these a paragraph ends. */
const BLOCKS = new Set(
  'p div li ul ol tr table blockquote pre h1 h2 h3 h4 h5 h6 section article main figure figcaption header footer hr dl dt dd'.split(
    ' ',
  ),
);
/** What of a page is not the article. */
const HIDDEN = new Set(
  'script style title head template noscript nav aside form button select svg footer'.split(' '),
);
const ANY_TAG =
  /<(?:\/?(?:p|div|br|html|body|span|strong|em|b|i|a|img|h[1-6]|blockquote|figure|ul|li|section|article|iframe)\b|!--|!doctype)[^>]*>/iu;
const PARAGRAPH_TAG = /<(?:p|div|body|html|article|section)\b[^>]*>/iu;
const MAIN = /<(article|main)\b[^>]*>[\s\S]*<\/\1>/iu;

/** Tells whether a text is HTML, or has a content management system's tags in it. */
export const isHtml = (text: string): boolean => ANY_TAG.test(text);

/**
 * Returns the words of HTML, with a blank line between paragraphs. Where nothing but line ends parts the paragraphs, as
 * in the drafts of content management systems, these stay. Nothing is run or fetched.
 */
export function articleHtml(html: string): Omit<ArticleText, 'assumedEncoding'> {
  const source = MAIN.exec(html)?.[0] ?? html;
  const keepsLines = !PARAGRAPH_TAG.test(source);
  const captions: Span[] = [];
  const links: (Span & { url: string })[] = [];
  let text = '';
  let hidden = 0;
  let captionStart: number | null = null;
  let link: { url: string; start: number } | null = null;
  let pendingBreak = false;
  const add = (words: string) => {
    if (words === '') return;
    if (pendingBreak && words.trim() !== '') {
      text = text.trimEnd();
      if (text !== '') text += '\n\n';
      pendingBreak = false;
    }
    const joined = pendingBreak || /(?:^|\s)$/u.test(text) ? words.replace(/^[ \t]+/u, '') : words;
    text += joined;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (hidden > 0 || HIDDEN.has(name)) {
          hidden++;
          return;
        }
        if (BLOCKS.has(name)) pendingBreak = true;
        if (name === 'br') text = `${text.trimEnd()}\n`;
        if (name === 'q') add('“');
        const caption =
          name === 'figcaption' || /\b(?:wp-caption-text|caption)\b/u.test(attributes.class ?? '');
        if (caption && captionStart === null) captionStart = -1;
        const url =
          name === 'a' ? attributes.href : name === 'iframe' || name === 'video' ? attributes.src : undefined;
        if (url && /^https?:/iu.test(url)) {
          if (name === 'a') link = { url, start: text.length };
          else {
            pendingBreak = true;
            add(url);
            pendingBreak = true;
          }
        }
      },
      ontext(words) {
        if (hidden > 0) return;
        const before = text.length;
        add(keepsLines ? words.replace(/[ \t\u00a0]+/gu, ' ') : words.replace(/[ \t\r\n\u00a0]+/gu, ' '));
        const start = before + (/^\s*/u.exec(text.slice(before))?.[0].length ?? 0);
        if (captionStart === -1 && text.slice(start).trim() !== '') captionStart = start;
        if (link && link.start <= before && text.slice(start).trim() !== '')
          link.start = Math.max(link.start, start);
      },
      onclosetag(name) {
        if (hidden > 0) {
          hidden--;
          return;
        }
        if (name === 'q') add('”');
        if (name === 'a' && link) {
          if (text.length > link.start) links.push({ ...link, end: text.trimEnd().length });
          link = null;
        }
        if (captionStart !== null && captionStart >= 0 && BLOCKS.has(name)) {
          captions.push({ start: captionStart, end: text.trimEnd().length });
          captionStart = null;
        }
        if (BLOCKS.has(name)) pendingBreak = true;
      },
    },
    { decodeEntities: true },
  );
  parser.end(source);
  return { text: text.trimEnd(), captions, links };
}
