import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type Annotation, GIVEN_KINDS } from '../../../shared/model/annotation.ts';
import { type AnnotationId, newId, type QuoteId, type SpeakerId } from '../../../shared/model/ids.ts';
import { textInline } from '../../../shared/model/turn.ts';
import { CLIP_FORMATS } from '../../../shared/quotes/clip-format.ts';
import { putAnnotation } from '../annotate.ts';
import { putSpeaker } from '../change-speakers.ts';
import {
  addTestRecording,
  openTestApp,
  putTurns,
  temporaryFolder,
  turnOf,
} from '../testing/open-test-app.ts';
import { clipCommands, writeClips } from './clips.ts';
import { takeQuotes } from './take-quotes.ts';

const AT = '2026-01-02T03:04:05.000Z';
const PADDING = { beforeMs: 500, afterMs: 250 };

/** Eight seconds with a tone that begins in the fourth, and a picture. */
let source: Buffer;
beforeAll(() => {
  const to = '/tmp/minber-clip-source.mp4';
  execFileSync('ffmpeg', [
    ...['-loglevel', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc=size=160x90:rate=25:duration=8'],
    ...['-f', 'lavfi', '-i', 'sine=frequency=440:duration=8', '-af', "volume='if(lt(t,3),0,1)':eval=frame"],
    ...['-c:v', 'libx264', '-g', '125', '-pix_fmt', 'yuv420p', '-c:a', 'aac', to],
  ]);
  source = readFileSync(to);
  execFileSync('rm', [to]);
});

const annotationOf = (parts: Partial<Annotation> = {}): Annotation => ({
  id: newId<AnnotationId>(),
  kindId: GIVEN_KINDS.quote,
  body: '',
  colour: null,
  author: '',
  createdAt: AT,
  changedAt: AT,
  resolved: null,
  span: null,
  words: '',
  atMs: null,
  replies: [],
  removed: false,
  ...parts,
});

/** A recording with a quote from 3.0 to 5.0 seconds. */
function quoted() {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const path = join(folder, 'форум.mp4');
  writeFileSync(path, source);
  const fixture = addTestRecording(app, {}, path);
  app.library.write((db) => db.run('UPDATE media SET duration_ms = 8000'));
  const { transcriptId } = fixture;
  const speaker = {
    id: newId<SpeakerId>(),
    name: { kk: 'Айгүл Сәрсенова' },
    title: {},
    organisation: {},
    country: {},
    colour: 0,
    mergedInto: null,
  };
  putSpeaker(app, speaker);
  const annotation = annotationOf();
  const turn = turnOf('', 'a0', {
    speakerId: speaker.id,
    startMs: 3000,
    endMs: 5000,
    content: [textInline('Су – ортақ байлық, оны бірге сақтаймыз.', [annotation.id])],
  });
  putTurns(app, transcriptId, 0, [turn]);
  putAnnotation(app, { transcriptId, annotation });
  const id = newId<QuoteId>();
  takeQuotes(app, { transcriptId, quotes: [{ id, annotationId: annotation.id }] });
  const out = temporaryFolder();
  return { app, ...fixture, path, turn, annotation, id, out };
}

const probed = (path: string, entries: string) =>
  execFileSync('ffprobe', ['-v', 'error', '-show_entries', entries, '-of', 'csv=p=0', path], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n');
const durationOf = (path: string) => Number(probed(path, 'format=duration')[0]);

test.each(CLIP_FORMATS)(
  'a clip as %s has the length asked for, its words and its evidence',
  async (format) => {
    const { app, id, out } = quoted();
    const fractions: number[] = [];
    const written = await writeClips(app, { quoteIds: [id], format, ...PADDING }, out, {
      onProgress: (fraction) => fractions.push(fraction),
    });
    const name = `00-00-03 Айгүл Сәрсенова Су – ортақ байлық, оны бірге.${format}`;
    expect(written).toEqual([{ quoteId: id, outcome: 'written', name, path: join(out, name) }]);
    expect(fractions.at(-1)).toBe(1);
    // A frame of the coded sound is 26 ms at most, one of the picture 40.
    expect(Math.abs(durationOf(join(out, name)) - 2.75)).toBeLessThan(0.08);
    expect(probed(join(out, name), 'stream=codec_type').sort()).toEqual(
      format === 'mp4' ? ['audio', 'video'] : ['audio'],
    );
    const stem = join(out, name.slice(0, -format.length));
    expect(readFileSync(`${stem}vtt`, 'utf8')).toContain('00:00:00.500 --> ');
    expect(readFileSync(`${stem}vtt`, 'utf8')).toContain('<v Айгүл Сәрсенова>Су – ортақ байлық, оны бірге');
    expect(JSON.parse(readFileSync(`${stem}json`, 'utf8'))).toMatchObject({
      clip: { startMs: 2500, endMs: 5250 },
      words: 'Су – ортақ байлық, оны бірге сақтаймыз.',
      startMs: 3000,
      endMs: 5000,
      media: { name: 'форум.mp4', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      revision: { sequence: 1 },
    });
  },
);

test('a clip is cut where it was asked for, not at the next key frame', async () => {
  const { app, id, out } = quoted();
  await writeClips(app, { quoteIds: [id], format: 'wav', ...PADDING }, out);
  const [name = ''] = readdirSync(out).filter((each) => each.endsWith('.wav'));
  // Little-endian samples of 16 bits, behind the head.
  const samples = readFileSync(join(out, name)).subarray(78);
  const loud = [];
  for (let at = 0; at + 1 < samples.length; at += 2)
    if (Math.abs(samples.readInt16LE(at)) > 500) loud.push(at / 2);
  expect(Math.abs((loud[0] ?? 0) / 44_100 - 0.5)).toBeLessThan(0.05);
});

test('no clip is written over another', async () => {
  const { app, id, out } = quoted();
  const choices = { quoteIds: [id, id], format: 'wav' as const, ...PADDING };
  const names = (await writeClips(app, choices, out)).map(({ name }) => name);
  expect(names[1]).toBe(names[0]?.replace('.wav', ' (2).wav'));
  expect(readdirSync(out)).toHaveLength(6);
});

test('what is off the record is in no clip: neither a quote nor what stands beside one', async () => {
  const { app, transcriptId, turn, annotation, id, out } = quoted();
  const secret = annotationOf({ kindId: GIVEN_KINDS.offTheRecord, span: { startMs: 2800, endMs: 2900 } });
  putAnnotation(app, { transcriptId, annotation: secret });
  await writeClips(app, { quoteIds: [id], format: 'wav', ...PADDING }, out);
  const [name = ''] = readdirSync(out).filter((each) => each.endsWith('.json'));
  expect(JSON.parse(readFileSync(join(out, name), 'utf8')).clip.startMs).toBe(2900);

  const content = [
    textInline('Су – ортақ', [annotation.id]),
    textInline(' байлық.', [annotation.id, secret.id]),
  ];
  putTurns(app, transcriptId, 1, [{ ...turn, content }]);
  putAnnotation(app, { transcriptId, annotation: { ...secret, span: null } });
  const other = temporaryFolder();
  expect(await writeClips(app, { quoteIds: [id], format: 'wav', ...PADDING }, other)).toEqual([
    { quoteId: id, outcome: 'withheld', name: null, path: null },
  ]);
  expect(readdirSync(other)).toEqual([]);
  expect(clipCommands(app, { quoteIds: [id], format: 'wav', ...PADDING })).toEqual([]);
});

test('a quote without times gives none and does not stop the others; stopping leaves nothing half done', async () => {
  const { app, transcriptId, turn, id, out } = quoted();
  const bare = annotationOf();
  putTurns(app, transcriptId, 1, [turnOf('', 'a1', { content: [textInline('Уақытсыз', [bare.id])] })]);
  putAnnotation(app, { transcriptId, annotation: bare });
  const bareId = newId<QuoteId>();
  takeQuotes(app, { transcriptId, quotes: [{ id: bareId, annotationId: bare.id }] });
  const choices = { quoteIds: [bareId, id], format: 'wav' as const, ...PADDING };
  expect((await writeClips(app, choices, out)).map(({ outcome }) => outcome)).toEqual([
    'no-times',
    'written',
  ]);

  const stopper = new AbortController();
  stopper.abort(new Error('stopped'));
  const empty = temporaryFolder();
  await expect(writeClips(app, choices, empty, { signal: stopper.signal })).rejects.toThrow('stopped');
  expect(readdirSync(empty)).toEqual([]);
  expect(turn.startMs).toBe(3000);
});

test('without ffmpeg, or without the media, it says so; the commands are there all the same', async () => {
  const { app, id, path, out } = quoted();
  const choices = { quoteIds: [id], format: 'mp3' as const, ...PADDING };
  await app.changeSettings({ ffmpegPath: '/nowhere/ffmpeg' });
  await expect(writeClips(app, choices, out)).rejects.toMatchObject({ code: 'ffmpeg-missing' });
  expect(clipCommands(app, choices)[0]).toMatch(
    /^ffmpeg -ss 2\.500 -t 2\.750 .* "file:.*форум\.mp4" .*libmp3lame/,
  );
  await app.changeSettings({ ffmpegPath: null });
  execFileSync('rm', [path]);
  await expect(writeClips(app, choices, out)).rejects.toMatchObject({ code: 'file-missing' });
});
