import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_THRESHOLDS } from '../../shared/review/check.ts';
import { createTurnsReview } from '../../shared/review/review-turns.ts';
import { figure, median, percentile95 } from './figures.mjs';
import { createTypist, watchKeys } from './keys.mjs';
import { libraryPlaces, makeTurns } from './make-library.mjs';
import { makeWave } from './make-wave.mjs';
import { startMinber } from './programs.mjs';
import { fillLibrary, openTranscript, placeCaretInTheMiddle, waitForTurns } from './typing.mjs';

const TURNS = 6000;
/** Ten hours. 70 words in six seconds: every turn is said to be spoken too fast, so each has a mark. */
const TURN_MS = 6000;

/**
 * Typing with all checks on and a mark on every turn, against the same where the page never finds the time to run them;
 * and what a run takes after a letter, behind the key.
 */
export async function measure(folder, { quick }) {
  const mediaPath = join(folder, 'forum.wav');
  await makeWave(mediaPath, (TURNS * TURN_MS) / 1000);
  const typing = await measureTyping(folder, mediaPath, quick ? 2 : 5);
  return [...typing, ...measureRuns(quick ? 50 : 300)];
}

async function measureTyping(folder, mediaPath, rounds) {
  const programs = [];
  try {
    for (const name of ['without', 'with']) {
      await fillLibrary(join(folder, name), TURNS, mediaPath);
      const { userDataPath } = libraryPlaces(join(folder, name));
      const panelTab = name === 'with' ? 'review' : 'speakers';
      await writeFile(join(userDataPath, 'settings.json'), JSON.stringify({ panelTab }));
      const program = await startMinber(join(folder, name));
      const { window } = program;
      programs.push({ name, program });
      if (name === 'without')
        await window.evaluate(() => {
          const { requestIdleCallback } = globalThis;
          // The review asks with a limit; what renders the text asks without.
          globalThis.requestIdleCallback = (run, limit) => (limit ? 1 : requestIdleCallback(run));
        });
      await openTranscript(window);
      await waitForTurns(window, TURNS);
      const marks = name === 'with' ? TURNS : 0;
      await window.waitForFunction(
        (wanted) => document.querySelectorAll('.turn-finding').length >= wanted,
        marks,
        { timeout: 120_000 },
      );
      await placeCaretInTheMiddle(window);
      await window.evaluate(watchKeys);
    }
    const times = { with: [], without: [] };
    for (const each of programs) {
      each.typist = await createTypist(each.program.window);
      await each.typist.type(20);
    }
    for (let round = 0; round < rounds; round++)
      for (const { name, typist } of programs) times[name].push(...(await typist.type(40)));
    const against = 'the same without checks';
    return [
      figure({
        what: `key to paint at ${TURNS} turns with all checks, median`,
        value: median(times.with),
        baseline: median(times.without),
        against,
        target: 1.1,
      }),
      figure({
        what: `key to paint at ${TURNS} turns with all checks, 95th percentile`,
        value: percentile95(times.with),
        baseline: percentile95(times.without),
        against,
        target: 1.2,
      }),
    ];
  } finally {
    for (const { program } of programs) await program.kill();
  }
}

/** Reviews a transcript at once, and again after each letter. */
function measureRuns(letters) {
  const turns = makeTurns({ count: TURNS, turnMs: TURN_MS, speakers: [] });
  const given = { thresholds: DEFAULT_THRESHOLDS, speech: null };
  const speakers = new Map();
  const review = createTurnsReview();
  const run = () => {
    const startedAt = performance.now();
    review.update({ turns: [...turns], speakers, openAnnotationsOf: () => 0 }, given);
    return performance.now() - startedAt;
  };
  const whole = run();
  const middle = TURNS / 2;
  const times = Array.from({ length: letters }, () => {
    turns[middle] = { ...turns[middle] };
    return run();
  });
  return [
    figure({ what: `all checks of ${TURNS} turns, at opening`, value: whole, target: 200 }),
    figure({ what: 'all checks after a letter, behind the key', value: median(times), target: 8 }),
  ];
}
