import { formatTime, parseTime } from '../model/time.ts';
import { joinLines } from './cue-markup.ts';
import { CueParts } from './cue-parts.ts';
import { cuesOf } from './cues.ts';
import { encodeText } from './encoding.ts';
import type { ExportOptions, Format, ImportContext, ImportResult, TranscriptDocument } from './format.ts';
import { oneLine } from './inline-text.ts';
import { Reading } from './reading.ts';

/**
 * Advanced SubStation Alpha as libass reads it (https://github.com/libass/libass/wiki/ASS-File-Format-Guide), and its
 * elder SSA. The speaker is the Name of a line; the Effect, `turn-part`, which players pass over, joins the lines of
 * a turn again. Times are hundredths of a second. Overlaps stay.
 */
export const ass: Format = {
  id: 'ass',
  extensions: ['ass', 'ssa'],
  labelKey: 'format.ass',
  keeps: {
    turnStart: true,
    turnEnd: true,
    wholeTurns: true,
    speakerName: true,
    speakerDetails: false,
    status: false,
    timestamps: true,
    tags: true,
    recordingData: false,
    translations: 'written',
    timeStepMs: 10,
  },
  options: ['speakers', 'inlines', 'language', 'subtitle'],
  recognises: (head) => /^\[Script Info\]/i.test(head),
  read,
  write,
};

/** The style of a translation, which is left out in reading. */
const BESIDE = 'Translation';

const FIELDS = 'Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';
const head = (besideStyle: string) => `ScriptType: v4.00+
PlayResX: 1920
PlayResY: 1080
WrapStyle: 0
ScaledBorderAndShadow: yes

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,56,&H00FFFFFF,&H00FFFFFF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,1,2,96,96,54,1
${besideStyle}
[Events]
Format: ${FIELDS}
`;

const BESIDE_STYLE = `Style: ${BESIDE},Arial,44,&H00D0D0D0,&H00D0D0D0,&H00000000,&H80000000,0,-1,0,0,100,100,0,0,1,3,1,2,96,96,54,1
`;

/** `0:01:02.34`; hundredths. */
const clock = (hundredths: number) =>
  formatTime(hundredths * 10, 'h:mm:ss.mmm')
    .slice(0, -1)
    .replace(/^0/, '');

/** A name ends at a comma; this sign looks like one. */
const COMMA_SIGN = '‚';
/** Keeps a backslash from the letter after it, as ffmpeg does. */
const WORD_JOINER = '\u2060';

const escaped = (line: string) => line.replaceAll('\\', `\\${WORD_JOINER}`).replace(/[{}]/g, '\\$&');

function write(document: TranscriptDocument, options: ExportOptions): Uint8Array {
  const events = cuesOf(document, options, { speakerInText: false, overlap: true }).map(
    ({ startMs, endMs, turn, part, speaker, lines, beside }) => {
      const start = Math.round(startMs / 10);
      const end = Math.max(start + 1, Math.round(endMs / 10));
      const name = speaker.replaceAll(',', COMMA_SIGN);
      const translated = beside.map((each) => `\\N{\\r${BESIDE}}${each.lines.map(escaped).join('\\N')}`);
      const text = lines.map(escaped).join('\\N') + translated.join('');
      return `Dialogue: 0,${clock(start)},${clock(end)},Default,${name},0,0,0,${turn}-${part},${text}\n`;
    },
  );
  return encodeText(
    `[Script Info]\nTitle: ${oneLine(document.title)}\n${head(document.translations ? BESIDE_STYLE : '')}${events.join('')}`,
  );
}

/** Fields of a line of events, by name in lower case. */
type Fields = ReadonlyMap<string, string>;

function read(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const parts = new CueParts();
  let names = fieldNames(FIELDS);
  let section = '';
  let title = '';
  reading.text.split('\n').forEach((line, index) => {
    const header = /^\s*\[([^\]]+)\]\s*$/.exec(line)?.[1];
    if (header !== undefined) section = header.trim().toLowerCase();
    const [, key = '', value = ''] = /^\s*([A-Za-z ]+):\s*(.*)$/.exec(line) ?? [];
    if (section === 'script info' && key === 'Title') title = oneLine(value);
    if (section !== 'events') return;
    if (key === 'Format') names = fieldNames(value);
    else if (key === 'Dialogue') addDialogue(reading, parts, fieldsOf(value, names), index + 1);
    else if (key !== '') reading.warnOnce('unknown-markup', index + 1, `${key}:`);
  });
  if (section === '') return reading.refused();
  parts.addTo(reading);
  return reading.result(title === '' ? {} : { title });
}

const fieldNames = (value: string) => value.split(',').map((name) => name.trim().toLowerCase());

/** The last field, the text, may have commas. */
function fieldsOf(value: string, names: readonly string[]): Fields {
  const values = value.split(',');
  const last = names.length - 1;
  return new Map(
    names.map((name, index) => [name, index < last ? (values[index] ?? '') : values.slice(last).join(',')]),
  );
}

function addDialogue(reading: Reading, parts: CueParts, fields: Fields, line: number): void {
  const time = (name: string) => {
    const written = fields.get(name) ?? '';
    const ms = parseTime(written);
    if (ms === null) reading.warn('bad-time', line, written);
    return ms;
  };
  const name = oneLine((fields.get('name') ?? fields.get('actor') ?? '').replaceAll(COMMA_SIGN, ','));
  parts.add(
    {
      speaker: name === '' ? null : name,
      startMs: time('start'),
      endMs: time('end'),
      text: shownText(fields.get('text') ?? '', reading, line),
      line,
    },
    fields.get('effect') ?? '',
  );
}

/** Returns what a line shows: breaks and escapes in their place, without overrides and what they draw. */
function shownText(text: string, reading: Reading, line: number): string {
  let drawing = false;
  let isBeside = false;
  const shown = text.replace(
    /\\([Nnh{}])|\\\u2060|\{([^}]*)\}|[^\\{]+|[\\{]/g,
    (piece, sign?: string, override?: string) => {
      if (override !== undefined) {
        for (const [, command = ''] of override.matchAll(/\\(\d?[a-zA-Z]+)/g))
          reading.warnOnce('unknown-markup', line, `{\\${command}}`);
        const mode = /\\p(\d)(?![a-z])(?!.*\\p\d)/.exec(override)?.[1];
        if (mode !== undefined) drawing = mode !== '0';
        const style = /\\r([^\\]*)/.exec(override)?.[1];
        if (style !== undefined) isBeside = style === BESIDE;
        return '';
      }
      if (drawing || isBeside) return '';
      if (sign === undefined) return piece.replace(WORD_JOINER, '');
      return { N: '\n', n: ' ', h: '\u00a0' }[sign] ?? sign;
    },
  );
  return joinLines(shown.split('\n'));
}
