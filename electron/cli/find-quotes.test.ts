import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { desk } from './testing/desk.ts';

const ARTICLE =
  'Су институтының директоры Марат Әлиұлы келді. – Көл 2 метрге тартылды, – деді ол. https://youtu.be/abc';

function deskWith(name: string, content: string | Uint8Array) {
  const at = desk();
  writeFileSync(join(at.folder, name), content);
  return at;
}

test('tells other programs all that it promises, and nothing else', async () => {
  const { run } = deskWith('a.txt', ARTICLE);
  const { status, out, told } = await run(['quotes', '--json', 'a.txt']);
  expect({ status, told }).toEqual({ status: 0, told: [] });
  const start = ARTICLE.indexOf('Көл');
  const speaker = { name: 'Марат Әлиұлы', title: 'директоры', organisation: 'Су институты', country: null };
  expect(JSON.parse(out)).toEqual({
    quotes: [
      {
        text: 'Көл 2 метрге тартылды',
        start,
        end: start + 21,
        spans: [{ start, end: start + 21 }],
        kind: 'dash',
        verb: 'деді',
        speaker,
        introducedAt: 0,
      },
    ],
    people: [{ ...speaker, introducedAt: 0, mentions: [{ start: 26, end: 38 }] }],
    links: [{ url: 'https://youtu.be/abc', kind: 'video', start: 82, end: 102 }],
    credits: [],
  });
});

test('a table for people, one line a quotation', async () => {
  const { run } = deskWith('a.txt', ARTICLE);
  const { out } = await run(['quotes', 'a.txt']);
  expect(out).toBe('48-69  dash  Марат Әлиұлы  деді  Көл 2 метрге тартылды\n');
});

test('reads standard input, and says where there is nothing', async () => {
  const { run } = desk();
  const input = new TextEncoder().encode('Форум ашылды.');
  expect(await run(['quotes', '-'], { input })).toEqual({
    status: 0,
    out: '',
    told: ['No quotations were found'],
  });
});

test('prints the text in which the offsets count', async () => {
  const { run } = deskWith('a.html', '<p>«Көл&nbsp;тартылды»</p>\r\n<p>Соңы</p>');
  expect((await run(['quotes', '--text', 'a.html'])).out).toBe('«Көл тартылды»\n\nСоңы');
});

test('an encoding that was assumed is said', async () => {
  const { run } = deskWith(
    'a.txt',
    Uint8Array.from([0xd1, 0xe0, 0xeb, 0xe5, 0xec, 0x20, 0xea, 0xee, 0xeb, 0xeb, 0xe5, 0xe3, 0xe8]),
  );
  expect((await run(['quotes', '--language', 'ru', 'a.txt'])).told[0]).toMatch(
    /^a\.txt: read as Windows-1251/,
  );
});

test('refuses what is no article, and a wrong line', async () => {
  const { run } = deskWith('a.bin', Uint8Array.from([0, 1, 2, 3, 0, 9, 0]));
  expect(await run(['quotes', 'a.bin'])).toMatchObject({ status: 1, out: '' });
  expect(await run(['quotes', 'b.txt'])).toMatchObject({
    status: 1,
    told: ['minber: There is no file “b.txt”'],
  });
  expect((await run(['quotes'])).status).toBe(2);
  expect((await run(['quotes', '--json', '--text', 'a.bin'])).status).toBe(2);
});
