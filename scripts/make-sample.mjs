#!/usr/bin/env node
/**
 * Makes the sample recording in resources/sample from the session in scripts/sample/session.mjs: forum.mp4,
 * forum.m4a (the same sound) and forum.json (the transcript with its true times, in Minber's own format).
 * Needs Debian's espeak-ng and ffmpeg. The result is committed; run this only to change it.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { speakerCard, titleCard } from './sample/picture.mjs';
import { session, speakers, turns } from './sample/session.mjs';
import { applause, decode, msIn, RATE, samplesIn, soundBounds, speak, writeWave } from './sample/sound.mjs';

const OUT = fileURLToPath(new URL('../resources/sample/', import.meta.url));
const END_PAUSE_MS = 1500;
const BEFORE_APPLAUSE_MS = 150;
const FRAMES_PER_SECOND = 10;
const MAX_BYTES = 5_000_000;
/** How far the coded sound may stand from the sound as it was put together. */
const MAX_DRIFT_MS = 10;
const EXACT = [
  '-map_metadata',
  '-1',
  '-fflags',
  '+bitexact',
  '-flags:v',
  '+bitexact',
  '-flags:a',
  '+bitexact',
];

const work = mkdtempSync(join(tmpdir(), 'minber-sample-'));
try {
  makeSample();
} finally {
  rmSync(work, { recursive: true, force: true });
}

function makeSample() {
  mkdirSync(OUT, { recursive: true });
  const { sound, placed } = assemble();
  const wave = join(work, 'session.wav');
  writeWave(wave, sound);

  const audio = join(OUT, 'forum.m4a');
  ffmpeg(['-i', wave, '-c:a', 'aac', '-b:a', '48k', ...EXACT, '-movflags', '+faststart', audio]);
  const durationMs = msIn(sound.length);
  const video = join(OUT, 'forum.mp4');
  encodePicture(placed, durationMs, audio, video);

  const found = placed.map((turn) => ({ ...turn, ...timesIn(decode(audio), turn) }));
  writeTranscript(found, durationMs, video);
  report(found, durationMs, [video, audio]);
}

/** Puts the turns one after another. Returns the whole sound and each turn with its times in it. */
function assemble() {
  const parts = [];
  let at = 0;
  const add = (samples) => {
    parts.push({ at, samples });
    at += samples.length;
  };
  const placed = turns.map((turn, index) => {
    at += samplesIn(turn.pauseMs);
    const start = at;
    add(speak(turn.text, speakers[turn.speaker].voice, join(work, 'turn.wav')));
    if (turn.applauseMs) {
      at += samplesIn(BEFORE_APPLAUSE_MS);
      add(applause(turn.applauseMs, index + 1));
    }
    return { ...turn, startMs: msIn(start), endMs: msIn(at) };
  });
  const sound = new Float32Array(at + samplesIn(END_PAUSE_MS));
  for (const part of parts) sound.set(part.samples, part.at);
  return { sound, placed };
}

/** Finds a turn in the coded sound, between the middles of the silences around it. */
function timesIn(sound, turn) {
  const margin = samplesIn(250);
  const bounds = soundBounds(sound, samplesIn(turn.startMs) - margin, samplesIn(turn.endMs) + margin);
  if (!bounds) throw new Error(`There is no sound at ${turn.startMs} ms.`);
  const times = { startMs: msIn(bounds.first), endMs: msIn(bounds.last) };
  const drift = Math.max(Math.abs(times.startMs - turn.startMs), Math.abs(times.endMs - turn.endMs));
  if (drift > MAX_DRIFT_MS)
    throw new Error(`The turn at ${turn.startMs} ms is ${drift} ms off in the coded sound.`);
  return times;
}

/** Shows each card from a little before its turn until the next, with a clock that runs with the sound. */
function encodePicture(placed, durationMs, audio, video) {
  const cards = placed.map((turn) => ({
    fromMs: turn.startMs - 300,
    svg: speakerCard(speakers[turn.speaker], turn.language),
  }));
  cards.unshift({ fromMs: 0, svg: titleCard() });
  const list = cards.map(({ fromMs, svg }, index) => {
    const still = join(work, `card-${index}`);
    writeFileSync(`${still}.svg`, svg);
    ffmpeg(['-i', `${still}.svg`, `${still}.png`]);
    const untilMs = cards[index + 1]?.fromMs ?? durationMs;
    return `file '${still}.png'\nduration ${((untilMs - fromMs) / 1000).toFixed(3)}\n`;
  });
  const last = `file '${join(work, `card-${cards.length - 1}`)}.png'\n`;
  writeFileSync(join(work, 'cards.txt'), list.join('') + last);

  const clock =
    "drawtext=font='DejaVu Sans Mono':fontsize=17:fontcolor=0xb9d9d6:x=w-tw-40:y=36:text='%{pts\\:gmtime\\:0\\:%H\\\\\\:%M\\\\\\:%S}'";
  ffmpeg([
    ...['-f', 'concat', '-safe', '0', '-i', join(work, 'cards.txt'), '-i', audio],
    ...['-vf', `fps=${FRAMES_PER_SECOND},${clock},format=yuv420p`, '-t', (durationMs / 1000).toFixed(3)],
    ...[
      '-c:v',
      'libx264',
      '-profile:v',
      'baseline',
      '-preset',
      'veryslow',
      '-tune',
      'stillimage',
      '-crf',
      '30',
    ],
    ...[
      '-g',
      String(FRAMES_PER_SECOND * 5),
      '-threads',
      '1',
      '-c:a',
      'copy',
      ...EXACT,
      '-movflags',
      '+faststart',
      video,
    ],
  ]);
}

function writeTranscript(found, durationMs, video) {
  const ids = new Map(Object.keys(speakers).map((key, index) => [key, uuid(1, index)]));
  const transcript = {
    format: 'minber-transcript',
    version: 1,
    recording: {
      title: session.title,
      date: session.date,
      place: session.place,
      media: {
        name: 'forum.mp4',
        durationMs,
        sha256: createHash('sha256').update(readFileSync(video)).digest('hex'),
      },
    },
    language: session.language,
    speakers: Object.entries(speakers).map(([key, { voice, ...speaker }]) => ({
      id: ids.get(key),
      ...speaker,
    })),
    turns: found.map((turn, index) => ({
      id: uuid(2, index),
      speakerId: ids.get(turn.speaker),
      startMs: turn.startMs,
      endMs: turn.endMs,
      status: turn.status,
      language: turn.language,
      content: [
        { type: 'text', text: turn.applauseMs ? `${turn.text} ` : turn.text },
        ...(turn.applauseMs ? [{ type: 'tag', tag: 'applause' }] : []),
      ],
    })),
  };
  writeFileSync(join(OUT, 'forum.json'), `${JSON.stringify(transcript, null, 2)}\n`);
}

function report(found, durationMs, files) {
  for (const turn of found) console.log(`${turn.startMs}\t${turn.endMs}\t${turn.language}\t${turn.speaker}`);
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  console.log(`${found.length} turns, ${(durationMs / 1000).toFixed(1)} s, ${bytes} bytes, ${RATE} Hz`);
  if (bytes > MAX_BYTES) throw new Error(`The sample takes ${bytes} bytes, more than ${MAX_BYTES}.`);
}

/** A fixed identity, so that making the sample again changes nothing. */
function uuid(kind, index) {
  return `5a3b1e00-000${kind}-4000-8000-${String(index + 1).padStart(12, '0')}`;
}

function ffmpeg(args) {
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], { stdio: ['ignore', 'inherit', 'inherit'] });
}
