import { LANGUAGES, type LocalText } from '../../model/language.ts';
import type { Inline } from '../../model/turn.ts';
import type { ImportContext, ImportResult } from '../format.ts';
import { parseInlines } from '../inline-text.ts';
import { isoDate } from '../iso-date.ts';
import { tagByLabel } from '../labels.ts';
import { languageTag } from '../language-tag.ts';
import { addPiece, onOneLine } from '../pieces.ts';
import { Reading, type ReadTurn } from '../reading.ts';
import { parseSeconds } from '../seconds.ts';
import { childrenOf, descendantsOf, readXml, textOf, type XmlElement } from '../xml.ts';
import { NEW_TURN, SPEAKER_FIELDS } from './vocabulary.ts';

interface TimePoint {
  readonly place: number;
  readonly atMs: number | null;
}

interface Event {
  readonly start: TimePoint;
  readonly end: TimePoint;
  readonly text: string;
  readonly beginsTurn: boolean;
  readonly line: number;
}

interface PlacedTurn extends ReadTurn {
  readonly place: number;
}

/**
 * Reads an EXMARaLDA basic transcription. Tiers of type `t` become turns, by start; of those that describe, what is a
 * known sound; all others (annotations, translations) are left out by name.
 */
export function readExb(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const root = readXml(reading);
  if (root?.name !== 'basic-transcription') return reading.refused();
  for (const speaker of descendantsOf(root, 'speaker')) knowSpeaker(speaker, reading);
  const points = readTimeline(root, reading);
  const turns = descendantsOf(root, 'tier').flatMap((tier) => readTier(tier, points, reading));
  turns.sort((a, b) => a.place - b.place);
  for (const { place: _, ...turn } of turns) reading.add(turn);
  return reading.result(recordingData(root));
}

const informationOf = (element: XmlElement, parent: string): ReadonlyMap<string, string> =>
  new Map(
    descendantsOf(element, parent)
      .flatMap((group) => childrenOf(group, 'ud-information'))
      .map((entry) => [entry.attributes.get('attribute-name') ?? '', textOf(entry).trim()]),
  );

function knowSpeaker(speaker: XmlElement, reading: Reading): void {
  const information = informationOf(speaker, 'ud-speaker-information');
  const local = (field: (typeof SPEAKER_FIELDS)[number]): LocalText =>
    Object.fromEntries(
      LANGUAGES.map((language) => [language, information.get(`${field} (${language})`) ?? '']),
    );
  const abbreviation = childrenOf(speaker, 'abbreviation').map(textOf).join('');
  const named = Object.values(local('name')).some((text) => text !== '');
  reading.knowSpeaker(speaker.attributes.get('id') ?? '', {
    name: named ? local('name') : reading.assumedLocal(abbreviation),
    title: local('title'),
    organisation: local('organisation'),
    country: local('country'),
  });
  for (const [key, value] of information) {
    const ours = SPEAKER_FIELDS.some((field) => key.startsWith(`${field} (`));
    if (!ours && value !== '') reading.warnOnce('unknown-markup', speaker.line, key);
  }
}

function readTimeline(root: XmlElement, reading: Reading): ReadonlyMap<string, TimePoint> {
  return new Map(
    descendantsOf(root, 'tli').map(({ attributes, line }, place) => [
      attributes.get('id') ?? '',
      { place, atMs: parseSeconds(attributes.get('time'), line, reading) },
    ]),
  );
}

function readTier(
  tier: XmlElement,
  points: ReadonlyMap<string, TimePoint>,
  reading: Reading,
): readonly PlacedTurn[] {
  const name = tier.attributes.get('display-name') || tier.attributes.get('category') || '';
  const speaker = tier.attributes.get('speaker') ?? null;
  const type = tier.attributes.get('type');
  const events = readEvents(tier, points, reading);
  const facts = { entryCount: events.length, parent: null, usual: type === 't' };
  if (reading.takesTier(name, facts)) return joinEvents(events, speaker, name, reading);
  if (reading.choices.tiers) return [];
  const sounds = type === 'd' ? events.filter(({ text }) => tagByLabel(withoutBrackets(text)) !== null) : [];
  if (sounds.length < events.length) reading.warn('other-tier-left-out', tier.line, name);
  return sounds.map(({ start, end, text, line }) => {
    const tag = tagByLabel(withoutBrackets(text));
    return {
      speaker,
      startMs: start.atMs,
      endMs: end.atMs,
      content: tag ? [{ type: 'tag', tag }] : [],
      line,
      place: start.place,
    };
  });
}

const withoutBrackets = (text: string) => text.trim().replace(/^[[(]+|[\])]+$/g, '');

function readEvents(
  tier: XmlElement,
  points: ReadonlyMap<string, TimePoint>,
  reading: Reading,
): readonly Event[] {
  const events = childrenOf(tier, 'event').map((event): Event => {
    const point = (name: string) => {
      const id = event.attributes.get(name) ?? '';
      const found = points.get(id);
      if (!found) reading.warn('bad-time', event.line, id);
      return found ?? { place: points.size, atMs: null };
    };
    const flags = childrenOf(event, 'ud-information').map(({ attributes }) =>
      attributes.get('attribute-name'),
    );
    return {
      start: point('start'),
      end: point('end'),
      text: event.children.filter((child) => typeof child === 'string').join(''),
      beginsTurn: flags.includes(NEW_TURN),
      line: event.line,
    };
  });
  return events.sort((a, b) => a.start.place - b.start.place);
}

/** Makes one turn of events that follow one another without a gap. */
function joinEvents(
  events: readonly Event[],
  speaker: string | null,
  tierName: string,
  reading: Reading,
): readonly PlacedTurn[] {
  const chains: { first: Event; last: Event; content: Inline[] }[] = [];
  for (const event of events) {
    const chain = chains.at(-1);
    if (chain && !event.beginsTurn && chain.last.end.place === event.start.place) {
      const within = addEvent(chain.content, chain.last, event);
      if (within) reading.warnOnce('time-in-word-left-out', event.line, tierName);
      chain.last = event;
    } else chains.push({ first: event, last: event, content: [...inlinesOf(event.text)] });
  }
  return chains.map(({ first, last, content }) => ({
    speaker,
    startMs: first.start.atMs,
    endMs: last.end.atMs,
    content: onOneLine(content),
    line: first.line,
    place: first.start.place,
  }));
}

/**
 * Puts a timestamp where two events meet between words; a word that they share is made whole. Returns whether that
 * left a time out.
 */
function addEvent(content: Inline[], before: Event, event: Event): boolean {
  const piece = inlinesOf(event.text);
  const { atMs } = event.start;
  const bothSpeak = event.text.trim() !== '' && before.text.trim() !== '';
  const betweenWords = /\s$/.test(before.text) || /^\s/.test(event.text);
  if (atMs !== null && bothSpeak && betweenWords) addPiece(content, atMs, piece);
  else content.push(...piece);
  return atMs !== null && bothSpeak && !betweenWords;
}

/** Sounds stand in double parentheses in the conventions of EXMARaLDA. */
const inlinesOf = (text: string): readonly Inline[] =>
  parseInlines(
    text.replace(/\(\(([^()]{1,60})\)\)/g, (whole, label: string) =>
      tagByLabel(label) === null ? whole : `(${label})`,
    ),
  );

function recordingData(root: XmlElement) {
  const [title = ''] = descendantsOf(root, 'transcription-name').map((element) => textOf(element).trim());
  const information = informationOf(root, 'ud-meta-information');
  const language = languageTag(information.get('language')) ?? commonLanguage(root);
  return {
    ...(title === '' ? {} : { title }),
    date: isoDate(information.get('date')),
    place: information.get('place') ?? '',
    ...(language === null ? {} : { language }),
  };
}

/** Returns the language that all speakers use, if it is but one. */
function commonLanguage(root: XmlElement): string | null {
  const used = descendantsOf(root, 'languages-used')
    .flatMap((group) => childrenOf(group, 'language'))
    .map(({ attributes }) => languageTag(attributes.get('lang')));
  const [language = null, ...others] = new Set(used);
  return others.length > 0 ? null : language;
}
