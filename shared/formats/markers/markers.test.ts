import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../encoding.ts';
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions } from '../format.ts';
import { oneLine } from '../inline-text.ts';
import { Reading } from '../reading.ts';
import { documents } from '../testing/documents.ts';
import { seenTurns, written } from '../testing/expectations.ts';
import { SESSION } from '../testing/session.ts';
import { descendantsOf, readXml } from '../xml.ts';
import { chapters } from './chapters.ts';
import { edl } from './edl.ts';
import { fcpxml } from './fcpxml.ts';
import { podlove } from './podlove.ts';
import { frameAt, frameCount, timecode } from './timecode.ts';

const OPTIONS: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' };
const bare = (text: string) => text.replace(/\s+|\[[^\]]*\]/g, '');

describe('timecode', () => {
  it.each([
    [25, 3_600_000, '01:00:00:00'],
    [25, 1480, '00:00:01:12'],
    [30_000 / 1001, 59_993, '00:00:59;28'],
    [30_000 / 1001, 60_060, '00:01:00;02'],
    [30_000 / 1001, 600_000, '00:10:00;00'],
    [30_000 / 1001, 3_600_000, '01:00:00;00'],
    [29.97, 3_600_000, '01:00:00;00'],
    [60_000 / 1001, 3_600_000, '01:00:00;00'],
    [24_000 / 1001, 3_603_600, '01:00:00:00'],
    [12.5, 1000, '00:00:01:00'],
  ])('at %f frames a second, %i ms is %s', (rate, ms, code) => {
    const count = frameCount(rate);
    expect(timecode(frameAt(ms, count), count)).toBe(code);
  });

  it('leaves out the numbers that no frame has, and repeats none', () => {
    const count = frameCount(30_000 / 1001);
    const codes = Array.from({ length: 20_000 }, (_, frame) => timecode(frame, count));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => /:\d[1-9]:00;0[01]$/.test(code))).toEqual([]);
  });
});

describe('what is written, to the letter', () => {
  it.each([
    [chapters, 'session.chapters.txt'],
    [podlove, 'session.podlove.json'],
    [edl, 'session.edl'],
    [fcpxml, 'session.fcpxml'],
  ])('$id', async (format, name) => {
    await expect(await written(format, SESSION, OPTIONS)).toMatchFileSnapshot(`../fixtures/${name}`);
  });
});

describe('chapters', () => {
  it('begin with the recording, last ten seconds at least, and have titles on one line, whatever the turns', async () => {
    await fc.assert(
      fc.asyncProperty(documents(), fc.boolean(), async (document, speakers) => {
        const options = { ...OPTIONS, speakers };
        const lines = (await written(chapters, document, options)).split('\n').filter((line) => line !== '');
        const list: unknown = JSON.parse(await written(podlove, document, options));
        expect(list).toHaveLength(lines.length);
        const starts = lines.map((line) => {
          const [, hours = '0', minutes, seconds, title = ''] =
            /^(?:(\d+):)?(\d{1,2}):(\d\d) (.+)$/.exec(line) ?? [];
          expect([...title].length).toBeLessThanOrEqual(100);
          expect(title).not.toMatch(/[<>]/);
          return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
        });
        if (starts.length > 0) expect(starts[0]).toBe(0);
        starts.forEach((start, index) => {
          if (index > 0) expect(start - (starts[index - 1] ?? 0)).toBeGreaterThanOrEqual(9);
        });
      }),
    );
  });
});

describe('markers', () => {
  it('EDL: every turn and every word, in order, on lines that are what they seem', async () => {
    await fc.assert(
      fc.asyncProperty(documents(), async (document) => {
        const lines = (await written(edl, document, OPTIONS)).split('\r\n');
        const events = lines.filter((line) => /^\d{3} /.test(line));
        expect(events).toHaveLength(document.turns.length);
        for (const line of events)
          expect(line).toMatch(/^\d{3} {2}AX {7}V {5}C {8}(\d\d:\d\d:\d\d[:;]\d\d ?){4}$/);
        for (const line of lines.slice(3))
          expect(line).toMatch(/^(\d{3} {2}AX| \|C:ResolveColor|\* (FROM CLIP NAME|LOC|COMMENT): |$)/);
        // Event by event: a bracket of one turn is not closed by another.
        const comments = lines
          .join('\n')
          .split('\n\n')
          .map((event) => bare([...event.matchAll(/^\* COMMENT: (.*)$/gm)].map(([, line]) => line).join('')));
        const words = seenTurns(document, edl, OPTIONS, oneLine).map(({ text }) => bare(text));
        for (const text of words) expect(comments.join('\n')).toContain(text);
      }),
    );
  });

  it('FCPXML: sound XML, a marker a turn at the frame of its start', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ timesSet: true, inOrder: true }), async (document) => {
        const text = await written(fcpxml, document, OPTIONS);
        const reading = new Reading(encodeText(text), { fileName: 'x', language: 'kk' });
        const root = readXml(reading);
        expect(reading.result().warnings).toEqual([{ code: 'empty' }]);
        const markers = root ? descendantsOf(root, 'marker') : [];
        const count = frameCount(document.media?.frameRate);
        const starts = markers.map(({ attributes }) => {
          const [over = 0, under = 1] = (attributes.get('start') ?? '')
            .replace('s', '')
            .split('/')
            .map(Number);
          return Math.round((over / under / count.seconds) * count.frames);
        });
        expect(starts).toEqual(document.turns.map(({ startMs }) => frameAt(startMs ?? 0, count)));
        const words = seenTurns(document, fcpxml, OPTIONS, oneLine).map(({ text: each }) => bare(each));
        expect(markers.map(({ attributes }) => bare(attributes.get('note') ?? ''))).toEqual(words);
      }),
    );
  });
});
