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
 * glosses) are left out by name.
 */
export function readEaf(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const root = readXml(reading);
  if (root?.name !== 'ANNOTATION_DOCUMENT') return reading.refused();
  const slots = readSlots(root, reading);
  const turns: PlacedTurn[] = [];
  const languages = new Set<string | null>();
  for (const tier of childrenOf(root, 'TIER')) {
    const name = tier.attributes.get('TIER_ID') ?? '';
    if (tier.attributes.has('PARENT_REF')) {
      if (tier.children.length > 0) reading.warn('other-tier-left-out', tier.line, name);
      continue;
    }
    const participant = tier.attributes.get('PARTICIPANT')?.trim();
    const speaker = participant || speakerOfTier(name);
    turns.push(...readTier(tier, speaker, slots, reading));
    if (tier.children.length > 0) languages.add(languageTag(tier.attributes.get('LANG_REF')));
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

function readTier(
  tier: XmlElement,
  speaker: string | null,
  slots: ReadonlyMap<string, TimeSlot>,
  reading: Reading,
): readonly PlacedTurn[] {
  return childrenOf(tier, 'ANNOTATION').flatMap((annotation) => {
    const [alignable] = childrenOf(annotation, 'ALIGNABLE_ANNOTATION');
    if (!alignable) {
      reading.warn('unreadable-part', annotation.line, textOf(annotation));
      return [];
    }
    const slot = (name: string) => {
      const id = alignable.attributes.get(name) ?? '';
      const found = slots.get(id);
      if (!found) reading.warn('bad-time', alignable.line, id);
      return found;
    };
    const start = slot('TIME_SLOT_REF1');
    const end = slot('TIME_SLOT_REF2');
    const text = childrenOf(alignable, 'ANNOTATION_VALUE').map(textOf).join('').trim();
    return {
      speaker,
      startMs: start?.atMs ?? null,
      endMs: end?.atMs ?? null,
      content: parseInlines(text),
      line: alignable.line,
      place: start?.place ?? end?.place ?? 0,
    };
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
