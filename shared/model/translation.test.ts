import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId, type TurnId } from './ids.ts';
import {
  alignTranslation,
  countRows,
  divideWords,
  isBlank,
  rowState,
  sameWords,
  translatedTurns,
  wordsOfRow,
} from './translation.ts';
import { createTurn, type Turn, textContent, turnText } from './turn.ts';

const source = (id: string, text: string, parts: Partial<Turn> = {}): Turn =>
  createTurn({ id: id as TurnId, content: textContent(text), ...parts });
const translated = (of: string, words: string, text: string, done = false): Turn =>
  createTurn({
    content: textContent(text),
    translates: { turnId: of as TurnId, words, ...(done ? { done: true } : {}) },
  });
const shown = (rows: ReturnType<typeof alignTranslation>) =>
  rows.map((row) => [row.source?.id ?? null, row.turns.map(turnText), rowState(row)]);

const ORIGINAL = [source('a', 'Су ортақ.'), source('b', 'Жер де ортақ.'), source('c', 'Рақмет.')];
const TRANSLATION = [
  translated('a', 'Су ортақ.', 'Вода общая.', true),
  translated('b', 'Жер де ортақ.', 'Земля тоже.'),
];

describe('the rows of a translation', () => {
  it('are those of the original: done, draft, and empty where nothing is translated', () => {
    expect(shown(alignTranslation(ORIGINAL, TRANSLATION))).toEqual([
      ['a', ['Вода общая.'], 'done'],
      ['b', ['Земля тоже.'], 'draft'],
      ['c', [], 'empty'],
    ]);
    expect(countRows(alignTranslation(ORIGINAL, TRANSLATION))).toEqual({
      done: 1,
      draft: 1,
      empty: 1,
      stale: 0,
      total: 3,
    });
  });

  it('are stale when a word of the original changes, and not when white space does', () => {
    const [a, b, c] = ORIGINAL as [Turn, Turn, Turn];
    const change = (text: string) => [{ ...a, content: textContent(text) }, b, c];
    expect(shown(alignTranslation(change('Су  ортақ.\n'), TRANSLATION))[0]?.[2]).toBe('done');
    expect(shown(alignTranslation(change('Су ортақ емес.'), TRANSLATION))[0]?.[2]).toBe('stale');
  });

  it('stay whole when turns of the original are joined: both translations were made from its words', () => {
    const joined = [source('a', 'Су ортақ.Жер де ортақ.'), ORIGINAL[2] as Turn];
    expect(shown(alignTranslation(joined, TRANSLATION))).toEqual([
      ['a', ['Вода общая.', 'Земля тоже.'], 'draft'],
      ['c', [], 'empty'],
    ]);
  });

  it('keep what translates a joined turn beside it, even when the turns before it are not translated', () => {
    const late = [source('x', 'Бір.'), source('y', 'Екі.'), ...ORIGINAL];
    const [, b] = TRANSLATION as [Turn, Turn];
    const joined = [...late.slice(0, 2), source('a', 'Су ортақ. Жер де ортақ.'), ...late.slice(4)];
    const rows = alignTranslation(joined, [translated('x', 'Бір.', 'Один.'), b]);
    expect(rows[2]?.turns.map(turnText)).toEqual(['Земля тоже.']);
  });

  it('say of a split turn that its translation was made from more, and of the rest that it is empty', () => {
    const split = [source('a', 'Су'), source('new', 'ортақ.'), ...ORIGINAL.slice(1)];
    expect(shown(alignTranslation(split, TRANSLATION)).slice(0, 2)).toEqual([
      ['a', ['Вода общая.'], 'stale'],
      ['new', [], 'empty'],
    ]);
  });

  it('keep a translation whose original was removed, by its time, and say that it is stale', () => {
    const rest = [source('a', 'Су ортақ.', { startMs: 0 }), source('c', 'Рақмет.', { startMs: 9000 })];
    const lost = { ...(TRANSLATION[1] as Turn), startMs: 9500 };
    expect(shown(alignTranslation(rest, [TRANSLATION[0] as Turn, lost]))).toEqual([
      ['a', ['Вода общая.'], 'done'],
      ['c', ['Земля тоже.'], 'stale'],
    ]);
  });

  it('find their words again when the whole original was put in anew', () => {
    const anew = ORIGINAL.map((turn) => ({ ...turn, id: newId<TurnId>() }));
    expect(shown(alignTranslation(anew, TRANSLATION)).map(([, texts, state]) => [texts, state])).toEqual([
      [['Вода общая.'], 'done'],
      [['Земля тоже.'], 'draft'],
      [[], 'empty'],
    ]);
  });

  it('take speakers and times from the original, and have a blank turn for what is still to be done', () => {
    const timed = ORIGINAL.map((turn, index) => ({ ...turn, startMs: index * 1000, endMs: null }));
    const turns = translatedTurns(alignTranslation(timed, TRANSLATION));
    expect(turns.map(({ startMs }) => startMs)).toEqual([0, 1000, 2000]);
    expect(turns.map(isBlank)).toEqual([false, false, true]);
    expect(turns[2]?.translates).toEqual({ turnId: 'c', words: '' });
  });

  it('do not count what has no words to translate', () => {
    expect(rowState({ source: source('a', ' '), turns: [] })).toBeNull();
  });
});

describe('a translation that is cut in two', () => {
  it('gives each half the words that it was made from, where these are known', () => {
    expect(divideWords('Су ортақ. Жер де ортақ.', 'Су ортақ.')).toEqual(['Су ортақ.', 'Жер де ортақ.']);
    expect(divideWords('Су ортақ.', 'Жер')).toEqual(['Су ортақ.', '']);
  });

  it('loses none of them', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (words, text) => {
        expect(sameWords(divideWords(words, text).join(''), words)).toBe(true);
      }),
    );
  });
});

/** What a person does to the original while a translation of it exists. */
type Edit =
  | { readonly kind: 'split' | 'remove' | 'merge' | 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'insert' | 'type'; readonly at: number; readonly text: string };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('split', 'remove', 'merge', 'move'),
    at: fc.nat(20),
    to: fc.nat(20),
  }),
  fc.record({
    kind: fc.constantFrom('insert', 'type'),
    at: fc.nat(20),
    text: fc.constantFrom('', 'жаңа', 'сөз '),
  }),
);

function edited(turns: readonly Turn[], edit: Edit): readonly Turn[] {
  if (edit.kind === 'insert') {
    const at = edit.at % (turns.length + 1);
    return [...turns.slice(0, at), source(newId(), edit.text), ...turns.slice(at)];
  }
  if (turns.length === 0) return turns;
  const at = edit.at % turns.length;
  const turn = turns[at] as Turn;
  const [before, after] = [turns.slice(0, at), turns.slice(at + 1)];
  const text = turnText(turn);
  switch (edit.kind) {
    case 'type':
      return [...before, { ...turn, content: textContent(`${text}${edit.text}`) }, ...after];
    case 'remove':
      return [...before, ...after];
    case 'split': {
      const cut = edit.to % (text.length + 1);
      const half = { ...turn, id: newId<TurnId>(), content: textContent(text.slice(cut)) };
      return [...before, { ...turn, content: textContent(text.slice(0, cut)) }, half, ...after];
    }
    case 'merge': {
      const first = before.at(-1);
      if (!first) return turns;
      const joined = { ...first, content: textContent(turnText(first) + text) };
      return [...before.slice(0, -1), joined, ...after];
    }
    case 'move': {
      const rest = [...before, ...after];
      const to = edit.to % (rest.length + 1);
      return [...rest.slice(0, to), turn, ...rest.slice(to)];
    }
  }
}

const originals = fc
  .array(fc.constantFrom('Су ортақ.', 'Жер.', 'Рақмет сізге.', '', 'Ия'), { minLength: 1, maxLength: 6 })
  .map((texts) => texts.map((text, index) => source(`s${index}`, text, { startMs: index * 1000 })));
const withTranslation = originals.chain((turns) =>
  fc
    .array(fc.constantFrom('', 'вода', 'земля', 'спасибо'), {
      minLength: turns.length,
      maxLength: turns.length,
    })
    .map((texts) => ({
      turns,
      translation: turns.map((turn, index) => translated(turn.id, turnText(turn), texts[index] ?? '', true)),
    })),
);

describe('whatever happens to the original', () => {
  it('no translated word is lost, none stands twice, and the order of the original is kept', () => {
    fc.assert(
      fc.property(withTranslation, fc.array(edit, { maxLength: 12 }), ({ turns, translation }, edits) => {
        const now = edits.reduce(edited, turns as readonly Turn[]);
        const rows = alignTranslation(now, translation);
        const kept = rows.flatMap((row) => row.turns.map(({ id }) => id));
        const wordy = translation.filter((turn) => !isBlank(turn)).map(({ id }) => id);
        expect(new Set(kept).size).toBe(kept.length);
        expect([...kept].filter((id) => wordy.includes(id)).sort()).toEqual([...wordy].sort());
        if (now.length > 0) expect(rows.map((row) => row.source?.id)).toEqual(now.map(({ id }) => id));
      }),
    );
  });

  it('a turn that is still there has its own translation beside it', () => {
    fc.assert(
      fc.property(withTranslation, fc.array(edit, { maxLength: 12 }), ({ turns, translation }, edits) => {
        const now = edits.reduce(edited, turns as readonly Turn[]);
        const rows = alignTranslation(now, translation);
        const present = new Set(now.map(({ id }) => id));
        for (const turn of translation) {
          const of = turn.translates?.turnId;
          if (!of || !present.has(of)) continue;
          expect(rows.find(({ source }) => source?.id === of)?.turns).toContain(turn);
        }
      }),
    );
  });

  it('undoing it brings back every row as it was, its state included', () => {
    fc.assert(
      fc.property(withTranslation, fc.array(edit, { maxLength: 12 }), ({ turns, translation }, edits) => {
        edits.reduce(edited, turns as readonly Turn[]);
        const before = alignTranslation(turns, translation);
        expect(before.map(rowState)).toEqual(
          turns.map((turn, index) =>
            turnText(translation[index] as Turn) !== '' ? 'done' : turnText(turn) === '' ? null : 'empty',
          ),
        );
      }),
    );
  });

  it('splitting and joining again leaves what is done done', () => {
    fc.assert(
      fc.property(withTranslation, fc.nat(20), fc.nat(20), ({ turns, translation }, at, to) => {
        const split = edited(turns, { kind: 'split', at, to });
        const joined = edited(split, { kind: 'merge', at: (at % turns.length) + 1, to: 0 });
        expect(alignTranslation(joined, translation).map(rowState)).toEqual(
          alignTranslation(turns, translation).map(rowState),
        );
      }),
    );
  });

  it('joining two turns whose translations are done leaves the row done, made from all of its words', () => {
    fc.assert(
      fc.property(withTranslation, fc.nat(20), ({ turns, translation }, at) => {
        fc.pre(turns.length > 1 && translation.every((turn) => turnText(turn) !== ''));
        const index = 1 + (at % (turns.length - 1));
        const rows = alignTranslation(edited(turns, { kind: 'merge', at: index, to: 0 }), translation);
        const row = rows[index - 1];
        expect(row && rowState(row)).toBe('done');
        expect(sameWords(wordsOfRow(row ?? { turns: [] }), turnText(row?.source as Turn))).toBe(true);
      }),
    );
  });
});
