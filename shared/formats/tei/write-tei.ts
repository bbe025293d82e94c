import { LANGUAGES } from '../../model/language.ts';
import type { Speaker } from '../../model/speaker.ts';
import type { TagKind } from '../../model/turn.ts';
import { type WordsBeside, wordsBeside } from '../beside.ts';
import type { ExportOptions, TranscriptDocument } from '../format.ts';
import { headHashLine } from '../head-hash.ts';
import { oneLine, type ShownInline, shownInlines } from '../inline-text.ts';
import { mediaType } from '../media-type.ts';
import { type TimedTurn, timedTurns } from '../tiers.ts';
import { type Timeline, timelineOf } from '../timeline.ts';
import { type XmlNode, xmlFile, xmlNode } from '../write-xml.ts';

/** A turn that TEI may let last no time at all, with what it shows. */
interface Utterance extends TimedTurn {
  readonly shown: readonly ShownInline[];
  /** Of `shown`: those that become anchors. */
  readonly anchors: ReadonlySet<ShownInline>;
}

/** Returns a TEI file after ISO 24624. */
export function writeTei(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const utterances = timedTurns(document, options).map((turn): Utterance => {
    const shown = shownInlines(turn.turn.content, { ...options, timeForm: 'h:mm:ss.mmm' });
    return { ...turn, endMs: turn.turn.endMs ?? turn.endMs, shown, anchors: anchorsIn(shown) };
  });
  const beside = wordsBeside(document, { ...options, timeForm: 'h:mm:ss.mmm' });
  const anchored = utterances.flatMap(({ anchors }) =>
    [...anchors].flatMap(({ source }) => (source.type === 'timestamp' ? source.atMs : [])),
  );
  const timeline = timelineOf(utterances, [0, ...anchored]);
  const speakers = [...new Set(utterances.flatMap(({ speaker }) => speaker ?? []))];
  const references = new Map(speakers.map((speaker, index) => [speaker, `SPK${index}`]));
  return xmlFile(
    xmlNode('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0' }, [
      header(document, references, headHashLine(document, options.language)),
      xmlNode('text', { 'xml:lang': document.language }, [
        timelineNode(timeline),
        xmlNode(
          'body',
          {},
          utterances.map((utterance, index) => block(utterance, index, timeline, references, beside)),
        ),
      ]),
    ]),
  );
}

function header(
  { title, date, place, media }: TranscriptDocument,
  references: ReadonlyMap<Speaker, string>,
  hash: string,
): XmlNode {
  const type = media && mediaType(media.name)?.startsWith('video/') ? 'video' : 'audio';
  const duration = media === null ? undefined : `PT${media.durationMs / 1000}S`;
  const recording = xmlNode('recording', { type, dur: duration }, [
    ...(date === null ? [] : [xmlNode('date', { when: date })]),
    ...(media === null
      ? []
      : [xmlNode('media', { mimeType: mediaType(media.name) ?? `${type}/*`, url: encodeURI(media.name) })]),
  ]);
  const persons = [...references].map(([speaker, reference]) => person(speaker, reference));
  const settings = place === '' ? [] : [xmlNode('place', {}, [xmlNode('placeName', {}, [place])])];
  return xmlNode('teiHeader', {}, [
    xmlNode('fileDesc', {}, [
      xmlNode('titleStmt', {}, [xmlNode('title', {}, [title])]),
      xmlNode('publicationStmt', {}, [xmlNode('p', {}, hash === '' ? [] : [hash])]),
      xmlNode('sourceDesc', {}, [xmlNode('recordingStmt', {}, [recording])]),
    ]),
    xmlNode('profileDesc', {}, [
      ...(persons.length === 0 ? [] : [xmlNode('particDesc', {}, persons)]),
      ...(settings.length === 0 ? [] : [xmlNode('settingDesc', {}, settings)]),
    ]),
  ]);
}

function person({ name, title, organisation, country }: Speaker, reference: string): XmlNode {
  const inEach = (of: (language: (typeof LANGUAGES)[number]) => readonly XmlNode[], tag: string) =>
    LANGUAGES.flatMap((language) => {
      const children = of(language);
      return children.length === 0 ? [] : [xmlNode(tag, { 'xml:lang': language }, children)];
    });
  const text = (words: string | undefined) => {
    const line = oneLine(words ?? '');
    return line === '' ? [] : [line];
  };
  const words = (texts: Speaker['name'], tag: string) =>
    LANGUAGES.flatMap((language) =>
      text(texts[language]).map((line) => xmlNode(tag, { 'xml:lang': language }, [line])),
    );
  return xmlNode('person', { 'xml:id': reference }, [
    ...words(name, 'persName'),
    ...words(title, 'occupation'),
    ...inEach(
      (language) => [
        ...text(organisation[language]).map((line) => xmlNode('orgName', {}, [line])),
        ...text(country[language]).map((line) => xmlNode('country', {}, [line])),
      ],
      'affiliation',
    ),
  ]);
}

function timelineNode({ points }: Timeline): XmlNode {
  const [origin, ...others] = points;
  const since = `#${origin?.id ?? 'T0'}`;
  return xmlNode('timeline', { unit: 's', origin: since }, [
    xmlNode('when', { 'xml:id': origin?.id ?? 'T0' }),
    ...others.map(({ id, atMs }) =>
      xmlNode('when', { 'xml:id': id, ...(atMs === null ? {} : { interval: atMs / 1000, since }) }),
    ),
  ]);
}

function block(
  utterance: Utterance,
  index: number,
  timeline: Timeline,
  references: ReadonlyMap<Speaker, string>,
  beside: readonly WordsBeside[],
): XmlNode {
  const number = index + 1;
  const span = { from: `#${timeline.startOf(utterance)}`, to: `#${timeline.endOf(utterance)}` };
  const reference = utterance.speaker && references.get(utterance.speaker);
  return xmlNode(
    'annotationBlock',
    {
      'xml:id': `ab${number}`,
      who: reference ? `#${reference}` : undefined,
      start: `#${timeline.startOf(utterance)}`,
      end: `#${timeline.endOf(utterance)}`,
    },
    [
      xmlNode(
        'u',
        { 'xml:id': `u${number}`, 'xml:space': 'preserve' },
        utterance.shown.map((inline) => {
          const { source, text } = inline;
          if (source.type === 'tag') return sound(source.tag, text.slice(1, -1));
          if (source.type === 'timestamp' && utterance.anchors.has(inline))
            return xmlNode('anchor', { synch: `#${timeline.at(source.atMs)}` });
          return text;
        }),
      ),
      ...beside.flatMap(({ language, label, texts }) => {
        const text = texts[index] ?? '';
        if (text === '') return [];
        const attributes = { type: 'translation', n: label, 'xml:lang': language };
        return [xmlNode('spanGrp', attributes, [xmlNode('span', span, [text])])];
      }),
    ],
  );
}

/** Returns the timestamps between words: one before all or after them would tell where the utterance begins or ends. */
function anchorsIn(shown: readonly ShownInline[]): ReadonlySet<ShownInline> {
  const said = shown.map(({ type, text }) => type !== 'timestamp' && text.trim() !== '');
  const first = said.indexOf(true);
  const last = said.lastIndexOf(true);
  return new Set(shown.filter(({ type }, index) => type === 'timestamp' && index > first && index < last));
}

function sound(tag: TagKind, label: string): XmlNode {
  if (tag === 'inaudible') return xmlNode('gap', { reason: 'inaudible' });
  return xmlNode(tag === 'laughter' ? 'vocal' : 'incident', {}, [xmlNode('desc', {}, [label])]);
}
