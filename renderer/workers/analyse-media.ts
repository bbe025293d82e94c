import {
  isCutOff,
  type MediaFailure,
  type MediaHead,
  mediaFacts,
  toldAs,
} from '../../shared/audio/media-head.ts';
import { type Peaks, PeaksBuilder, type PeaksPiece, pointsIn } from '../../shared/audio/peaks.ts';
import type { MediaFacts } from '../../shared/ipc/contract.ts';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { AnalysisReply, AnalysisRequest } from './analysis-messages.ts';

/** From this length on, two decoders work on two halves. */
const HALVED_FROM_SECONDS = 300;

export interface AnalysisOptions {
  /** Stops the work; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** 0 to 1, several times a second. */
  readonly onProgress?: (fraction: number) => void;
  /** Called with each stretch of the envelope as it is known. */
  readonly onPiece?: (piece: PeaksPiece) => void;
}

export interface Analysis {
  readonly facts: MediaFacts;
  readonly peaks: Peaks;
}

/** Returns the address under which the main process serves a media file. */
export function mediaUrl(mediaId: string): string {
  return `media://${mediaId}/`;
}

/**
 * Reads a whole media file once, in workers: what it is, how long, and the envelope of its sound. `name` is the
 * file's name, for the person. Rejects with a MinberError: `media-unsupported`, `media-damaged`,
 * `media-no-audio` or `file-missing`.
 */
export async function analyseMedia(
  mediaId: string,
  name: string,
  { signal, onProgress, onPiece }: AnalysisOptions = {},
): Promise<Analysis> {
  const url = mediaUrl(mediaId);
  const peaks = new PeaksBuilder();
  const stopper = new AbortController();
  const stop = () => stopper.abort(signal?.reason);
  if (signal) whenAborted(signal, stop);
  const failed = (code: MediaFailure, cause: string) => new MinberError(toldAs(code, name), { name }, cause);
  try {
    const first = new AnalysisWorker(stopper.signal, failed);
    const head = await first.open(url);
    const reached: number[] = [];
    const hear = (part: number, startSeconds: number) => (reply: Heard) => {
      if (reply.piece) {
        peaks.addPiece(reply.piece);
        onPiece?.(reply.piece);
      }
      reached[part] = reply.reachedSeconds - startSeconds;
      const heardSeconds = reached.reduce((sum, seconds) => sum + seconds, 0);
      onProgress?.(Math.max(0, Math.min(1, heardSeconds / head.audioSeconds)));
    };
    const [endSeconds] = await Promise.all([
      decodeAll(url, head, first, () => new AnalysisWorker(stopper.signal, failed), hear),
      canPlay(url, stopper.signal).then((can) => {
        if (!can) throw failed('media-unsupported', 'the media element refuses it');
      }),
    ]);
    if (isCutOff(head, endSeconds)) throw failed('media-damaged', `${endSeconds} of ${head.audioSeconds} s`);
    const facts = mediaFacts(head, endSeconds);
    return { facts, peaks: peaks.toPeaks(pointsIn(facts.durationMs)) };
  } finally {
    signal?.removeEventListener('abort', stop);
    stopper.abort();
  }
}

type Heard = Extract<AnalysisReply, { kind: 'heard' }>;

/** Returns where the sound ends, in seconds. */
async function decodeAll(
  url: string,
  head: MediaHead,
  first: AnalysisWorker,
  another: () => AnalysisWorker,
  hear: (part: number, startSeconds: number) => (reply: Heard) => void,
): Promise<number> {
  if (head.audioSeconds < HALVED_FROM_SECONDS) return first.decode(0, null, hear(0, 0));
  const middle = head.audioSeconds / 2;
  const second = another();
  const ends = await Promise.all([
    first.decode(0, middle, hear(0, 0)),
    second.open(url).then(() => second.decode(middle, null, hear(1, middle))),
  ]);
  return Math.max(...ends);
}

/** One worker and the requests to it, one at a time; it ends with `signal`. */
class AnalysisWorker {
  readonly #worker = new Worker(new URL('./analyse-media.worker.ts', import.meta.url), { type: 'module' });
  readonly #signal: AbortSignal;
  readonly #failed: (code: MediaFailure, cause: string) => Error;

  constructor(signal: AbortSignal, failed: (code: MediaFailure, cause: string) => Error) {
    this.#signal = signal;
    this.#failed = failed;
    whenAborted(signal, () => this.#worker.terminate());
  }

  async open(url: string): Promise<MediaHead> {
    const reply = await this.#ask({ kind: 'open', url }, () => {});
    if (reply.kind !== 'opened') throw this.#failed('unexpected', reply.kind);
    return reply.head;
  }

  /** Returns where the sound of the span ends, in seconds. */
  async decode(fromSeconds: number, toSeconds: number | null, hear: (reply: Heard) => void): Promise<number> {
    const reply = await this.#ask({ kind: 'decode', fromSeconds, toSeconds }, hear);
    if (reply.kind !== 'done') throw this.#failed('unexpected', reply.kind);
    return reply.endSeconds;
  }

  #ask(request: AnalysisRequest, hear: (reply: Heard) => void): Promise<Exclude<AnalysisReply, Heard>> {
    return new Promise((resolve, reject) => {
      whenAborted(this.#signal, () => reject(this.#signal.reason));
      this.#worker.onerror = (event) => reject(this.#failed('unexpected', event.message));
      this.#worker.onmessage = ({ data }: MessageEvent<AnalysisReply>) => {
        if (data.kind === 'heard') hear(data);
        else if (data.kind === 'failed') reject(this.#failed(data.code, data.cause));
        else resolve(data);
      };
      this.#worker.postMessage(request);
    });
  }
}

/** Tells whether a media element plays a file, which some do not that a decoder can read. */
export function canPlay(url: string, signal: AbortSignal): Promise<boolean> {
  const element = document.createElement('video');
  element.preload = 'metadata';
  element.muted = true;
  return new Promise<boolean>((resolve, reject) => {
    element.onloadedmetadata = () => resolve(true);
    element.onerror = () => resolve(false);
    whenAborted(signal, () => reject(signal.reason));
    element.src = url;
  }).finally(() => {
    element.onerror = null;
    element.removeAttribute('src');
    element.load();
  });
}

/** Runs when the signal is aborted, at once when it is so already. */
function whenAborted(signal: AbortSignal, run: () => void): void {
  if (signal.aborted) run();
  else signal.addEventListener('abort', run, { once: true });
}
