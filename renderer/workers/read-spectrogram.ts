import type { Spectrogram } from '../../shared/audio/spectrogram.ts';
import { mediaUrl } from './analyse-media.ts';
import type { SpectrogramReply, SpectrogramRequest } from './spectrogram-messages.ts';

/** Reads the spectrogram of stretches of one recording, in a worker; what was asked for last wins. */
export class SpectrogramReader {
  readonly #worker = new Worker(new URL('./spectrogram.worker.ts', import.meta.url), { type: 'module' });
  readonly #url: string;
  #job = 0;
  #giveUp: (reason: unknown) => void = () => {};

  constructor(mediaId: string) {
    this.#url = mediaUrl(mediaId);
  }

  /**
   * Returns the spectrogram of `[fromMs, toMs)`, a column for each of `columns` moments. Rejects with an AbortError
   * when it is stopped or something else is asked for meanwhile, otherwise when the sound cannot be read.
   */
  read(fromMs: number, toMs: number, columns: number): Promise<Spectrogram> {
    this.#giveUp(new DOMException('something else was asked for', 'AbortError'));
    this.#job += 1;
    const job = this.#job;
    return new Promise<Spectrogram>((resolve, reject) => {
      this.#giveUp = reject;
      this.#worker.onerror = (event) => reject(new Error(event.message));
      this.#worker.onmessage = ({ data }: MessageEvent<SpectrogramReply>) => {
        if (data.job !== job) return;
        if (data.kind === 'drawn') resolve(data.spectrogram);
        else reject(new Error(data.cause));
      };
      this.#ask({ job, wanted: { url: this.#url, fromMs, toMs, columns } });
    });
  }

  /** Gives up what is being read. */
  stop(): void {
    this.#giveUp(new DOMException('stopped', 'AbortError'));
    this.#job += 1;
    this.#ask({ job: this.#job, wanted: null });
  }

  dispose(): void {
    this.stop();
    this.#worker.terminate();
  }

  #ask(request: SpectrogramRequest): void {
    this.#worker.postMessage(request);
  }
}
