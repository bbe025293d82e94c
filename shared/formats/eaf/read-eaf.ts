import type { ImportContext, ImportResult } from '../format.ts';
import { parseInlines } from '../inline-text.ts';
import { isoDate } from '../iso-date.ts';
import { languageTag } from '../language-tag.ts';
import { Reading, type ReadTurn } from '../reading.ts';
import { speakerOfTier } from '../tiers.ts';
import { childrenOf, readXml, textOf, type XmlElement } from '../xml.ts';

/** Milliseconds of a time unit. */
const UNITS: Readonly<Record<string, number>> = {
  milliseconds: 1,
  'PAL-frames': 40,
  'NTSC-frames': 1001 / 30,
};

/** A point of the time order. Unaligned slots have a place in it, but no time. */
interface TimeSlot {
  readonly place: number;
  readonly atMs: number | null;
}

interface PlacedTurn extends ReadTurn {
  readonly place: number;
}

/**
 * Reads EAF, any version. Tiers that hang on no other become turns, by start; those that do (translations, words,
 * glosses) are left out by name unless the person takes them.
 */
export function readEaf(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const root = readXml(reading);
  if (root?.name !== 'ANNOTATION_DOCUMENT') return reading.refused();
  const slots = readSlots(root, reading);
  const turns: PlacedTurn[] = [];
  const languages = new Set<string | null>();
  const tiers = childrenOf(root, 'TIER');
  const spans = annotationSpans(tiers, slots, reading);
  for (const tier of tiers) {
    const name = tier.attributes.get('TIER_ID') ?? '';
    const parent = tier.attributes.get('PARENT_REF') ?? null;
    const entryCount = childrenOf(tier, 'ANNOTATION').length;
    if (!reading.takesTier(name, { entryCount, parent, usual: parent === null })) {
      if (entryCount > 0 && !reading.choices.tiers) reading.warn('other-tier-left-out', tier.line, name);
      continue;
    }
    turns.push(...readTier(tier, speakerOf(tier, tiers), spans, reading));
    if (entryCount > 0) languages.add(languageTag(tier.attributes.get('LANG_REF')));
  }
  turns.sort((a, b) => a.place - b.place);
  for (const { place: _, ...turn } of turns) reading.add(turn);
  const [language = null] = languages.size === 1 ? languages : [];
  return reading.result({ ...recordingData(root), ...(language === null ? {} : { language }) });
}

function readSlots(root: XmlElement, reading: Reading): ReadonlyMap<string, TimeSlot> {
  const [header] = childrenOf(root, 'HEADER');
  const unit = UNITS[header?.attributes.get('TIME_UNITS') ?? 'milliseconds'] ?? 1;
  const slots = new Map<string, TimeSlot>();
  let lastMs = 0;
  const elements = childrenOf(root, 'TIME_ORDER').flatMap((order) => childrenOf(order, 'TIME_SLOT'));
  for (const { attributes, line } of elements) {
    const value = attributes.get('TIME_VALUE');
    const sound = value !== undefined && /^\d{1,12}$/.test(value.trim());
    if (value !== undefined && !sound) reading.warn('bad-time', line, value);
    const atMs = sound ? Math.round(Number(value) * unit) : null;
    lastMs = atMs ?? lastMs;
    slots.set(attributes.get('TIME_SLOT_ID') ?? '', { place: lastMs, atMs });
  }
  return slots;
}

const idOf = (tier: XmlElement) => tier.attributes.get('TIER_ID');

/** Who speaks on a tier: its participant, else that of the tier that it hangs on, else what the topmost is called. */
function speakerOf(tier: XmlElement, tiers: readonly XmlElement[]): string | null {
  let current = tier;
  for (let hops = 0; hops <= tiers.length; hops++) {
    const participant = current.attributes.get('PARTICIPANT')?.trim();
    if (participant) return participant;
    const parentId = current.attributes.get('PARENT_REF');
    const parent = parentId === undefined ? undefined : tiers.find((each) => idOf(each) === parentId);
    if (!parent) break;
    current = parent;
  }
  return speakerOfTier(idOf(current) ?? '');
}

interface AnnotationSpan {
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly place: number;
}

/** Returns the times of every annotation: its own, or those of the one that it refers to. */
function annotationSpans(
  tiers: readonly XmlElement[],
  slots: ReadonlyMap<string, TimeSlot>,
  reading: Reading,
): ReadonlyMap<XmlElement, AnnotationSpan | null> {
  const annotations = tiers.flatMap((tier) => childrenOf(tier, 'ANNOTATION').map(contentOf));
  const byId = new Map<string, XmlElement>();
  const spans = new Map<XmlElement, AnnotationSpan | null>();
  for (const annotation of annotations) {
    if (!annotation) continue;
    byId.set(annotation.attributes.get('ANNOTATION_ID') ?? '', annotation);
    if (annotation.name !== 'ALIGNABLE_ANNOTATION') continue;
    const slot = (name: string) => {
      const id = annotation.attributes.get(name) ?? '';
      const found = slots.get(id);
      if (!found) reading.warn('bad-time', annotation.line, id);
      return found;
    };
    const start = slot('TIME_SLOT_REF1');
    const end = slot('TIME_SLOT_REF2');
    const place = start?.place ?? end?.place ?? 0;
    spans.set(annotation, { startMs: start?.atMs ?? null, endMs: end?.atMs ?? null, place });
  }
  for (const annotation of annotations) {
    let current = annotation;
    for (let hops = 0; current && !spans.has(current) && hops < LONGEST_CHAIN; hops++)
      current = byId.get(current.attributes.get('ANNOTATION_REF') ?? '') ?? null;
    if (annotation) spans.set(annotation, (current && spans.get(current)) ?? null);
  }
  return spans;
}

/** Tiers hang on tiers, but not without end, and never in a circle. */
const LONGEST_CHAIN = 100;

const contentOf = (annotation: XmlElement): XmlElement | null =>
  childrenOf(annotation, 'ALIGNABLE_ANNOTATION')[0] ?? childrenOf(annotation, 'REF_ANNOTATION')[0] ?? null;

function readTier(
  tier: XmlElement,
  speaker: string | null,
  spans: ReadonlyMap<XmlElement, AnnotationSpan | null>,
  reading: Reading,
): readonly PlacedTurn[] {
  return childrenOf(tier, 'ANNOTATION').flatMap((annotation) => {
    const content = contentOf(annotation);
    const span = content && spans.get(content);
    const isOrphan = content?.name === 'REF_ANNOTATION' && !tier.attributes.has('PARENT_REF');
    if (!content || !span || isOrphan) {
      reading.warn('unreadable-part', annotation.line, textOf(annotation));
      return [];
    }
    const text = childrenOf(content, 'ANNOTATION_VALUE').map(textOf).join('').trim();
    return [{ ...span, speaker, content: parseInlines(text), line: content.line }];
  });
}

/** Returns the data that our own writer puts into the document's properties. */
function recordingData(root: XmlElement) {
  const properties = new Map(
    childrenOf(root, 'HEADER')
      .flatMap((header) => childrenOf(header, 'PROPERTY'))
      .map((property) => [property.attributes.get('NAME'), textOf(property).trim()]),
  );
  const title = properties.get('Minber:title');
  return {
    ...(title ? { title } : {}),
    date: isoDate(properties.get('Minber:date')),
    place: properties.get('Minber:place') ?? '',
  };
}
