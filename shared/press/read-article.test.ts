import { expect, test } from 'vitest';
import { docx } from '../formats/docx.ts';
import { encodeText } from '../formats/encoding.ts';
import { DEFAULT_EXPORT_OPTIONS } from '../formats/format.ts';
import { SESSION } from '../formats/testing/session.ts';
import { testSources } from '../formats/testing/test-sources.ts';
import { findQuotes } from './find-quotes.ts';
import { readArticle } from './read-article.ts';

const read = async (text: string) => {
  const article = await readArticle(encodeText(text), 'kk');
  if (!article) throw new Error('not read');
  return article;
};

test('plain text stands as it is, but for line ends and the byte order mark', async () => {
  const text = 'Бірінші.\r\n\r\n– Екінші, – деді ол. [caption id="a"]Үшінші[/caption]\r\n';
  expect((await read(`\ufeff${text}`)).text).toBe(text.replaceAll('\r\n', '\n'));
});

test('an encoding that was assumed is told', async () => {
  const bytes = Uint8Array.from([
    0xd1, 0xe0, 0xeb, 0xe5, 0xec, 0x20, 0xea, 0xee, 0xeb, 0xeb, 0xe5, 0xe3, 0xe8,
  ]);
  expect(await readArticle(bytes, 'ru')).toMatchObject({
    text: 'Салем коллеги',
    assumedEncoding: 'Windows-1251',
  });
});

test('of a page the article is read: paragraphs, entities, captions, links behind words, films', async () => {
  const page = `<!doctype html><html><head><title>Көл</title><style>p{}</style></head><body><nav>Мәзір</nav>
<article><h1>Форум</h1><p>Су&nbsp;институтының директоры
Марат Әлиұлы <a href="https://example.org/a">келді</a>.</p><p>&laquo;Сәлем, достар&raquo;, &ndash; деді ол.</p>
<figure><img src="a.jpg"><figcaption>Залда. Фото: Көл қоры</figcaption></figure>
<iframe src="https://www.youtube.com/embed/abc"></iframe><script>alert(1)</script></article><footer>©</footer></body></html>`;
  const article = await read(page);
  expect(article.text).toBe(
    'Форум\n\nСу институтының директоры Марат Әлиұлы келді.\n\n«Сәлем, достар», – деді ол.\n\nЗалда. Фото: Көл қоры\n\nhttps://www.youtube.com/embed/abc',
  );
  const { quotes, links, credits } = findQuotes(article);
  expect(quotes.map(({ text, speaker }) => [text, speaker.name])).toEqual([
    ['Сәлем, достар', 'Марат Әлиұлы'],
  ]);
  expect(links.map(({ url, kind, start, end }) => [url, kind, article.text.slice(start, end)])).toEqual([
    ['https://example.org/a', 'link', 'келді'],
    ['https://www.youtube.com/embed/abc', 'video', 'https://www.youtube.com/embed/abc'],
  ]);
  expect(credits.map(({ text }) => text)).toEqual(['Залда. Фото: Көл қоры']);
});

test('the draft of a content management system keeps its lines and loses its tags', async () => {
  const draft =
    '<strong>Форум ашылды.</strong>\n\n[caption id="a" width="9"]<img src="a.jpg" alt="" /> ©Көл қоры[/caption]\n\n&ndash; Сәлем, &ndash; деді <em>Марат Әлиұлы</em>.';
  const article = await read(draft);
  expect(article.text).toBe(
    'Форум ашылды.\n\n[caption id="a" width="9"] ©Көл қоры[/caption]\n\n– Сәлем, – деді Марат Әлиұлы.',
  );
  expect(findQuotes(article).credits).toMatchObject([{ text: '©Көл қоры', kind: 'credit' }]);
});

test('Word files are read by their paragraphs', async () => {
  const bytes = await docx.write?.(SESSION, DEFAULT_EXPORT_OPTIONS, testSources());
  const article = bytes ? await readArticle(bytes, 'kk') : null;
  expect(article?.text.split('\n\n').length).toBeGreaterThan(3);
});

test('what is no text is no article', async () => {
  expect(await readArticle(Uint8Array.from([0, 1, 2, 3, 0, 9, 0]), 'kk')).toBeNull();
  expect(await readArticle(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'kk')).toBeNull();
});
