import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { putAnnotation } from '../../electron/services/annotate.ts';
import { figure, median, percentile95 } from './figures.mjs';
import { kazakhText, seededRandom } from './kazakh.mjs';
import { createTypist, watchKeys } from './keys.mjs';
import { annotate } from './make-annotations.mjs';
import {
  addAnalysis,
  addSpeakers,
  addTranscript,
  makeTurns,
  openLibrary,
  TURN_WORDS,
} from './make-library.mjs';
import { makeWave } from './make-wave.mjs';
import { startBaseline, startMinber } from './programs.mjs';

const SIZES = [300, 1500, 6000];
const LONGEST = 6000;
const PLAIN_TURNS = 300;
/** The library of the longest transcript with a thousand annotations, whose panel is open. */
const ANNOTATED = 'annotated';
/** Ten hours at 6,000 turns. */
const TURN_MS = 6000;
const TITLE = 'Ортақ өзен, ортақ дерек';
const MOUNT_TIMEOUT_MS = 120_000;

/**
 * Keystroke to paint in the real program and in plain editable text, the programs taking turns so that all of them
 * meet the same load; and opening the longest transcript.
 */
export async function measure(folder, { quick }) {
  const mediaPath = join(folder, 'forum.wav');
  await makeWave(mediaPath, (LONGEST * TURN_MS) / 1000);
  for (const size of SIZES) await fillLibrary(join(folder, String(size)), size, mediaPath);
  await fillLibrary(join(folder, ANNOTATED), LONGEST, mediaPath, true);

  const opening = await measureOpening(folder, quick ? 2 : 7);
  const typing = await measureTyping(folder, quick ? 2 : 5);
  return [...typing, ...opening];
}

export async function fillLibrary(folder, size, mediaPath, annotated = false) {
  await mkdir(folder);
  const durationMs = LONGEST * TURN_MS;
  const app = await openLibrary(folder);
  const plain = makeTurns({ count: size, turnMs: TURN_MS, speakers: addSpeakers(app) });
  const { turns, annotations } = annotated ? annotate(plain) : { turns: plain, annotations: [] };
  const { mediaId, transcriptId } = addTranscript(app, { title: TITLE, mediaPath, durationMs, turns });
  for (const annotation of annotations) putAnnotation(app, { transcriptId, annotation });
  if (annotated) await app.changeSettings({ panelTab: 'annotations' });
  await addAnalysis(app, mediaId, durationMs);
  await app.close();
}

async function measureTyping(folder, rounds) {
  const programs = [];
  try {
    const plain = await startBaseline('text', join(folder, 'plain'));
    programs.push({ name: 'plain', program: plain });
    await plain.window.evaluate(fillPlainText, { turns: plainTurns(PLAIN_TURNS), chunk: 0 });
    for (const name of [...SIZES.map(String), ANNOTATED]) {
      const program = await startMinber(join(folder, name));
      programs.push({ name, program });
      await openTranscript(program.window);
      await waitForTurns(program.window, Number(name) || LONGEST);
    }
    for (const each of programs) {
      const { window } = each.program;
      await placeCaretInTheMiddle(window);
      await window.evaluate(watchKeys);
      each.typist = await createTypist(window);
      await each.typist.type(20);
    }
    const times = await typeByTurns(programs, rounds);
    const longest = programs.find(({ name }) => name === String(LONGEST));
    await longest.program.window.evaluate(() => document.querySelector('video').play());
    const playing = [];
    for (let round = 0; round < rounds; round++) playing.push(...(await longest.typist.type(40)));
    return figuresOf(times, playing);
  } finally {
    for (const { program } of programs) await program.kill();
  }
}

async function typeByTurns(programs, rounds) {
  const times = new Map(programs.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const { name, typist } of programs) times.get(name)?.push(...(await typist.type(40)));
  return (name) => times.get(String(name)) ?? [];
}

function figuresOf(times, playing) {
  const plain = times('plain');
  const against = `plain editable text of ${PLAIN_TURNS}`;
  const ofSize = SIZES.flatMap((size) => [
    figure({
      what: `key to paint at ${size} turns, median`,
      value: median(times(size)),
      baseline: median(plain),
      against,
      target: 0.8,
    }),
    figure({
      what: `key to paint at ${size} turns, 95th percentile`,
      value: percentile95(times(size)),
      baseline: percentile95(plain),
      against,
      target: 1.5,
    }),
  ]);
  return [
    ...ofSize,
    figure({
      what: `key to paint at ${LONGEST} turns against 300`,
      value: median(times(LONGEST)),
      baseline: median(times(300)),
      against: 'Minber at 300',
      target: 1.3,
    }),
    figure({
      what: `key to paint at ${LONGEST} turns with 1,000 annotations, their panel open`,
      value: median(times(ANNOTATED)),
      baseline: median(times(LONGEST)),
      against: 'the same without annotations',
      target: 1.1,
    }),
    figure({
      what: `key to paint at ${LONGEST} turns while playing`,
      value: median(playing),
      baseline: median(plain),
      against,
      target: 0.8,
    }),
  ];
}

/** Opens the longest transcript again and again, in turns with the least that could be done for it. */
async function measureOpening(folder, rounds) {
  const minber = await startMinber(join(folder, String(LONGEST)));
  const plain = await startBaseline('text', join(folder, 'plain'));
  try {
    const opened = [];
    const floor = [];
    const read = [];
    const turns = plainTurns(LONGEST);
    for (let round = 0; round <= rounds; round++) {
      opened.push(await openTranscript(minber.window));
      await waitForTurns(minber.window, LONGEST);
      await minber.window.keyboard.press('Control+l');
      read.push(await minber.window.evaluate(readTranscript));
      floor.push(await plain.window.evaluate(fillPlainText, { turns, chunk: 30 }));
    }
    // The first time fills caches.
    const later = (values) => median(values.slice(1));
    return [
      figure({
        what: `opening ${LONGEST} turns, double click to typing`,
        value: later(opened),
        baseline: later(floor) + later(read),
        against: 'plain text in chunks, and the read',
        target: 1.2,
      }),
    ];
  } finally {
    await minber.kill();
    await plain.kill();
  }
}

const plainTurns = (count) => {
  const random = seededRandom(1);
  return Array.from({ length: count }, () => kazakhText(TURN_WORDS, random));
};

/** In the baseline's page: shows turns, in chunks where `chunk` is not 0, and returns how long that took. */
async function fillPlainText({ turns, chunk }) {
  const startedAt = performance.now();
  const text = document.querySelector('#text');
  const paragraphs = turns.map((words, number) => {
    const paragraph = document.createElement('p');
    const time = document.createElement('span');
    time.contentEditable = 'false';
    time.textContent = `${number}:00:00`;
    paragraph.append(time, ` ${words}`);
    return paragraph;
  });
  const chunks = [];
  for (let first = 0; chunk > 0 && first < paragraphs.length; first += chunk) {
    const part = document.createElement('div');
    part.className = 'chunk';
    part.append(...paragraphs.slice(first, first + chunk));
    chunks.push(part);
  }
  text.replaceChildren(...(chunk > 0 ? chunks : paragraphs));
  text.focus();
  return (await globalThis.bench.frameShown()) - startedAt;
}

/** Double-clicks on the first recording of the library; returns how long it took until its text could be typed in. */
export async function openTranscript(window) {
  const row = window.getByRole('rowheader').first();
  await row.waitFor();
  const typing = window.evaluate(
    () =>
      new Promise((finish) => {
        let clickedAt = 0;
        addEventListener(
          'dblclick',
          ({ timeStamp }) => {
            clickedAt = timeStamp;
          },
          { capture: true, once: true },
        );
        const look = async () => {
          const active = document.activeElement;
          if (!clickedAt || !active?.matches('.transcript-text') || !active.querySelector('.turn'))
            return requestAnimationFrame(look);
          finish((await globalThis.bench.frameShown()) - clickedAt);
        };
        requestAnimationFrame(look);
      }),
  );
  await row.dblclick();
  return typing;
}

export async function waitForTurns(window, count) {
  await window.waitForFunction((wanted) => document.querySelectorAll('.turn').length === wanted, count, {
    timeout: MOUNT_TIMEOUT_MS,
  });
}

/** Returns how long the page waits for the longest transcript to come from the disk, in milliseconds. */
async function readTranscript() {
  const { minber } = globalThis;
  const { value } = await minber.invoke('library.list', { bin: false });
  const startedAt = performance.now();
  await minber.invoke('recording.open', { recordingId: value[0].id });
  return performance.now() - startedAt;
}

export async function placeCaretInTheMiddle(window) {
  const texts = window.locator('.turn-text, #text p');
  const text = texts.nth(Math.floor((await texts.count()) / 2));
  // Text far away is laid out only when it is near, and then it moves.
  for (let look = 0; look < 3; look++) {
    await text.scrollIntoViewIfNeeded();
    await window.evaluate(() => globalThis.bench.frameShown());
  }
  await text.click();
}
