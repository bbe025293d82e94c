import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { formatById } from '../../shared/formats/registry.ts';
import { documents } from '../../shared/formats/testing/documents.ts';
import { SESSION } from '../../shared/formats/testing/session.ts';
import { testSources } from '../../shared/formats/testing/test-sources.ts';
import { FFMPEG_READS, ffmpegFault, ffmpegTtml, srtCues } from './ffmpeg.mjs';
import { judgeOffice } from './judge-office.mjs';
import { popplerFault } from './poppler.mjs';
import { praatIntervals, praatRewrites } from './praat.mjs';

const TRANSCRIBER_DTD = '/etc/transcriber/trans-14.dtd';
/** Packages that bring no command of their own, by a file of theirs. */
const PACKAGE_FILES = {
  transcriber: TRANSCRIBER_DTD,
  'libreoffice-writer-nogui': '/usr/lib/libreoffice/program/libswlo.so',
  'libreoffice-calc-nogui': '/usr/lib/libreoffice/program/libsclo.so',
};
const SEED = 7;
const DOCUMENTS = 40;
const OFFICE_DOCUMENTS = 20;

installMissing();
const folder = mkdtempSync(join(tmpdir(), 'minber-judge-'));
const shapes = [{}, { timesSet: true, crowded: true }];
const samples = [
  SESSION,
  ...shapes.flatMap((shape) => fc.sample(documents(shape), { seed: SEED, numRuns: DOCUMENTS / 2 })),
];
let failed = 0;
try {
  for (const [name, judge] of Object.entries({
    'TextGrid, read by Praat': judgeTextGrid,
    'TextGrid, written by Praat': judgeRewritten,
    'Transcriber, by its document type': (document) =>
      validates('trs', document, ['--dtdvalid', TRANSCRIBER_DTD]),
    'EAF, by libxml2': (document) => validates('eaf', document),
    'EXMARaLDA, by libxml2': (document) => validates('exb', document),
    'TEI, by libxml2': (document) => validates('tei', document),
    'TTML, by libxml2': (document) => validates('ttml', document),
    'FCPXML, by libxml2': (document) => validates('fcpxml', document),
    'TTML, written by ffmpeg': judgeFfmpegTtml,
    'PDF, read by poppler': judgePdf,
    ...Object.fromEntries(
      Object.keys(FFMPEG_READS).map((id) => [
        `${id.toUpperCase()}, read by ffmpeg`,
        async (document) => ffmpegFault(await writtenAs(id, document), id, document, DEFAULT_EXPORT_OPTIONS),
      ]),
    ),
  }))
    await judgeAll(name, judge);
  failed += await judgeOffice(folder, samples.slice(0, OFFICE_DOCUMENTS));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;

async function judgeAll(name, judge) {
  let faults = 0;
  for (const [index, document] of samples.entries()) {
    try {
      const fault = await judge(document);
      if (!fault) continue;
      throw new Error(fault);
    } catch (error) {
      faults++;
      if (faults <= 3) console.log(`  ${name}, document ${index}: ${error.message.slice(0, 1500)}`);
    }
  }
  console.log(`${name}: ${samples.length - faults} of ${samples.length} documents sound`);
  failed += faults;
}

async function judgePdf(document) {
  const warnings = [];
  const path = join(folder, 'judged.pdf');
  const sources = testSources({ warnings });
  writeFileSync(path, await formatById('pdf').write(document, DEFAULT_EXPORT_OPTIONS, sources));
  return popplerFault(path, document, new Set(warnings.flatMap(({ excerpt }) => excerpt.split(' '))));
}

async function writtenAs(id, document) {
  const path = join(folder, `judged.${id}`);
  writeFileSync(path, await formatById(id).write(document, DEFAULT_EXPORT_OPTIONS, testSources()));
  return path;
}

async function readAs(id, path) {
  const { document } = await formatById(id).read(readFileSync(path), { fileName: 'x', language: 'kk' });
  return (document?.turns ?? []).map(({ startMs, endMs, content, speakerId }) => ({
    startMs,
    endMs,
    content,
    speaker: document.speakers.find(({ id: each }) => each === speakerId)?.name,
  }));
}

function difference(expected, actual) {
  const [wanted, got] = [expected, actual].map((each) => JSON.stringify(each));
  return wanted === got ? null : `expected ${wanted}\nbut got ${got}`;
}

/** Praat must find in each tier the intervals that the file was written from, without a gap. */
async function judgeTextGrid(document) {
  const path = await writtenAs('textgrid', document);
  const intervals = praatIntervals(folder, path);
  for (const [index, { tier, startMs, endMs }] of intervals.entries()) {
    const before = intervals[index - 1];
    if (before?.tier === tier ? before.endMs !== startMs : startMs !== 0)
      return `tier ${tier} has a gap before ${startMs} ms`;
    if (endMs <= startMs) return `tier ${tier} has an interval without length at ${startMs} ms`;
  }
  const words = intervals
    .filter(({ label }) => label.trim() !== '')
    .map(({ startMs, endMs }) => `${startMs} ${endMs}`);
  const turns = (await readAs('textgrid', path)).map(({ startMs, endMs }) => `${startMs} ${endMs}`);
  return difference(turns.sort(), words.sort());
}

/** What Praat writes from our file, long and short, in UTF-8 and UTF-16, must read as our file does. */
async function judgeRewritten(document) {
  const path = await writtenAs('textgrid', document);
  const expected = await readAs('textgrid', path);
  for (const rewritten of praatRewrites(folder, path)) {
    const fault = difference(expected, await readAs('textgrid', rewritten));
    if (fault) return `${rewritten}: ${fault}`;
  }
  return null;
}

/** What ffmpeg makes of our SubRip must read as another reads the SubRip. */
async function judgeFfmpegTtml(document) {
  const srt = await writtenAs('srt', document);
  const expected = srtCues(readFileSync(srt, 'utf8'));
  if (expected.length === 0) return null;
  const spans = (list) => list.map(({ startMs, endMs }) => `${startMs} ${endMs}`);
  return difference(spans(expected), spans(await readAs('ttml', ffmpegTtml(srt))));
}

async function validates(id, document, options = []) {
  execFileSync('xmllint', ['--noout', '--nonet', ...options, await writtenAs(id, document)], {
    stdio: 'pipe',
  });
  return null;
}

function installMissing() {
  const missing = [
    ['praat', ['praat', '--version']],
    ['libxml2-utils', ['xmllint', '--version']],
    ['ffmpeg', ['ffmpeg', '-version']],
    ['poppler-utils', ['pdftotext', '-v']],
  ]
    .filter(([, [command, ...args]]) => !runs(command, args))
    .map(([name]) => name);
  for (const [name, path] of Object.entries(PACKAGE_FILES)) if (!existsSync(path)) missing.push(name);
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(', ')}`);
  execFileSync('apt-get', ['update'], { stdio: 'ignore' });
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...missing], { stdio: 'ignore' });
}

function runs(command, args) {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
