import fc from 'fast-check';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { docx } from './docx.ts';
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions } from './format.ts';
import { documents, joined } from './testing/documents.ts';
import { bytesWritten, documentOf, paragraphWords, seenTurns } from './testing/expectations.ts';
import { codes, rows } from './testing/read-fixture.ts';
import { escapeXml } from './xml.ts';

const OPTIONS: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' };
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const text = (words: string) => `<w:t xml:space="preserve">${escapeXml(words)}</w:t>`;
const run = (words: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr>${text(words)}</w:r>`;
const bold = (words: string) => run(words, '<w:b/>');
const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const styled = (style: string, words: string) =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(words)}</w:p>`;
const table = (cells: readonly (readonly string[])[]) =>
  `<w:tbl>${cells.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(run(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

async function zipped(body: string, styles = ''): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
  );
  if (styles !== '') zip.file('word/styles.xml', `<w:styles ${W}>${styles}</w:styles>`);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

async function read(bytes: Uint8Array, language = 'kk') {
  const result = await docx.read?.(bytes, { fileName: 'forum.docx', language });
  if (!result) throw new Error('Word is not read.');
  return result;
}

describe('Word of others', () => {
  it('a stenogram: a title by its style, names before colons, more paragraphs of a speaker, blank ones', async () => {
    const body = [
      styled('a3', 'Стенограмма заседания'),
      p(run('г. Актау, 7 марта')),
      p(),
      p(run('ПРЕДСЕДАТЕЛЬ:'), run(' Добрый день, коллеги.')),
      p(),
      p(run('Начинаем. [аплодисменты]')),
      p(run('А. Б. Иванов: Спасибо.')),
    ].join('');
    const result = await read(
      await zipped(body, '<w:style w:styleId="a3"><w:name w:val="Title"/></w:style>'),
      'ru',
    );
    expect(documentOf(result).title).toBe('Стенограмма заседания');
    expect(rows(result)).toEqual([
      [null, null, '', 'г. Актау, 7 марта'],
      [null, null, 'ПРЕДСЕДАТЕЛЬ', 'Добрый день, коллеги.\nНачинаем. [applause]'],
      [null, null, 'А. Б. Иванов', 'Спасибо.'],
    ]);
    expect(codes(result)).toEqual([]);
  });

  it('names and times in every order, Kazakh letters, a line break after the name', async () => {
    const body = [
      p(run('[00:12:03] Қ. Ғ. Өтегенұлы: Сәлем.')),
      p(run('Ұлжан Әбенова (00:12:09)')),
      p(run('Рақмет.')),
      `<w:p>${bold('Дана Оспанова')}${run('   12:15')}<w:r><w:br/></w:r>${run('Бастайық.')}</w:p>`,
      p(run('Ермек Төлеу [00:12:20]: Иә.')),
    ].join('');
    expect(rows(await read(await zipped(body)))).toEqual([
      [723_000, null, 'Қ. Ғ. Өтегенұлы', 'Сәлем.'],
      [729_000, null, 'Ұлжан Әбенова', 'Рақмет.'],
      [735_000, null, 'Дана Оспанова', 'Бастайық.'],
      [740_000, null, 'Ермек Төлеу', 'Иә.'],
    ]);
  });

  it('names in bold without a colon, and words in bold that are none', async () => {
    const body = [
      p(bold('Иванов И.И.'), run(' Добрый день.')),
      p(bold('Петрова А.А. '), run('— Здравствуйте.')),
      p(bold('Важно'), run(' и то, что дальше.')),
    ].join('');
    expect(rows(await read(await zipped(body), 'ru'))).toEqual([
      [null, null, 'Иванов И.И', 'Добрый день.'],
      [null, null, 'Петрова А.А', 'Здравствуйте.\nВажно и то, что дальше.'],
    ]);
  });

  it('a table with named columns, and one that only lays out the page', async () => {
    const body = [
      table([['Бұйрық', 'Нөмірі жоқ']]),
      p(run('Алғы сөз.')),
      table([
        ['Уақыт', 'Спикер', 'Мәтін'],
        ['00:00:05', 'Дана', 'Сәлем.\nҚонақтар.'],
        ['00:00:09', 'Ермек', 'Рақмет.'],
      ]),
    ].join('');
    expect(rows(await read(await zipped(body)))).toEqual([
      [null, null, '', 'Бұйрық'],
      [null, null, '', 'Нөмірі жоқ'],
      [null, null, '', 'Алғы сөз.'],
      [5000, null, 'Дана', 'Сәлем.\nҚонақтар.'],
      [9000, null, 'Ермек', 'Рақмет.'],
    ]);
  });

  it('revisions as they stand, controls and links by their words, pictures and notes named as left out', async () => {
    const body = [
      `<w:p>${run('Қалды ')}<w:del><w:r><w:delText>өшті</w:delText></w:r></w:del><w:ins>${run('қосылды')}</w:ins></w:p>`,
      `<w:sdt><w:sdtContent>${p(run('Басқару'), '<w:r><w:drawing/></w:r>')}</w:sdtContent></w:sdt>`,
      `<w:p><w:hyperlink>${run('сілтеме')}</w:hyperlink><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`,
    ].join('');
    const result = await read(await zipped(body));
    expect(rows(result).map(([, , , words]) => words)).toEqual(['Қалды қосылды', 'Басқару', 'сілтеме']);
    expect(codes(result)).toEqual(['not-kept 1 drawing', 'not-kept 1 footnoteReference']);
  });
});

describe('Word that cannot be read', () => {
  it.each([
    ['no zip', async () => new TextEncoder().encode('Мәтін')],
    [
      'a zip of something else',
      async () => new JSZip().file('a.txt', 'б').generateAsync({ type: 'uint8array' }),
    ],
    ['a file cut in the middle', async () => (await zipped(p(run('Сөз')))).slice(0, 200)],
  ])('%s', async (_, make) => {
    const result = await read(await make());
    expect(result.document).toBeNull();
    expect(codes(result)).toEqual(['not-this-format']);
  });

  it('holds more than it says', async () => {
    const result = await read(await zipped(' '.repeat(50 * 1024 * 1024)));
    expect(result.document).toBeNull();
    expect(codes(result)).toEqual(['unreadable-part word/document.xml', 'empty']);
  });
});

describe('Word of ours', () => {
  it('keeps title, date, place, starts, speakers and words, whatever they look like', async () => {
    await fc.assert(
      fc.asyncProperty(documents(), async (document) => {
        const { title, date, place, turns, ...rest } = documentOf(
          await read(await bytesWritten(docx, document, OPTIONS)),
        );
        const line = (words: string) => words.replace(/\s+/g, ' ').trim();
        expect([title, date, place]).toEqual([
          line(document.title) || 'forum',
          document.date,
          line(document.place),
        ]);
        expect(seenTurns({ title, date, place, turns, ...rest }, docx, OPTIONS, paragraphWords)).toEqual(
          seenTurns(document, docx, OPTIONS, paragraphWords),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('keeps tags and timestamps as such', async () => {
    await fc.assert(
      fc.asyncProperty(documents({ plain: true }), async (document) => {
        const { turns } = documentOf(await read(await bytesWritten(docx, document, OPTIONS)));
        expect(turns.map(({ content }) => content)).toEqual(
          document.turns.map(({ content }) =>
            joined(content).map((inline) =>
              inline.type === 'timestamp'
                ? { ...inline, atMs: Math.floor(inline.atMs / 1000) * 1000 }
                : inline,
            ),
          ),
        );
      }),
      { numRuns: 30 },
    );
  });
});
