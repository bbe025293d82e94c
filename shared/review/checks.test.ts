import { describe, expect, test } from 'vitest';
import { CATALOGUES } from '../i18n/i18n.ts';
import type { SpeakerId, TurnId } from '../model/ids.ts';
import type { Speaker } from '../model/speaker.ts';
import { createTurn, type Inline, type Turn, textContent } from '../model/turn.ts';
import type { SpeechSpan } from '../speech/speech-spans.ts';
import { CHECK_IDS, type CheckGiven, type CheckId, DEFAULT_THRESHOLDS, type Finding } from './check.ts';
import { CHECKS } from './checks/index.ts';
import { findProblems } from './review-turns.ts';

interface Row {
  readonly id?: string;
  readonly by?: string | null;
  readonly from?: number | null;
  readonly to?: number | null;
  readonly text?: string;
  readonly content?: readonly Inline[];
}

const speaker = (id: string, parts: Partial<Speaker> = {}): Speaker => ({
  id: id as SpeakerId,
  name: { kk: id },
  title: { kk: 'төраға' },
  organisation: {},
  country: {},
  colour: 0,
  mergedInto: null,
  ...parts,
});
const SPEAKERS = new Map(
  [
    speaker('a'),
    speaker('b'),
    speaker('twin', { mergedInto: 'a' as SpeakerId }),
    speaker('untitled', { title: { ru: ' ' } }),
  ].map((each) => [each.id, each]),
);

const turnOf = (row: Row, index: number): Turn =>
  createTurn({
    id: (row.id ?? `t${index + 1}`) as TurnId,
    speakerId: (row.by === undefined ? 'a' : row.by) as SpeakerId | null,
    startMs: row.from ?? null,
    endMs: row.to ?? null,
    content: row.content ?? textContent(row.text ?? 'Сөз'),
  });

interface Case {
  readonly what: string;
  readonly turns: readonly Row[];
  readonly speech?: readonly SpeechSpan[];
  readonly openOn?: string;
  /** What the check says, and of which turn; absent where it must say nothing. */
  readonly finds?: Partial<Finding>;
}

const span = (startMs: number, endMs: number): SpeechSpan => ({ startMs, endMs });
const words = (count: number) => 'сөздер '.repeat(count).trim();
const stamp = (atMs: number): Inline => ({ type: 'timestamp', atMs });
const applause: Inline = { type: 'tag', tag: 'applause' };
const MINUTE_MS = 60_000;

const CASES: Readonly<Record<CheckId, readonly Case[]>> = {
  startAfterEnd: [
    {
      what: 'an end before the start',
      turns: [{ from: 900, to: 400 }],
      finds: { turnId: 't1' as TurnId, fix: { kind: 'times', id: 't1' as TurnId, startMs: 400, endMs: 900 } },
    },
    {
      what: 'no length at all, and a turn behind',
      turns: [{ from: 900, to: 900 }, { from: 1500 }],
      finds: { fix: { kind: 'times', id: 't1' as TurnId, startMs: 900, endMs: 1500 } },
    },
    {
      what: 'no length at all, and nothing behind',
      turns: [{ from: 900, to: 900 }],
      finds: { fix: { kind: 'times', id: 't1' as TurnId, startMs: 900, endMs: null } },
    },
    { what: 'a turn of a millisecond', turns: [{ from: 900, to: 901 }] },
    { what: 'a turn whose end is not set', turns: [{ from: 900 }] },
  ],
  outOfOrder: [
    {
      what: 'a start before the one above',
      turns: [{ from: 900 }, { text: 'уақытсыз' }, { from: 400 }],
      finds: {
        turnId: 't3' as TurnId,
        values: { startAt: 400, previousAt: 900 },
        fix: { kind: 'move', id: 't3' as TurnId },
      },
    },
    { what: 'the same start', turns: [{ from: 900 }, { from: 900 }] },
    { what: 'a turn without a start', turns: [{ from: 900 }, {}] },
  ],
  overlap: [
    {
      what: 'a speaker who begins before they have ended',
      turns: [
        { from: 0, to: 900 },
        { from: 600, to: 1500 },
      ],
      finds: {
        turnId: 't2' as TurnId,
        values: { overlapMs: 300 },
        fix: { kind: 'times', id: 't1' as TurnId, startMs: 0, endMs: 600 },
      },
    },
    {
      what: 'a speaker who overlaps with an earlier turn, somebody else between',
      turns: [
        { from: 0, to: 900 },
        { by: 'b', from: 200, to: 300 },
        { from: 600, to: 700 },
      ],
      finds: { turnId: 't3' as TurnId, values: { overlapMs: 100 } },
    },
    {
      what: 'one who was merged into the other',
      turns: [
        { from: 0, to: 900 },
        { by: 'twin', from: 600, to: 950 },
      ],
      finds: { turnId: 't2' as TurnId },
    },
    {
      what: 'two turns at the same moment, of which neither can be cut',
      turns: [
        { from: 600, to: 900 },
        { from: 600, to: 950 },
      ],
      finds: { fix: null },
    },
    {
      what: 'turns that touch',
      turns: [
        { from: 0, to: 900 },
        { from: 900, to: 950 },
      ],
    },
    {
      what: 'two people at once',
      turns: [
        { from: 0, to: 900 },
        { by: 'b', from: 600, to: 950 },
      ],
    },
    {
      what: 'nobody named',
      turns: [
        { by: null, from: 0, to: 900 },
        { by: null, from: 600, to: 950 },
      ],
    },
    {
      what: 'turns that are merely out of order',
      turns: [
        { from: 600, to: 900 },
        { from: 0, to: 500 },
      ],
    },
  ],
  noSpeaker: [
    { what: 'words of nobody', turns: [{ by: null }], finds: { turnId: 't1' as TurnId, fix: null } },
    { what: 'words of somebody who is gone', turns: [{ by: 'gone' }], finds: { turnId: 't1' as TurnId } },
    { what: 'words of somebody', turns: [{}] },
    { what: 'no words', turns: [{ by: null, text: ' ' }, {}] },
    { what: 'applause', turns: [{ by: null, content: [{ type: 'tag', tag: 'applause' }] }] },
  ],
  emptyTurn: [
    {
      what: 'nothing but space, beside another',
      turns: [{}, { text: ' \n' }],
      finds: { turnId: 't2' as TurnId, fix: { kind: 'remove', id: 't2' as TurnId } },
    },
    { what: 'the only turn there is', turns: [{ text: '' }] },
    { what: 'a tag alone', turns: [{}, { content: [{ type: 'tag', tag: 'laughter' }] }] },
  ],
  gapWithSpeech: [
    {
      what: 'a gap in which somebody speaks',
      turns: [
        { from: 0, to: 1000 },
        { from: 4000, to: 5000 },
      ],
      speech: [span(0, 950), span(2000, 2800), span(4000, 5000)],
      finds: { turnId: 't2' as TurnId, values: { spokenMs: 800, gapAt: 1000 }, fix: null },
    },
    {
      what: 'a breath in a gap',
      turns: [
        { from: 0, to: 1000 },
        { from: 4000, to: 5000 },
      ],
      speech: [span(0, 1300), span(3700, 5000)],
    },
    {
      what: 'speech that an earlier, longer turn covers',
      turns: [
        { from: 0, to: 4000 },
        { by: 'b', from: 500, to: 1000 },
        { by: 'b', from: 4000, to: 5000 },
      ],
      speech: [span(2000, 2800)],
    },
    { what: 'a gap, and nobody has looked for speech', turns: [{ from: 0, to: 1000 }, { from: 4000 }] },
  ],
  boundaryInSpeech: [
    {
      what: 'a start in the middle of speech',
      turns: [{ from: 1600, to: 5000 }],
      speech: [span(1000, 5000)],
      finds: {
        values: { boundaryAt: 1600 },
        fix: { kind: 'edge', id: 't1' as TurnId, edge: 'start', ms: 1000 },
      },
    },
    {
      what: 'an end in the middle of speech',
      turns: [{ from: 1000, to: 4600 }],
      speech: [span(1000, 5000)],
      finds: { fix: { kind: 'edge', id: 't1' as TurnId, edge: 'end', ms: 5000 } },
    },
    {
      what: 'a start far from every pause',
      turns: [{ from: 5000, to: 9000 }],
      speech: [span(1000, 9000)],
      finds: { fix: null },
    },
    { what: 'a start at a pause, nearly', turns: [{ from: 1120, to: 5000 }], speech: [span(1000, 5000)] },
    { what: 'a start in silence', turns: [{ from: 500, to: 5000 }], speech: [span(1000, 5000)] },
    { what: 'a start, and nobody has looked for speech', turns: [{ from: 1600, to: 5000 }] },
    {
      what: 'an end that the next turn tells of',
      turns: [
        { from: 1000, to: 5100 },
        { from: 5100, to: 9000 },
      ],
      speech: [span(1000, 5000), span(5060, 9000)],
    },
  ],
  boundaryFar: [
    {
      what: 'a start long before speech',
      turns: [{ from: 0, to: 5000 }],
      speech: [span(1500, 5000)],
      finds: {
        values: { farMs: 1500, boundaryAt: 0 },
        fix: { kind: 'edge', id: 't1' as TurnId, edge: 'start', ms: 1500 },
      },
    },
    {
      what: 'an end long after speech',
      turns: [{ from: 0, to: 5000 }],
      speech: [span(0, 3000)],
      finds: {
        values: { farMs: 2000, boundaryAt: 5000 },
        fix: { kind: 'edge', id: 't1' as TurnId, edge: 'end', ms: 3000 },
      },
    },
    {
      what: 'nobody speaks at all',
      turns: [{ from: 0, to: 5000 }],
      speech: [span(6000, 7000)],
      finds: { fix: null },
    },
    { what: 'a second of silence', turns: [{ from: 0, to: 5000 }], speech: [span(1000, 4000)] },
    {
      what: 'applause before the first word and behind the last',
      turns: [{ from: 0, to: 9000, content: [applause, { type: 'text', text: ' Рақмет. ' }, applause] }],
      speech: [span(3000, 5000)],
    },
    {
      what: 'a late start of a turn that ends with applause',
      turns: [{ from: 0, to: 9000, content: [{ type: 'text', text: 'Рақмет. ' }, applause] }],
      speech: [span(3000, 5000)],
      finds: { values: { farMs: 3000, boundaryAt: 0 } },
    },
    { what: 'no end', turns: [{ from: 0 }], speech: [span(5000, 6000)] },
    { what: 'silence, and nobody has looked for speech', turns: [{ from: 0, to: 5000 }] },
  ],
  readingSpeed: [
    {
      what: 'too many words',
      turns: [{ from: 0, to: 1000, text: words(10) }],
      finds: { values: { perSecond: 69 } },
    },
    {
      what: 'too many words until the next turn',
      turns: [{ from: 0, text: words(10) }, { from: 1000 }],
      finds: { turnId: 't1' as TurnId },
    },
    {
      what: 'too few words',
      turns: [{ from: 0, to: 60_000, text: words(10) }],
      finds: { values: { perSecond: 1.2 } },
    },
    { what: 'as many as people say', turns: [{ from: 0, to: 5000, text: words(10) }] },
    { what: 'a word that is drawn out', turns: [{ from: 0, to: 9000, text: 'Жоқ' }] },
    { what: 'no end that is known', turns: [{ from: 0, text: words(10) }] },
  ],
  longWithoutTimestamp: [
    {
      what: 'four minutes at a stretch',
      turns: [{ from: 0, to: 4 * MINUTE_MS }],
      finds: { values: { minutes: 4, fromAt: 0 } },
    },
    {
      what: 'four minutes behind a timestamp',
      turns: [{ from: 0, to: 6 * MINUTE_MS, content: [stamp(2 * MINUTE_MS), stamp(90 * MINUTE_MS)] }],
      finds: { values: { minutes: 4, fromAt: 2 * MINUTE_MS } },
    },
    { what: 'three minutes', turns: [{ from: 0, to: 3 * MINUTE_MS }] },
    {
      what: 'four minutes with a timestamp in the middle',
      turns: [{ from: 0, to: 4 * MINUTE_MS, content: [stamp(2 * MINUTE_MS)] }],
    },
  ],
  openAnnotation: [
    {
      what: 'a remark that is open',
      turns: [{}, {}],
      openOn: 't2',
      finds: { turnId: 't2' as TurnId, values: { count: 1 } },
    },
    { what: 'no remark that is open', turns: [{}, {}] },
  ],
  noTitle: [
    {
      what: 'a speaker without title, once',
      turns: [{}, { by: 'untitled' }, { by: 'untitled' }],
      finds: { turnId: 't2' as TurnId },
    },
    { what: 'a speaker with a title in one language', turns: [{}] },
    { what: 'nobody', turns: [{ by: null }] },
  ],
};

const given = ({ speech }: Case): CheckGiven => ({ thresholds: DEFAULT_THRESHOLDS, speech: speech ?? null });

describe.each(CHECK_IDS)('%s', (id) => {
  const flagged = CASES[id].filter((each) => each.finds);
  const silent = CASES[id].filter((each) => !each.finds);
  const findingsOf = (each: Case) =>
    findProblems(
      {
        turns: each.turns.map(turnOf),
        speakers: SPEAKERS,
        openAnnotationsOf: (turn) => (turn.id === each.openOn ? 1 : 0),
      },
      given(each),
    ).filter(({ check }) => check === id);

  test.each(flagged)('flags $what', (each) => {
    const found = findingsOf(each);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(each.finds ?? {});
  });
  test.each(silent)('does not flag $what', (each) => {
    expect(findingsOf(each)).toEqual([]);
  });
  test('has cases of both kinds, a severity and its words in three languages', () => {
    expect([flagged.length > 0, silent.length > 0]).toEqual([true, true]);
    expect(CHECKS.filter((check) => check.id === id)).toHaveLength(1);
    for (const { review } of Object.values(CATALOGUES)) expect(review.check[id].message).toBeTruthy();
  });
  test('a finding with a fix has words for it, and is gone when the fix is made', () => {
    for (const each of flagged) {
      const [found] = findingsOf(each);
      if (!found?.fix || found.fix.kind === 'move') continue;
      for (const { review } of Object.values(CATALOGUES)) expect(review.fix).toHaveProperty(id);
      const turns = each.turns.map(turnOf).flatMap((turn) => fixed(turn, found));
      const left = findProblems({ turns, speakers: SPEAKERS, openAnnotationsOf: () => 0 }, given(each));
      expect(left.filter(({ check }) => check === id)).toEqual([]);
    }
  });
});

function fixed(turn: Turn, { fix }: Finding): Turn[] {
  if (!fix || fix.kind === 'move' || fix.id !== turn.id) return [turn];
  if (fix.kind === 'remove') return [];
  if (fix.kind === 'times') return [{ ...turn, startMs: fix.startMs, endMs: fix.endMs }];
  return [{ ...turn, ...(fix.edge === 'start' ? { startMs: fix.ms } : { endMs: fix.ms }) }];
}
