import type { ImportContext, ImportResult } from '../format.ts';
import { oneLine } from '../inline-text.ts';
import { isoDate } from '../iso-date.ts';
import { tagByLabel } from '../labels.ts';
import { languageTag } from '../language-tag.ts';
import { Reading, type ReadTurn } from '../reading.ts';
import { childrenOf, descendantsOf, isElement, readXml, textOf, type XmlElement } from '../xml.ts';
import { knowPersons } from './persons.ts';
import { readTimeline, type TimelinePoints } from './timeline-points.ts';
import { utteranceContent } from './utterance.ts';

interface PlacedTurn extends ReadTurn {
  readonly orderMs: number;
}

/**
 * Reads TEI for speech. Each `u` becomes a turn, by start; sounds between them that are known become turns of nobody;
 * annotations (`spanGrp`) are left out by name.
 */
export function readTei(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const root = readXml(reading);
  if (root?.name !== 'TEI') return reading.refused();
  knowPersons(root, reading);
  const points = readTimeline(root, reading);
  const turns: PlacedTurn[] = [];
  for (const text of childrenOf(root, 'text')) readBody(text, points, turns, reading);
  turns.sort((a, b) => a.orderMs - b.orderMs);
  for (const { orderMs: _, ...turn } of turns) reading.add(turn);
  return reading.result(recordingData(root));
}

const SOUNDS: ReadonlySet<string> = new Set(['incident', 'vocal', 'kinesic']);
const SILENT: ReadonlySet<string> = new Set(['timeline', 'anchor']);

function readBody(parent: XmlElement, points: TimelinePoints, turns: PlacedTurn[], reading: Reading): void {
  for (const child of parent.children) {
    if (!isElement(child) || SILENT.has(child.name)) continue;
    if (child.name === 'annotationBlock') readBlock(child, points, turns, reading);
    else if (child.name === 'u') turns.push(readUtterance(child, child, points, reading));
    else if (SOUNDS.has(child.name)) readSound(child, points, turns, reading);
    else if (child.children.some((inner) => isElement(inner))) readBody(child, points, turns, reading);
    else reading.warnOnce('unknown-markup', child.line, `<${child.name}>`);
  }
}

function readBlock(block: XmlElement, points: TimelinePoints, turns: PlacedTurn[], reading: Reading): void {
  for (const utterance of childrenOf(block, 'u'))
    turns.push(readUtterance(utterance, block, points, reading));
  for (const { attributes, line } of childrenOf(block, 'spanGrp'))
    reading.warnOnce('other-tier-left-out', line, attributes.get('type') ?? '<spanGrp>');
}

/** `block` tells who speaks and when, where the utterance itself does not. */
function readUtterance(
  utterance: XmlElement,
  block: XmlElement,
  points: TimelinePoints,
  reading: Reading,
): PlacedTurn {
  const attribute = (name: string) => utterance.attributes.get(name) ?? block.attributes.get(name);
  const said = utteranceContent(utterance, points, reading);
  const start = points.at(attribute('start'), utterance.line) ?? said.start;
  const end = points.at(attribute('end'), utterance.line) ?? said.end;
  return {
    speaker: speakerOf(attribute('who')),
    startMs: start?.atMs ?? null,
    endMs: end?.atMs ?? null,
    content: said.content,
    line: utterance.line,
    orderMs: start?.orderMs ?? end?.orderMs ?? 0,
  };
}

/** Returns the reference to the first of those who speak together. */
const speakerOf = (who: string | undefined) => who?.trim().split(/\s+/)[0]?.replace(/^#/, '') ?? null;

function readSound(sound: XmlElement, points: TimelinePoints, turns: PlacedTurn[], reading: Reading): void {
  const label = textOf(sound).trim();
  const tag = tagByLabel(label);
  if (!tag) {
    reading.warnOnce('unknown-markup', sound.line, `<${sound.name}> ${label}`);
    return;
  }
  const start = points.at(sound.attributes.get('start'), sound.line);
  const end = points.at(sound.attributes.get('end'), sound.line);
  turns.push({
    speaker: speakerOf(sound.attributes.get('who')),
    startMs: start?.atMs ?? null,
    endMs: end?.atMs ?? null,
    content: [{ type: 'tag', tag }],
    line: sound.line,
    orderMs: start?.orderMs ?? end?.orderMs ?? 0,
  });
}

function recordingData(root: XmlElement) {
  const first = (name: string) => {
    const [element] = descendantsOf(root, name);
    return element ? oneLine(textOf(element)) : '';
  };
  const title = first('title');
  const [recording] = descendantsOf(root, 'recording');
  const [date] = recording ? descendantsOf(recording, 'date') : [];
  const [text] = childrenOf(root, 'text');
  const language = languageTag(text?.attributes.get('xml:lang') ?? root.attributes.get('xml:lang'));
  return {
    ...(title === '' ? {} : { title }),
    date: isoDate(date?.attributes.get('when')),
    place: first('placeName'),
    ...(language === null ? {} : { language }),
  };
}
