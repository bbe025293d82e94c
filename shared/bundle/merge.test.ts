import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Annotation, GIVEN_KINDS, type Reply } from '../model/annotation.ts';
import type { Turn } from '../model/turn.ts';
import {
  type Choice,
  choicesFor,
  compareSides,
  countChanges,
  type Merge,
  NO_SIDE,
  type Side,
  settleMerge,
} from './merge.ts';
import { hasCircle } from './merge-standing.ts';
import {
  arbitraryBase,
  arbitraryEdits,
  edited,
  speakerId,
  speakerOf,
  turnId,
  turnOf,
} from './testing/arbitrary-sides.ts';
import { isSame } from './three-way.ts';

const side = (...turns: Turn[]): Side => ({ ...NO_SIDE, turns });
const NOTHING = new Map<string, Choice>();
const all = (merge: Merge, choice: Choice) =>
  new Map(
    merge.conflicts.map((conflict) => [
      conflict.key,
      choicesFor(conflict).includes(choice) ? choice : ('theirs' as const),
    ]),
  );
const texts = ({ turns }: Side) =>
  turns.map(({ content }) => content.map((inline) => (inline.type === 'text' ? inline.text : '')).join(''));

describe('merging', () => {
  const base = side(turnOf(1, 'бір'), turnOf(2, 'екі'), turnOf(3, 'үш'));

  it('takes what only one side changed, removed or added', () => {
    const mine = side(turnOf(1, 'бір бір'), turnOf(2, 'екі'), turnOf(3, 'үш'), turnOf(4, 'төрт'));
    const theirs = side(turnOf(1, 'бір'), turnOf(3, 'үш үш'));
    const merge = compareSides(base, mine, theirs);
    expect(merge.conflicts).toEqual([]);
    expect(texts(settleMerge(merge, NOTHING))).toEqual(['бір бір', 'үш үш', 'төрт']);
    expect(countChanges(merge)).toEqual({
      changedTurns: 1,
      addedTurns: 0,
      removedTurns: 1,
      speakers: 0,
      annotations: 0,
      reviewed: 0,
      translated: 0,
    });
  });

  it.each([
    ['mine', ['бір', 'менікі', 'үш']],
    ['theirs', ['бір', 'олардыкі', 'үш']],
    ['both', ['бір', 'менікі', 'олардыкі', 'үш']],
  ] as const)('asks about a turn that both changed, and does as told: %s', (choice, expected) => {
    const mine = side(turnOf(1, 'бір'), turnOf(2, 'менікі'), turnOf(3, 'үш'));
    const theirs = side(turnOf(1, 'бір'), turnOf(2, 'олардыкі'), turnOf(3, 'үш'));
    const merge = compareSides(base, mine, theirs);
    expect(merge.conflicts.map(({ kind, key }) => [kind, key])).toEqual([['turn', turnId(2)]]);
    const merged = settleMerge(merge, all(merge, choice));
    expect(texts(merged)).toEqual(expected);
    expect(new Set(merged.turns.map(({ id }) => id)).size).toBe(expected.length);
  });

  it.each([
    ['mine', ['бір', 'үш']],
    ['theirs', ['бір', 'екі екі', 'үш']],
  ] as const)('asks about a turn that one removed and the other changed: %s', (choice, expected) => {
    const mine = side(turnOf(1, 'бір'), turnOf(3, 'үш'));
    const theirs = side(turnOf(1, 'бір'), turnOf(2, 'екі екі'), turnOf(3, 'үш'));
    const merge = compareSides(base, mine, theirs);
    expect(merge.conflicts.map((conflict) => choicesFor(conflict))).toEqual([['mine', 'theirs']]);
    expect(texts(settleMerge(merge, all(merge, choice)))).toEqual(expected);
  });

  it('decides nothing by itself', () => {
    const merge = compareSides(base, side(turnOf(1, 'а')), side(turnOf(1, 'б')));
    expect(() => settleMerge(merge, NOTHING)).toThrow(RangeError);
    expect(() => settleMerge(merge, new Map([['order', 'mine']]))).toThrow(RangeError);
  });

  it('puts what several colleagues typed into an empty transcript in the order of time', () => {
    const own = (...numbers: number[]) => side(...numbers.map((number) => turnOf(number, String(number))));
    const first = settleMerge(compareSides(side(), own(1, 2, 8, 9), own(5, 6)), NOTHING);
    expect(texts(first)).toEqual(['1', '2', '5', '6', '8', '9']);
    const second = settleMerge(compareSides(side(), first, own(3, 4)), NOTHING);
    expect(texts(second)).toEqual(['1', '2', '3', '4', '5', '6', '8', '9']);
  });

  it('asks when both moved turns, and follows the one that did', () => {
    const [a, b, c] = base.turns as [Turn, Turn, Turn];
    expect(texts(settleMerge(compareSides(base, base, side(c, a, b)), NOTHING))).toEqual([
      'үш',
      'бір',
      'екі',
    ]);
    const merge = compareSides(base, side(b, a, c), side(c, a, b));
    expect(merge.conflicts).toEqual([{ kind: 'order', key: 'order' }]);
    expect(texts(settleMerge(merge, all(merge, 'theirs')))).toEqual(['үш', 'бір', 'екі']);
    expect(texts(settleMerge(merge, all(merge, 'mine')))).toEqual(['екі', 'бір', 'үш']);
  });

  it('merges a speaker field by field, and asks about the fields that both changed', () => {
    const before = speakerOf(1);
    const mine = { ...before, title: { ru: 'посол', en: 'ambassador' }, colour: 3 };
    const theirs = { ...before, title: { ru: 'министр' }, country: { ru: 'Казахстан' } };
    const of = (speaker: typeof before): Side => ({ ...NO_SIDE, speakers: [speaker] });
    const merge = compareSides(of(before), of(mine), of(theirs));
    expect(merge.conflicts.map(({ kind }) => kind)).toEqual(['speaker']);
    const shared = { ...before, colour: 3, country: { ru: 'Казахстан' } };
    expect(settleMerge(merge, all(merge, 'mine')).speakers).toEqual([{ ...shared, title: mine.title }]);
    expect(settleMerge(merge, all(merge, 'theirs')).speakers).toEqual([
      { ...shared, title: { ru: 'министр', en: 'ambassador' } },
    ]);
  });

  it('asks about two speakers who were never the same, but fills what is empty', () => {
    const of = (parts: object): Side => ({ ...NO_SIDE, speakers: [speakerOf(1, parts)] });
    const filled = compareSides(side(), of({}), of({ title: { en: 'Chair' } }));
    expect(settleMerge(filled, NOTHING).speakers).toEqual([speakerOf(1, { title: { en: 'Chair' } })]);
    expect(compareSides(side(), of({ name: { kk: 'А' } }), of({ name: { kk: 'Б' } })).conflicts).toHaveLength(
      1,
    );
  });
});

describe('speakers who were merged on both sides', () => {
  const of = (...into: (number | null)[]): Side => ({
    ...NO_SIDE,
    speakers: into.map((target, index) =>
      speakerOf(index, { mergedInto: target === null ? null : speakerId(target) }),
    ),
  });
  const intos = ({ speakers }: Side) => speakers.map(({ mergedInto }) => mergedInto);

  it.each([
    ['mine', [speakerId(1), null, null]],
    ['theirs', [null, speakerId(0), null]],
  ] as const)(
    'asks when they would stand for each other, and takes the word of one side: %s',
    (choice, expected) => {
      const merge = compareSides(of(null, null, null), of(1, null, null), of(null, 0, null));
      expect(merge.conflicts).toEqual([
        expect.objectContaining({ kind: 'standing', key: `standing ${speakerId(0)}` }),
      ]);
      expect(countChanges(merge).speakers).toBe(0);
      expect(() => settleMerge(merge, NOTHING)).toThrow(RangeError);
      expect(intos(settleMerge(merge, all(merge, choice)))).toEqual(expected);
    },
  );

  it('asks about their other fields as ever', () => {
    const [before, mine, theirs] = [of(null, null), of(1, null), of(null, 0)];
    const titled = (side: Side, ru: string): Side => ({
      ...side,
      speakers: side.speakers.map((each) => ({ ...each, title: { ru } })),
    });
    const merge = compareSides(before, titled(mine, 'посол'), titled(theirs, 'министр'));
    expect(merge.conflicts.map(({ kind }) => kind)).toEqual(['speaker', 'speaker', 'standing']);
    const choices = new Map(all(merge, 'theirs')).set(`standing ${speakerId(0)}`, 'mine');
    const merged = settleMerge(merge, choices);
    expect(intos(merged)).toEqual([speakerId(1), null]);
    expect(merged.speakers.map(({ title }) => title.ru)).toEqual(['министр', 'министр']);
  });

  it('never come to stand for themselves, whatever is decided', () => {
    /** Each stands for one behind him in a random order, so a side has no circle. */
    const arbitrarySide = fc
      .tuple(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        fc.array(fc.nat(8), { minLength: 6, maxLength: 6 }),
      )
      .map(([order, steps]) =>
        of(
          ...[0, 1, 2, 3, 4, 5].map(
            (number) => order[order.indexOf(number) + 1 + (steps[number] ?? 0)] ?? null,
          ),
        ),
      );
    const some = fc.tuple(arbitrarySide, fc.nat(6)).map(([side, count]) => {
      const ids = new Set(side.speakers.slice(0, count).map(({ id }) => id));
      const kept = side.speakers.filter(({ id }) => ids.has(id));
      return {
        ...side,
        speakers: kept.map((each) => ({
          ...each,
          mergedInto: each.mergedInto && ids.has(each.mergedInto) ? each.mergedInto : null,
        })),
      };
    });
    const decisions = fc.array(fc.constantFrom('mine' as const, 'theirs' as const), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(some, some, some, decisions, (base, mine, theirs, decided) => {
        const merge = compareSides(base, mine, theirs);
        const choices = new Map(merge.conflicts.map(({ key }, index) => [key, decided[index] ?? 'mine']));
        expect(hasCircle(settleMerge(merge, choices).speakers)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('merging annotations', () => {
  const remark: Annotation = {
    id: '00000000-0000-4000-a000-000000000001' as Annotation['id'],
    kindId: GIVEN_KINDS.quote,
    body: 'Тексеру керек',
    colour: null,
    author: 'Әйгерім',
    createdAt: '2026-01-01T10:00:00.000Z',
    changedAt: '2026-01-01T10:00:00.000Z',
    resolved: null,
    span: null,
    words: 'екі',
    atMs: 1000,
    replies: [],
    removed: false,
  };
  const reply = (number: number, body: string): Reply => ({
    id: `00000000-0000-4000-b000-00000000000${number}` as Reply['id'],
    author: 'Дәурен',
    body,
    at: `2026-01-01T10:0${number}:00.000Z`,
  });
  const of = (...annotations: Annotation[]): Side => ({ ...NO_SIDE, annotations });
  const settled = (merge: Merge, choice: Choice = 'mine') =>
    settleMerge(merge, all(merge, choice)).annotations;

  it('joins replies of both sides in the order of time, and what each changed', () => {
    const mine = { ...remark, replies: [reply(2, 'Тексердім')], colour: 3 };
    const theirs = { ...remark, replies: [reply(1, 'Кімнен?')], changedAt: '2026-01-02T10:00:00.000Z' };
    const merge = compareSides(of(remark), of(mine), of(theirs));
    expect(merge.conflicts).toEqual([]);
    expect(settled(merge)).toEqual([
      {
        ...remark,
        colour: 3,
        changedAt: theirs.changedAt,
        replies: [reply(1, 'Кімнен?'), reply(2, 'Тексердім')],
      },
    ]);
  });

  it('asks about a body that both changed', () => {
    const merge = compareSides(of(remark), of({ ...remark, body: 'а' }), of({ ...remark, body: 'б' }));
    expect(merge.conflicts.map(({ kind }) => kind)).toEqual(['annotation']);
    expect(settled(merge, 'mine').map(({ body }) => body)).toEqual(['а']);
    expect(settled(merge, 'theirs').map(({ body }) => body)).toEqual(['б']);
  });

  it('loses none that a side does not have', () => {
    expect(settled(compareSides(of(remark), of(remark), of()))).toEqual([remark]);
    expect(settled(compareSides(of(), of(), of(remark)))).toEqual([remark]);
  });
});

describe('any merge', () => {
  const sides = fc.tuple(arbitraryBase, arbitraryEdits, arbitraryEdits).map(([base, mine, theirs]) => ({
    base,
    mine: mine.reduce((each, change) => edited(each, change), base),
    theirs: theirs.reduce((each, change) => edited(each, change), base),
  }));

  it('brings every change of either side, or asks about it', () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const merge = compareSides(base, mine, theirs);
        const asked = new Set(merge.conflicts.map(({ key }) => key));
        const merged = settleMerge(merge, all(merge, 'mine'));
        const after = new Map(merged.turns.map((turn) => [turn.id, turn]));
        const before = new Map(base.turns.map((turn) => [turn.id, turn]));
        for (const { turns } of [mine, theirs]) {
          for (const turn of turns)
            if (!isSame(turn, before.get(turn.id)) && !asked.has(turn.id))
              expect(after.get(turn.id)).toEqual(turn);
          const there = new Set(turns.map(({ id }) => id));
          for (const { id } of base.turns)
            if (!there.has(id) && !asked.has(id)) expect(after.has(id)).toBe(false);
        }
      }),
    );
  });

  it('of a side that changed nothing gives the other', () => {
    fc.assert(
      fc.property(sides, ({ base, mine }) => {
        for (const merge of [compareSides(base, mine, base), compareSides(base, base, mine)]) {
          expect(merge.conflicts).toEqual([]);
          expect(settleMerge(merge, NOTHING)).toEqual(mine);
        }
      }),
    );
  });

  it('done a second time does nothing', () => {
    fc.assert(
      fc.property(sides, fc.constantFrom('mine', 'theirs', 'both'), ({ base, mine, theirs }, choice) => {
        const merge = compareSides(base, mine, theirs);
        const merged = settleMerge(merge, all(merge, choice as Choice));
        const again = compareSides(theirs, merged, theirs);
        expect(again.conflicts).toEqual([]);
        expect(settleMerge(again, NOTHING)).toEqual(merged);
      }),
    );
  });

  it('of changes to different turns asks nothing and does not depend on who begins', () => {
    const apart = fc.tuple(arbitraryBase, arbitraryEdits, arbitraryEdits).map(([base, first, second]) => {
      const half = Math.floor(base.turns.length / 2);
      const ids = new Set(base.turns.slice(0, half).map(({ id }) => id));
      const known = new Set(base.turns.map(({ id }) => id));
      const still = (changes: typeof first) =>
        changes.filter(({ kind }) => kind !== 'move' && kind !== 'speaker');
      return {
        base,
        mine: still(first).reduce((each, change) => edited(each, change, ({ id }) => ids.has(id)), base),
        theirs: still(second).reduce(
          (each, change) => edited(each, change, ({ id }) => known.has(id) && !ids.has(id)),
          base,
        ),
      };
    });
    fc.assert(
      fc.property(apart, ({ base, mine, theirs }) => {
        const [one, other] = [compareSides(base, mine, theirs), compareSides(base, theirs, mine)];
        expect([...one.conflicts, ...other.conflicts]).toEqual([]);
        const merged = settleMerge(one, NOTHING);
        expect(settleMerge(other, NOTHING).turns).toEqual(merged.turns);
        const ids = new Set(merged.turns.map(({ id }) => id));
        const had = new Set(base.turns.map(({ id }) => id));
        for (const { id } of [...mine.turns, ...theirs.turns]) if (!had.has(id)) expect(ids).toContain(id);
      }),
    );
  });
});
