import { formatTime } from '../../model/time.ts';
import { type Cue, cuesOf } from '../cues.ts';
import type { ExportOptions, TranscriptDocument } from '../format.ts';
import { oneLine } from '../inline-text.ts';
import { type XmlNode, xmlFile, xmlNode } from '../write-xml.ts';
import { BESIDE_ROLE } from './vocabulary.ts';

const NAMESPACES = {
  xmlns: 'http://www.w3.org/ns/ttml',
  'xmlns:ttm': 'http://www.w3.org/ns/ttml#metadata',
  'xmlns:ttp': 'http://www.w3.org/ns/ttml#parameter',
  'xmlns:tts': 'http://www.w3.org/ns/ttml#styling',
};

/** White letters on a dark band, low and centred, as players show subtitles. */
const STYLE = xmlNode('style', {
  'xml:id': 'subtitle',
  'tts:fontFamily': 'proportionalSansSerif',
  'tts:fontSize': '100%',
  'tts:textAlign': 'center',
  'tts:color': '#FFFFFF',
  'tts:backgroundColor': '#000000C0',
});
const REGION = xmlNode('region', {
  'xml:id': 'bottom',
  'tts:origin': '10% 75%',
  'tts:extent': '80% 20%',
  'tts:displayAlign': 'after',
  'tts:showBackground': 'whenActive',
});

/** Returns the bytes of a TTML file. */
export function writeTtml(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const cues = cuesOf(document, options, { speakerInText: false, overlap: true });
  const agents = agentIds(cues);
  const title = oneLine(document.title);
  const metadata = [
    ...(title === '' ? [] : [xmlNode('ttm:title', {}, [title])]),
    ...[...agents].map(([name, id]) =>
      xmlNode('ttm:agent', { 'xml:id': id, type: 'person' }, [xmlNode('ttm:name', { type: 'full' }, [name])]),
    ),
  ];
  const paragraphs = cues.map((cue) => paragraph(cue, agents.get(cue.speaker)));
  return xmlFile(
    xmlNode(
      'tt',
      {
        ...NAMESPACES,
        'xml:lang': document.language,
        'ttp:timeBase': 'media',
        'ttp:contentProfiles': 'http://www.w3.org/ns/ttml/profile/imsc1.1/text',
      },
      [
        xmlNode('head', {}, [
          ...(metadata.length > 0 ? [xmlNode('metadata', {}, metadata)] : []),
          xmlNode('styling', {}, [STYLE]),
          xmlNode('layout', {}, [REGION]),
        ]),
        xmlNode('body', { region: 'bottom', style: 'subtitle' }, [xmlNode('div', {}, paragraphs)]),
      ],
    ),
  );
}

function agentIds(cues: readonly Cue[]): ReadonlyMap<string, string> {
  const names = new Set(cues.map(({ speaker }) => speaker).filter((speaker) => speaker !== ''));
  return new Map([...names].map((name, index) => [name, `speaker${index + 1}`]));
}

const clock = (ms: number) => formatTime(ms, 'h:mm:ss.mmm');

const broken = (lines: readonly string[]): readonly (XmlNode | string)[] =>
  lines.flatMap((line, index) => (index > 0 ? [xmlNode('br'), line] : [line]));

const paragraph = ({ turn, part, startMs, endMs, lines, beside }: Cue, agent: string | undefined): XmlNode =>
  xmlNode(
    'p',
    {
      'xml:id': `turn${turn}-${part}`,
      begin: clock(startMs),
      end: clock(endMs),
      'ttm:agent': agent,
    },
    [
      ...broken(lines),
      ...beside.flatMap((each) => [
        xmlNode('br'),
        xmlNode('span', { 'xml:lang': each.language, 'ttm:role': BESIDE_ROLE }, broken(each.lines)),
      ]),
    ],
  );
