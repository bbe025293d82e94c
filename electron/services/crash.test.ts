import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import type { TranscriptId } from '../../shared/model/ids.ts';
import { listTurns } from '../database/turn-store.ts';
import { requireTranscript } from './save-transcript.ts';
import { addTestRecording, openTestApp, temporaryFolder, testOptions } from './testing/open-test-app.ts';
import { verifyEditLog } from './verify-edit-log.ts';

const module = (name: string) => JSON.stringify(join(import.meta.dirname, name));

/** A program that saves turn after turn, and says each sequence once it is acknowledged. */
const typist = (libraryPath: string, transcriptId: TranscriptId) => `
  import { randomUUID } from 'node:crypto';
  import { writeSync } from 'node:fs';
  import { openDatabase } from ${module('../database/open-database.ts')};
  import { requireTranscript, saveTranscript } from ${module('save-transcript.ts')};
  const library = openDatabase(${JSON.stringify(libraryPath)}, { migrationCopyPath: () => '' });
  const transcriptId = ${JSON.stringify(transcriptId)};
  let base = requireTranscript(library, transcriptId).sequence;
  for (;;) {
    const content = [{ type: 'text', text: 'сөз '.repeat(50 + (base % 400)) }];
    const turn = { id: randomUUID(), order: 'a' + String(base).padStart(8, '0'), speakerId: null,
      startMs: base, endMs: base + 1, status: 'draft', content };
    const diff = { put: [turn], remove: [] };
    ({ sequence: base } = saveTranscript({ library, now: () => new Date() },
      { transcriptId, base, batchId: randomUUID(), diff }));
    writeSync(1, base + '\\n');
  }
`;

/** Runs the typist, kills it `delayMs` after its first save, and returns the last sequence that it was told. */
async function typeUntilKilled(program: string, delayMs: number): Promise<number> {
  const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let acknowledged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (acknowledged === 0) setTimeout(() => child.kill('SIGKILL'), delayMs);
    acknowledged = Number(line);
  }
  await exited;
  return acknowledged;
}

test('whatever was acknowledged survives the death of the process, and the library is sound', async () => {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const { transcriptId } = addTestRecording(app);
  await app.close();
  const program = typist(testOptions(folder).libraryPath, transcriptId);
  for (let round = 0; round < 6; round++) {
    const acknowledged = await typeUntilKilled(program, Math.random() * 60);
    const reopened = openTestApp(folder);
    const { sequence, number } = requireTranscript(reopened.library, transcriptId);
    expect(acknowledged).toBeGreaterThan(0);
    expect([acknowledged, acknowledged + 1]).toContain(sequence);
    expect(listTurns(reopened.library, number)).toHaveLength(sequence);
    expect(verifyEditLog(reopened, transcriptId).sound).toBe(true);
    await reopened.close();
  }
}, 60_000);
