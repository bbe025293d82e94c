import { LANGUAGES } from '../../model/language.ts';
import { type Speaker, speakerName } from '../../model/speaker.ts';
import type { ExportOptions, TranscriptDocument } from '../format.ts';
import { oneLine, shownInlines } from '../inline-text.ts';
import { linguistCode } from '../language-tag.ts';
import { type Piece, piecesOf } from '../pieces.ts';
import { type Tier, type TimedTurn, tiersBeside, tiersOf, timedTurns } from '../tiers.ts';
import { type Timeline, timelineOf } from '../timeline.ts';
import { type XmlNode, xmlFile, xmlNode } from '../write-xml.ts';
import { NEW_TURN, SPEAKER_FIELDS } from './vocabulary.ts';

/** Returns an EXMARaLDA basic transcription. */
export function writeExb(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const turns = timedTurns(document, options);
  const pieces = new Map(turns.map((turn) => [turn, piecesOfTurn(turn, options)]));
  const inside = [...pieces.values()].flat().flatMap(({ atMs }) => atMs ?? []);
  const timeline = timelineOf(turns, [0, ...(document.media ? [document.media.durationMs] : []), ...inside]);
  const tiers = tiersOf(turns, options);
  const speakers = [...new Set(tiers.map(speakerOf))];
  const reference = (speaker: Speaker | null) => `SPK${speakers.indexOf(speaker)}`;
  return xmlFile(
    xmlNode('basic-transcription', {}, [
      xmlNode('head', {}, [
        metaInformation(document),
        xmlNode(
          'speakertable',
          {},
          speakers.map((speaker) => speakerNode(speaker, reference(speaker), options)),
        ),
      ]),
      xmlNode('basic-body', {}, [
        xmlNode(
          'common-timeline',
          {},
          timeline.points.map(({ id, atMs }) =>
            xmlNode('tli', { id, time: atMs === null ? undefined : atMs / 1000 }),
          ),
        ),
        ...tiers.map((tier, index) =>
          xmlNode(
            'tier',
            {
              id: `TIE${index}`,
              speaker: reference(speakerOf(tier)),
              category: 'v',
              type: 't',
              'display-name': `${tier.uniqueName} [v]`,
            },
            eventNodes(tier, pieces, timeline),
          ),
        ),
        ...tiersBeside(tiers, document, options).map((tier, index) =>
          xmlNode(
            'tier',
            {
              id: `TIE${tiers.length + index}`,
              speaker: reference(speakerOf(tier.of)),
              category: 'translation',
              type: 'a',
              'display-name': tier.uniqueName,
            },
            tier.turns.map(({ turn, text }) =>
              xmlNode('event', { start: timeline.startOf(turn), end: timeline.endOf(turn) }, [text]),
            ),
          ),
        ),
      ]),
    ]),
  );
}

const speakerOf = ({ turns }: Tier): Speaker | null => turns[0]?.speaker ?? null;

function piecesOfTurn({ turn, startMs, endMs }: TimedTurn, options: ExportOptions): readonly Piece[] {
  const shown = shownInlines(turn.content, { ...options, timeForm: 'h:mm:ss.mmm' });
  return piecesOf(shown, (atMs) => atMs > startMs && atMs < endMs);
}

const information = (name: string, value: string) =>
  value === '' ? [] : [xmlNode('ud-information', { 'attribute-name': name }, [value])];

function metaInformation({ title, date, place, language, media }: TranscriptDocument): XmlNode {
  return xmlNode('meta-information', {}, [
    xmlNode('project-name'),
    xmlNode('transcription-name', {}, [title]),
    xmlNode('referenced-file', { url: media?.name ?? '' }),
    xmlNode('ud-meta-information', {}, [
      ...information('date', date ?? ''),
      ...information('place', place),
      ...information('language', linguistCode(language)),
    ]),
    xmlNode('comment'),
    xmlNode('transcription-convention'),
  ]);
}

function speakerNode(speaker: Speaker | null, id: string, { language }: ExportOptions): XmlNode {
  const details = SPEAKER_FIELDS.flatMap((field) =>
    LANGUAGES.flatMap((each) => information(`${field} (${each})`, oneLine(speaker?.[field][each] ?? ''))),
  );
  return xmlNode('speaker', { id }, [
    xmlNode('abbreviation', {}, [oneLine(speakerName(speaker, language))]),
    xmlNode('sex', { value: 'u' }),
    xmlNode('languages-used'),
    xmlNode('l1'),
    xmlNode('l2'),
    xmlNode('ud-speaker-information', {}, details),
    xmlNode('comment'),
  ]);
}

function eventNodes(
  { turns }: Tier,
  pieces: ReadonlyMap<TimedTurn, readonly Piece[]>,
  timeline: Timeline,
): readonly XmlNode[] {
  return turns.flatMap((turn, index) => {
    const own = pieces.get(turn) ?? [];
    const before = turns[index - 1];
    const followsAtOnce = before !== undefined && timeline.endOf(before) === timeline.startOf(turn);
    return own.map(({ atMs, inlines }, place) => {
      const next = own[place + 1];
      const start = atMs === null ? timeline.startOf(turn) : timeline.at(atMs);
      const end = typeof next?.atMs === 'number' ? timeline.at(next.atMs) : timeline.endOf(turn);
      const text = inlines.map((inline) => inline.text).join('');
      return xmlNode('event', { start, end }, [
        place === 0 ? text : text.trimStart(),
        ...(place === 0 && followsAtOnce
          ? [xmlNode('ud-information', { 'attribute-name': NEW_TURN }, ['true'])]
          : []),
      ]);
    });
  });
}
