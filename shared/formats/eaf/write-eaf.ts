import type { ExportOptions, TranscriptDocument } from '../format.ts';
import { languageTag, linguistCode } from '../language-tag.ts';
import { mediaType } from '../media-type.ts';
import { type Tier, type TierBeside, tiersBeside, tiersOf, timedTurns } from '../tiers.ts';
import { type XmlNode, xmlFile, xmlNode } from '../write-xml.ts';

const LINGUISTIC_TYPE = 'default-lt';
const TRANSLATION_TYPE = 'translation-lt';

/** The kinds of tiers that hang on others; ELAN wants them declared in every file. */
const CONSTRAINTS = [
  [
    'Time_Subdivision',
    "Time subdivision of parent annotation's time interval, no time gaps allowed within this interval",
  ],
  [
    'Symbolic_Subdivision',
    'Symbolic subdivision of a parent annotation. Annotations refering to the same parent are ordered',
  ],
  ['Symbolic_Association', '1-1 association with a parent annotation'],
  [
    'Included_In',
    "Time alignable annotations within the parent annotation's time interval, gaps are allowed",
  ],
] as const;

/** Returns an EAF 3.0 file. */
export function writeEaf(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const tiers = tiersOf(timedTurns(document, options), options);
  const slots = timeSlots(tiers);
  const beside = tiersBeside(tiers, document, options);
  const besideCount = beside.reduce((count, { turns }) => count + turns.length, 0);
  const language = linguistCode(document.language);
  return xmlFile(
    xmlNode(
      'ANNOTATION_DOCUMENT',
      {
        AUTHOR: 'Minber',
        DATE: new Date().toISOString(),
        FORMAT: '3.0',
        VERSION: '3.0',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:noNamespaceSchemaLocation': 'http://www.mpi.nl/tools/elan/EAFv3.0.xsd',
      },
      [
        header(document, slots.ids.size + besideCount),
        xmlNode('TIME_ORDER', {}, slots.nodes),
        ...tiers.map((tier) => tierNode(tier, slots.ids, language)),
        ...besideNodes(beside, slots.ids),
        xmlNode('LINGUISTIC_TYPE', {
          GRAPHIC_REFERENCES: 'false',
          LINGUISTIC_TYPE_ID: LINGUISTIC_TYPE,
          TIME_ALIGNABLE: 'true',
        }),
        ...(beside.length === 0
          ? []
          : [
              xmlNode('LINGUISTIC_TYPE', {
                CONSTRAINTS: 'Symbolic_Association',
                GRAPHIC_REFERENCES: 'false',
                LINGUISTIC_TYPE_ID: TRANSLATION_TYPE,
                TIME_ALIGNABLE: 'false',
              }),
            ]),
        ...[
          ...new Map(
            [document.language, ...beside.map((tier) => tier.language)].map((tag) => [
              linguistCode(tag),
              tag,
            ]),
          ),
        ].map(([code, tag]) => xmlNode('LANGUAGE', { LANG_ID: code, LANG_LABEL: languageLabel(tag, code) })),
        ...CONSTRAINTS.map(([STEREOTYPE, DESCRIPTION]) => xmlNode('CONSTRAINT', { DESCRIPTION, STEREOTYPE })),
      ],
    ),
  );
}

function header({ title, date, place, media }: TranscriptDocument, annotations: number): XmlNode {
  const descriptor =
    media &&
    xmlNode('MEDIA_DESCRIPTOR', {
      MEDIA_URL: `file:///${media.name}`,
      MIME_TYPE: mediaType(media.name) ?? 'unknown',
      RELATIVE_MEDIA_URL: `./${media.name}`,
    });
  const properties = { title, date: date ?? '', place };
  return xmlNode('HEADER', { MEDIA_FILE: '', TIME_UNITS: 'milliseconds' }, [
    ...(descriptor ? [descriptor] : []),
    ...Object.entries(properties)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => xmlNode('PROPERTY', { NAME: `Minber:${name}` }, [value])),
    xmlNode('PROPERTY', { NAME: 'lastUsedAnnotationId' }, [String(annotations)]),
  ]);
}

interface TimeSlots {
  readonly nodes: readonly XmlNode[];
  /** The slots of the turns' starts and ends, and the number of each turn. */
  readonly ids: ReadonlyMap<Tier['turns'][number], { number: number; start: string; end: string }>;
}

/** Returns two slots of its own for each turn, as ELAN has them, in the order of time. */
function timeSlots(tiers: readonly Tier[]): TimeSlots {
  const turns = tiers.flatMap((tier) => tier.turns);
  const points = turns
    .flatMap((turn) => [
      { turn, end: false, atMs: turn.startMs },
      { turn, end: true, atMs: turn.endMs },
    ])
    .sort((a, b) => a.atMs - b.atMs);
  const ids = new Map(turns.map((turn, index) => [turn, { number: index + 1, start: '', end: '' }]));
  const nodes = points.map(({ turn, end, atMs }, index) => {
    const id = `ts${index + 1}`;
    const ofTurn = ids.get(turn);
    if (ofTurn) ofTurn[end ? 'end' : 'start'] = id;
    return xmlNode('TIME_SLOT', { TIME_SLOT_ID: id, TIME_VALUE: atMs });
  });
  return { nodes, ids };
}

function tierNode({ name, uniqueName, turns }: Tier, ids: TimeSlots['ids'], language: string): XmlNode {
  return xmlNode(
    'TIER',
    {
      LANG_REF: language,
      LINGUISTIC_TYPE_REF: LINGUISTIC_TYPE,
      PARTICIPANT: name === '' ? undefined : name,
      TIER_ID: uniqueName,
    },
    turns.map((turn) => {
      const { number = 0, start = '', end = '' } = ids.get(turn) ?? {};
      const attributes = { ANNOTATION_ID: `a${number}`, TIME_SLOT_REF1: start, TIME_SLOT_REF2: end };
      const value = xmlNode('ANNOTATION_VALUE', {}, turn.text === '' ? [] : [turn.text]);
      return xmlNode('ANNOTATION', {}, [xmlNode('ALIGNABLE_ANNOTATION', attributes, [value])]);
    }),
  );
}

/** Returns the translations as tiers that hang on those of the speakers, an annotation on each that is translated. */
function besideNodes(beside: readonly TierBeside[], ids: TimeSlots['ids']): readonly XmlNode[] {
  let number = ids.size;
  return beside.map(({ of, language, uniqueName, turns }) =>
    xmlNode(
      'TIER',
      {
        LANG_REF: linguistCode(language),
        LINGUISTIC_TYPE_REF: TRANSLATION_TYPE,
        PARENT_REF: of.uniqueName,
        PARTICIPANT: of.name === '' ? undefined : of.name,
        TIER_ID: uniqueName,
      },
      turns.map(({ turn, text }) => {
        number++;
        const attributes = { ANNOTATION_ID: `a${number}`, ANNOTATION_REF: `a${ids.get(turn)?.number ?? 0}` };
        const value = xmlNode('ANNOTATION_VALUE', {}, [text]);
        return xmlNode('ANNOTATION', {}, [xmlNode('REF_ANNOTATION', attributes, [value])]);
      }),
    ),
  );
}

/** As ELAN writes it: `Kazakh (kaz)`. */
function languageLabel(tag: string, code: string): string {
  if (languageTag(tag) === null) return code;
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(tag);
  return name === undefined ? code : `${name} (${code})`;
}
