import { encodeText } from './encoding.ts';
import { plainText } from './inline-text.ts';
import { escapeXml } from './xml.ts';

/** An element to be written. */
export interface XmlNode {
  readonly name: string;
  /** Those without a value are left out. */
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly (XmlNode | string)[];
}

/** Returns an element with its attributes and children. */
export const xmlNode = (
  name: string,
  attributes: XmlNode['attributes'] = {},
  children: XmlNode['children'] = [],
): XmlNode => ({ name, attributes, children });

/**
 * Returns an XML file in UTF-8. Elements stand on lines of their own, but where there is text beside them, which is
 * written to the letter. What XML cannot hold is left out of texts.
 */
export function xmlFile(root: XmlNode, doctype = ''): Uint8Array {
  return encodeText(`<?xml version="1.0" encoding="UTF-8"?>\n${doctype}${written(root, '')}\n`);
}

/** Line ends and tabs may stand in text as they are. */
const escaped = (text: string) => plainText(text).replace(/[&<>]/g, escapeXml);

function written({ name, attributes, children }: XmlNode, indent: string | null): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(plainText(String(value)))}"`],
  );
  const start = `<${name}${pairs.join('')}`;
  if (children.length === 0) return `${start}/>`;
  const literal =
    attributes['xml:space'] === 'preserve' || children.some((child) => typeof child === 'string');
  const inner = indent === null || literal ? null : `${indent}  `;
  const parts = children.map((child) => (typeof child === 'string' ? escaped(child) : written(child, inner)));
  if (inner === null) return `${start}>${parts.join('')}</${name}>`;
  return `${start}>\n${parts.map((part) => `${inner}${part}\n`).join('')}${indent}</${name}>`;
}
