import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleFault, byPlace, createMark, markText, quotationsOf } from './article.ts';

const text = '– Су көп, – деді ол, – жер аз.';
const first = { start: 2, end: 8 };
const second = { start: 23, end: 30 };

describe('the content of an article', () => {
  test('is sound when each mark has spans in order and within the text', () => {
    const sound = createMark({ kind: 'dash', spans: [first, second] });
    expect(articleFault({ text, marks: [sound] })).toBeNull();
    expect(articleFault({ text, marks: [sound, sound] })).toMatch(/twice/);
    const faulty = [[], [second, first], [first, first], [{ start: 2, end: 2 }], [{ start: 0, end: 99 }]];
    for (const spans of faulty)
      expect(articleFault({ text, marks: [createMark({ kind: 'dash', spans })] })).not.toBeNull();
  });

  test('tells the words of a quotation without what parts them', () => {
    expect(markText(text, { spans: [first, second] })).toBe('Су көп жер аз.');
  });

  test('has the quotations that nobody took away', () => {
    const kept = createMark({ kind: 'reported', spans: [first] });
    const marks = [
      kept,
      createMark({ kind: 'verb', spans: [second] }),
      createMark({ kind: 'dash', spans: [second], state: 'removed' }),
    ];
    expect(quotationsOf(marks)).toEqual([kept]);
  });
});

test('marks sort by place, what holds another before it', () => {
  const span = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 50 }));
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const marks = spans
        .map(([start, length]) => createMark({ kind: 'verb', spans: [{ start, end: start + length }] }))
        .sort(byPlace);
      for (const [index, { spans: own }] of marks.entries()) {
        const next = marks[index + 1]?.spans[0];
        if (!next || !own[0]) continue;
        expect(own[0].start < next.start || (own[0].start === next.start && own[0].end >= next.end)).toBe(
          true,
        );
      }
    }),
  );
});
