import { existsSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { generateNKeysBetween } from 'fractional-indexing';
import { putSpeaker } from '../../electron/database/speaker-store.ts';
import { addRecording } from '../../electron/services/import-media.ts';
import { keepAnalysis } from '../../electron/services/media-analysis.ts';
import { openApp } from '../../electron/services/open-app.ts';
import { saveTranscript } from '../../electron/services/save-transcript.ts';
import { pointsIn } from '../../shared/audio/peaks.ts';
import { encodePeaks } from '../../shared/audio/peaks-file.ts';
import { newId } from '../../shared/model/ids.ts';
import { createTurn, textContent } from '../../shared/model/turn.ts';
import { encodeSpeech } from '../../shared/speech/speech-file.ts';
import { HOP_MS } from '../../shared/speech/speech-spans.ts';
import { projectPath } from '../setup/places.mjs';
import { kazakhText, seededRandom } from './kazakh.mjs';

export const TURN_WORDS = 70;
const SPEAKER_COUNT = 8;
/** Every so many turns one holds a timestamp: a thousand in 6,000 turns. */
const STAMPED_EVERY = 6;
const silentLogger = { info() {}, warn() {}, error: (...what) => console.error(...what) };

/** The places of a library of the bench's own, in a folder of its own. */
export const libraryPlaces = (folder) => ({
  libraryPath: join(folder, 'bench.minber-library'),
  userDataPath: join(folder, 'user data'),
});

/** Opens the program's inside on a library in `folder`, as the main process does. */
export async function openLibrary(folder) {
  const places = libraryPlaces(folder);
  await mkdir(places.userDataPath, { recursive: true });
  return openApp({ ...places, resourcesPath: projectPath('resources'), logger: silentLogger });
}

/** Puts speakers into a library and returns their ids. */
export function addSpeakers({ library }) {
  return Array.from({ length: SPEAKER_COUNT }, (_, index) => {
    const id = newId();
    const empty = { title: {}, organisation: {}, country: {} };
    const speaker = { id, name: { kk: `${index + 1}-спикер` }, ...empty, colour: index, mergedInto: null };
    library.write((db) => putSpeaker(db, speaker));
    return id;
  });
}

/** Makes turns of Kazakh text that follow each other, with a thousand timestamps to 6,000 turns. */
export function makeTurns({ count, turnMs, speakers, seed = 1, words = TURN_WORDS }) {
  const random = seededRandom(seed);
  return generateNKeysBetween(null, null, count).map((order, index) => {
    const startMs = index * turnMs;
    const text = textContent(kazakhText(words, random));
    const content = index % STAMPED_EVERY === 0 ? [{ type: 'timestamp', atMs: startMs }, ...text] : text;
    const turn = createTurn({
      content,
      startMs,
      endMs: startMs + turnMs,
      speakerId: speakers[index % speakers.length] ?? null,
      status: index % 3 === 0 ? 'checked' : 'draft',
    });
    return { ...turn, order };
  });
}

/** Puts a recording with these turns into a library. */
export function addTranscript(app, { title, mediaPath, durationMs, turns }) {
  const at = app.now().toISOString();
  const mediaId = newId();
  const recording = {
    id: newId(),
    title,
    date: '2026-01-15',
    place: 'Астана',
    languages: ['kk'],
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    media: {
      id: mediaId,
      path: mediaPath,
      bytes: existsSync(mediaPath) ? statSync(mediaPath).size : 1,
      fingerprint: mediaId,
      sha256: null,
      durationMs,
      container: 'WAV',
      audioCodec: 'pcm-u8',
      videoCodec: null,
      frameRate: null,
      width: null,
      height: null,
    },
  };
  const transcriptId = app.library.write((db) => addRecording(db, recording, 'kk'));
  const diff = { put: turns, remove: [] };
  if (turns.length > 0) saveTranscript(app, { transcriptId, base: 0, batchId: newId(), diff });
  return { recordingId: recording.id, transcriptId, mediaId };
}

/** Keeps an analysis of a recording whose turns last `turnMs`, so that opening it neither draws nor listens anew. */
export async function addAnalysis(app, mediaId, durationMs, turnMs = 6000) {
  const random = seededRandom(3);
  const level = () => Math.round(random() * 20_000);
  const max = Int16Array.from({ length: pointsIn(durationMs) }, level);
  await keepAnalysis(app, 'peaks', mediaId, encodePeaks({ min: max.map((value) => -value), max }));
  const isSpoken = (ms) => ms % turnMs > 200 && ms % turnMs < turnMs - 300;
  const likelihood = Uint8Array.from({ length: Math.ceil(durationMs / HOP_MS) }, (_, hop) =>
    isSpoken(hop * HOP_MS) ? 255 : 0,
  );
  await keepAnalysis(app, 'speech', mediaId, encodeSpeech(likelihood));
}
