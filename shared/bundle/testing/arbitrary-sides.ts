import fc from 'fast-check';
import { newId, type SpeakerId, type TurnId } from '../../model/ids.ts';
import type { Speaker } from '../../model/speaker.ts';
import { createTurn, type Turn, textContent } from '../../model/turn.ts';
import { NO_SIDE, type Side } from '../merge.ts';

export const turnId = (number: number) =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as TurnId;
export const speakerId = (number: number) =>
  `00000000-0000-4000-9000-${String(number).padStart(12, '0')}` as SpeakerId;

export const turnOf = (number: number, text: string, parts: Partial<Turn> = {}): Turn =>
  createTurn({
    id: turnId(number),
    startMs: number * 1000,
    endMs: number * 1000 + 900,
    content: textContent(text),
    ...parts,
  });

export const speakerOf = (number: number, parts: Partial<Speaker> = {}): Speaker => ({
  id: speakerId(number),
  name: { kk: `Спикер ${number}` },
  title: {},
  organisation: {},
  country: {},
  colour: 0,
  mergedInto: null,
  ...parts,
});

/** One thing that a person does to a transcript; `at` and `to` are taken modulo what there is. */
export type Edit =
  | { readonly kind: 'text'; readonly at: number; readonly text: string }
  | { readonly kind: 'check' | 'remove' | 'add' | 'split'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'speaker'; readonly at: number; readonly text: string };

const words = fc.constantFrom('өзен', 'форум', 'дала', 'су', 'сөз', '');

export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), at: fc.nat(50), text: words }),
  fc.record({ kind: fc.constantFrom('check' as const, 'remove', 'add', 'split'), at: fc.nat(50) }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(50), to: fc.nat(50) }),
  fc.record({ kind: fc.constant('speaker' as const), at: fc.nat(50), text: words }),
);

/** Returns a side after an edit. `isFree` says which turns may be touched. */
export function edited(side: Side, change: Edit, isFree: (turn: Turn) => boolean = () => true): Side {
  const { turns, speakers } = side;
  if (change.kind === 'speaker') {
    const index = change.at % Math.max(1, speakers.length);
    return {
      ...side,
      speakers: speakers.map((each, at) => (at === index ? { ...each, title: { ru: change.text } } : each)),
    };
  }
  const free = turns.filter(isFree);
  const chosen = free[change.at % Math.max(1, free.length)];
  const index = chosen ? turns.indexOf(chosen) : -1;
  const put = (turn: Turn) => turns.map((each) => (each === chosen ? turn : each));
  const behind = (turn: Turn, from = turns) => [...from.slice(0, index + 1), turn, ...from.slice(index + 1)];
  const added = createTurn({
    id: newId<TurnId>(),
    startMs: chosen?.startMs ?? null,
    content: textContent('жаңа'),
  });
  if (!chosen) return change.kind === 'add' ? { ...side, turns: behind(added) } : side;
  switch (change.kind) {
    case 'text':
      return { ...side, turns: put({ ...chosen, content: textContent(change.text) }) };
    case 'check':
      return { ...side, turns: put({ ...chosen, status: 'checked' }) };
    case 'remove':
      return { ...side, turns: turns.filter((each) => each !== chosen) };
    case 'add':
      return { ...side, turns: behind(added) };
    case 'split':
      return { ...side, turns: behind(added, put({ ...chosen, endMs: chosen.startMs })) };
    case 'move': {
      const rest = turns.filter((each) => each !== chosen);
      const to = change.to % (rest.length + 1);
      return { ...side, turns: [...rest.slice(0, to), chosen, ...rest.slice(to)] };
    }
  }
}

/** A transcript of up to twelve turns and three speakers. */
export const arbitraryBase: fc.Arbitrary<Side> = fc
  .record({ turns: fc.array(words, { maxLength: 12 }), speakers: fc.nat(3) })
  .map(({ turns, speakers }) => ({
    ...NO_SIDE,
    turns: turns.map((text, index) => turnOf(index, text)),
    speakers: Array.from({ length: speakers }, (_, index) => speakerOf(index)),
  }));

export const arbitraryEdits: fc.Arbitrary<readonly Edit[]> = fc.array(edit, { maxLength: 8 });
