import type { Inline } from '../../model/turn.ts';
import { parseInlines } from '../inline-text.ts';
import { tagByLabel } from '../labels.ts';
import { joinTexts, onOneLine } from '../pieces.ts';
import type { Reading } from '../reading.ts';
import { descendantsOf, isElement, textOf, type XmlElement } from '../xml.ts';
import type { TimelinePoint, TimelinePoints } from './timeline-points.ts';

/** What is said in an utterance, and when, where anchors at its ends tell. */
interface Said {
  readonly content: readonly Inline[];
  readonly start: TimelinePoint | null;
  readonly end: TimelinePoint | null;
}

/** A piece of an utterance before it is put together. */
type Piece = Inline | { readonly type: 'anchor'; readonly point: TimelinePoint };

/** Reads what a `u` holds: words one by one, or text with anchors and sounds in it. */
export function utteranceContent(utterance: XmlElement, points: TimelinePoints, reading: Reading): Said {
  const inWords = descendantsOf(utterance, 'w').length > 0;
  const pieces: Piece[] = [];
  collect(utterance, inWords, pieces, points, reading);
  const said = (piece: Piece) => piece.type === 'tag' || (piece.type === 'text' && piece.text.trim() !== '');
  const first = pieces.findIndex(said);
  const last = pieces.reduce((place, piece, index) => (said(piece) ? index : place), -1);
  const content = pieces.flatMap((piece, index): readonly Inline[] => {
    if (piece.type !== 'anchor') return [piece];
    const within = index > first && index < last && first >= 0;
    if (!within || piece.point.atMs === null) return [];
    return spaced(inWords, pieces, { type: 'timestamp', atMs: piece.point.atMs });
  });
  const anchors = pieces.map((piece) => (piece.type === 'anchor' ? piece.point : null));
  const kept = utterance.attributes.get('xml:space') === 'preserve';
  return {
    content: inlinesIn(kept ? joinTexts(content) : onOneLine(content)),
    start: anchors.slice(0, Math.max(0, first)).find((point) => point !== null) ?? null,
    end:
      anchors
        .slice(last + 1)
        .reverse()
        .find((point) => point !== null) ?? null,
  };
}

const inlinesIn = (content: readonly Inline[]) =>
  joinTexts(content.flatMap((inline) => (inline.type === 'text' ? parseInlines(inline.text) : [inline])));

function collect(
  parent: XmlElement,
  inWords: boolean,
  pieces: Piece[],
  points: TimelinePoints,
  reading: Reading,
): void {
  for (const child of parent.children) {
    if (!isElement(child)) {
      if (!inWords) pieces.push({ type: 'text', text: child });
      else if (child.trim() !== '') addWord(pieces, child.trim(), 'w');
      continue;
    }
    const { name, attributes, line } = child;
    if (name === 'anchor') {
      const point = points.at(attributes.get('synch'), line);
      if (point) pieces.push({ type: 'anchor', point });
    } else if (name === 'lb') pieces.push({ type: 'text', text: ' ' });
    else if (name === 'w' || name === 'pc') readWord(child, pieces, reading);
    else if (name === 'gap') pieces.push(...spaced(inWords, pieces, { type: 'tag', tag: 'inaudible' }));
    else if (name === 'incident' || name === 'vocal' || name === 'kinesic')
      readSound(child, inWords, pieces, reading);
    else if (child.children.length > 0) collect(child, inWords, pieces, points, reading);
    else reading.warnOnce('unknown-markup', line, `<${name}>`);
  }
}

function readSound(sound: XmlElement, inWords: boolean, pieces: Piece[], reading: Reading): void {
  const label = textOf(sound).trim();
  const tag = tagByLabel(label);
  if (tag) pieces.push(...spaced(inWords, pieces, { type: 'tag', tag }));
  else reading.warnOnce('unknown-markup', sound.line, `<${sound.name}> ${label}`);
}

function readWord(word: XmlElement, pieces: Piece[], reading: Reading): void {
  const within = descendantsOf(word, 'anchor');
  if (within[0]) reading.warnOnce('time-in-word-left-out', within[0].line, '<w>');
  addWord(pieces, textOf(word).replace(/\s+/g, ' ').trim(), word.name);
}

const OPENING = /^[\p{Ps}\p{Pi}]$/u;

/** Adds a word after a space, or a sign where it belongs. */
function addWord(pieces: Piece[], text: string, name: string): void {
  if (text === '') return;
  const before = pieces.at(-1);
  const opened = before?.type === 'text' && OPENING.test(before.text.trim());
  const attached = opened || (name === 'pc' && !OPENING.test(text));
  pieces.push({ type: 'text', text: pieces.length === 0 || attached ? text : ` ${text}` });
}

const spaced = (inWords: boolean, pieces: readonly Piece[], piece: Inline): readonly Inline[] =>
  inWords && pieces.length > 0 ? [{ type: 'text', text: ' ' }, piece] : [piece];
