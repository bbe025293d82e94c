import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions, type Format } from './format.ts';
import { json } from './json.ts';
import { md } from './md.ts';
import { FORMATS } from './registry.ts';
import { srt } from './srt.ts';
import { documents, joined } from './testing/documents.ts';
import {
  bytesWritten,
  cueWords,
  documentOf,
  paragraphWords,
  type SeenTurn,
  seenTurns,
} from './testing/expectations.ts';
import { txt } from './txt.ts';
import { vtt } from './vtt.ts';

const CONTEXT = { fileName: 'forum.x', language: 'kk' };
const OPTIONS: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' };
const anyOptions: fc.Arbitrary<ExportOptions> = fc.record({
  tracks: fc.constant('original'),
  times: fc.boolean(),
  timeForm: fc.constantFrom('h:mm:ss', 'h:mm:ss.mmm', 'mm:ss'),
  speakers: fc.boolean(),
  inlines: fc.boolean(),
  headHash: fc.constant(false),
  language: fc.constantFrom('kk', 'ru', 'en'),
  subtitle: fc.constant(DEFAULT_EXPORT_OPTIONS.subtitle),
  media: fc.constant(DEFAULT_EXPORT_OPTIONS.media),
  annotations: fc.boolean(),
});

async function readBack(format: Format, document: Parameters<typeof bytesWritten>[1], options = OPTIONS) {
  return documentOf(await format.read?.(await bytesWritten(format, document, options), CONTEXT));
}
const hasSomething = ({ speaker, startMs, text }: SeenTurn) =>
  speaker !== '' || startMs !== null || text !== '';
/** What was read shows all its inlines: a time that the words hold has become one. */
const shown = (options: ExportOptions) => ({ ...options, inlines: true });
const byStart = (a: SeenTurn, b: SeenTurn) => (a.startMs ?? 0) - (b.startMs ?? 0);

describe('read(write(d)) equals what the format keeps', () => {
  it('JSON: everything', async () => {
    await fc.assert(
      fc.asyncProperty(documents(), async (document) => {
        expect(await readBack(json, document)).toEqual(document);
      }),
    );
  });

  it('TXT: starts, speakers and words, whatever the words look like', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ plain: true }), documents(), anyOptions, async (named, hard, options) => {
        const document = {
          ...hard,
          speakers: named.speakers,
          turns: hard.turns.map((turn, index) => ({ ...turn, speakerId: named.speakers[index]?.id ?? null })),
        };
        const expected = seenTurns(document, txt, options, paragraphWords).filter(hasSomething);
        fc.pre(expected.length > 0);
        const actual = seenTurns(await readBack(txt, document, options), txt, shown(options), paragraphWords);
        expect(actual).toEqual(expected);
      }),
    );
  });

  it('Markdown: heading, starts, speakers and words, whatever they look like', async () => {
    await fc.assert(
      fc.asyncProperty(documents(), anyOptions, async (document, options) => {
        const expected = seenTurns(document, md, options, paragraphWords).filter(hasSomething);
        fc.pre(expected.length > 0);
        const read = await readBack(md, document, options);
        expect(seenTurns(read, md, shown(options), paragraphWords)).toEqual(expected);
        const line = (text: string) => text.replace(/\s+/g, ' ').trim();
        expect([read.title, read.date, read.place]).toEqual([
          line(document.title) || 'forum',
          document.date,
          line(document.place),
        ]);
      }),
    );
  });

  it('WebVTT: turns whole, with starts, ends, speakers and words, whatever they look like', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ timesSet: true }), async (document) => {
        const expected = seenTurns(document, vtt, OPTIONS, cueWords).filter(({ text }) => text !== '');
        fc.pre(expected.length > 0);
        const actual = seenTurns(await readBack(vtt, document), vtt, OPTIONS, cueWords);
        expect(actual).toEqual([...expected].sort(byStart));
      }),
    );
  });

  it('SRT: the words of every turn in order, and turns that fit a cue whole', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ plain: true, timesSet: true, inOrder: true }), async (document) => {
        const expected = seenTurns(document, srt, OPTIONS, cueWords);
        const actual = seenTurns(await readBack(srt, document), srt, OPTIONS, cueWords);
        expect(actual.map(({ text }) => text).join(' ')).toBe(expected.map(({ text }) => text).join(' '));
        const short = expected.filter(({ speaker, text }) => speaker.length + text.length < 40);
        expect(actual).toEqual(expect.arrayContaining([...short]));
      }),
    );
  });

  it.each([txt, md, vtt])('$id: tags and timestamps come back as such', async (format) => {
    await fc.assert(
      fc.asyncProperty(documents({ plain: true, timesSet: true, inOrder: true }), async (document) => {
        const read = await readBack(format, document);
        const inSeconds = document.turns.map(({ content }) =>
          joined(content).map((inline) =>
            inline.type === 'timestamp' ? { ...inline, atMs: Math.floor(inline.atMs / 1000) * 1000 } : inline,
          ),
        );
        expect(read.turns.map(({ content }) => content)).toEqual(inSeconds);
      }),
    );
  });
});

describe('readers never throw', () => {
  const readers = FORMATS.filter(({ read }) => read);

  it.each(readers)('$id: on any bytes', async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const { document, warnings } = (await format.read?.(bytes, CONTEXT)) ?? {
          document: null,
          warnings: [],
        };
        expect(document !== null || warnings.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each(readers.filter(({ write }) => write))('$id: on a file that was cut and patched', async (format) => {
    await fc.assert(
      fc.asyncProperty(
        documents(),
        fc.nat(),
        fc.nat(),
        fc.string(),
        async (document, from, length, patch) => {
          const bytes = await bytesWritten(format, document, OPTIONS);
          const text = new TextDecoder().decode(bytes);
          const at = from % (text.length + 1);
          const damaged = text.slice(0, at) + patch + text.slice(at + (length % 50));
          expect(await format.read?.(new TextEncoder().encode(damaged), CONTEXT)).toHaveProperty('warnings');
        },
      ),
    );
  });

  it.each(readers)('$id: and read in time what is long and strange', async (format) => {
    for (const text of [
      '\n'.repeat(20_000),
      '['.repeat(20_000),
      '<'.repeat(20_000),
      `a${' '.repeat(100_000)}b`,
      '> '.repeat(2000),
    ]) {
      const bytes = new TextEncoder().encode(`${text}\n00:00 --> 00:01\n${text}`);
      expect(await format.read?.(bytes, CONTEXT)).toHaveProperty('warnings');
    }
  });
});
