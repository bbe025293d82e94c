import { CATALOGUES } from '../../i18n/i18n.ts';
import { longDate } from '../../i18n/local-formats.ts';
import { formatTime } from '../../model/time.ts';
import type { Turn } from '../../model/turn.ts';
import { encodeText } from '../encoding.ts';
import type { ExportOptions, TranscriptDocument } from '../format.ts';
import { oneLine, plainText, shownInlines } from '../inline-text.ts';
import { fieldLabel, type RecordingField } from '../labels.ts';
import { mediaType } from '../media-type.ts';
import { type ShownSpeaker, shownSpeaker, shownSpeakers } from '../write-table.ts';
import { escapeXml } from '../xml.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import { scriptHash } from './script-hash.ts';

/** Returns the bytes of the page. */
export async function writeHtml(document: TranscriptDocument, options: ExportOptions): Promise<Uint8Array> {
  const { language } = options;
  const title = oneLine(document.title);
  const speakerOf = shownSpeakers(document, language);
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src '${await scriptHash(PAGE_SCRIPT)}'`,
    "media-src 'self' file: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Minber">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
${title === '' ? '' : `<h1 dir="auto">${escapeHtml(title)}</h1>\n`}${recordingData(document, options)}${player(document, options)}${options.speakers ? speakerList(document, options) : ''}<main lang="${escapeHtml(document.language)}">
${document.turns.map((turn, index) => turnHtml(turn, index, speakerOf(turn), options)).join('')}</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
  return encodeText(page);
}

/** As XML, but with line ends and tabs as they are. */
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, escapeXml);

function recordingData({ date, place, media }: TranscriptDocument, { language }: ExportOptions): string {
  const fields: readonly (readonly [RecordingField, string])[] = [
    ['date', date === null ? '' : longDate(date, language)],
    ['place', oneLine(place)],
    ['recording', oneLine(media?.name ?? '')],
    ['duration', media ? formatTime(media.durationMs) : ''],
  ];
  const rows = fields
    .filter(([, value]) => value !== '')
    .map(
      ([field, value]) => `<dt>${fieldLabel(field, language)}</dt><dd dir="auto">${escapeHtml(value)}</dd>\n`,
    );
  return rows.length === 0 ? '' : `<dl>\n${rows.join('')}</dl>\n`;
}

/** The recording is looked for beside the page, by its name alone. */
function player({ media }: TranscriptDocument, { language, times }: ExportOptions): string {
  if (!media || !times) return '';
  const words = CATALOGUES[language].format.page;
  const tag = mediaType(media.name)?.startsWith('audio/') ? 'audio' : 'video';
  const source = escapeHtml(encodeURIComponent(plainText(media.name)));
  return `<div class="player">
<${tag} id="media" controls preload="metadata" src="./${source}"></${tag}>
<div id="missing" hidden><p>${escapeHtml(words.missing)}</p><label>${escapeHtml(words.open)} <input id="open" type="file" accept="audio/*,video/*"></label></div>
</div>
`;
}

function speakerList({ speakers, turns }: TranscriptDocument, { language }: ExportOptions): string {
  const speaking = new Set(turns.map(({ speakerId }) => speakerId));
  const items = speakers
    .filter(({ id }) => speaking.has(id))
    .map((speaker) => {
      const shown = shownSpeaker(speaker, language);
      const details = [shown.title, shown.organisation, shown.country]
        .filter((text) => text !== '')
        .join(', ');
      const more = details === '' ? '' : ` <span class="quiet">– ${escapeHtml(details)}</span>`;
      return `<li dir="auto"><span class="speaker">${escapeHtml(shown.speaker)}</span>${more}</li>\n`;
    });
  return items.length === 0
    ? ''
    : `<h2>${escapeHtml(fieldLabel('speakers', language))}</h2>\n<ul>\n${items.join('')}</ul>\n`;
}

const seconds = (ms: number) => String(ms / 1000);
const timeLink = (ms: number, words: string) =>
  `<a href="#" data-at="${seconds(ms)}">${escapeHtml(words)}</a>`;

function turnHtml(turn: Turn, index: number, { speaker }: ShownSpeaker, options: ExportOptions): string {
  const { startMs, endMs } = turn;
  const timed = options.times && startMs !== null;
  const span = timed
    ? ` data-start="${seconds(startMs)}"${endMs === null ? '' : ` data-end="${seconds(endMs)}"`}`
    : '';
  const header = [
    timed ? timeLink(startMs, formatTime(startMs)) : '',
    options.speakers && speaker !== ''
      ? `<span class="speaker" dir="auto">${escapeHtml(speaker)}</span>`
      : '',
  ].join('');
  const words = shownInlines(turn.content, { ...options, timeForm: 'h:mm:ss' })
    .map(({ source, text }) => {
      if (source.type === 'tag') return `<span class="tag">${escapeHtml(text)}</span>`;
      return source.type === 'timestamp' && options.times ? timeLink(source.atMs, text) : escapeHtml(text);
    })
    .join('')
    .trim();
  return `<article class="turn" id="turn${index + 1}"${span}>${header === '' ? '' : `<header>${header}</header>`}${words === '' ? '' : `<p dir="auto">${words}</p>`}</article>\n`;
}
