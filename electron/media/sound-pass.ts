import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { LOUDNESS_MS } from '../../shared/audio/loudness.ts';
import { type Peaks, PeaksBuilder, type PeaksPiece, pointsIn } from '../../shared/audio/peaks.ts';
import { type Ffmpeg, inputFile, runFfmpeg } from './ffmpeg.ts';
import { type ProxyOrder, proxyOutput } from './proxy-recipe.ts';
import { SoundReader } from './sound-reader.ts';

/** What to read, and where to keep what is done. */
export interface PassOrder {
  readonly ffmpeg: Pick<Ffmpeg, 'path'>;
  readonly path: string;
  /** The track of sound, as ffmpeg counts streams. */
  readonly track: number;
  readonly channels: number;
  readonly sampleRate: number;
  readonly durationMs: number;
  /** Whether ffmpeg finds a place in the file to the sample, so that it can be read in stretches. */
  readonly isSeekable: boolean;
  /** The folder for stretches that are done, which a later run takes up. */
  readonly doneFolder: string;
  /** A file for playing, to be made from the same reading. */
  readonly proxy: ProxyOrder | null;
}

export interface PassOptions {
  readonly signal?: AbortSignal | undefined;
  /** Is told how far the pass is, 0 to 1, and the envelope as it comes. */
  readonly onPiece: (fraction: number, piece: PeaksPiece | null) => void;
  /** Waits while the work is paused. */
  readonly gate?: () => Promise<void> | undefined;
}

export interface PassResult {
  /** As many points as the media is long. */
  readonly peaks: Peaks;
  /** Of each `LOUDNESS_MS`. */
  readonly energies: Float64Array;
  /** Where the sound ends. */
  readonly endMs: number;
}

const STRETCH_SECONDS = 600;
const MOST_LANES = 4;
const HIGHEST_RATE = 48_000;
const TELL_EVERY_MS = 400;

interface Stretch {
  readonly index: number;
  readonly fromSeconds: number;
  readonly toSeconds: number | null;
}

/**
 * Reads the sound of a whole file once, in stretches side by side where that is possible, and yields its envelope and
 * the energies of its loudness. Memory does not depend on the length but for these. Stretches that a former run has
 * done are taken from the disk. Rejects with FfmpegFailure, and with the signal's reason when stopped.
 */
export async function readSound(order: PassOrder, options: PassOptions): Promise<PassResult> {
  const stretches = stretchesOf(order);
  const peaks = new PeaksBuilder();
  const energies = new Float64Array(Math.ceil(order.durationMs / LOUDNESS_MS) + STRETCH_SECONDS * 10);
  const reached = new Map<number, number>();
  let endSeconds = 0;
  await mkdir(order.doneFolder, { recursive: true });

  const tell = (stretch: Stretch, seconds: number, piece: PeaksPiece | null) => {
    reached.set(stretch.index, seconds - stretch.fromSeconds);
    const done = [...reached.values()].reduce((sum, each) => sum + each, 0);
    options.onPiece(Math.min(1, (done * 1000) / Math.max(1, order.durationMs)), piece);
  };
  const take = (stretch: Stretch, done: DoneStretch) => {
    peaks.addPiece(done.peaks);
    energies.set(done.energies, Math.round((stretch.fromSeconds * 1000) / LOUDNESS_MS));
    endSeconds = Math.max(endSeconds, done.endSeconds);
    tell(stretch, done.endSeconds, done.peaks);
  };

  const waiting: Stretch[] = [];
  for (const stretch of stretches) {
    const done = await readDone(order, stretch);
    if (done) take(stretch, done);
    else waiting.push(stretch);
  }
  const work = async () => {
    for (let stretch = waiting.shift(); stretch; stretch = waiting.shift()) {
      const current = stretch;
      const done = await readStretch(order, current, options, (seconds, piece) =>
        tell(current, seconds, piece),
      );
      await keepDone(order, current, done);
      take(current, done);
    }
  };
  const lanes = order.proxy ? 1 : Math.min(MOST_LANES, Math.max(2, availableParallelism()), waiting.length);
  await Promise.all(Array.from({ length: lanes }, work));
  const endMs = Math.round(endSeconds * 1000);
  return {
    peaks: peaks.toPeaks(pointsIn(Math.max(order.durationMs, endMs))),
    energies: energies.slice(0, Math.floor(endMs / LOUDNESS_MS)),
    endMs,
  };
}

/** Forgets the stretches that are done: their results are kept elsewhere. */
export const forgetStretches = (doneFolder: string): Promise<void> =>
  rm(doneFolder, { recursive: true, force: true });

function stretchesOf({ durationMs, isSeekable, proxy }: PassOrder): readonly Stretch[] {
  const count = isSeekable && !proxy ? Math.max(1, Math.ceil(durationMs / 1000 / STRETCH_SECONDS)) : 1;
  return Array.from({ length: count }, (_, index) => ({
    index,
    fromSeconds: index * STRETCH_SECONDS,
    toSeconds: index === count - 1 ? null : (index + 1) * STRETCH_SECONDS,
  }));
}

interface DoneStretch {
  readonly peaks: PeaksPiece;
  readonly energies: Float64Array;
  readonly endSeconds: number;
}

async function readStretch(
  { ffmpeg, path, track, channels, sampleRate, proxy }: PassOrder,
  { fromSeconds, toSeconds }: Stretch,
  { signal, gate }: PassOptions,
  tell: (seconds: number, piece: PeaksPiece | null) => void,
): Promise<DoneStretch> {
  const peaks = new PeaksBuilder();
  const rate = Math.min(sampleRate, HIGHEST_RATE);
  const reader = new SoundReader({ sampleRate: rate, channels }, fromSeconds, peaks);
  const whole = new PeaksBuilder();
  let toldAt = Date.now();
  const from = fromSeconds > 0 ? ['-ss', String(fromSeconds)] : [];
  const to = toSeconds === null ? [] : ['-t', String(toSeconds - fromSeconds)];
  // Gaps become silence, so that a sample's place in the stream is its time.
  const filter = `aresample=${rate}:async=1:first_pts=0`;
  const sound = [
    '-map',
    `0:${track}`,
    ...to,
    '-af',
    filter,
    '-ac',
    String(channels),
    '-f',
    's16le',
    'pipe:1',
  ];
  const report = () => {
    toldAt = Date.now();
    const piece = peaks.takeChanged();
    if (piece) whole.addPiece({ ...piece, first: piece.first - pointAt(fromSeconds) });
    tell(reader.endSeconds, piece);
  };
  await runFfmpeg(ffmpeg, [...from, ...inputFile(path), ...sound, ...(proxy ? proxyOutput(proxy) : [])], {
    signal,
    isBackground: true,
    onOutput: async (bytes) => {
      await gate?.();
      reader.read(bytes);
      if (Date.now() - toldAt > TELL_EVERY_MS) report();
    },
  });
  report();
  return {
    peaks: { first: pointAt(fromSeconds), ...whole.toPeaks() },
    energies: Float64Array.from(reader.loudness.energies),
    endSeconds: reader.endSeconds,
  };
}

const pointAt = (seconds: number) => Math.round(seconds * 100);

const donePath = ({ doneFolder, track }: PassOrder, { index }: Stretch) =>
  join(doneFolder, `${track}-${index}`);

async function readDone(order: PassOrder, stretch: Stretch): Promise<DoneStretch | null> {
  if (order.proxy) return null;
  try {
    return deserialize(await readFile(donePath(order, stretch))) as DoneStretch;
  } catch {
    return null;
  }
}

/** A stretch that was half written is not read back: it lacks its end. */
async function keepDone(order: PassOrder, stretch: Stretch, done: DoneStretch): Promise<void> {
  if (!order.proxy) await writeFile(donePath(order, stretch), serialize(done));
}
