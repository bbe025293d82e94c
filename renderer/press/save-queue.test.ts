import { expect, test, vi } from 'vitest';
import { MinberError } from '../../shared/ipc/errors.ts';
import type { ArticleId } from '../../shared/model/ids.ts';
import { type ArticleSaveRequest, createSaveQueue } from './save-queue.ts';

function desk(answers: (Error | null)[] = []) {
  const sent: ArticleSaveRequest[] = [];
  const states: string[] = [];
  let text = '';
  let batch = 0;
  const queue = createSaveQueue({
    articleId: 'a' as ArticleId,
    sequence: 3,
    read: () => ({ text, marks: [] }),
    save: async (request) => {
      sent.push(request);
      const failure = answers.shift();
      if (failure) throw failure;
      return { sequence: request.base + 1, savedAt: 't' };
    },
    newBatchId: () => `batch ${++batch}`,
    onState: ({ kind }) => void states.push(kind),
  });
  const type = (words: string) => {
    text += words;
    queue.touch();
  };
  return { queue, sent, states, type };
}

test('what was typed goes out once it is quiet, and on a flush at once', async () => {
  vi.useFakeTimers();
  const { queue, sent, states, type } = desk();
  type('бір');
  type(' екі');
  await vi.advanceTimersByTimeAsync(500);
  expect(sent.map(({ content, base }) => [content.text, base])).toEqual([['бір екі', 3]]);
  type(' үш');
  await queue.flush();
  expect(sent.at(-1)).toMatchObject({ base: 4, content: { text: 'бір екі үш' } });
  expect(states).toEqual(['pending', 'saved', 'pending', 'saved']);
  await queue.flush();
  expect(sent).toHaveLength(2);
  vi.useRealTimers();
});

test('while somebody types without end, it is written every two seconds', async () => {
  vi.useFakeTimers();
  const { sent, type } = desk();
  for (let at = 0; at < 30; at++) {
    type('а');
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(sent.length).toBeGreaterThanOrEqual(2);
  vi.useRealTimers();
});

test('a batch whose fate is unknown is sent again as it was, before anything newer', async () => {
  vi.useFakeTimers();
  const { queue, sent, type } = desk([new Error('gone'), null]);
  type('бір');
  await expect(queue.flush()).rejects.toThrow('unexpected');
  type(' екі');
  await queue.flush();
  expect(sent.map(({ batchId, content }) => [batchId, content.text])).toEqual([
    ['batch 1', 'бір'],
    ['batch 1', 'бір'],
    ['batch 2', 'бір екі'],
  ]);
  vi.useRealTimers();
});

test('a batch that was refused is made anew', async () => {
  vi.useFakeTimers();
  const { queue, sent, type } = desk([new MinberError('bad-request')]);
  type('бір');
  await expect(queue.flush()).rejects.toThrow('bad-request');
  await queue.flush();
  expect(sent.map(({ batchId }) => batchId)).toEqual(['batch 1', 'batch 2']);
  vi.useRealTimers();
});
