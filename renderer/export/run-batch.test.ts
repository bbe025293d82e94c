import { expect, test } from 'vitest';
import type { RecordingId } from '../../shared/model/ids.ts';
import { type BatchItem, type BatchStates, countStates, runBatch } from './run-batch.ts';

const ITEMS: readonly BatchItem[] = ['a', 'b', 'c'].map((id) => ({ id: id as RecordingId, title: id }));
const kinds = (states: BatchStates) => [...states.values()].map(({ kind }) => kind);
const written = ({ title }: BatchItem) =>
  Promise.resolve({ path: `/out/${title}.txt`, name: `${title}.txt`, withheld: 0, note: '' });

test('recordings are written one after the other, and each step is told', async () => {
  const steps: string[][] = [];
  const states = await runBatch(ITEMS, {
    write: written,
    failureText: String,
    signal: new AbortController().signal,
    onChange: (each) => steps.push(kinds(each)),
  });
  expect(steps).toEqual([
    ['writing', 'waiting', 'waiting'],
    ['written', 'waiting', 'waiting'],
    ['written', 'writing', 'waiting'],
    ['written', 'written', 'waiting'],
    ['written', 'written', 'writing'],
    ['written', 'written', 'written'],
  ]);
  expect(states.get('b' as RecordingId)).toEqual({
    kind: 'written',
    path: '/out/b.txt',
    name: 'b.txt',
    withheld: 0,
    note: '',
  });
});

test('a failure of one keeps no other from being written', async () => {
  const states = await runBatch(ITEMS, {
    write: (item) => (item.title === 'a' ? Promise.reject(new Error('full')) : written(item)),
    failureText: (error) => `because ${(error as Error).message}`,
    signal: new AbortController().signal,
    onChange: () => undefined,
  });
  expect(states.get('a' as RecordingId)).toEqual({ kind: 'failed', text: 'because full' });
  expect(countStates(states)).toEqual({ waiting: 0, writing: 0, written: 2, failed: 1, stopped: 0 });
});

test('once stopped, the file at hand is finished and no other begun', async () => {
  const stopper = new AbortController();
  const begun: string[] = [];
  const states = await runBatch(ITEMS, {
    write: (item) => {
      begun.push(item.title);
      stopper.abort();
      return written(item);
    },
    failureText: String,
    signal: stopper.signal,
    onChange: () => undefined,
  });
  expect(begun).toEqual(['a']);
  expect(kinds(states)).toEqual(['written', 'stopped', 'stopped']);
});
