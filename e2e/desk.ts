import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { hasDisplay } from '../scripts/setup/display.mjs';
import { type LaunchOptions, launch, loggedErrors, type Program } from './launch.ts';
import { openOwnDisplay } from './own-display.ts';

export { expect };

/** A person's place of work: a folder of its own, in which the program can be started again and again. */
export interface Desk {
  readonly folder: string;
  readonly userDataPath: string;
  readonly libraryPath: string;
  start(options?: Pick<LaunchOptions, 'systemLanguage' | 'files'>): Promise<Program>;
  /** Names a file of the desk. */
  path(name: string): string;
  /** Says that this test provokes faults that match; any other still fails it. */
  expectFault(pattern: RegExp): void;
}

/** A test at a desk. It fails when the window or the log tells of an error that the test did not announce. */
export const test = base.extend<{ desk: Desk }, { display: string }>({
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const display = hasDisplay() ? null : await openOwnDisplay();
      if (display) process.env.DISPLAY = display.name;
      await use(process.env.DISPLAY ?? '');
      await display?.close();
    },
    { scope: 'worker', auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
  desk: async ({}, use, test) => {
    const folder = await mkdtemp(join(tmpdir(), 'minber-desk-'));
    const userDataPath = join(folder, 'user-data');
    const libraryPath = join(folder, 'desk.minber-library');
    const programs: Program[] = [];
    const expected: RegExp[] = [];
    await use({
      folder,
      userDataPath,
      libraryPath,
      path: (name) => join(folder, name),
      expectFault: (pattern) => expected.push(pattern),
      start: async (options = {}) => {
        const program = await launch({ userDataPath, libraryPath, ...options });
        programs.push(program);
        return program;
      },
    });
    if (test.status !== test.expectedStatus)
      for (const [index, { window }] of programs.entries())
        await window.screenshot({ path: test.outputPath(`window-${index}.png`) }).catch(() => undefined);
    for (const program of programs) await program.kill();
    const faults = [...programs.flatMap((program) => program.faults), ...loggedErrors(userDataPath)];
    // The processes of a killed program may still be writing their caches.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    expect(faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)))).toEqual([]);
  },
});
