import JSZip from 'jszip';
import { decodeText, encodeText } from '../formats/encoding.ts';
import { Reading } from '../formats/reading.ts';
import { paragraphsOf, wordBlocks } from '../formats/word-paragraphs.ts';
import { descendantsOf, readXml } from '../formats/xml.ts';
import { zipPart } from '../formats/zip-part.ts';
import { articleHtml, isHtml } from './article-html.ts';
import type { Span } from './span.ts';

/** An article as read: one string, in which all offsets stand. */
export interface ArticleText {
  readonly text: string;
  /** Captions that the file's markup tells to be such. */
  readonly captions: readonly Span[];
  /** Addresses behind words, which the text does not show. */
  readonly links: readonly (Span & { readonly url: string })[];
  /** The encoding, where nothing in the file proves it; else null. */
  readonly assumedEncoding: string | null;
}

const MOST_XML_BYTES = 48 * 1024 * 1024;

/**
 * Returns the text of an article: a Word file, HTML or the markup of a content management system without its tags, or
 * plain text as it is, with `\n` at line ends. `language` (BCP 47) decides between one-byte encodings. Null for bytes
 * that are no text and no Word file.
 */
export async function readArticle(bytes: Uint8Array, language: string): Promise<ArticleText | null> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWord(bytes);
  const { text, assumed } = decodeText(bytes, language);
  if (text === null) return null;
  const plain = text.replace(/^\ufeff/u, '');
  if (isHtml(plain)) return { ...articleHtml(plain), assumedEncoding: assumed };
  return { text: plain, captions: [], links: [], assumedEncoding: assumed };
}

async function readWord(bytes: Uint8Array): Promise<ArticleText | null> {
  const zip = await JSZip.loadAsync(bytes).catch(() => null);
  const [part] = zip?.file(/^word\/document\d*\.xml$/) ?? [];
  const xml = part ? await zipPart(part, MOST_XML_BYTES) : null;
  if (!xml) return null;
  const reading = new Reading(xml, { fileName: 'article.docx', language: 'und' });
  const root = readXml(reading);
  const [body] = root ? descendantsOf(root, 'body') : [];
  if (!body) return null;
  const captions: Span[] = [];
  let text = '';
  for (const paragraph of wordBlocks(body, reading).flatMap(paragraphsOf)) {
    const words = paragraph.runs
      .map((run) => run.text)
      .join('')
      .trim();
    if (words === '') continue;
    const start = text === '' ? 0 : text.length + 2;
    text += (text === '' ? '' : '\n\n') + words;
    if (/caption/iu.test(paragraph.style)) captions.push({ start, end: text.length });
  }
  return { text, captions, links: [], assumedEncoding: null };
}

/** Returns a pasted article as it would be read from a UTF-8 file. */
export const readPasted = (text: string): Promise<ArticleText | null> => readArticle(encodeText(text), 'und');
