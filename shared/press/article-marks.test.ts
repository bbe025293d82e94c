import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArticleMark, articleFault, createMark, markText, quotationsOf } from '../model/article.ts';
import type { QuoteId } from '../model/ids.ts';
import { mergeMarks, readMarks } from './article-marks.ts';

const TEXT = `Форумды Су қорының төрағасы Айдар Серіков ашты. – Су көп емес, – деді Айдар Серіков, – оны сақтауымыз керек.

– Біз 40 елмен жұмыс істейміз, – деп атап өтті Гүлнар Ахметова.

[caption id="1"]Суретті түсірген: Су қоры[/caption]

https://youtu.be/abc`;

const wordsOf = (marks: readonly ArticleMark[], kind: ArticleMark['kind']) =>
  marks.filter((mark) => mark.kind === kind).map((mark) => markText(TEXT, mark));

describe('reading an article', () => {
  const marks = readMarks({ text: TEXT });

  test('marks quotations, who speaks, and what belongs to pictures', () => {
    expect(articleFault({ text: TEXT, marks })).toBeNull();
    expect(wordsOf(marks, 'dash')).toEqual([
      'Су көп емес оны сақтауымыз керек.',
      'Біз 40 елмен жұмыс істейміз',
    ]);
    expect(wordsOf(marks, 'verb')).toEqual(['деді', 'деп атап өтті']);
    expect(wordsOf(marks, 'speaker')).toEqual(['Айдар Серіков', 'Гүлнар Ахметова']);
    expect(wordsOf(marks, 'introduction')).toEqual(['Су қорының төрағасы Айдар Серіков']);
    expect(wordsOf(marks, 'link')).toEqual(['https://youtu.be/abc']);
    expect([...wordsOf(marks, 'credit'), ...wordsOf(marks, 'caption')]).toHaveLength(1);
    expect(quotationsOf(marks)[0]).toMatchObject({
      verb: 'деді',
      who: { speakerId: null, name: 'Айдар Серіков', title: 'төрағасы', organisation: 'Су қоры' },
    });
  });

  test('a title begins behind where something was', () => {
    const text = 'Су форумында Көл қорының төрағасы Сара Ермек сөз алды.';
    const [found] = readMarks({ text }).filter(({ kind }) => kind === 'introduction');
    expect(found?.who).toMatchObject({ title: 'төрағасы', organisation: 'Көл қоры' });
    expect(found && markText(text, found)).toBe('Көл қорының төрағасы Сара Ермек');
  });

  test('again as it was changes nothing', () => {
    expect(mergeMarks(marks, readMarks({ text: TEXT }))).toBe(marks);
  });

  test('leaves what a person has corrected, taken away, linked or overruled', () => {
    const [first, second] = quotationsOf(marks);
    if (!first || !second) throw new Error('no quotations');
    const shorter = { ...first, spans: [{ start: 52, end: 57 }], state: 'corrected' as const };
    const gone = { ...second, state: 'removed' as const };
    const changed = marks.map((mark) => (mark === first ? shorter : mark === second ? gone : mark));
    const again = mergeMarks(changed, readMarks({ text: TEXT }));
    expect(quotationsOf(again)).toEqual([shorter]);
    expect(again).toContain(gone);

    const linked = { ...second, quoteId: 'card' as QuoteId };
    const kept = mergeMarks([linked], readMarks({ text: TEXT }));
    expect(quotationsOf(kept)[1]).toBe(linked);
  });

  test('keeps the identity of what is found again in other words', () => {
    const [first] = quotationsOf(marks);
    const other = TEXT.replace('Су көп емес', 'Су мол емес');
    const again = quotationsOf(mergeMarks(marks, readMarks({ text: other })));
    expect(again[0]?.id).toBe(first?.id);
    expect(again).toHaveLength(2);
  });
});

test('reading again never loses a settled mark, and comes to rest at once', () => {
  const mark = fc
    .record({
      start: fc.nat(60),
      length: fc.integer({ min: 1, max: 20 }),
      kind: fc.constantFrom('dash' as const, 'reported' as const, 'verb' as const),
      state: fc.constantFrom('read' as const, 'corrected' as const, 'removed' as const),
    })
    .map(({ start, length, kind, state }) =>
      createMark({ kind, state, spans: [{ start, end: start + length }] }),
    );
  const read = mark.map((one) => ({ ...one, state: 'read' as const }));
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 8 }), fc.array(read, { maxLength: 8 }), (current, found) => {
      const merged = mergeMarks(current, found);
      for (const one of current) if (one.state !== 'read') expect(merged).toContain(one);
      expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
      expect(mergeMarks(merged, found)).toBe(merged);
    }),
  );
});
