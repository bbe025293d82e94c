import {
  AudioSampleSink,
  type EncodedPacket,
  EncodedPacketSink,
  type InputAudioTrack,
  PCM_AUDIO_CODECS,
} from 'mediabunny';
import { MinberError } from '../../shared/ipc/errors.ts';
import { EngineDecoder, type SoundListener } from './engine-decoder.ts';

const DRIFT_SECONDS = 0.02;
const BATCH_PACKETS = 64;
const TRIAL_PACKETS = 4;
// Frames of these codecs can be told apart when they stand in one chunk, and the engine does so.
const CODECS_IN_BATCHES = ['mp3', 'aac', 'flac'];
// A decoder that starts in the middle needs some packets before it sounds right (80 ms for Opus).
const RUN_UP_SECONDS = 0.1;

/**
 * Decodes the sound of `[fromSeconds, toSeconds)`, to the end for null, a little more on either side, and hands
 * it to `onSound`. Returns where the last packet ends, in seconds. Memory does not depend on the length. Rejects
 * with the engine's error when it cannot decode a packet.
 */
export async function decodeSpan(
  track: InputAudioTrack,
  fromSeconds: number,
  toSeconds: number | null,
  onSound: SoundListener,
): Promise<number> {
  const codec = await track.getCodec();
  const config = await track.getDecoderConfig();
  if (!codec || !config) throw new MinberError('media-unsupported');
  if (PCM_AUDIO_CODECS.some((plain) => plain === codec)) {
    return decodeUncompressed(track, fromSeconds, toSeconds, onSound);
  }
  const sink = new EncodedPacketSink(track);
  const first = (await sink.getPacket(fromSeconds - RUN_UP_SECONDS)) ?? (await sink.getFirstPacket());
  if (!first) return 0;
  const whole = codec === 'opus' ? withoutPreSkip(config) : config;
  const batch = CODECS_IN_BATCHES.includes(codec) ? await batchSize(sink, first, whole) : 1;
  const decoder = new EngineDecoder(whole, onSound);
  try {
    let endSeconds = first.timestamp;
    let packet: EncodedPacket | null = first;
    while (packet && packet.timestamp < (toSeconds ?? Number.POSITIVE_INFINITY)) {
      decoder.startRun(await soundStart(codec, sink, packet));
      const run: Run = await decodeRun(decoder, sink, packet, toSeconds, batch);
      await decoder.flush();
      endSeconds = Math.max(endSeconds, run.endSeconds);
      packet = run.next;
    }
    return endSeconds;
  } finally {
    decoder.close();
  }
}

interface Run {
  readonly endSeconds: number;
  readonly next: EncodedPacket | null;
}

/** Decodes packets from `start` on, as long as their timestamps and the sum of their lengths agree. */
async function decodeRun(
  decoder: EngineDecoder,
  sink: EncodedPacketSink,
  start: EncodedPacket,
  toSeconds: number | null,
  batch: number,
): Promise<Run> {
  let countedSeconds = start.timestamp;
  let endSeconds = start.timestamp;
  let packet: EncodedPacket | null = start;
  const belongs = ({ timestamp }: EncodedPacket) =>
    Math.abs(timestamp - countedSeconds) < DRIFT_SECONDS && (toSeconds === null || timestamp < toSeconds);

  while (packet && belongs(packet)) {
    const packets: EncodedPacket[] = [];
    while (packet && packets.length < batch && belongs(packet)) {
      packets.push(packet);
      countedSeconds += packet.duration;
      endSeconds = packet.timestamp + packet.duration;
      packet = await sink.getNextPacket(packet);
    }
    await decoder.decode(joined(packets), packets[0]?.timestamp ?? 0);
  }
  return { endSeconds, next: packet };
}

/** Returns where the first sound lies that a decoder starting with `packet` gives, in seconds. */
async function soundStart(codec: string, sink: EncodedPacketSink, packet: EncodedPacket): Promise<number> {
  if (codec !== 'vorbis' && codec !== 'opus') return packet.timestamp;
  const second = await sink.getNextPacket(packet);
  if (!second) return packet.timestamp;
  // Each packet of Vorbis overlaps with the one before it, so the first one only prepares (Vorbis I, 4.3.8).
  if (codec === 'vorbis') return second.timestamp;
  // The first packet of Opus is stated to be shorter than it is, by the pre-skip that is no longer dropped.
  return second.timestamp - second.duration;
}

/**
 * Returns the configuration with a pre-skip of nothing (RFC 7845, 5.1): the timestamps allow for it already, and
 * the engine would drop it again wherever decoding starts.
 */
function withoutPreSkip(config: AudioDecoderConfig): AudioDecoderConfig {
  if (!config.description) return config;
  const { description } = config;
  const head = ArrayBuffer.isView(description)
    ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength).slice()
    : new Uint8Array(description).slice();
  head.fill(0, 10, 12);
  return { ...config, description: head };
}

/**
 * Returns how many packets to hand over in one chunk. The engine takes one chunk at a time, and the way there
 * and back costs more than the decoding; but not every engine decodes all that a chunk holds, so it is tried.
 */
async function batchSize(
  sink: EncodedPacketSink,
  first: EncodedPacket,
  config: AudioDecoderConfig,
): Promise<number> {
  const packets: EncodedPacket[] = [];
  let packet: EncodedPacket | null = first;
  while (packet && packets.length < TRIAL_PACKETS) {
    packets.push(packet);
    packet = await sink.getNextPacket(packet);
  }
  const expectedSeconds = packets.reduce((sum, { duration }) => sum + duration, 0);
  const trial = new EngineDecoder(config, () => {});
  try {
    await trial.decode(joined(packets), first.timestamp);
    await trial.flush();
    return trial.runSeconds > expectedSeconds * 0.9 ? BATCH_PACKETS : 1;
  } catch {
    return 1;
  } finally {
    trial.close();
  }
}

function joined(packets: readonly EncodedPacket[]): Uint8Array {
  const [only] = packets;
  if (only && packets.length === 1) return only.data;
  const bytes = new Uint8Array(packets.reduce((sum, { data }) => sum + data.length, 0));
  let at = 0;
  for (const { data } of packets) {
    bytes.set(data, at);
    at += data.length;
  }
  return bytes;
}

/** Plain samples need no engine. */
async function decodeUncompressed(
  track: InputAudioTrack,
  fromSeconds: number,
  toSeconds: number | null,
  onSound: SoundListener,
): Promise<number> {
  let channels: Float32Array[] = [];
  let endSeconds = fromSeconds;
  for await (const sample of new AudioSampleSink(track).samples(fromSeconds, toSeconds ?? undefined)) {
    const { numberOfChannels, numberOfFrames } = sample;
    if (channels.length !== numberOfChannels || (channels[0]?.length ?? 0) < numberOfFrames) {
      channels = Array.from({ length: numberOfChannels }, () => new Float32Array(numberOfFrames));
    }
    channels.forEach((channel, planeIndex) => {
      sample.copyTo(channel.subarray(0, numberOfFrames), { planeIndex, format: 'f32-planar' });
    });
    onSound(channels, numberOfFrames, sample.timestamp, sample.sampleRate);
    endSeconds = sample.timestamp + sample.duration;
    sample.close();
  }
  return endSeconds;
}
