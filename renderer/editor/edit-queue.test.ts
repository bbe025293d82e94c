import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { TranscriptId, TurnId } from '../../shared/model/ids.ts';
import { diffFault } from '../../shared/model/invariants.ts';
import { applyDiff } from '../../shared/model/transcript-diff.ts';
import { createTurn, type PlacedTurn } from '../../shared/model/turn.ts';
import { createEditQueue, type QueueState, type SaveReceipt, type SaveRequest } from './edit-queue.ts';
import { elementOf, turnOf } from './slate-turns.ts';
import type { TurnElement } from './slate-types.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Fate = 'done' | 'refused' | 'lost-before' | 'lost-after';

/** A library of one transcript that keeps its promises: known batches are written once, stale ones refused. */
function createDisk(turns: readonly PlacedTurn[]) {
  const disk = {
    turns,
    sequence: 0,
    requests: [] as SaveRequest[],
    fates: [] as Fate[],
    answers: null as (() => void)[] | null,
    written: new Map<string, SaveReceipt>(),
    async save(request: SaveRequest): Promise<SaveReceipt> {
      disk.requests.push(request);
      const fate = disk.fates.shift() ?? 'done';
      if (disk.answers) await new Promise<void>((resolve) => disk.answers?.push(resolve));
      if (fate === 'refused') throw new MinberError('disk-full');
      if (fate === 'lost-before') throw new Error('no answer');
      const known = disk.written.get(request.batchId);
      if (!known) {
        if (request.base !== disk.sequence) throw new MinberError('stale-sequence');
        const fault = diffFault(request.diff);
        if (fault) throw new MinberError('bad-request', {}, fault);
        disk.turns = applyDiff(disk.turns, request.diff);
        disk.sequence++;
        disk.written.set(request.batchId, { sequence: disk.sequence, savedAt: `t${disk.sequence}` });
      }
      if (fate === 'lost-after') throw new Error('no answer');
      return disk.written.get(request.batchId) ?? { sequence: -1, savedAt: '' };
    },
  };
  return disk;
}

function createDesk(texts: readonly string[]) {
  const elements = texts.map((text) => elementOf(createTurn({ content: [{ type: 'text', text }] })));
  const onDisk = elements.map((element, index) => ({ element, order: `a${index}` }));
  const disk = createDisk(onDisk.map(({ element, order }) => ({ ...turnOf(element), order })));
  const states: QueueState[] = [];
  const desk = { elements: elements as readonly TurnElement[], disk, states };
  let batches = 0;
  const queue = createEditQueue({
    transcriptId: 'transcript' as TranscriptId,
    sequence: 0,
    onDisk,
    read: () => desk.elements,
    save: disk.save,
    newBatchId: () => `batch ${++batches}`,
    onState: (state) => states.push(state),
  });
  return {
    ...desk,
    queue,
    set: (next: readonly TurnElement[]) => {
      desk.elements = next;
      queue.touch();
    },
    get: () => desk.elements,
    edit: (index: number, text: string) => {
      desk.elements = desk.elements.map((element, at) =>
        at === index ? { ...element, children: [{ text }] } : element,
      );
      queue.touch();
    },
  };
}

const withoutOrder = ({ order: _, ...turn }: PlacedTurn) => turn;
const same = (desk: ReturnType<typeof createDesk>) =>
  expect(desk.disk.turns.map(withoutOrder)).toEqual(desk.get().map(turnOf));

test('a run of typing is written once, 400 ms after the last key', async () => {
  const desk = createDesk(['бір', 'екі']);
  for (let key = 0; key < 4; key++) {
    desk.edit(0, 'б'.repeat(key + 1));
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(desk.disk.requests).toHaveLength(0);
  expect(desk.queue.hasUnsaved()).toBe(true);
  await vi.advanceTimersByTimeAsync(100);
  expect(desk.disk.requests.map(({ diff }) => diff.put.map(({ id }) => id))).toEqual([
    [desk.elements[0]?.id],
  ]);
  expect(desk.states).toEqual([{ kind: 'pending' }, { kind: 'saved', at: 't1' }]);
  expect(desk.queue.hasUnsaved()).toBe(false);
  same(desk);
});

test('typing that does not stop is written after 2 s', async () => {
  const desk = createDesk(['']);
  for (let key = 0; key < 10; key++) {
    desk.edit(0, 'с'.repeat(key + 1));
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(desk.disk.requests).toHaveLength(1);
});

test('edits made while a batch is under way go in the next one, and only one is ever under way', async () => {
  const desk = createDesk(['бір', 'екі']);
  desk.disk.answers = [];
  desk.edit(0, 'біз');
  await vi.advanceTimersByTimeAsync(400);
  desk.edit(1, 'үш');
  await vi.advanceTimersByTimeAsync(5000);
  expect(desk.disk.requests).toHaveLength(1);
  const [answer] = desk.disk.answers;
  desk.disk.answers = null;
  answer?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.disk.requests.map(({ base }) => base)).toEqual([0, 1]);
  expect(desk.states.at(-1)).toEqual({ kind: 'saved', at: 't2' });
  same(desk);
});

test('a batch whose answer was lost is sent again as it was, before what came after it', async () => {
  const desk = createDesk(['бір']);
  desk.disk.fates = ['lost-after'];
  desk.edit(0, 'екі');
  await vi.advanceTimersByTimeAsync(400);
  expect(desk.states.at(-1)).toEqual({ kind: 'failed', code: 'unexpected', params: {} });
  desk.edit(0, 'үш');
  await vi.advanceTimersByTimeAsync(400);
  const [first, again, newer] = desk.disk.requests;
  expect(again).toEqual(first);
  expect(newer).toMatchObject({ base: 1 });
  expect(newer?.batchId).not.toBe(first?.batchId);
  same(desk);
});

test('a refused batch is made anew, with what was typed since', async () => {
  const desk = createDesk(['бір']);
  desk.disk.fates = ['refused'];
  desk.edit(0, 'екі');
  await vi.advanceTimersByTimeAsync(400);
  expect(desk.states.at(-1)).toEqual({ kind: 'failed', code: 'disk-full', params: {} });
  desk.edit(0, 'үш');
  await vi.advanceTimersByTimeAsync(400);
  expect(desk.disk.requests).toHaveLength(2);
  expect(desk.states.at(-1)).toEqual({ kind: 'saved', at: 't1' });
  same(desk);
});

test('failures are retried by themselves, ever more slowly, and at least each half minute', async () => {
  const desk = createDesk(['бір']);
  desk.disk.fates = new Array<Fate>(8).fill('lost-before');
  desk.edit(0, 'екі');
  const waits: number[] = [];
  for (let seconds = 0; waits.length < 8; seconds++) {
    const before = desk.disk.requests.length;
    await vi.advanceTimersByTimeAsync(1000);
    if (desk.disk.requests.length > before) waits.push(seconds);
  }
  expect(waits).toEqual([0, 1, 3, 7, 15, 31, 61, 91]);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(desk.states.at(-1)).toEqual({ kind: 'saved', at: 't1' });
  same(desk);
});

test('flush writes at once, and what is edited meanwhile too', async () => {
  const desk = createDesk(['бір']);
  desk.edit(0, 'екі');
  const flushed = desk.queue.flush();
  desk.edit(0, 'үш');
  await flushed;
  expect(desk.queue.hasUnsaved()).toBe(false);
  same(desk);
});

test('flush waits for what is under way', async () => {
  const desk = createDesk(['бір']);
  desk.disk.answers = [];
  desk.edit(0, 'екі');
  await vi.advanceTimersByTimeAsync(400);
  let flushed = false;
  const done = desk.queue.flush().then(() => {
    flushed = true;
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect(flushed).toBe(false);
  desk.disk.answers[0]?.();
  await done;
  expect(desk.disk.requests).toHaveLength(1);
});

test('flush rejects with the failure and keeps the text for later', async () => {
  const desk = createDesk(['бір']);
  desk.disk.fates = ['refused'];
  desk.edit(0, 'екі');
  await expect(desk.queue.flush()).rejects.toMatchObject({ code: 'disk-full' });
  expect(desk.queue.hasUnsaved()).toBe(true);
  await desk.queue.flush();
  same(desk);
});

test('a transport that throws at once is a failure like any other', async () => {
  const desk = createDesk(['бір']);
  const queue = createEditQueue({
    transcriptId: 'transcript' as TranscriptId,
    sequence: 0,
    onDisk: [],
    read: desk.get,
    save: () => {
      throw new Error('no bridge');
    },
    newBatchId: () => 'batch',
    onState: () => {},
  });
  queue.touch();
  await expect(queue.flush()).rejects.toMatchObject({ code: 'unexpected' });
  expect(queue.hasUnsaved()).toBe(true);
});

const step = fc.oneof(
  fc.record({ do: fc.constant('edit' as const), at: fc.nat(20), text: fc.string() }),
  fc.record({ do: fc.constant('insert' as const), at: fc.nat(20), text: fc.string() }),
  fc.record({ do: fc.constant('remove' as const), at: fc.nat(20) }),
  fc.record({ do: fc.constant('move' as const), at: fc.nat(20), to: fc.nat(20) }),
  fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 3000 }) }),
  fc.record({
    do: fc.constant('fate' as const),
    fate: fc.constantFrom<Fate>('refused', 'lost-before', 'lost-after'),
  }),
);

test('whatever is edited and whatever fails, after the last success the disk holds what the editor shows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const desk = createDesk(['а', 'ә', 'б', 'в']);
      const removed: TurnElement[] = [];
      for (const one of steps) {
        const next = [...desk.get()];
        if (one.do === 'wait') await vi.advanceTimersByTimeAsync(one.ms);
        else if (one.do === 'fate') desk.disk.fates.push(one.fate);
        else if (one.do === 'edit') desk.edit(one.at % Math.max(1, next.length), one.text);
        else {
          const at = one.at % (next.length + 1);
          if (one.do === 'insert')
            next.splice(
              at,
              0,
              removed.pop() ?? elementOf(createTurn({ content: [{ type: 'text', text: one.text }] })),
            );
          else if (one.do === 'remove') removed.push(...next.splice(at, 1));
          else next.splice(one.to % (next.length + 1), 0, ...next.splice(at, 1));
          desk.set(next);
        }
      }
      desk.disk.fates = [];
      await vi.advanceTimersByTimeAsync(60_000);
      expect(desk.queue.hasUnsaved()).toBe(false);
      same(desk);
    }),
    { numRuns: 150 },
  );
});

test('only what changed travels, and a turn keeps its place', async () => {
  const desk = createDesk(['бір', 'екі', 'үш']);
  const [first, second, third] = desk.elements;
  if (!first || !second || !third) throw new Error('three turns');
  const added = elementOf(createTurn());
  desk.set([first, added, third]);
  await desk.queue.flush();
  const [{ diff } = { diff: { put: [], remove: [] as readonly TurnId[] } }] = desk.disk.requests;
  expect(diff.put.map(({ id }) => id)).toEqual([added.id]);
  expect(diff.remove).toEqual([second.id]);
  expect(desk.queue.orderOf(first.id)).toBe('a0');
  expect(desk.queue.orderOf(second.id)).toBeUndefined();
});
