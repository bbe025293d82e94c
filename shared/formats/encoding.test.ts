import { describe, expect, it } from 'vitest';
import { decodeText, encodeText, encodingName } from './encoding.ts';

/** Returns the bytes of a text in a one-byte encoding. */
function inEncoding(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte] as const),
  );
  return Uint8Array.from(text, (letter) => byteOf.get(letter) ?? 0x3f);
}

const utf16 = (text: string, swapped = false) => {
  const bytes = new Uint8Array(Uint16Array.from(text, (_, index) => text.charCodeAt(index)).buffer);
  return swapped ? bytes.map((_, index) => bytes[index ^ 1] ?? 0) : bytes;
};

const RUSSIAN = [
  'Добрый день, коллеги. Заседание объявляю открытым.',
  'АПЛОДИСМЕНТЫ В ЗАЛЕ',
  'спасибо за вопрос',
  'Мария Орлова: «Ёлка, съезд, объём» — и всё.',
  '00:01:02 Вода: 5 кубометров (№ 7)',
];

describe('encodings without a mark', () => {
  it.each(RUSSIAN)('tells KOI8-R from Windows-1251: %s', (text) => {
    const koi = text.replace(/[«»—№]/g, '-');
    expect(decodeText(inEncoding(koi, 'koi8-r'), 'ru')).toEqual({ text: koi, assumed: 'KOI8-R' });
    expect(decodeText(inEncoding(text, 'windows-1251'), 'ru')).toEqual({ text, assumed: 'Windows-1251' });
  });

  it('takes UTF-8 and says nothing', () => {
    expect(decodeText(encodeText('\ufeffҚош\r\nкелдіңіз'), 'kk')).toEqual({
      text: 'Қош\nкелдіңіз',
      assumed: null,
    });
  });

  it.each([false, true])('assumes UTF-16 where it can be nothing else, bytes swapped: %s', (swapped) => {
    const text = 'Қош келдіңіз, 3 қонақ\n';
    expect(decodeText(utf16(text, swapped), 'kk')).toEqual({ text, assumed: 'UTF-16' });
  });

  it('takes no other file with zero bytes for text', () => {
    for (const bytes of [[0], [65, 0, 0, 65], [80, 75, 3, 4, 0, 8, 1, 0], [0, 1, 0, 2], [255, 0, 254]])
      expect(decodeText(Uint8Array.from(bytes), 'kk').text).toBeNull();
  });

  it('believes what an XML file declares', () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-5"?><a>Добрый день</a>';
    expect(decodeText(inEncoding(text, 'iso-8859-5'), 'ru')).toEqual({ text, assumed: null });
    const unknown = '<?xml version="1.0" encoding="x-none"?><a>Добрый день</a>';
    expect(decodeText(inEncoding(unknown, 'windows-1251'), 'ru')).toEqual({
      text: unknown,
      assumed: 'Windows-1251',
    });
  });
});

describe('the name of an encoding', () => {
  const text = '<?xml version="1.0" encoding="iso-8859-5"?><a>Добрый день</a>';
  it.each<[string | null, Uint8Array]>([
    ['UTF-8', encodeText('Қош келдіңіз')],
    ['UTF-8, BOM', encodeText('\ufeffҚош келдіңіз')],
    ['UTF-16, BOM', utf16('\ufeffҚош')],
    ['UTF-16, BOM', utf16('\ufeffҚош', true)],
    ['Windows-1251', inEncoding('Добрый день, коллеги', 'windows-1251')],
    ['KOI8-R', inEncoding('Добрый день, коллеги', 'koi8-r')],
    ['ISO-8859-5', inEncoding(text, 'iso-8859-5')],
    [null, Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0)],
  ])('is %s', (name, bytes) => {
    expect(encodingName(bytes, 'ru')).toBe(name);
  });
});
