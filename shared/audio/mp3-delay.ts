const DECODER_DELAY_SAMPLES = 529;
const ENCODERS_THAT_TELL = ['LAME', 'Lavf', 'Lavc'];

/**
 * Returns where the first frame of an MP3 may stand: behind an ID3v2 tag, if `head` (10 bytes or more of the
 * file) begins with one.
 */
export function mp3FirstFrameOffset(head: Uint8Array): number {
  const [i, d, three, , , , a = 0, b = 0, c = 0, e = 0] = head;
  if (i !== 0x49 || d !== 0x44 || three !== 0x33) return 0;
  return 10 + ((a << 21) | (b << 14) | (c << 7) | e);
}

/**
 * Returns how many samples of silence the encoder and the decoder put before the sound, as the information frame
 * of an MP3 states it (http://gabriel.mp3-tech.org/mp3infotag.html), 0 when it does not. `frame` begins with
 * the first frame; 256 bytes are enough.
 */
export function mp3DelaySamples(frame: Uint8Array): number {
  const version = ((frame[1] ?? 0) >> 3) & 3;
  const isMono = (frame[3] ?? 0) >> 6 === 3;
  const isMpeg1 = version === 3;
  const sideInfoBytes = isMpeg1 ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  const tagAt = 4 + sideInfoBytes;
  const text = (at: number) => String.fromCharCode(...frame.subarray(at, at + 4));
  if (text(tagAt) !== 'Xing' && text(tagAt) !== 'Info') return 0;
  const flags = frame[tagAt + 7] ?? 0;
  const fieldBytes = [4, 4, 100, 4].reduce((sum, size, bit) => sum + (flags & (1 << bit) ? size : 0), 0);
  const encoderAt = tagAt + 8 + fieldBytes;
  if (!ENCODERS_THAT_TELL.includes(text(encoderAt))) return 0;
  const delay = ((frame[encoderAt + 21] ?? 0) << 4) | ((frame[encoderAt + 22] ?? 0) >> 4);
  return delay === 0 ? 0 : delay + DECODER_DELAY_SAMPLES;
}
