import { SaxesParser } from 'saxes';
import type { Reading } from './reading.ts';

/** An element of a file. Names are local: without prefix, but for `xml:lang`, `xml:id` and `xml:space`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Text comes as strings, its white space as written. */
  readonly children: readonly (XmlElement | string)[];
  /** Of its start tag, from 1. */
  readonly line: number;
}

/** No format nests deeper; a reader that descends by recursion needs an end. */
const DEEPEST = 200;
const MOST_FAULTS = 20;

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/**
 * Returns the root of an XML file, or null where there is none. A file cut short or with faults gives what could be
 * read, and the reading notes the first fault. No entity but XML's own five is known, and nothing outside the file
 * is read: a DOCTYPE means nothing here.
 */
export function readXml(reading: Reading): XmlElement | null {
  const parser = new SaxesParser({ position: true });
  const open: OpenElement[] = [];
  const faults: { line: number; message: string }[] = [];
  let root: XmlElement | null = null;
  let tooDeep = 0;

  const addText = (text: string) => {
    const parent = open.at(-1);
    if (parent && tooDeep === 0) parent.children.push(text);
  };
  parser.on('error', (error) => {
    faults.push({ line: parser.line, message: error.message });
    if (faults.length >= MOST_FAULTS) throw error;
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= DEEPEST) {
      if (tooDeep === 0) faults.push({ line: parser.line, message: `<${name}>` });
      tooDeep++;
      return;
    }
    const element: OpenElement = {
      name: localName(name),
      attributes: new Map(
        Object.entries(attributes)
          .filter(([key]) => !/^xmlns\b/.test(key))
          .map(([key, value]) => [localName(key), value]),
      ),
      children: [],
      line: parser.line,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    if (tooDeep > 0) tooDeep--;
    else open.pop();
  });

  try {
    parser.write(withAmpersandsEscaped(reading.text)).close();
  } catch (error) {
    // What is full of faults is left early.
    if (faults.length < MOST_FAULTS) throw error;
  }
  const [fault] = faults;
  if (root && fault) reading.warn('unreadable-part', fault.line, fault.message);
  return root;
}

/**
 * Returns the text with the ampersands escaped that begin no entity: the parser would take all up to the next
 * semicolon for a name. People who edit such files by hand leave them.
 */
function withAmpersandsEscaped(text: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const literal = indexOrEnd(text, '<![CDATA[', at);
    const markup = text.slice(at, literal);
    parts.push(markup.replace(/&(?!(?:[\p{L}_][\p{L}\p{N}._-]{0,60}|#\d{1,7}|#x[\da-f]{1,6});)/giu, '&amp;'));
    at = indexOrEnd(text, ']]>', literal);
    parts.push(text.slice(literal, at));
  }
  return parts.join('');
}

const indexOrEnd = (text: string, searched: string, from: number) => {
  const index = text.indexOf(searched, from);
  return index < 0 ? text.length : index;
};

const localName = (name: string) => (name.startsWith('xml:') ? name : name.slice(name.indexOf(':') + 1));

/** Tells whether a child is an element, of the name if one is given. */
export const isElement = (child: XmlElement | string, name?: string): child is XmlElement =>
  typeof child !== 'string' && (name === undefined || child.name === name);

/** Returns the element's children of the name. */
export const childrenOf = ({ children }: XmlElement, name: string): readonly XmlElement[] =>
  children.filter((child): child is XmlElement => isElement(child, name));

/** Returns the elements of the name within an element, however deep, in the order of the file. */
export function descendantsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) =>
    isElement(child) ? [...(child.name === name ? [child] : []), ...descendantsOf(child, name)] : [],
  );
}

/** Returns all text within an element. */
export const textOf = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** Returns text for the content of an element or an attribute in double quotes. Line ends and tabs survive in both. */
export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
