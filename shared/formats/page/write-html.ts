import { CATALOGUES } from '../../i18n/i18n.ts';
import { formatTime } from '../../model/time.ts';
import type { Inline, Turn } from '../../model/turn.ts';
import { type TextBeside, textsBeside } from '../beside.ts';
import { recordingFields, speakingSpeakers } from '../document-head.ts';
import { encodeText } from '../encoding.ts';
import type { ExportOptions, TranscriptDocument } from '../format.ts';
import { oneLine, plainText, shownInlines } from '../inline-text.ts';
import { fieldLabel } from '../labels.ts';
import { mediaType } from '../media-type.ts';
import type { WriteSources } from '../write-sources.ts';
import { type ShownSpeaker, shownSpeakers } from '../write-table.ts';
import { escapeXml } from '../xml.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import { scriptHash } from './script-hash.ts';

/** Returns the bytes of the page. */
export async function writeHtml(
  document: TranscriptDocument,
  options: ExportOptions,
  sources: WriteSources,
): Promise<Uint8Array> {
  const { language } = options;
  const title = oneLine(document.title);
  const speakerOf = shownSpeakers(document, language);
  const beside = textsBeside(document);
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
${title === '' ? '' : `<h1 dir="auto">${escapeHtml(title)}</h1>\n`}${recordingData(document, options)}${await player(document, options, sources)}${options.speakers ? speakerList(document, options) : ''}<main lang="${escapeHtml(document.language)}">
${document.turns.map((turn, index) => turnHtml(turn, index, speakerOf(turn), options, besideHtml(beside, index, options))).join('')}</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
  return encodeText(page);
}

/** As XML, but with line ends and tabs as they are. */
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, escapeXml);

function recordingData(document: TranscriptDocument, { language }: ExportOptions): string {
  const rows = recordingFields(document, language).map(
    ([label, value]) => `<dt>${escapeHtml(label)}</dt><dd dir="auto">${escapeHtml(value)}</dd>\n`,
  );
  return rows.length === 0 ? '' : `<dl>\n${rows.join('')}</dl>\n`;
}

/**
 * The recording is looked for beside the page, by its name alone, unless the page holds it: then in base64, in an element
 * that no browser runs or shows.
 */
async function player(
  { media }: TranscriptDocument,
  { language, times, media: place }: ExportOptions,
  sources: WriteSources,
): Promise<string> {
  if (!media || !times) return '';
  const words = CATALOGUES[language].format.page;
  const type = mediaType(media.name);
  const tag = type?.startsWith('audio/') ? 'audio' : 'video';
  const held = place === 'embedded' ? await sources.media() : null;
  const source = escapeHtml(encodeURIComponent(plainText(media.name)));
  const where = held === null ? ` src="./${source}"` : '';
  const data =
    held === null ? '' : `<script id="recording" type="application/octet-stream">${held}</script>\n`;
  return `<div class="player">
<${tag} id="media" controls preload="metadata"${where}${held === null || type === null ? '' : ` data-type="${type}"`}></${tag}>
<div id="missing" hidden><p>${escapeHtml(words.missing)}</p><label>${escapeHtml(words.open)} <input id="open" type="file" accept="audio/*,video/*"></label></div>
</div>
${data}`;
}

function speakerList(document: TranscriptDocument, { language }: ExportOptions): string {
  const items = speakingSpeakers(document, language).map(({ name, details }) => {
    const more = details === '' ? '' : ` <span class="quiet">– ${escapeHtml(details)}</span>`;
    return `<li dir="auto"><span class="speaker">${escapeHtml(name)}</span>${more}</li>\n`;
  });
  return items.length === 0
    ? ''
    : `<h2>${escapeHtml(fieldLabel('speakers', language))}</h2>\n<ul>\n${items.join('')}</ul>\n`;
}

const seconds = (ms: number) => String(ms / 1000);
const timeLink = (ms: number, words: string) =>
  `<a href="#" data-at="${seconds(ms)}">${escapeHtml(words)}</a>`;

function turnHtml(
  turn: Turn,
  index: number,
  { speaker }: ShownSpeaker,
  options: ExportOptions,
  beside: string,
): string {
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
  const words = wordsHtml(turn.content, options);
  const own = words === '' && beside === '' ? '' : `<p dir="auto">${words}</p>`;
  const texts = beside === '' ? own : `<div class="texts">${own}${beside}</div>`;
  return `<article class="turn" id="turn${index + 1}"${span}>${header === '' ? '' : `<header>${header}</header>`}${texts}</article>\n`;
}

/** Returns the translations of a turn, '' where there are none. */
function besideHtml(beside: readonly TextBeside[], index: number, options: ExportOptions): string {
  return beside
    .map(({ language, contents }) => {
      const words = wordsHtml(contents[index] ?? [], options);
      return `<p lang="${escapeHtml(language)}" dir="auto">${words}</p>`;
    })
    .join('');
}

function wordsHtml(content: readonly Inline[], options: ExportOptions): string {
  return shownInlines(content, { ...options, timeForm: 'h:mm:ss' })
    .map(({ source, text }) => {
      if (source.type === 'tag') return `<span class="tag">${escapeHtml(text)}</span>`;
      return source.type === 'timestamp' && options.times ? timeLink(source.atMs, text) : escapeHtml(text);
    })
    .join('')
    .trim();
}
