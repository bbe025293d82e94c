import model from '@ricky0123/vad-web/dist/silero_vad_v6.onnx?url';
import wasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { SPEECH_RATE } from '../../shared/speech/speech-samples.ts';

const WINDOW = 512;
/** The network hears the end of the window before along with each window. */
const CONTEXT = 64;
/** Stretches of one recording that are heard side by side: one run of the network costs little more than for one. */
const LANES = 8;
/** A lane begins to listen this long before its stretch, to be attuned when it starts: about three seconds. */
const RUN_UP = 100;
const STATE = 128;

/** Sound before a stretch that `likelihood` can use, in seconds. */
export const RUN_UP_SECONDS = (RUN_UP * WINDOW + CONTEXT) / SPEECH_RATE;

/** Silero VAD 6 in WebAssembly: tells speech from applause, music and noise. */
export class SpeechNetwork {
  readonly #session: InferenceSession;

  private constructor(session: InferenceSession) {
    this.#session = session;
  }

  static async load(): Promise<SpeechNetwork> {
    env.wasm.wasmPaths = { wasm };
    env.wasm.numThreads = 1;
    env.logLevel = 'error';
    const bytes = new Uint8Array(await (await fetch(model)).arrayBuffer());
    return new SpeechNetwork(await InferenceSession.create(bytes, { executionProviders: ['wasm'] }));
  }

  /**
   * Returns how likely each window of 512 samples holds speech, 0 to 255, from sample `from` on to the end. What lies
   * before `from` is listened to only.
   */
  async likelihood(samples: Float32Array, from: number): Promise<Uint8Array> {
    const windows = Math.floor((samples.length - from) / WINDOW);
    const found = new Uint8Array(windows);
    if (windows === 0) return found;
    const perLane = Math.ceil(windows / LANES);
    const rate = new Tensor('int64', BigInt64Array.from([BigInt(SPEECH_RATE)]), []);
    const width = CONTEXT + WINDOW;
    let state = new Tensor('float32', new Float32Array(2 * LANES * STATE), [2, LANES, STATE]);
    for (let step = -RUN_UP; step < perLane; step++) {
      const input = new Float32Array(LANES * width);
      for (let lane = 0; lane < LANES; lane++) {
        const start = from + (lane * perLane + step) * WINDOW - CONTEXT;
        const first = Math.max(0, start);
        const end = Math.min(samples.length, start + width);
        if (end > first) input.set(samples.subarray(first, end), lane * width + (first - start));
      }
      const result = await this.#session.run({
        input: new Tensor('float32', input, [LANES, width]),
        state,
        sr: rate,
      });
      state = result.stateN as typeof state;
      if (step < 0) continue;
      const output = result.output?.data as Float32Array;
      for (let lane = 0; lane < LANES; lane++) {
        const window = lane * perLane + step;
        if (window < windows && window < (lane + 1) * perLane)
          found[window] = Math.round((output[lane] ?? 0) * 255);
      }
    }
    return found;
  }
}
