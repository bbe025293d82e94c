import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerOpenDialog } from '../../e2e/native.ts';
import { figure, median } from './figures.mjs';
import { libraryPlaces } from './make-library.mjs';
import { startMinber } from './programs.mjs';

const CODECS = { mp3: ['-c:a', 'libmp3lame', '-b:a', '96k'], m4a: ['-c:a', 'aac', '-b:a', '96k'] };
const LONGEST_IMPORT_MS = 600_000;
const SAMPLE_EVERY_MS = 500;
const BYTES_PER_MB = 1024 * 1024;

/**
 * The import of long recordings until their waveform is visible, against ffmpeg's decoding of the same file to
 * nowhere; what memory it takes; and the waveform of a recording that was analysed before.
 */
export async function measure(folder, { quick }) {
  if (spawnSync('ffmpeg', ['-version']).status !== 0) {
    console.log('Left out, since ffmpeg makes the recordings. On Debian, type: apt-get install ffmpeg');
    return [];
  }
  const figures = [];
  for (const [extension, hours] of quick
    ? [['mp3', 1]]
    : [1, 3].flatMap((h) => [
        ['mp3', h],
        ['m4a', h],
      ])) {
    const path = join(folder, `${hours}h.${extension}`);
    makeRecording(path, hours, CODECS[extension]);
    const own = join(folder, `${extension}-${hours}`);
    await mkdir(libraryPlaces(own).userDataPath, { recursive: true });
    figures.push(...(await measureImport(own, path, `${hours} h of ${extension.toUpperCase()}`)));
  }
  const [first] = await readdir(folder, { withFileTypes: true }).then((all) =>
    all.filter((e) => e.isDirectory()),
  );
  figures.push(await measureCached(join(folder, first.name), quick ? 3 : 9));
  return figures;
}

/** Speech-like: tones and noise that come and go, in two channels. */
function makeRecording(path, hours, codec) {
  const sound =
    'aevalsrc=(0.3*sin(2*PI*220*t)+0.1*random(0))*gt(sin(t/3)\\,-0.3)|0.2*sin(2*PI*330*t):s=44100:d=60';
  const minute = `${path}.minute.wav`;
  ffmpeg(['-f', 'lavfi', '-i', sound, minute]);
  ffmpeg(['-stream_loop', String(hours * 60 - 1), '-i', minute, ...codec, path]);
}

const ffmpeg = (args) => execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args]);

function nullDecodeMs(path) {
  const startedAt = performance.now();
  ffmpeg(['-i', path, '-vn', '-f', 'null', '-']);
  return performance.now() - startedAt;
}

async function measureImport(folder, path, name) {
  const before = nullDecodeMs(path);
  const program = await startMinber(folder);
  try {
    const { app, window } = program;
    await answerOpenDialog(app, [path]);
    const idleBytes = median([await memoryOf(app), await memoryOf(app), await memoryOf(app)]);
    let peakBytes = 0;
    const watch = setInterval(() => {
      void memoryOf(app).then((bytes) => {
        peakBytes = Math.max(peakBytes, bytes);
      });
    }, SAMPLE_EVERY_MS);
    const startedAt = performance.now();
    await window.keyboard.press('Control+o');
    await window.waitForFunction(isWaveformDrawn, null, { timeout: LONGEST_IMPORT_MS, polling: 100 });
    const importMs = performance.now() - startedAt;
    clearInterval(watch);
    const after = nullDecodeMs(path);
    return [
      figure({
        what: `import of ${name} to its waveform`,
        value: importMs,
        baseline: (before + after) / 2,
        against: "ffmpeg's null decode",
        target: 2.4,
      }),
      figure({
        what: `import of ${name}, peak memory over idle`,
        value: (peakBytes - idleBytes) / BYTES_PER_MB,
        unit: 'MB',
        target: 300,
      }),
    ];
  } finally {
    await program.kill();
  }
}

/** Opens a recording that was analysed before, again and again. */
async function measureCached(folder, rounds) {
  const program = await startMinber(folder);
  try {
    const { window } = program;
    const times = [];
    for (let round = 0; round <= rounds; round++) {
      const row = window.getByRole('rowheader').first();
      await row.waitFor();
      const drawn = window.evaluate(noteWaveform);
      await row.dblclick();
      times.push(await drawn);
      await window.keyboard.press('Control+l');
    }
    const later = times.slice(1);
    return figure({
      what: 'waveform of an analysed recording, double click to visible',
      value: median(later.map(({ drawnMs }) => drawnMs)),
      baseline: median(later.map(({ emptyMs }) => emptyMs)),
      against: 'the same, still empty',
      target: 1.2,
    });
  } finally {
    await program.kill();
  }
}

/** In the page: whether the waveform shows sound. */
function isWaveformDrawn() {
  const host = document.querySelector('[data-testid="waveform"] > div');
  const canvas = host?.shadowRoot?.querySelector('canvas');
  if (!canvas?.width) return false;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  // A line in the middle is drawn where there is no sound.
  const rows = new Set();
  for (let index = 3; index < data.length; index += 4)
    if (data[index] > 0) rows.add(Math.floor(index / 4 / canvas.width));
  return rows.size > canvas.height / 4;
}

/** In the page: how long after the next double click the waveform stood there empty, and with its sound. */
function noteWaveform() {
  return new Promise((finish) => {
    let clickedAt = 0;
    let emptyMs = 0;
    addEventListener(
      'dblclick',
      ({ timeStamp }) => {
        clickedAt = timeStamp;
      },
      { capture: true, once: true },
    );
    const look = () => {
      const host = clickedAt ? document.querySelector('[data-testid="waveform"] > div') : null;
      const canvas = host?.shadowRoot?.querySelector('canvas');
      const ms = performance.now() - clickedAt;
      if (host) emptyMs ||= ms;
      if (!canvas?.width) return requestAnimationFrame(look);
      const { data } = canvas.getContext('2d').getImageData(0, 0, 50, canvas.height);
      let filled = 0;
      for (let index = 3; index < data.length; index += 4) if (data[index] > 0) filled++;
      if (filled < 50 * canvas.height * 0.25) return requestAnimationFrame(look);
      finish({ emptyMs, drawnMs: ms });
    };
    requestAnimationFrame(look);
  });
}

/** The memory that the program's processes have for themselves and their share of what they have together, bytes. */
async function memoryOf(app) {
  const pids = await app
    .evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid }) => pid))
    .catch(() => []);
  const sizes = await Promise.all(pids.map(proportionalBytes));
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}

async function proportionalBytes(pid) {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024;
}
