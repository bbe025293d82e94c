import { setTimeout as pause } from 'node:timers/promises';
import type { Reply } from '../shared/ipc/contract.ts';
import { expect, test } from './desk.ts';
import type { Program } from './launch.ts';
import { openSample, placeCaret, SAMPLE_TITLE, textOf, turns, waitUntilSaved } from './screens.ts';
import { readStored } from './stored.ts';

const ROUNDS = 22;
const SYLLABLES = ['қа', 'ең', 'бір', 'үн', 'сөз', 'ғы', 'ұл', 'іс', 'һәм', 'өз', 'ән', 'ме'];

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function openFromLibrary({ window }: Program): Promise<void> {
  await window.getByRole('rowheader', { name: SAMPLE_TITLE }).dblclick();
  await expect(turns(window)).toHaveCount(12);
}

test('everything up to «Saved» outlives a crash, and the library stays sound', async ({ desk }) => {
  test.setTimeout(240_000);
  const seed = Number(process.env.MINBER_SEED ?? Date.now() % 1_000_000);
  test.info().annotations.push({ type: 'seed', description: String(seed) });
  const random = randomNumbers(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const newWord = () => Array.from({ length: 2 + pick(3) }, () => SYLLABLES[pick(SYLLABLES.length)]).join('');

  const first = await desk.start();
  await openSample(first);
  await first.close();
  /** What each turn must begin with: the text that was on disk when «Saved» was last seen. */
  const safe = readStored(desk.libraryPath).turns.map(({ text }) => text);

  for (let round = 1; round <= ROUNDS; round++) {
    await test.step(`round ${round}, seed ${seed}`, async () => {
      const program = await desk.start();
      const { window } = program;
      await openFromLibrary(program);
      const index = pick(safe.length);
      const turn = turns(window).nth(index);
      let typed = safe[index] ?? '';
      const type = async (words: number) => {
        for (let count = 0; count < words; count++) {
          const word = ` ${newWord()}`;
          await window.keyboard.insertText(word);
          typed += word;
        }
      };
      await placeCaret(window, turn, 'end');
      await type(1 + pick(4));
      // Every third crash comes before «Saved», at any moment from the last key to the writing of the batch.
      const waits = round % 3 !== 0;
      if (waits) {
        await waitUntilSaved(window);
        safe[index] = typed;
        await type(pick(3));
      }
      await pause(pick(600));
      await program.kill();

      const stored = readStored(desk.libraryPath);
      const where = `seed ${seed}, round ${round}, turn ${index + 1}`;
      expect(stored.faults, where).toEqual([]);
      expect(stored.turns, where).toHaveLength(safe.length);
      stored.turns.forEach(({ text }, at) => {
        if (at !== index) expect(text, where).toBe(safe[at]);
      });
      const found = stored.turns[index]?.text ?? '';
      // All that was safe is there, and what came after it is there from the start, without a gap.
      expect(found.startsWith(safe[index] ?? ''), `${where}: ${found}`).toBe(true);
      expect(typed.startsWith(found), `${where}: ${found}`).toBe(true);
      safe[index] = found;
    });
  }

  const last = await desk.start();
  await openFromLibrary(last);
  for (const [at, text] of safe.entries())
    await expect(textOf(turns(last.window).nth(at))).toContainText(text.split('[')[0]?.trim() ?? '');
  const sound = await last.window.evaluate(async () => {
    const list = await minber.invoke('library.list', { bin: false });
    const recordingId = list.ok ? list.value[0]?.id : undefined;
    const reply = recordingId && (await minber.invoke('recording.open', { recordingId }));
    const opened: Reply<'recording.open'> | null = typeof reply === 'string' ? JSON.parse(reply) : null;
    if (!opened?.ok) return null;
    const verified = await minber.invoke('history.verify', { transcriptId: opened.value.transcript.id });
    return verified.ok ? verified.value : null;
  });
  expect(sound).toMatchObject({ sound: true, sequence: null });
});
