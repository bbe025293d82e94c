/** Receives decoded sound: the first `frames` samples of each channel, -1 to 1. The arrays are used again. */
export type SoundListener = (
  channels: readonly Float32Array[],
  frames: number,
  startSeconds: number,
  sampleRate: number,
) => void;

const WAITING_CHUNKS = 4;
const PLANES = Array.from({ length: 32 }, (_, planeIndex) => ({
  planeIndex,
  format: 'f32-planar' as const,
}));

/**
 * The engine's audio decoder, with back-pressure. The sound of one run is placed by the time at which the run
 * starts and the samples decoded since, because the engine's own timestamps are wrong before zero.
 */
export class EngineDecoder {
  readonly #decoder: AudioDecoder;
  readonly #failed: Promise<never>;
  #channels: Float32Array[] = [];
  #runStartSeconds = 0;
  #runFrames = 0;
  #runSeconds = 0;

  constructor(config: AudioDecoderConfig, onSound: SoundListener) {
    let fail: (error: unknown) => void = () => {};
    this.#failed = new Promise((_, reject) => {
      fail = reject;
    });
    this.#failed.catch(() => {});
    this.#decoder = new AudioDecoder({
      output: (sound) => this.#take(sound, onSound),
      error: fail,
    });
    this.#decoder.configure(config);
  }

  /** Begins a run: a stretch without a gap. Call when the run before it has been flushed. */
  startRun(startSeconds: number): void {
    this.#runStartSeconds = startSeconds;
    this.#runFrames = 0;
    this.#runSeconds = 0;
  }

  /** Seconds of sound that came out of this run so far. */
  get runSeconds(): number {
    return this.#runSeconds;
  }

  /** Hands in a chunk; resolves when there is room for the next. Rejects when the engine gives up on the file. */
  async decode(data: Uint8Array, timestampSeconds: number): Promise<void> {
    if (this.#decoder.state === 'closed') await this.#failed;
    this.#decoder.decode(
      new EncodedAudioChunk({ type: 'key', timestamp: Math.round(timestampSeconds * 1e6), data }),
    );
    while (this.#decoder.decodeQueueSize >= WAITING_CHUNKS) {
      const dequeued = new Promise((resolve) => {
        this.#decoder.addEventListener('dequeue', resolve, { once: true });
      });
      await Promise.race([dequeued, this.#failed]);
    }
  }

  /** Ends a run: resolves when all of it has come out. */
  flush(): Promise<void> {
    return this.#decoder.flush();
  }

  close(): void {
    if (this.#decoder.state !== 'closed') this.#decoder.close();
  }

  #take(sound: AudioData, onSound: SoundListener): void {
    const { numberOfFrames, numberOfChannels, sampleRate } = sound;
    if (this.#channels.length !== numberOfChannels || (this.#channels[0]?.length ?? 0) < numberOfFrames) {
      this.#channels = Array.from({ length: numberOfChannels }, () => new Float32Array(numberOfFrames * 2));
    }
    for (let channel = 0; channel < numberOfChannels; channel++) {
      sound.copyTo(this.#channels[channel] as Float32Array, PLANES[channel] as AudioDataCopyToOptions);
    }
    sound.close();
    onSound(this.#channels, numberOfFrames, this.#runStartSeconds + this.#runFrames / sampleRate, sampleRate);
    this.#runFrames += numberOfFrames;
    this.#runSeconds = this.#runFrames / sampleRate;
  }
}
