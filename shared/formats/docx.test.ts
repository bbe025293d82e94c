import fc from 'fast-check';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { turnText } from '../model/turn.ts';
import { docx } from './docx.ts';
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions, type TranscriptDocument } from './format.ts';
import { plainText } from './inline-text.ts';
import { documents } from './testing/documents.ts';
import { bytesWritten, paragraphWords, seenTurns } from './testing/expectations.ts';
import { REMARKED } from './testing/remarked.ts';
import { SESSION } from './testing/session.ts';

const OPTIONS: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' };
const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='heading 1'] => h2:fresh",
  "p[style-name='Recording Data'] => p.data:fresh",
  "p[style-name='Participant'] => p.participant:fresh",
  "p[style-name='Speaker'] => p.speaker:fresh",
  "p[style-name='Turn'] => p.turn:fresh",
  "r[style-name='Turn Time'] => time",
  "r[style-name='Sound Tag'] => em",
  "r[style-name='Speaker Name'] => strong",
  "r[style-name='Data Label'] => ",
];

/** Returns the document as another reader of Word sees it. */
async function htmlOf(document: TranscriptDocument, options = OPTIONS) {
  const bytes = await bytesWritten(docx, document, options);
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: STYLES, includeDefaultStyleMap: false },
  );
  expect(messages).toEqual([]);
  return value.replaceAll('</p>', '</p>\n').replaceAll(/<\/(h\d)>/g, '</$1>\n');
}

async function partOf(document: TranscriptDocument, name: RegExp, options = OPTIONS) {
  const zip = await JSZip.loadAsync(await bytesWritten(docx, document, options));
  const parts = await Promise.all(zip.file(name).map((part) => part.async('string')));
  return parts.join('\n');
}

describe('Word', () => {
  it('has a title, the data of the recording, the speakers, and speaker and time per turn, each in its style', async () => {
    expect(await htmlOf(SESSION)).toMatchInlineSnapshot(`
      "<h1 class="title">Дала форумы: *жол* мен [көпір]</h1>
      <p class="data">Күні	2025 жылғы 7 наурыз</p>
      <p class="data">Өткен жері	Ақтау</p>
      <p class="data">Жазба	dala-forumy.mp4</p>
      <p class="data">Ұзақтығы	01:02:03</p>
      <h2>Сөз сөйлегендер</h2>
      <p class="participant"><strong>Дана Оспанқызы</strong> – төрайым, Дала форумы, Қазақстан</p>
      <p class="participant"><strong>Peter O’Hara &amp; Sons</strong></p>
      <h2>Стенограмма</h2>
      <p class="speaker">Дана Оспанқызы<time>	00:00:01</time></p>
      <p class="turn">Құрметті қонақтар, жиналысты ашық деп жариялаймын. Бүгін екі мәселе бар: жол және көпір. <em>[қол шапалақтау]</em></p>
      <p class="speaker">Peter O’Hara &amp; Sons<time>	00:00:12</time></p>
      <p class="turn">Thank you. A &lt; B, <time>[00:00:14]</time> so 5 --&gt; 6.</p>
      <p class="speaker">—</p>
      <p class="turn">Сұрақ: кім жауап береді?</p>
      <p class="speaker">Дана Оспанқызы<time>	01:02:00</time></p>
      <p class="turn">Мен.</p>
      <p class="turn">Өзім.</p>
      <p class="speaker">Peter O’Hara &amp; Sons<time>	01:02:02</time></p>
      <p class="turn"><em>[қатар сөйлеу]</em></p>
      <p class="speaker">Дана Оспанқызы<time>	01:02:03</time></p>
      "
    `);
  });

  it('obeys the options', async () => {
    const bare = await htmlOf(SESSION, { ...OPTIONS, times: false, speakers: false, inlines: false });
    expect(bare).not.toContain('class="speaker"');
    expect(bare).not.toContain('class="participant"');
    expect(bare).not.toContain('[қ');
    expect(bare).toContain('<p class="turn">Thank you. A &lt; B, so 5 --&gt; 6.</p>');
    const inRussian = await htmlOf(SESSION, { ...OPTIONS, language: 'ru', timeForm: 'h:mm:ss.mmm' });
    expect(inRussian).toContain('<p class="data">Дата\t7 марта 2025 г.</p>');
    expect(inRussian).toContain('<p class="speaker">Дана Оспанова<time>\t00:00:01.200</time></p>');
    expect(inRussian).toContain('<em>[аплодисменты]</em>');
  });

  it('numbers its pages and names the language of its text', async () => {
    const footer = await partOf(SESSION, /^word\/footer\d+\.xml$/);
    expect(footer).toMatch(/<w:instrText[^>]*>PAGE<\/w:instrText>/);
    expect(footer).toMatch(/<w:instrText[^>]*>NUMPAGES<\/w:instrText>/);
    expect(await partOf(SESSION, /^word\/styles\.xml$/)).toContain('<w:lang w:val="kk"/>');
    expect(await partOf(SESSION, /^docProps\/core\.xml$/)).toContain('Дала форумы: *жол* мен [көпір]');
  });

  it('sets right-to-left text from the right', async () => {
    const [first] = SESSION.turns;
    if (!first) throw new Error('The session has no turn.');
    const arabic = { ...first, content: [{ type: 'text', text: 'مرحبا بكم' }] } as const;
    const xml = await partOf({ ...SESSION, turns: [arabic] }, /^word\/document\.xml$/);
    expect(xml).toMatch(/<w:bidi\/>.*<w:rtl\/>.*مرحبا بكم/s);
  });

  it('heads every page but the first with the recording', async () => {
    const headers = await partOf(SESSION, /^word\/header\d+\.xml$/);
    expect(headers).toContain('Дала форумы: *жол* мен [көпір] · 2025 жылғы 7 наурыз · Ақтау');
    expect(headers.match(/<w:t[ >]/g)).toHaveLength(1);
    expect(await partOf(SESSION, /^word\/document\.xml$/)).toContain('<w:titlePg/>');
  });

  it('has annotations as comments: who, when, on which words, replies, and what is settled', async () => {
    const options = { ...OPTIONS, annotations: true };
    const comments = await partOf(REMARKED, /^word\/comments\.xml$/, options);
    const each = comments.match(/<w:comment .*?<\/w:comment>/gs) ?? [];
    const texts = each.map((xml) =>
      xml
        .match(/<w:t[ >][^<]*>?[^<]*/g)
        ?.join('|')
        .replace(/<w:t[^>]*>/g, ''),
    );
    expect(texts).toEqual([
      'Дәйексөз|Сөзі жоқ ескертпе.',
      'Дәйексөз|Тақырыпқа шығаруға болады.|Тексерілсін.',
      'Тексерілді.',
      'Дәйексөз · 00:00:07 – 00:00:08|Шу бар.',
      'Дәйексөз|Екі репликада.',
    ]);
    expect(each[1]).toMatch(/w:author="Айнұр Сәтқызы"/);
    expect(each[1]).toMatch(/w:date="2026-01-15T09:00:00/);
    expect(each[2]).toMatch(/w:author="Ерлан Болатұлы"/);
    const threads = await partOf(REMARKED, /^word\/commentsExtended\.xml$/, options);
    expect(threads.match(/w15:paraIdParent=/g)).toHaveLength(1);
    expect(threads.match(/w15:done="1"/g)).toHaveLength(2);

    const body = await partOf(REMARKED, /^word\/document\.xml$/, options);
    const marks = [...body.matchAll(/<w:commentRange(Start|End) w:id="(\d)"\/>|<w:t(?: [^>]*)?>([^<]*)/g)];
    const from = marks.findIndex(([, end]) => end !== undefined);
    const read = marks
      .slice(from)
      .map(([, end, id, text]) => (end ? `${end === 'Start' ? '(' : ')'}${id}` : text));
    expect(read.join(' ')).toBe(
      '(0 )0 Су –  (1 (2 ортақ байлық  (4 әрі жауапкершілік. )1 )2 — 00:00:06 (3 )3 Екінші реплика )4  бітті.',
    );
  });

  it('reads with its comments elsewhere, and without them again here', async () => {
    const bytes = await bytesWritten(docx, REMARKED, { ...OPTIONS, annotations: true });
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { styleMap: ['comment-reference => sup'] },
    );
    expect(value).toContain('Тақырыпқа шығаруға болады.');
    const { document } = (await docx.read?.(bytes, { fileName: 'a.docx', language: 'kk' })) ?? {};
    expect(document?.turns.map(turnText)).toEqual(REMARKED.turns.map(turnText));
  });

  it('has no comments unless they are asked for', async () => {
    expect(await partOf(REMARKED, /^word\/document\.xml$/)).not.toContain('commentRange');
  });

  it('is sound and whole, whatever the turns are', async () => {
    await fc.assert(
      fc.asyncProperty(documents(), async (document) => {
        const bytes = await bytesWritten(docx, document, OPTIONS);
        const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
        const words = seenTurns(document, docx, { ...OPTIONS, inlines: false }, (text) => text);
        const bare = (text: string) => paragraphWords(text).replace(/\[[^\]\n]*\]|\s+/g, '');
        for (const { text } of words) expect(bare(plainText(value))).toContain(bare(text));
      }),
      { numRuns: 40 },
    );
  });
});
