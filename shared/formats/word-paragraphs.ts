import type { Reading } from './reading.ts';
import { isElement, type XmlElement } from './xml.ts';

/** A stretch of a paragraph in one look. `\n` is a line break, `\t` a tab. */
export interface WordRun {
  readonly text: string;
  readonly bold: boolean;
  /** Identifier of its character style, or ''. */
  readonly style: string;
}

export interface WordParagraph {
  readonly kind: 'paragraph';
  /** Identifier of its style, or ''. */
  readonly style: string;
  readonly runs: readonly WordRun[];
}

export interface WordTable {
  readonly kind: 'table';
  /** Rows of cells, each as paragraphs. */
  readonly rows: readonly (readonly (readonly WordParagraph[])[])[];
}

export type WordBlock = WordParagraph | WordTable;

/** What was taken out of a text under revision, or is no words. */
const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'pPr',
  'rPr',
  'tblPr',
  'sectPr',
  'instrText',
  'delText',
  'Fallback',
]);
/** What a transcript has no place for. */
const NOT_KEPT = new Set([
  'drawing',
  'pict',
  'object',
  'footnoteReference',
  'endnoteReference',
  'commentReference',
]);

/** Returns the blocks in the body of a Word document, those of frames around them too, in their order. */
export function wordBlocks(element: XmlElement, reading: Reading): readonly WordBlock[] {
  return element.children.flatMap((child): readonly WordBlock[] => {
    if (!isElement(child) || LEFT_OUT.has(child.name)) return [];
    if (child.name === 'p') return [paragraphOf(child, reading)];
    if (child.name === 'tbl') return [tableOf(child, reading)];
    return wordBlocks(child, reading);
  });
}

function tableOf(table: XmlElement, reading: Reading): WordTable {
  const rows = within(table, 'tr').map((row) =>
    within(row, 'tc').map((cell) => wordBlocks(cell, reading).flatMap(paragraphsOf)),
  );
  return { kind: 'table', rows };
}

/** Returns the paragraphs of a block; those of a table cell by cell. */
export const paragraphsOf = (block: WordBlock): readonly WordParagraph[] =>
  block.kind === 'paragraph' ? [block] : block.rows.flat(2);

/** Returns the rows of a table, or cells of a row, those in content controls too. */
const within = (element: XmlElement, name: 'tr' | 'tc'): readonly XmlElement[] =>
  element.children.flatMap((child) => {
    if (!isElement(child) || LEFT_OUT.has(child.name)) return [];
    return child.name === name ? [child] : within(child, name);
  });

function paragraphOf(paragraph: XmlElement, reading: Reading): WordParagraph {
  const properties = paragraph.children.find((child) => isElement(child, 'pPr'));
  return {
    kind: 'paragraph',
    style: valueIn(properties, 'pStyle') ?? '',
    runs: runsOf(paragraph, reading),
  };
}

function valueIn(properties: XmlElement | string | undefined, name: string): string | undefined {
  if (properties === undefined || !isElement(properties)) return undefined;
  const found = properties.children.find((child) => isElement(child, name));
  return found !== undefined && isElement(found) ? found.attributes.get('val') : undefined;
}

function isOn(properties: XmlElement | string | undefined, name: string): boolean {
  if (properties === undefined || !isElement(properties)) return false;
  return (
    properties.children.some((child) => isElement(child, name)) &&
    !/^(0|false|off)$/.test(valueIn(properties, name) ?? '')
  );
}

function runsOf(element: XmlElement, reading: Reading): readonly WordRun[] {
  return element.children.flatMap((child): readonly WordRun[] => {
    if (!isElement(child) || LEFT_OUT.has(child.name)) return [];
    if (child.name !== 'r') return runsOf(child, reading);
    const properties = child.children.find((each) => isElement(each, 'rPr'));
    const text = runText(child, reading);
    return text === ''
      ? []
      : [{ text, bold: isOn(properties, 'b'), style: valueIn(properties, 'rStyle') ?? '' }];
  });
}

function runText(run: XmlElement, reading: Reading): string {
  return run.children
    .map((child) => {
      if (!isElement(child)) return '';
      if (child.name === 't') return child.children.filter((each) => typeof each === 'string').join('');
      if (child.name === 'tab' || child.name === 'ptab') return '\t';
      if (child.name === 'br' || child.name === 'cr') return '\n';
      if (child.name === 'noBreakHyphen') return '\u2011';
      if (NOT_KEPT.has(child.name)) reading.warnOnce('not-kept', child.line, child.name);
      return '';
    })
    .join('');
}
