import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMark } from '../../shared/model/article.ts';
import { contentOf, linesOf, without } from './article-lines.ts';

const letters = fc.string({ unit: fc.constantFrom('а', 'ә', ' ', '–', '\n'), minLength: 1, maxLength: 60 });

test('an article is the same after a way through the editor', () => {
  fc.assert(
    fc.property(letters, fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 6 }), (text, pairs) => {
      const marks = pairs.flatMap(([a, b]) => {
        const [start, end] = [Math.min(a, b) % text.length, Math.min(Math.max(a, b), text.length)];
        return end > start ? [createMark({ kind: 'dash', spans: [{ start, end }] })] : [];
      });
      const once = contentOf(linesOf({ text, marks }));
      expect(once.text).toBe(text);
      const words = (of: typeof once) =>
        new Map(
          of.marks.map(({ id, spans }) => [
            id,
            spans
              .map((s) => text.slice(s.start, s.end))
              .join('')
              .replace(/\n/g, ''),
          ]),
        );
      const before = words({ text, marks });
      for (const [id, own] of before) expect(words(once).get(id) ?? '').toBe(own);
      expect(contentOf(linesOf(once))).toEqual(once);
    }),
  );
});

test('a quotation over two paragraphs is one stretch; one that is interrupted is two', () => {
  const over = createMark({ kind: 'dash', spans: [{ start: 0, end: 8 }] });
  const parted = createMark({
    kind: 'dash',
    spans: [
      { start: 0, end: 2 },
      { start: 6, end: 8 },
    ],
  });
  for (const mark of [over, parted])
    expect(contentOf(linesOf({ text: 'Бір\n\nЕкі', marks: [mark] })).marks).toEqual([mark]);
});

test('a hole is cut out of spans', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20), (start, length, from, size) => {
      const hole = { start: from, end: from + size };
      const inside = (at: number) => at >= hole.start && at < hole.end;
      const wanted = Array.from({ length }, (_, index) => start + index).filter((at) => !inside(at));
      const left = without(length > 0 ? [{ start, end: start + length }] : [], hole);
      expect(
        left.flatMap((span) => Array.from({ length: span.end - span.start }, (_, at) => span.start + at)),
      ).toEqual(wanted);
    }),
  );
});
