import { basename, join } from 'node:path';
import { integratedLoudness } from '../../shared/audio/loudness.ts';
import { type Peaks, PeaksBuilder, type PeaksPiece } from '../../shared/audio/peaks.ts';
import { encodePeaks } from '../../shared/audio/peaks-file.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { MediaJob } from '../../shared/ipc/media-contract.ts';
import type { MediaId } from '../../shared/model/ids.ts';
import { changeMediaSetup, findMediaSetup, listPendingMedia } from '../database/media-setup-store.ts';
import { findMedia, setMediaDuration } from '../database/recording-store.ts';
import type { AnalysisCache } from '../media/analysis-cache.ts';
import { FfmpegFailure } from '../media/ffmpeg.ts';
import { type FileFacts, probeFile } from '../media/probe-file.ts';
import { proxyOrder } from '../media/proxy-recipe.ts';
import type { ProxyKey, ProxyStore } from '../media/proxy-store.ts';
import { type Pass, runPass } from '../media/run-pass.ts';
import { forgetStretches } from '../media/sound-pass.ts';
import type { LibraryAccess } from './app.ts';
import { toMinberError } from './failure.ts';
import type { FfmpegTools } from './ffmpeg-tools.ts';
import { isReadable } from './list-library.ts';
import type { Logger } from './logger.ts';

/** Who watches the work: told of every change of the list, and of the sound of media as it is read. */
export interface MediaWatcher {
  jobs(jobs: readonly MediaJob[]): void;
  sound(mediaId: MediaId, piece: PeaksPiece): void;
}

/** Reads the sound of media with ffmpeg and makes files for playing, one medium after the other, behind all else. */
export interface MediaWork {
  readonly jobs: readonly MediaJob[];
  watch(watcher: MediaWatcher): void;
  /**
   * Sees to it that a medium of the library is analysed and can be played, before those that wait. Returns whether that
   * is being done here; false: nothing is missing, or ffmpeg is.
   */
  prepare(id: MediaId): Promise<boolean>;
  /** Takes up what an earlier run left. */
  resumeAll(): void;
  pause(id: MediaId, isPaused: boolean): void;
  /** Gives a medium up, or takes a failure off the list. What was read is kept for another time. */
  stop(id: MediaId): void;
  /** The envelope as far as it has been read; null when that is not going on. */
  soundOf(id: MediaId): Peaks | null;
  settled(): Promise<void>;
  /** Ends what is going on, for the next run to take up. */
  close(): Promise<void>;
}

interface Parts {
  readonly access: Pick<LibraryAccess, 'library'>;
  readonly analyses: AnalysisCache;
  readonly proxies: ProxyStore;
  readonly ffmpeg: FfmpegTools;
  readonly logger: Logger;
  /** Where stretches that are done are kept. */
  readonly doneFolder: string;
  readonly workerPath: string | null;
  readonly limitBytes: () => number;
}

/** What is going on now; whatever is asked before the pass has begun is done as soon as it has. */
interface Running {
  readonly id: MediaId;
  readonly sound: PeaksBuilder;
  pass: Pass | null;
  isPaused: boolean;
  isStopped: boolean;
}

/** Containers in which ffmpeg finds a place to the sample. */
const SEEKABLE = /^(mov|matroska|wav|w64|flac|ogg|mp3|avi|aiff|caf)\b/;
const ESTIMATE_AFTER_MS = 1500;
const LENGTH_TOLERANCE_MS = 50;

export function createMediaWork(parts: Parts): MediaWork {
  const { access, analyses, proxies, ffmpeg, logger } = parts;
  const watchers = new Set<MediaWatcher>();
  let jobs: readonly MediaJob[] = [];
  let running: Running | null = null;
  let work: Promise<void> = Promise.resolve();
  let isClosing = false;
  let opened: ProxyKey | null = null;

  const show = (next: readonly MediaJob[]) => {
    jobs = next;
    for (const watcher of watchers) watcher.jobs(jobs);
  };
  const change = (id: MediaId, part: Partial<MediaJob>) =>
    show(jobs.map((job) => (job.mediaId === id ? { ...job, ...part } : job)));
  const remove = (id: MediaId) => show(jobs.filter(({ mediaId }) => mediaId !== id));
  const missing = async (id: MediaId) => {
    const media = findMedia(access.library, id);
    if (!media) return null;
    const setup = findMediaSetup(access.library, id);
    const key = keyOf(media.fingerprint, setup);
    return {
      media,
      setup,
      key,
      wantsProxy: setup.proxy !== null && proxies.find(key) === null,
      wantsSound: (await analyses.read('peaks', media.fingerprint)) === null,
    };
  };

  const runOne = async (id: MediaId) => {
    const wanted = await missing(id);
    if (!wanted || !(wanted.wantsProxy || wanted.wantsSound)) return;
    const { media, setup, key, wantsProxy } = wanted;
    const tools = await ffmpeg.require(basename(media.path));
    const facts = await probeFile(tools, media.path);
    const track = trackOf(facts, setup.track, basename(media.path));
    const choice = { track: track.index, channel: setup.channel };
    const proxy = wantsProxy ? proxyOrder(facts, choice, await proxies.begin(key)) : null;
    const doneFolder = join(parts.doneFolder, `${media.fingerprint}.pass`);
    const startedAt = Date.now();
    const pass = runPass(
      parts.workerPath,
      {
        ffmpeg: tools,
        path: media.path,
        track: track.index,
        channels: track.channels,
        sampleRate: track.sampleRate,
        durationMs: media.durationMs,
        isSeekable: SEEKABLE.test(facts.container) && setup.proxy !== 'seeking',
        doneFolder,
        proxy,
      },
      (fraction, piece) => {
        const elapsedMs = Date.now() - startedAt;
        const known = elapsedMs > ESTIMATE_AFTER_MS && fraction > 0;
        change(id, {
          fraction,
          secondsLeft: known ? Math.ceil((elapsedMs * (1 / fraction - 1)) / 1000) : null,
        });
        if (!piece) return;
        running?.sound.addPiece(piece);
        for (const watcher of watchers) watcher.sound(id, piece);
      },
    );
    if (running) running.pass = pass;
    if (running?.isPaused) pass.pause();
    if (running?.isStopped || isClosing) pass.stop();
    change(id, { kind: proxy ? 'proxy' : 'sound', fraction: 0 });
    try {
      const { peaks, energies, endMs } = await pass.result;
      if (proxy) await proxies.adopt(key);
      await analyses.write('peaks', media.fingerprint, encodePeaks(peaks));
      access.library.write((db) => {
        if (!findMedia(db, id)) return;
        changeMediaSetup(db, id, { loudnessLufs: integratedLoudness(energies) });
        // Some containers only estimate how long they are.
        if (endMs > media.durationMs + LENGTH_TOLERANCE_MS) setMediaDuration(db, id, endMs);
      });
      logger.info(`media ${id}: ${endMs} ms of sound read in ${Date.now() - startedAt} ms`);
      await forgetStretches(doneFolder);
      await proxies.prune(parts.limitBytes(), opened ? [opened, key] : [key]);
    } catch (error) {
      if (proxy) await proxies.abandon(key);
      throw error;
    }
  };

  const settle = (id: MediaId) =>
    access.library.write((db) => {
      if (findMedia(db, id)) changeMediaSetup(db, id, { isPending: false });
    });
  const runAll = async () => {
    while (!isClosing) {
      const next = jobs.find(({ state }) => state === 'waiting');
      if (!next) return;
      const id = next.mediaId;
      running = { id, sound: new PeaksBuilder(), pass: null, isPaused: false, isStopped: false };
      change(id, { state: 'running' });
      try {
        await runOne(id);
        settle(id);
        remove(id);
      } catch (error) {
        if (isClosing) return;
        if (running.isStopped) continue;
        logger.error(`media ${id} could not be prepared`, error);
        settle(id);
        change(id, { state: 'failed', failure: failureOf(error, next.name) });
      } finally {
        running = null;
      }
    }
  };
  const wake = () => {
    work = work.then(runAll);
  };
  const add = (id: MediaId, isFirst: boolean) => {
    const media = findMedia(access.library, id);
    const known = jobs.find(({ mediaId, state }) => mediaId === id && state !== 'failed');
    if (!media || (known && (!isFirst || known.state !== 'waiting'))) return;
    const job: MediaJob = known ?? {
      mediaId: id,
      recordingId: media.recordingId,
      name: basename(media.path),
      kind: 'sound',
      state: 'waiting',
      fraction: null,
      secondsLeft: null,
      failure: null,
    };
    const others = jobs.filter(({ mediaId }) => mediaId !== id);
    show(isFirst ? [job, ...others] : [...others, job]);
    wake();
  };

  return {
    get jobs() {
      return jobs;
    },
    watch: (watcher) => void watchers.add(watcher),
    prepare: async (id) => {
      const wanted = await missing(id);
      if (!wanted) return false;
      opened = wanted.key;
      if (!(wanted.wantsProxy || wanted.wantsSound) || !(await isReadable(wanted.media.path))) return false;
      if (!(await ffmpeg.find())) return false;
      add(id, true);
      return true;
    },
    resumeAll: () => {
      for (const id of listPendingMedia(access.library)) add(id, false);
    },
    pause: (id, isPaused) => {
      const job = jobs.find(({ mediaId }) => mediaId === id);
      if (!job || job.state === 'failed') return;
      if (running?.id === id) {
        running.isPaused = isPaused;
        if (isPaused) running.pass?.pause();
        else running.pass?.resume();
        change(id, { state: isPaused ? 'paused' : 'running', secondsLeft: null });
        return;
      }
      change(id, { state: isPaused ? 'paused' : 'waiting' });
      if (!isPaused) wake();
    },
    stop: (id) => {
      if (running?.id === id) {
        running.isStopped = true;
        running.pass?.stop();
      }
      settle(id);
      remove(id);
    },
    soundOf: (id) => (running?.id === id ? running.sound.toPeaks() : null),
    settled: () => work,
    close: () => {
      isClosing = true;
      running?.pass?.stop();
      return work;
    },
  };
}

const keyOf = (
  fingerprint: string,
  { track, channel }: { readonly track: number | null; readonly channel: number | null },
): ProxyKey => ({ fingerprint, track: track ?? 0, channel });

function trackOf({ sounds }: FileFacts, wanted: number | null, name: string) {
  const track = sounds.find(({ index }) => index === wanted) ?? sounds[0];
  if (!track) throw new MinberError('media-no-audio', { name });
  return track;
}

function failureOf(error: unknown, name: string): { code: string; params: Record<string, string | number> } {
  const told =
    error instanceof FfmpegFailure ? new MinberError('ffmpeg-failed', { name }, error) : toMinberError(error);
  const { code, params } =
    told.code === 'unexpected' ? new MinberError('ffmpeg-failed', { name }, error) : told;
  return { code, params: { ...params } };
}

/** The file that the engine is given for a medium: the original, or what stands for it; null while there is none. */
export function readyPath({ access, proxies }: Pick<Parts, 'access' | 'proxies'>, id: string): string | null {
  const media = findMedia(access.library, id);
  if (!media) return null;
  const setup = findMediaSetup(access.library, id);
  return setup.proxy === null ? media.path : proxies.find(keyOf(media.fingerprint, setup));
}
