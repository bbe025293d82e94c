import { softLimitCurve } from './soft-limit.ts';

/** The sound of an element on its way to the speakers, made louder and kept from distorting. */
interface SoundChain {
  readonly context: AudioContext;
  readonly source: MediaElementAudioSourceNode;
  readonly leveller: DynamicsCompressorNode;
  readonly gain: GainNode;
}

/** An element gives its sound away once and for all, so its chain stays as long as the element. */
const chains = new WeakMap<HTMLMediaElement, SoundChain>();

/** How the sound of an element is to be changed. */
export interface SoundOptions {
  /** 1 leaves it as loud as it is. */
  readonly volume: number;
  /** Whether quiet speakers are brought up to the loud ones. */
  readonly levels: boolean;
}

/**
 * Changes the sound of an element. As long as the element itself can do what is asked it plays by itself; from then on
 * its sound goes through a limiter, so that no boost distorts.
 */
export function shapeSound(media: HTMLMediaElement, { volume, levels }: SoundOptions): void {
  if (volume <= 1 && !levels && !chains.has(media)) {
    media.volume = volume;
    return;
  }
  const { context, source, leveller, gain } = chainOf(media);
  // The leveller would make up for what the element takes away.
  media.volume = 1;
  gain.gain.value = volume;
  source.disconnect();
  source.connect(levels ? leveller : gain);
  void context.resume();
}

/** Ends the chain of an element that plays no more. */
export function endSound(media: HTMLMediaElement): void {
  void chains.get(media)?.context.close();
  chains.delete(media);
}

function chainOf(media: HTMLMediaElement): SoundChain {
  const known = chains.get(media);
  if (known) return known;
  const context = new AudioContext({ latencyHint: 'playback' });
  const gain = new GainNode(context);
  // Of 6 dB between two speakers 1 dB is left; the engine makes up for what is taken away (Web Audio, 1.19).
  const leveller = new DynamicsCompressorNode(context, {
    threshold: -45,
    knee: 30,
    ratio: 6,
    attack: 0.01,
    release: 0.4,
  });
  const limiter = new DynamicsCompressorNode(context, {
    threshold: -3,
    knee: 0,
    ratio: 20,
    attack: 0.003,
    release: 0.15,
  });
  // What is quicker than the limiter is rounded off. A shaper takes no more than 1, so it is given half.
  const half = new GainNode(context, { gain: 0.5 });
  const shaper = new WaveShaperNode(context, { curve: softLimitCurve() });
  leveller.connect(gain).connect(limiter).connect(half).connect(shaper).connect(context.destination);
  const source = new MediaElementAudioSourceNode(context, { mediaElement: media });
  const chain = { context, source, leveller, gain };
  chains.set(media, chain);
  return chain;
}
