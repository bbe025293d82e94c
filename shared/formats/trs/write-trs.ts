import type { SpeakerId } from '../../model/ids.ts';
import { speakerName } from '../../model/speaker.ts';
import type { ExportOptions, TranscriptDocument } from '../format.ts';
import { oneLine, type ShownInline, shownInlines } from '../inline-text.ts';
import { type Piece, piecesOf } from '../pieces.ts';
import { type TimedTurn, timedTurns } from '../tiers.ts';
import { type XmlNode, xmlFile, xmlNode } from '../write-xml.ts';

/** The reference under which nobody in particular speaks over somebody. */
const NOBODY = 'spk0';

/** A turn with its words cut at the timestamps that become `Sync`. */
interface Voice extends TimedTurn {
  readonly pieces: readonly Piece[];
  readonly reference: string;
}

/** Returns a Transcriber file. */
export function writeTrs(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const timed = timedTurns(document, options).filter(({ text, speaker }) => speaker || text.trim() !== '');
  const references = speakerReferences(timed);
  const edges = timed.flatMap(({ startMs, endMs }) => [startMs, endMs]);
  const endMs = edges.reduce((last, ms) => Math.max(last, ms), document.media?.durationMs ?? 0);
  const boundaries = [...new Set([0, ...edges, endMs])].sort((a, b) => a - b);
  const atBoundary = new Set(boundaries);
  const over = overOneself(timed);
  const voices = timed.map((turn) => ({
    ...turn,
    reference: turn.speaker ? (references.get(turn.speaker.id) ?? NOBODY) : NOBODY,
    pieces: piecesOf(
      shownInlines(turn.turn.content, { ...options, timeForm: 'h:mm:ss.mmm' }),
      (atMs) => atMs > turn.startMs && atMs < turn.endMs && !atBoundary.has(atMs) && !over.has(turn),
    ),
  }));
  const times = { startTime: '0', endTime: seconds(endMs) };
  return xmlFile(
    xmlNode('Trans', attributesOf(document), [
      xmlNode('Speakers', {}, speakerNodes(timed, references, options)),
      xmlNode('Episode', { program: document.title, air_date: document.date ?? undefined }, [
        xmlNode('Section', { type: 'report', ...times }, turnNodes(voices, boundaries)),
      ]),
    ]),
    '<!DOCTYPE Trans SYSTEM "trans-14.dtd">\n',
  );
}

/** Transcriber names the media without extension. */
const attributesOf = ({ media, language }: TranscriptDocument) => ({
  audio_filename: media?.name.replace(/\.[^.]*$/, ''),
  'xml:lang': language,
  version: 1,
});

/** Returns the turns during which their speaker has another: nothing tells there which of the two goes on. */
function overOneself(turns: readonly TimedTurn[]): ReadonlySet<TimedTurn> {
  const over = new Set<TimedTurn>();
  const longest = new Map<TimedTurn['speaker'], TimedTurn>();
  for (const turn of [...turns].sort((a, b) => a.startMs - b.startMs)) {
    const before = longest.get(turn.speaker);
    if (before && turn.startMs < before.endMs) over.add(before).add(turn);
    if (!before || turn.endMs > before.endMs) longest.set(turn.speaker, turn);
  }
  return over;
}

/** Returns `spk1`, `spk2` and so on, in the order in which people speak. */
function speakerReferences(turns: readonly TimedTurn[]): ReadonlyMap<SpeakerId, string> {
  const references = new Map<SpeakerId, string>();
  for (const { speaker } of turns)
    if (speaker && !references.has(speaker.id)) references.set(speaker.id, `spk${references.size + 1}`);
  return references;
}

function speakerNodes(
  turns: readonly TimedTurn[],
  references: ReadonlyMap<SpeakerId, string>,
  { language }: ExportOptions,
): readonly XmlNode[] {
  const speakers = new Map(turns.flatMap(({ speaker }) => (speaker ? [[speaker.id, speaker]] : [])));
  const named = [...references].map(([id, reference]) =>
    xmlNode('Speaker', {
      id: reference,
      name: oneLine(speakerName(speakers.get(id) ?? null, language)),
      check: 'no',
      scope: 'local',
    }),
  );
  const nobody = xmlNode('Speaker', { id: NOBODY, name: '' });
  return turns.some(({ speaker }) => !speaker) ? [...named, nobody] : named;
}

/** Returns a turn for each stretch between two boundaries, with all who speak in it. */
function turnNodes(voices: readonly Voice[], boundaries: readonly number[]): readonly XmlNode[] {
  const waiting = [...voices].sort((a, b) => a.startMs - b.startMs);
  let next = 0;
  let active: Voice[] = [];
  return boundaries.slice(0, -1).map((startMs, index) => {
    active = active.filter((voice) => voice.endMs > startMs);
    for (let voice = waiting[next]; voice && voice.startMs <= startMs; voice = waiting[++next])
      active.push(voice);
    return turnNode(active, startMs, boundaries[index + 1] ?? startMs);
  });
}

function turnNode(voices: readonly Voice[], startMs: number, endMs: number): XmlNode {
  const [only] = voices;
  const alone = voices.length < 2;
  const whole = only?.startMs === startMs && only.endMs === endMs;
  const nobody = !only || (alone && whole && only.reference === NOBODY);
  const moments = voices.flatMap(({ pieces }) =>
    pieces.flatMap(({ atMs }) => (atMs !== null && atMs > startMs && atMs < endMs ? [atMs] : [])),
  );
  const synced = [startMs, ...[...new Set(moments)].sort((a, b) => a - b)];
  const content = synced.flatMap((atMs) => [
    '\n',
    xmlNode('Sync', { time: seconds(atMs) }),
    ...voices.flatMap((voice, index) => [
      ...(alone ? [] : ['\n', xmlNode('Who', { nb: index + 1 })]),
      '\n',
      ...(pieceAt(voice, atMs)?.inlines ?? []).map(inlineNode),
    ]),
  ]);
  return xmlNode(
    'Turn',
    {
      speaker: nobody ? undefined : voices.map(({ reference }) => reference).join(' '),
      startTime: seconds(startMs),
      endTime: seconds(endMs),
    },
    [...content, '\n'],
  );
}

const pieceAt = ({ pieces, startMs }: Voice, atMs: number) =>
  pieces.find((piece) => (piece.atMs ?? startMs) === atMs);

const inlineNode = ({ type, text }: ShownInline) =>
  type === 'tag'
    ? xmlNode('Event', { desc: text.slice(1, -1), type: 'noise', extent: 'instantaneous' })
    : text;

const seconds = (ms: number) => (ms === 0 ? '0' : (ms / 1000).toFixed(3));
