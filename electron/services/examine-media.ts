import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { UnsupportedInputFormatError } from 'mediabunny';
import type { MediaFacts } from '../../shared/ipc/contract.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { MediaId } from '../../shared/model/ids.ts';
import { type MediaSetup, NO_SETUP, type ProxyReason } from '../../shared/model/media-setup.ts';
import { type Ffmpeg, inputFile, runFfmpeg } from '../media/ffmpeg.ts';
import { hasVariableRate } from '../media/mp3-seeking.ts';
import { type FileFacts, probeFile } from '../media/probe-file.ts';
import { isPlayedPicture } from '../media/proxy-recipe.ts';
import type { App } from './app.ts';
import { requireProbed } from './import-media.ts';
import { readMediaFacts } from './read-media-facts.ts';

/** What a file is, and how it is to be played. */
export interface Examination {
  readonly facts: MediaFacts;
  readonly setup: MediaSetup;
  /** Whether ffmpeg analyses it; else the window does. */
  readonly byFfmpeg: boolean;
}

/** A file that changed this lately may still be growing. */
const FRESH_MS = 5000;
const GROWTH_WAIT_MS = 700;
/** The zero of a file's clock may differ from its beginning by rounding. */
const START_TOLERANCE_MS = 10;
/** Containers whose head tells nothing certain of their length. */
const WITHOUT_LENGTH = ['aac', 'amr', 'amrnb', 'amrwb', 'ac3', 'eac3', 'dts', 'mp3'];

const CONTAINER_NAMES: Readonly<Record<string, string>> = {
  mpegts: 'MPEG-TS',
  mpeg: 'MPEG-PS',
  asf: 'Windows Media',
  mov: 'QuickTime',
  matroska: 'Matroska',
};

/**
 * Finds out what a probed file is and how it is to be played. `refused`: the engine has refused to play it as it is.
 * Rejects with a MinberError: `not-found`, `media-damaged`, `media-no-audio`, `media-growing`, `media-unsupported`, and
 * `ffmpeg-missing` when ffmpeg might read it and is not there.
 */
export async function examineMedia(
  app: Pick<App, 'probed' | 'ffmpeg'>,
  id: MediaId,
  refused: boolean,
): Promise<Examination> {
  const probed = requireProbed(app, id);
  const { path } = probed;
  const name = basename(path);
  await refuseGrowing(path, name);
  const own = await readMediaFacts(path).catch((error: unknown) => asMinberError(error));
  const ffmpeg = await app.ffmpeg.find();
  if (!ffmpeg) {
    if (own instanceof MinberError)
      throw own.code === 'media-unsupported' ? new MinberError('ffmpeg-missing', { name }, own) : own;
    if (refused) throw new MinberError('ffmpeg-missing', { name });
    return { facts: own, setup: NO_SETUP, byFfmpeg: false };
  }
  if (own instanceof MinberError && isCertain(own)) throw own;
  const file = await probeFile(ffmpeg, path).catch((error: unknown) => {
    throw own instanceof MinberError ? own : new MinberError('media-damaged', { name }, error);
  });
  if (file.sounds.length === 0) throw new MinberError('media-no-audio', { name });
  const facts = own instanceof MinberError ? await ffmpegFacts(ffmpeg, path, file) : own;
  if (facts.durationMs <= 0) throw new MinberError('media-damaged', { name });
  const proxy = refused || own instanceof MinberError ? 'format' : await reasonFor(file, path);
  const setup = { ...NO_SETUP, proxy, timecode: file.timecode, startedAt: wallClock(file), isPending: true };
  app.probed.set(id, { ...probed, setup });
  return { facts, setup, byFfmpeg: true };
}

const asMinberError = (error: unknown) =>
  error instanceof MinberError ? error : new MinberError('media-damaged', {}, error);

/** Whether a refusal stands even where another program might read the file. */
const isCertain = ({ code, cause }: MinberError) =>
  code === 'media-no-audio' || (code === 'media-damaged' && !(cause instanceof UnsupportedInputFormatError));

async function refuseGrowing(path: string, name: string): Promise<void> {
  const before = await stat(path);
  if (Date.now() - before.mtimeMs > FRESH_MS) return;
  await wait(GROWTH_WAIT_MS);
  if ((await stat(path)).size !== before.size) throw new MinberError('media-growing', { name });
}

async function reasonFor(file: FileFacts, path: string): Promise<ProxyReason | null> {
  const [picture] = file.pictures;
  if (picture && !isPlayedPicture(picture)) return 'format';
  if (Math.abs(file.startMs) > START_TOLERANCE_MS && !isPrimed(file)) return 'times';
  if (file.container === 'mp3' && (await hasVariableRate(path))) return 'seeking';
  return null;
}

/** The zero of an MP3 and of AAC lies behind what their encoders put before the sound; the engine knows that too. */
const isPrimed = ({ container, startMs }: FileFacts) =>
  container === 'mp3' || (startMs < 0 && startMs > -100) || (container.startsWith('ogg') && startMs < 100);

async function ffmpegFacts(ffmpeg: Ffmpeg, path: string, file: FileFacts): Promise<MediaFacts> {
  const [picture] = file.pictures;
  const [format = ''] = file.container.split(',');
  const isVague = file.durationMs === null || WITHOUT_LENGTH.includes(format);
  const durationMs = isVague ? await countedMs(ffmpeg, path) : (file.durationMs ?? 0);
  return {
    durationMs: Math.round(durationMs),
    container: CONTAINER_NAMES[format] ?? format.toUpperCase(),
    audioCodec: file.sounds[0]?.codec ?? null,
    videoCodec: picture?.codec ?? null,
    frameRate: picture?.frameRate ? Math.round(picture.frameRate * 1000) / 1000 : null,
    width: picture?.width || null,
    height: picture?.height || null,
  };
}

/** Returns where the packets of the first sound end, without decoding them. */
async function countedMs(ffmpeg: Ffmpeg, path: string): Promise<number> {
  let endMs = 0;
  const copy = ['-map', '0:a:0', '-c', 'copy', '-f', 'null', '-'];
  await runFfmpeg(ffmpeg, [...inputFile(path), ...copy], {
    onTime: (ms) => {
      endMs = Math.max(endMs, ms);
    },
  });
  return endMs;
}

/** The clock at the beginning, where the file tells the day and its time code the time of day. */
function wallClock({ timecode, createdAt }: FileFacts): string | null {
  const day = createdAt?.slice(0, 10);
  const time = timecode?.slice(0, 8);
  return day && time && /^\d\d:\d\d:\d\d$/.test(time) && time !== '00:00:00' ? `${day}T${time}` : null;
}
