import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MediaHead } from '../../shared/audio/media-head.ts';
import { analyseMedia } from './analyse-media.ts';
import type { AnalysisReply, AnalysisRequest } from './analysis-messages.ts';

const HEAD: MediaHead = {
  container: 'MP4',
  audioCodec: 'aac',
  audioSeconds: 100,
  audioSecondsStated: true,
  videoCodec: null,
  frameRate: null,
  width: null,
  height: null,
  videoSeconds: 0,
};

/** A worker that answers as `answer` says, in its own time. */
class FakeWorker {
  static answer: (request: AnalysisRequest) => readonly AnalysisReply[] = () => [];
  static made: FakeWorker[] = [];
  readonly asked: AnalysisRequest[] = [];
  onmessage: ((event: { data: AnalysisReply }) => void) | null = null;
  onerror: unknown = null;
  terminated = false;
  constructor() {
    FakeWorker.made.push(this);
  }
  postMessage(request: AnalysisRequest) {
    this.asked.push(request);
    const replies = FakeWorker.answer(request);
    queueMicrotask(() => {
      for (const data of replies) if (!this.terminated) this.onmessage?.({ data });
    });
  }
  terminate() {
    this.terminated = true;
  }
}

/** A media element that can or cannot play what it is given. */
function fakeElement(canPlay: boolean) {
  const element = {
    onloadedmetadata: null as null | (() => void),
    onerror: null as null | (() => void),
    removeAttribute() {},
    load() {},
    set src(_url: string) {
      queueMicrotask(() => (canPlay ? element.onloadedmetadata?.() : element.onerror?.()));
    },
  };
  return element;
}

function setUp(answer: typeof FakeWorker.answer, canPlay = true) {
  FakeWorker.answer = answer;
  vi.stubGlobal('document', { createElement: () => fakeElement(canPlay) });
}

const piece = (first: number, loudness: number) => ({
  first,
  min: Int16Array.of(-loudness),
  max: Int16Array.of(loudness),
});

/** Answers as for a file of `head` whose sound ends at `endSeconds`. */
const file =
  (head: MediaHead, endSeconds = head.audioSeconds) =>
  (request: AnalysisRequest): readonly AnalysisReply[] => {
    if (request.kind === 'open') return [{ kind: 'opened', head }];
    const reachedSeconds = request.toSeconds ?? endSeconds;
    return [
      { kind: 'heard', piece: piece(request.fromSeconds * 100, 9), reachedSeconds },
      { kind: 'done', endSeconds: reachedSeconds },
    ];
  };

beforeEach(() => {
  FakeWorker.made = [];
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => vi.unstubAllGlobals());

describe('the analysis of a recording', () => {
  it('tells what the file is, how long, and its envelope', async () => {
    setUp(file({ ...HEAD, videoCodec: 'avc', videoSeconds: 100.4, width: 640, height: 360, frameRate: 25 }));
    const { facts, peaks } = await analyseMedia('id', 'a.mp4');
    expect(facts).toEqual({
      durationMs: 100_400,
      container: 'MP4',
      audioCodec: 'aac',
      videoCodec: 'avc',
      frameRate: 25,
      width: 640,
      height: 360,
    });
    expect(peaks.max.length).toBe(10_040);
    expect(peaks.max[0]).toBe(9);
  });

  it('works on two halves of a long one, and puts them together', async () => {
    setUp(file({ ...HEAD, audioSeconds: 1000 }));
    const fractions: number[] = [];
    const { peaks } = await analyseMedia('id', 'a.mp4', { onProgress: (value) => fractions.push(value) });
    const spans = FakeWorker.made.flatMap(({ asked }) => asked).filter(({ kind }) => kind === 'decode');
    expect(spans).toEqual([
      { kind: 'decode', fromSeconds: 0, toSeconds: 500 },
      { kind: 'decode', fromSeconds: 500, toSeconds: null },
    ]);
    expect([peaks.max[0], peaks.max[50_000]]).toEqual([9, 9]);
    expect(fractions).toEqual([0.5, 1]);
  });

  it('lets go of its workers', async () => {
    setUp(file({ ...HEAD, audioSeconds: 1000 }));
    await analyseMedia('id', 'a.mp4');
    expect(FakeWorker.made.map(({ terminated }) => terminated)).toEqual([true, true]);
  });

  it('stops when it is told to', async () => {
    setUp((request) => (request.kind === 'open' ? [{ kind: 'opened', head: HEAD }] : []));
    const stopper = new AbortController();
    const analysis = analyseMedia('id', 'a.mp4', { signal: stopper.signal });
    await Promise.resolve();
    stopper.abort(new Error('enough'));
    await expect(analysis).rejects.toThrow('enough');
    expect(FakeWorker.made.every(({ terminated }) => terminated)).toBe(true);
  });
});

describe('a file that cannot be used', () => {
  const failing = (code: Extract<AnalysisReply, { kind: 'failed' }>['code']) => () =>
    [{ kind: 'failed', code, cause: 'because' }] as const;

  it.each([
    ['media-no-audio', 'a.mp4', 'media-no-audio'],
    ['media-unsupported', 'a.mp4', 'media-unsupported'],
    ['media-damaged', 'a.mp4', 'media-damaged'],
    ['file-missing', 'a.mp4', 'file-missing'],
    ['unrecognised', 'a.MP4', 'media-damaged'],
    ['unrecognised', 'a.wma', 'media-unsupported'],
    ['unrecognised', 'notes', 'media-unsupported'],
  ] as const)('%s in %s is told as %s, by its name', async (code, name, told) => {
    setUp(failing(code));
    await expect(analyseMedia('id', name)).rejects.toMatchObject({ code: told, params: { name } });
  });

  it('is refused when the media element cannot play it', async () => {
    setUp(file(HEAD), false);
    await expect(analyseMedia('id', 'a.mp4')).rejects.toMatchObject({ code: 'media-unsupported' });
  });

  it('is damaged when much of the sound that it announces is missing', async () => {
    setUp(file(HEAD, 60));
    await expect(analyseMedia('id', 'a.mp4')).rejects.toMatchObject({ code: 'media-damaged' });
  });

  it('is not taken for damaged when it never said how long it is, or is only a little shorter', async () => {
    setUp(file({ ...HEAD, audioSecondsStated: false }, 60));
    expect((await analyseMedia('id', 'a.mp3')).facts.durationMs).toBe(60_000);
    setUp(file(HEAD, 98));
    expect((await analyseMedia('id', 'a.mp4')).facts.durationMs).toBe(98_000);
  });
});
