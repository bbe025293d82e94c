import type { Inline } from '../../model/turn.ts';
import type { ImportContext, ImportResult } from '../format.ts';
import { parseInlines } from '../inline-text.ts';
import { languageTag } from '../language-tag.ts';
import { onOneLine, withPiece } from '../pieces.ts';
import { Reading } from '../reading.ts';
import { parseSeconds } from '../seconds.ts';
import { childrenOf, descendantsOf, isElement, readXml, type XmlElement } from '../xml.ts';
import { eventInline } from './events.ts';

/** A turn that may go on in the next one of the file. */
interface Draft {
  readonly speaker: string | null;
  readonly startMs: number | null;
  endMs: number | null;
  content: readonly Inline[];
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
  const date = episode?.attributes.get('air_date')?.trim() ?? '';
  const language = languageTag(root.attributes.get('xml:lang'));
  return {
    ...(title ? { title } : {}),
    date: /^\d{4}-\d\d-\d\d$/.test(date) ? date : null,
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
  const begin = (voice: number, startMs: number | null, content: readonly Inline[]) => {
    const draft: Draft = { speaker: speakers[voice] ?? null, startMs, endMs, content, line: turn.line };
    drafts.push(draft);
    return draft;
  };
  const speak = (voice: number, atMs: number | null, content: readonly Inline[]) => {
    const own = spoken.get(voice);
    if (content.length > 0) {
      if (!own) return begin(voice, atMs, content);
      own.content = atMs === null ? [...own.content, ...content] : withPiece(own.content, atMs, content);
      return own;
    }
    const speaker = speakers[voice];
    if (own || speaker === undefined) return own;
    const taken = new Set(spoken.values());
    const goesOn = before.find(
      (draft) => draft.speaker === speaker && draft.endMs === atMs && !taken.has(draft),
    );
    return goesOn ?? begin(voice, atMs, content);
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
    voices?.set(voice, [...(voices.get(voice) ?? []), ...inlines]);
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
