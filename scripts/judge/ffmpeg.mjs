import { execFileSync } from 'node:child_process';
import { cuesOf } from '../../shared/formats/cues.ts';

/** Formats as ffmpeg has them: whether the name stands in the text, and how exact its times are. */
export const FFMPEG_READS = {
  srt: { speakerInText: true, overlap: false, stepMs: 1, clean: (text) => text.replaceAll('-->', '→') },
  vtt: { speakerInText: false, overlap: true, stepMs: 1 },
  ass: { speakerInText: false, overlap: true, stepMs: 10 },
};

const ffmpeg = (...args) =>
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });

/** Letters and digits, without the one tag in the documents that SubRip's readers know and cannot be told to show. */
export const letters = (text) =>
  text
    .replace(/<v\s+Name>/g, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '');

const TIME = /^\d+\n(\d+):(\d\d):(\d\d),(\d{3}) --> (\d+):(\d\d):(\d\d),(\d{3})\n?/;

/** Returns the cues of a SubRip file. The parsers of npm pass over a line that begins with NOTE. */
export function srtCues(text) {
  const blocks = text.replaceAll('\r', '').split(/\n\n+(?=\d+\n\d+:\d\d:\d\d,\d{3} --> )/);
  return blocks.flatMap((block) => {
    const match = TIME.exec(block);
    if (!match) return [];
    const [h1, m1, s1, f1, h2, m2, s2, f2] = match.slice(1).map(Number);
    const words = letters(block.slice(match[0].length));
    return [
      {
        startMs: ((h1 * 60 + m1) * 60 + s1) * 1000 + f1,
        endMs: ((h2 * 60 + m2) * 60 + s2) * 1000 + f2,
        words,
      },
    ];
  });
}

const byStart = (a, b) => a.startMs - b.startMs || a.endMs - b.endMs || (a.words < b.words ? -1 : 1);

/** Returns what ffmpeg finds otherwise in a file than it was written, or null. */
export function ffmpegFault(path, id, document, options) {
  // SubRip cannot escape markup in a name; and in WebVTT, where it is escaped, ffmpeg ends the tag at it, which the
  // W3C's parser does not.
  const signs = document.speakers.some(({ name }) => /[<>&]/.test(Object.values(name).join('')));
  if (signs && id !== 'ass') return null;
  const { stepMs, ...manner } = FFMPEG_READS[id];
  const step = (ms) => Math.round(ms / stepMs) * stepMs;
  const expected = cuesOf(document, options, manner)
    .map(({ startMs, endMs, lines }) => ({
      startMs: step(startMs),
      endMs: Math.max(step(startMs) + stepMs, step(endMs)),
      words: letters(lines.join(' ')),
    }))
    .filter(({ words }) => words !== '');
  if (expected.length === 0) return null;
  const found = srtCues(ffmpeg('-i', path, '-c:s', 'text', '-f', 'srt', '-')).filter(
    ({ words }) => words !== '',
  );
  const [wanted, got] = [expected, found].map((cues) => JSON.stringify([...cues].sort(byStart)));
  return wanted === got ? null : `expected ${wanted}\nbut got ${got}`;
}

/** Has ffmpeg make TTML of a SubRip file, and returns where; it reads none. */
export function ffmpegTtml(srt) {
  const path = `${srt}.ttml`;
  ffmpeg('-i', srt, '-c:s', 'ttml', path);
  return path;
}
