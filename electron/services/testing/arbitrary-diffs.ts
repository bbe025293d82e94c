import fc from 'fast-check';
import type { AnnotationId, TurnId } from '../../../shared/model/ids.ts';
import type { TranscriptDiff } from '../../../shared/model/transcript-diff.ts';
import {
  type Inline,
  type PlacedTurn,
  TAG_KINDS,
  TURN_STATUSES,
  textInline,
  turnDetails,
  VOICES,
} from '../../../shared/model/turn.ts';

/** Few ids, so that turns are changed, removed and brought back rather than only added. */
const IDS = Array.from(
  { length: 8 },
  (_, index) => `00000000-0000-4000-8000-00000000000${index}` as string as TurnId,
);

/** Annotations that stand on words. */
const ANCHORS = [1, 2, 3].map(
  (index) => `00000000-0000-4000-9000-00000000000${index}` as string as AnnotationId,
);

const inlines: fc.Arbitrary<Inline> = fc.oneof(
  fc
    .tuple(
      fc.oneof(
        fc.constantFrom(' алма ', ' өзен ', ' қала ', ' forum '),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
      ),
      fc.subarray(ANCHORS),
    )
    .map(([text, anchors]) => textInline(text, anchors)),
  fc.record({ type: fc.constant('timestamp' as const), atMs: fc.nat(100_000) }),
  fc.record({ type: fc.constant('tag' as const), tag: fc.constantFrom(...TAG_KINDS) }),
);

const times = fc
  .tuple(fc.option(fc.nat(100_000)), fc.option(fc.nat(100_000)))
  .map(([a, b]) => (a !== null && b !== null && a > b ? [b, a] : [a, b]));

const turn = (id: TurnId): fc.Arbitrary<PlacedTurn> =>
  fc
    .record({
      order: fc.string({ unit: fc.constantFrom(...'0aAzZ'), minLength: 1, maxLength: 3 }),
      times,
      status: fc.constantFrom(...TURN_STATUSES),
      content: fc.array(inlines, { maxLength: 4 }),
      review: fc.record({
        editedBy: fc.constantFrom(undefined, 'Айнұр'),
        checkedBy: fc.constantFrom(undefined, 'Ерлан'),
        checkedAt: fc.constantFrom(undefined, '2026-01-15T09:00:00.000Z'),
        flagNote: fc.constantFrom(undefined, 'сан дұрыс па?'),
        language: fc.constantFrom(undefined, 'ru'),
        voice: fc.constantFrom(undefined, ...VOICES),
        translates: fc.constantFrom(
          undefined,
          { turnId: id, words: 'су' },
          { turnId: id, words: '', done: true as const },
        ),
      }),
    })
    .map(({ order, times: [startMs, endMs], status, content, review }) => ({
      id,
      order,
      speakerId: null,
      startMs: startMs ?? null,
      endMs: endMs ?? null,
      status,
      content,
      ...turnDetails(review),
    }));

const diff: fc.Arbitrary<TranscriptDiff> = fc.shuffledSubarray(IDS).chain((ids) =>
  fc.nat(ids.length).chain((putCount) =>
    fc.record({
      put: fc.tuple(...ids.slice(0, putCount).map(turn)),
      remove: fc.constant(ids.slice(putCount, putCount + 3)),
    }),
  ),
);

/** Sequences of sound diffs that work on the same few turns. */
export const arbitraryDiffs = (): fc.Arbitrary<readonly TranscriptDiff[]> =>
  fc.array(diff, { minLength: 1, maxLength: 8 });
