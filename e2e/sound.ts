import type { Page } from '@playwright/test';

/** What comes out of the speakers: the loudest sample, and the power of the whole. */
export interface Heard {
  readonly peak: number;
  readonly rms: number;
}

/** Lets `heard` listen to what the page sends to the speakers from now on through the Web Audio API. */
export async function tapSound(window: Page): Promise<void> {
  await window.evaluate(() => {
    const { connect } = AudioNode.prototype;
    AudioNode.prototype.connect = function (this: AudioNode, ...args: unknown[]) {
      if (args[0] instanceof AudioDestinationNode) {
        const tap = new AnalyserNode(this.context, { fftSize: 4096 });
        Reflect.apply(connect, this, [tap]);
        Object.assign(globalThis, { minberTap: tap });
      }
      return Reflect.apply(connect, this, args);
    } as typeof connect;
  });
}

/** Listens for so many milliseconds. */
export async function heard(window: Page, forMs: number): Promise<Heard> {
  return window.evaluate(async (ms) => {
    const { minberTap: tap } = globalThis as unknown as { minberTap: AnalyserNode };
    const samples = new Float32Array(tap.fftSize);
    let [peak, power, count] = [0, 0, 0];
    for (const endAt = performance.now() + ms; performance.now() < endAt; ) {
      await new Promise((done) => setTimeout(done, 40));
      tap.getFloatTimeDomainData(samples);
      for (const sample of samples) {
        peak = Math.max(peak, Math.abs(sample));
        power += sample * sample;
      }
      count += samples.length;
    }
    return { peak, rms: Math.sqrt(power / count) };
  }, forMs);
}
