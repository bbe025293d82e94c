import { expect, test } from 'vitest';
import { cleanText, paragraphsOf } from './clean-text.ts';

test.each([
  ['no-break and typographic spaces', '2021\u00a0жыл\u202fғы\u2003\u2009форум', '2021 жыл ғы форум'],
  ['soft hyphens and zero-width characters', 'бас\u00adта\u200bма\u2060\ufeff', 'бастама'],
  ['marks of text direction and control characters', '\u200eа\u202aб\u0007в\u001f', 'абв'],
  ['line ends of every kind', 'а\r\nб\rв\vг\u2028д', 'а\nб\nв\nг\nд'],
  ['runs of spaces and spaces around line ends', 'а   б \t\n  в', 'а б\nв'],
  ['decomposed letters', 'и\u0306 е\u0308', 'й ё'],
  ['stray joiners', 'ә\u200dз\u200cір', 'әзір'],
  ['joiners that mean something', 'می\u200cخواهم 👩\u200d💻', 'می\u200cخواهم 👩\u200d💻'],
  ['Kazakh letters as they are', 'ӘәҒғҚқҢңӨөҰұҮүҺһІі — «…»', 'ӘәҒғҚқҢңӨөҰұҮүҺһІі — «…»'],
])('%s', (_, from, to) => expect(cleanText(from)).toBe(to));

test.each([
  ['one line', 'сәлем', ['сәлем']],
  ['a word with the spaces around it', ' сәлем ', [' сәлем ']],
  ['a line break within a paragraph', 'а\r\nб', ['а\nб']],
  ['blank lines part paragraphs', 'а\r\n\r\nб\n \n\nв\n', ['а', 'б', 'в']],
  ['nothing', '\n\u200b\n', []],
])('%s', (_, from, to) => expect(paragraphsOf(from)).toEqual(to));
