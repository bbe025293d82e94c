import { Parser } from 'htmlparser2';
import type { Reading } from './reading.ts';

const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'tr',
  'blockquote',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);
const HIDDEN = new Set(['script', 'style', 'title', 'head', 'template', 'noscript']);
const PLAIN = new Set(['html', 'body', 'span', 'br']);

/**
 * Returns the words of HTML as lines, a blank one between paragraphs. Nothing of it is run or fetched, and scripts and
 * styles are left out; markup that shows is noted once. `standsFor` gives the text that an element stands for, in
 * place of what is in it, or null; it gets the line's number, from 1.
 */
export function htmlLines(
  html: string,
  reading: Reading,
  standsFor: (attributes: Readonly<Record<string, string>>, line: number) => string | null,
): readonly string[] {
  const lines: string[] = [''];
  let hidden = 0;
  const add = (text: string) => {
    lines[lines.length - 1] += text;
  };
  const endBlock = () => {
    if (lines.at(-1) !== '') lines.push('');
    if (lines.length > 1 && lines.at(-2) !== '') lines.push('');
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (hidden > 0 || HIDDEN.has(name)) {
          hidden++;
          return;
        }
        const text = standsFor(attributes, lines.length);
        if (text !== null) {
          add(text);
          hidden++;
        } else if (name === 'br') lines.push('');
        else if (BLOCKS.has(name)) endBlock();
        else if (!PLAIN.has(name)) reading.warnOnce('unknown-markup', lines.length, `<${name}>`);
      },
      onclosetag(name) {
        if (hidden > 0) hidden--;
        else if (BLOCKS.has(name)) endBlock();
      },
      ontext(text) {
        if (hidden === 0) add(text.replace(/[ \t\r\n]+/g, ' '));
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return lines;
}
