import type { Inline } from '../../model/turn.ts';
import type { ImportContext, ImportResult } from '../format.ts';
import { parseInlines } from '../inline-text.ts';
import { isoDate } from '../iso-date.ts';
import { languageTag } from '../language-tag.ts';
import { addPiece, onOneLine } from '../pieces.ts';
import { Reading } from '../reading.ts';
import { parseSeconds } from '../seconds.ts';
import { childrenOf, descendantsOf, isElement, readXml, type XmlElement } from '../xml.ts';
import { eventInline } from './events.ts';

/** A turn that may go on in the next one of the file. */
interface Draft {
  readonly speaker: string | null;
  readonly startMs: number | null;
  endMs: number | null;
  readonly content: Inline[];
  readonly line: number;
}

/** What is said between two `Sync` of a turn, by the place of the speaker in the turn's list. */
interface Segment {
  readonly atMs: number | null;
  readonly voices: Map<number, Inline[]>;
}

/**
 * Reads a Transcriber file. A turn with several speakers gives one turn each; a speaker who has no words in a turn
 * goes on with what was said up to it. `Sync` within words becomes a timestamp.
 */
export function readTrs(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const root = readXml(reading);
  if (root?.name !== 'Trans') return reading.refused();
  for (const { attributes } of descendantsOf(root, 'Speaker'))
    reading.knowSpeaker(attributes.get('id') ?? '', {
      name: reading.assumedLocal(attributes.get('name') ?? ''),
    });
  const drafts: Draft[] = [];
  let before: readonly Draft[] = [];
  for (const turn of descendantsOf(root, 'Turn')) before = readTurn(turn, before, drafts, reading);
  drafts.sort((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0));
  for (const { content, ...draft } of drafts) reading.add({ ...draft, content: onOneLine(content) });
  return reading.result(recordingData(root));
}

function recordingData(root: XmlElement) {
  const [episode] = childrenOf(root, 'Episode');
  const title = episode?.attributes.get('program')?.trim();
  const language = languageTag(root.attributes.get('xml:lang'));
  return {
    ...(title ? { title } : {}),
    date: isoDate(episode?.attributes.get('air_date')),
    ...(language === null ? {} : { language }),
  };
}

/** Adds the drafts that begin in a turn of the file, and returns all that are spoken in it. */
function readTurn(
  turn: XmlElement,
  before: readonly Draft[],
  drafts: Draft[],
  reading: Reading,
): readonly Draft[] {
  const time = (name: string) => parseSeconds(turn.attributes.get(name), turn.line, reading);
  const endMs = time('endTime');
  const speakers = turn.attributes.get('speaker')?.trim().split(/\s+/) ?? [];
  const segments = readSegments(turn, time('startTime'), speakers.length, reading);
  const spoken = new Map<number, Draft>();
  const goingOn = bySpeakerAndEnd(before);
  const begin = (voice: number, startMs: number | null, content: readonly Inline[]) => {
    const draft = {
      speaker: speakers[voice] ?? null,
      startMs,
      endMs,
      content: [...content],
      line: turn.line,
    };
    drafts.push(draft);
    return draft;
  };
  const speak = (voice: number, atMs: number | null, content: readonly Inline[]) => {
    const own = spoken.get(voice);
    if (content.length > 0) {
      if (!own) return begin(voice, atMs, content);
      if (atMs === null) own.content.push(...content);
      else addPiece(own.content, atMs, content);
      return own;
    }
    const speaker = speakers[voice];
    if (own || speaker === undefined) return own;
    return goingOn.get(speakerAndEnd(speaker, atMs))?.shift() ?? begin(voice, atMs, content);
  };
  segments.forEach(({ atMs, voices }, index) => {
    for (const [voice, inlines] of voices) {
      const draft = speak(voice, atMs, onOneLine(inlines));
      if (!draft) continue;
      draft.endMs = segments[index + 1]?.atMs ?? endMs;
      spoken.set(voice, draft);
    }
  });
  speakers.forEach((_, voice) => {
    if (!spoken.has(voice)) begin(voice, segments[0]?.atMs ?? null, []);
  });
  return [...spoken.values()];
}

const speakerAndEnd = (speaker: string | null, endMs: number | null) => `${speaker} ${endMs}`;

function bySpeakerAndEnd(drafts: readonly Draft[]): ReadonlyMap<string, Draft[]> {
  const found = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const key = speakerAndEnd(draft.speaker, draft.endMs);
    found.set(key, found.get(key) ?? []);
    found.get(key)?.push(draft);
  }
  return found;
}

function readSegments(
  turn: XmlElement,
  startMs: number | null,
  speakers: number,
  reading: Reading,
): readonly Segment[] {
  // Nothing tells who is silent where there is but one to speak.
  const voicesAtFirst = (): Segment['voices'] => new Map(speakers > 1 ? [] : [[0, []]]);
  const segments: Segment[] = [{ atMs: startMs, voices: voicesAtFirst() }];
  let voice = 0;
  const add = (inlines: readonly Inline[]) => {
    const voices = segments.at(-1)?.voices;
    const said = voices?.get(voice) ?? [];
    said.push(...inlines);
    voices?.set(voice, said);
  };
  for (const child of turn.children) {
    if (!isElement(child)) {
      if (segments.at(-1)?.voices.has(voice) || child.trim() !== '') add(parseInlines(child));
    } else if (child.name === 'Sync') {
      const atMs = parseSeconds(child.attributes.get('time'), child.line, reading);
      voice = 0;
      if (atMs !== null && atMs !== startMs) segments.push({ atMs, voices: voicesAtFirst() });
    } else if (child.name === 'Who') {
      voice = Math.max(0, Number.parseInt(child.attributes.get('nb') ?? '1', 10) - 1 || 0);
      add([]);
    } else add(eventInline(child, reading));
  }
  return segments;
}
