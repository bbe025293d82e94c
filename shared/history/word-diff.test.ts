import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Inline } from '../model/turn.ts';
import { textContent } from '../model/turn.ts';
import { type WordRun, wordDiff } from './word-diff.ts';

const show = (runs: readonly WordRun[]) =>
  runs
    .map(({ kind, content }) => {
      const text = content
        .map((inline) =>
          inline.type === 'text'
            ? inline.text
            : inline.type === 'tag'
              ? `<${inline.tag}>`
              : `<${inline.atMs}>`,
        )
        .join('');
      return kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`;
    })
    .join('');

test.each([
  ['Қонақжай қала', 'Қонақжайлы қала', '[-Қонақжай-]{+Қонақжайлы+} қала'],
  ['бес пайызға өсті', 'он бес пайызға өсті', '{+он +}бес пайызға өсті'],
  ['су мен жер', 'су, жер', 'су{+,+} [-мен -]жер'],
  ['алғашқы екі сөз қалды', 'соңғы үш сөз қалды', '[-алғашқы екі-]{+соңғы үш+} сөз қалды'],
  ['Нұр-Сұлтан', 'Нұр-Сұлтанда', '[-Нұр-Сұлтан-]{+Нұр-Сұлтанда+}'],
  ['', 'жаңа', '{+жаңа+}'],
  ['сол', 'сол', 'сол'],
])('%s → %s', (before, after, shown) => {
  expect(show(wordDiff(textContent(before), textContent(after)))).toBe(shown);
});

test('timestamps and tags are compared too', () => {
  const before: Inline[] = [
    { type: 'text', text: 'рақмет ' },
    { type: 'tag', tag: 'applause' },
  ];
  const after: Inline[] = [
    { type: 'text', text: 'рақмет ' },
    { type: 'timestamp', atMs: 5 },
  ];
  expect(show(wordDiff(before, after))).toBe('рақмет [-<applause>-]{+<5>+}');
});

test('the runs give both texts whole', () => {
  const text = fc
    .array(fc.constantFrom('су', 'жер', 'ел', ' ', ' ', '-', '.', 'ә'), { maxLength: 30 })
    .map((parts) => parts.join(''));
  const side = (runs: readonly WordRun[], without: WordRun['kind']) =>
    show(runs.filter(({ kind }) => kind !== without).map((run) => ({ ...run, kind: 'same' as const })));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = wordDiff(textContent(before), textContent(after));
      expect(side(runs, 'added')).toBe(before);
      expect(side(runs, 'removed')).toBe(after);
    }),
  );
});
