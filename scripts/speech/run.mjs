import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, parse, resolve } from 'node:path';
import { answerOpenDialog } from '../../e2e/native.ts';
import { knownSpeech } from '../../shared/speech/known-speech.ts';
import { SPEECH_THRESHOLDS } from '../../shared/speech/speech-spans.ts';
import { textTable } from '../bench/figures.mjs';
import { libraryPlaces } from '../bench/make-library.mjs';
import { startMinber } from '../bench/programs.mjs';
import { scoreCells, scoreSpeech } from './score.mjs';

const LONGEST_MS = 600_000;

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error(
    'Name a folder of recordings. Beside each NAME.json, which holds {"turns": [{"start", "end", "sentences": [{"start", "end"}]}]} in seconds, stand the recordings that it is true of: NAME.mp3, NAME_hall.opus and so on.',
  );
  process.exit(2);
}
const rows = [];
for (const { path, truth } of await recordingsIn(resolve(folder))) {
  const name = parse(path).base;
  console.error(`Listening to ${name}`);
  rows.push(scoreCells(name, scoreSpeech(truth, await listenTo(path))));
}
console.log(
  textTable([
    ['recording', 'precision', 'recall', 'pauses', 'end of speech, ms', 'start of speech, ms'],
    ...rows,
  ]),
);

/** The recordings of a folder whose true speech is known. */
async function recordingsIn(place) {
  const names = await readdir(place);
  const known = names.filter((name) => name.endsWith('.json')).map((name) => parse(name).name);
  const found = [];
  for (const name of names.filter((each) => !each.endsWith('.json')).toSorted()) {
    const stem = parse(name).name;
    const owner = known
      .filter((each) => stem === each || stem.startsWith(`${each}_`))
      .toSorted((a, b) => b.length - a.length)[0];
    if (owner) found.push({ path: join(place, name), truth: await truthOf(join(place, `${owner}.json`)) });
  }
  return found;
}

async function truthOf(path) {
  const { turns } = JSON.parse(await readFile(path, 'utf8'));
  const spans = turns.flatMap((turn) => turn.speech ?? turn.sentences ?? [turn]);
  return spans.map((span) => {
    const [start, end] = Array.isArray(span) ? span : [span.start, span.end];
    return { startMs: start * 1000, endMs: end * 1000 };
  });
}

/** Imports a recording into the program and returns the speech that it found in it. */
async function listenTo(path) {
  const own = await mkdtemp(join(tmpdir(), 'minber-speech-'));
  const program = await startMinber(own);
  try {
    const { app, window } = program;
    await answerOpenDialog(app, [path]);
    await window.keyboard.press('Control+o');
    await window.getByTestId('waveform').waitFor();
    const until = Date.now() + LONGEST_MS;
    for (;;) {
      const [speech, peaks] = await Promise.all([analysed(own, '.speech'), analysed(own, '.peaks')]);
      if (speech) return knownSpeech(speech, peaks, SPEECH_THRESHOLDS);
      if (Date.now() > until) throw new Error(`${path} was not listened to within ten minutes`);
      await new Promise((wake) => setTimeout(wake, 500));
    }
  } finally {
    await program.kill();
    await rm(own, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** What the program keeps of the only recording, null as long as it does not. */
async function analysed(own, extension) {
  const names = await readdir(libraryPlaces(own).userDataPath, { recursive: true }).catch(() => []);
  const name = names.find((each) => each.endsWith(extension));
  return name ? new Uint8Array(await readFile(join(libraryPlaces(own).userDataPath, name))) : null;
}
