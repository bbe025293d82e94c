import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions, type TranscriptDocument } from '../format.ts';
import { documents } from '../testing/documents.ts';
import { cueWords, seenTurns, written } from '../testing/expectations.ts';
import { SESSION } from '../testing/session.ts';
import { testSources } from '../testing/test-sources.ts';
import { html } from './html.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { writeHtml } from './write-html.ts';

const OPTIONS: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' };

interface Seen {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Returns the elements of a page as another program's parser sees them, each with all text in it. */
function elementsOf(page: string): readonly Seen[] {
  const all: Seen[] = [];
  const open: Seen[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const seen = { name, attributes, text: '' };
      all.push(seen);
      open.push(seen);
    },
    ontext: (text) => {
      for (const seen of open) seen.text += text;
    },
    onclosetag: () => {
      open.pop();
    },
  });
  parser.end(page);
  return all;
}

const pageOf = async (document: TranscriptDocument, options = OPTIONS) =>
  elementsOf(await written(html, document, options));

describe('the page', () => {
  it('is this, to the letter', async () => {
    await expect(await written(html, SESSION, OPTIONS)).toMatchFileSnapshot('../fixtures/session.html');
  });

  it('plays what lies beside it, and each time says from where', async () => {
    const page = await pageOf(SESSION);
    expect(page.find(({ name }) => name === 'video')?.attributes.src).toBe('./dala-forumy.mp4');
    const times = page.flatMap(({ attributes }) => attributes['data-at'] ?? []);
    expect(times).toEqual(['1.2', '12', '14.01', '3720', '3722.9', '3723.41']);
    const turns = page.filter(({ name }) => name === 'article');
    expect(turns.map(({ attributes }) => [attributes['data-start'], attributes['data-end']])).toEqual([
      ['1.2', '11.48'],
      ['12', '16.25'],
      [undefined, undefined],
      ['3720', '3723.4'],
      ['3722.9', '3723.4'],
      ['3723.41', undefined],
    ]);
  });

  it('runs one script, its own, and fetches nothing', async () => {
    const page = await pageOf(SESSION);
    const policy = page.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy');
    const hash = createHash('sha256').update(PAGE_SCRIPT).digest('base64');
    expect(policy?.attributes.content).toContain(`script-src 'sha256-${hash}'`);
    expect(page.filter(({ name }) => name === 'script').map(({ text }) => text)).toEqual([PAGE_SCRIPT]);
    expect(await written(html, SESSION, OPTIONS)).not.toMatch(/https?:|\/\//);
    expect(() => new Function(PAGE_SCRIPT)).not.toThrow();
  });

  it('obeys the options', async () => {
    const options: ExportOptions = { ...OPTIONS, times: false, speakers: false, inlines: false };
    const page = await pageOf(SESSION, options);
    const classes = page.map(({ attributes }) => attributes.class);
    expect(classes).not.toContain('speaker');
    expect(classes).not.toContain('tag');
    expect(page.some(({ name }) => name === 'a' || name === 'video')).toBe(false);
  });

  it('is for audio an audio player, whatever the name of the file', async () => {
    const media = { name: 'форум "№1" & <2>.mp3', durationMs: 1000, sha256: null };
    const page = await pageOf({ ...SESSION, media });
    const source = page.find(({ name }) => name === 'audio')?.attributes.src ?? '';
    expect(decodeURIComponent(source)).toBe(`./${media.name}`);
  });

  it('holds the recording where it should, in a script that no browser runs', async () => {
    const media = Buffer.from('звук').toString('base64');
    const bytes = await writeHtml(SESSION, { ...OPTIONS, media: 'embedded' }, testSources({ media }));
    const page = elementsOf(new TextDecoder().decode(bytes));
    const held = page.find(({ attributes }) => attributes.id === 'recording');
    expect(held).toMatchObject({ name: 'script', text: media });
    expect(held?.attributes.type).toBe('application/octet-stream');
    const player = page.find(({ name }) => name === 'video');
    expect(player?.attributes).toMatchObject({ 'data-type': 'video/mp4' });
    expect(player?.attributes.src).toBeUndefined();
  });

  it('looks for the recording beside itself where it cannot be held', async () => {
    const bytes = await writeHtml(SESSION, { ...OPTIONS, media: 'embedded' }, testSources());
    const page = elementsOf(new TextDecoder().decode(bytes));
    expect(page.find(({ name }) => name === 'video')?.attributes.src).toBe('./dala-forumy.mp4');
  });

  it('shows every word as it is and takes none for markup, whatever the words look like', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents(),
        fc.constantFrom('</script>', '<img src=x onerror=a>', '"><b>'),
        async (given, evil) => {
          const [first, ...rest] = given.turns;
          if (!first) throw new Error('A document has turns.');
          const turns = [{ ...first, content: [{ type: 'text', text: evil }] } as const, ...rest];
          const document = { ...given, title: evil, place: evil, turns };
          const page = await pageOf(document);
          const shown = page.filter(({ name }) => name === 'article').map(({ text }) => text);
          const expected = seenTurns(document, html, OPTIONS, (text) => text);
          const bare = (text: string) => cueWords(text).replace(/\s|\[[^\]]*\]/g, '');
          expected.forEach(({ speaker, text }, index) => {
            expect(bare(shown[index] ?? '')).toContain(bare(speaker) + bare(text));
          });
          expect(page.filter(({ name }) => name === 'script')).toHaveLength(1);
          expect(page.some(({ name }) => name === 'img' || name === 'b')).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
});
