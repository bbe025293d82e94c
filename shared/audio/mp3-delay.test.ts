import { describe, expect, it } from 'vitest';
import { mp3DelaySamples, mp3FirstFrameOffset } from './mp3-delay.ts';

/** An information frame as LAME and ffmpeg write it. */
function infoFrame({
  header = [0xff, 0xfb, 0x90, 0x64],
  side = 32,
  encoder = 'LAME3.100',
  flags = 0x0f,
} = {}) {
  const fields = flags === 0x0f ? 112 : 8;
  const frame = new Uint8Array(400);
  frame.set(header);
  frame.set(new TextEncoder().encode('Info'), 4 + side);
  frame[4 + side + 7] = flags;
  const encoderAt = 4 + side + 8 + fields;
  frame.set(new TextEncoder().encode(encoder), encoderAt);
  frame.set([0x24, 0x05, 0xa0], encoderAt + 21);
  return frame;
}

describe('the delay of an MP3', () => {
  it.each([
    ['MPEG 1, stereo', infoFrame(), 576 + 529],
    ['MPEG 1, mono', infoFrame({ header: [0xff, 0xfb, 0x90, 0xc4], side: 17 }), 576 + 529],
    ['MPEG 2, stereo', infoFrame({ header: [0xff, 0xf3, 0x48, 0x44], side: 17 }), 576 + 529],
    ['MPEG 2, mono', infoFrame({ header: [0xff, 0xf3, 0x48, 0xc4], side: 9 }), 576 + 529],
    ['without a table of contents', infoFrame({ flags: 0x03 }), 576 + 529],
    ['written by ffmpeg', infoFrame({ encoder: 'Lavc60.31' }), 576 + 529],
    ['of an encoder that does not tell', infoFrame({ encoder: 'Xing' }), 0],
    ['without an information frame', Uint8Array.of(0xff, 0xfb, 0x90, 0x64, 0, 0, 0), 0],
    ['of nothing', new Uint8Array(0), 0],
  ])('%s', (_case, frame, samples) => {
    expect(mp3DelaySamples(frame)).toBe(samples);
  });
});

describe('the first frame of an MP3', () => {
  it('stands at the start, or behind an ID3v2 tag', () => {
    expect(mp3FirstFrameOffset(Uint8Array.of(0xff, 0xfb, 0, 0, 0, 0, 0, 0, 0, 0))).toBe(0);
    expect(mp3FirstFrameOffset(Uint8Array.of(0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0x02, 0x01))).toBe(10 + 257);
    expect(mp3FirstFrameOffset(new Uint8Array(0))).toBe(0);
  });
});
