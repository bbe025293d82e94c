import { session } from './session.mjs';

export const WIDTH = 960;
export const HEIGHT = 540;

const SERIF = 'DejaVu Serif';
const SANS = 'DejaVu Sans';

/** Twelve quiet coats, one for each speaker's tint. */
const COATS = [
  '#2f7f86',
  '#6b7fb0',
  '#8a6f9c',
  '#9c6f63',
  '#7d8a4f',
  '#b08a4a',
  '#5f6f86',
  '#55937a',
  '#a0707f',
  '#4f6b9c',
  '#7a7a7a',
  '#946a3f',
];

/** Returns the card shown before the session: the forum's name in three languages. */
export function titleCard() {
  return page(`
    ${text(96, 214, 46, session.forum.kk, { family: SERIF, weight: 700 })}
    ${text(96, 262, 28, session.theme.kk, { family: SERIF, fill: '#b9d9d6' })}
    <rect x="96" y="292" width="72" height="3" fill="#d9b36a"/>
    ${text(96, 334, 18, `${session.forum.ru} · ${session.theme.ru}`, { fill: '#b9d9d6' })}
    ${text(96, 362, 18, `${session.forum.en} · ${session.theme.en}`, { fill: '#b9d9d6' })}
    ${text(96, 412, 16, session.line, { fill: '#8fb5b3' })}`);
}

/** Returns the card shown while a speaker has the floor: a figure at the rostrum and the speaker's name. */
export function speakerCard(speaker, language) {
  const { kk: name } = speaker.name;
  const post = `${speaker.title.kk}, ${speaker.organisation.kk}`;
  return page(`
    ${text(40, 48, 17, session.forum.kk, { fill: '#b9d9d6', weight: 700 })}
    ${text(40, 72, 14, session.theme.kk, { fill: '#8fb5b3' })}
    <g transform="translate(480 0)">
      <circle cx="0" cy="166" r="47" fill="#e8d9c5"/>
      <path d="M-108 330 C-108 250 -56 226 0 226 C56 226 108 250 108 330 Z" fill="${COATS[speaker.colour]}"/>
      <path d="M0 244 L0 318" stroke="#0e3238" stroke-width="2" opacity=".35"/>
      <path d="M-150 302 H150 L134 392 H-134 Z" fill="#6f5238"/>
      <path d="M-150 302 H150 L147 316 H-147 Z" fill="#8c6a4a"/>
      <path d="M26 302 V262" stroke="#10262a" stroke-width="3"/>
      <circle cx="26" cy="256" r="7" fill="#10262a"/>
      ${wave(0, 352, 44, '#d9b36a', 1)}
    </g>
    <rect x="0" y="392" width="${WIDTH}" height="148" fill="#f4f1ea"/>
    <rect x="0" y="392" width="8" height="148" fill="${COATS[speaker.colour]}"/>
    ${text(40, 440, 31, name, { family: SERIF, fill: '#12292d', weight: 700 })}
    ${text(40, 473, 18, post, { fill: '#36545a' })}
    ${text(40, 503, 18, speaker.country.kk, { fill: '#5d777c' })}
    <rect x="874" y="412" width="46" height="28" rx="6" fill="#dfe7e4"/>
    ${text(897, 432, 15, language.toUpperCase(), { fill: '#2b5a5f', weight: 700, anchor: 'middle' })}`);
}

function page(inside) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#0f3b42"/>
    ${wave(480, 452, 520, '#2c6168', 2)}${wave(480, 480, 520, '#255860', 2)}${wave(480, 508, 520, '#1f5058', 2)}
    ${inside}
  </svg>`;
}

/** A line of water, `half` wide to either side of its middle. */
function wave(x, y, half, stroke, width) {
  const step = half / 4;
  const crest = `q ${step / 2} ${-step / 3} ${step} 0 q ${step / 2} ${step / 3} ${step} 0 `;
  return `<path d="M ${x - half} ${y} ${crest.repeat(4)}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;
}

function text(x, y, size, words, { family = SANS, fill = '#f4f1ea', weight = 400, anchor = 'start' } = {}) {
  const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x}" y="${y}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped}</text>`;
}
