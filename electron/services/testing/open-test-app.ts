import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { MediaFacts } from '../../../shared/ipc/contract.ts';
import { type MediaId, newId, type RecordingId, type TranscriptId } from '../../../shared/model/ids.ts';
import type { Recording } from '../../../shared/model/recording.ts';
import { createTurn, type PlacedTurn, textContent } from '../../../shared/model/turn.ts';
import type { App, AppOptions, LibraryAccess } from '../app.ts';
import { addRecording } from '../import-media.ts';
import type { Logger } from '../logger.ts';
import { openApp } from '../open-app.ts';
import { type Saved, saveTranscript } from '../save-transcript.ts';

/** Returns a folder of the test's own, removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'minber-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A logger that keeps what it was told. */
export function keepingLogger(): Logger & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const keep = (message: string) => void lines.push(message);
  return { lines, info: keep, warn: keep, error: keep };
}

/** A clock that goes on by a second whenever it is asked, from the start of 2026; it can be put forward. */
export function steppingClock(): { (): Date; forward(ms: number): void } {
  let time = Date.UTC(2026, 0, 1);
  const now = () => {
    time += 1000;
    return new Date(time);
  };
  return Object.assign(now, {
    forward: (ms: number) => {
      time += ms;
    },
  });
}

export function testOptions(folder: string, options: Partial<AppOptions> = {}): AppOptions {
  const userDataPath = join(folder, 'user data');
  mkdirSync(userDataPath, { recursive: true });
  return {
    libraryPath: join(folder, 'library.minber-library'),
    userDataPath,
    resourcesPath: resolve('resources'),
    logger: keepingLogger(),
    clock: steppingClock(),
    ...options,
  };
}

/** Opens the program on a library in `folder`, closed when the test ends. */
export function openTestApp(folder: string = temporaryFolder(), options: Partial<AppOptions> = {}): App {
  const app = openApp(testOptions(folder, options));
  onTestFinished(async () => {
    if (app.library.isOpen) await app.close();
  });
  return app;
}

export const FACTS: MediaFacts = {
  durationMs: 60_000,
  container: 'WAV',
  audioCodec: 'pcm-s16',
  videoCodec: null,
  frameRate: null,
  width: null,
  height: null,
};

export interface Fixture {
  readonly recordingId: RecordingId;
  readonly transcriptId: TranscriptId;
  readonly mediaId: MediaId;
}

/** Adds a recording whose media need not exist, with an empty transcript. */
export function addTestRecording(
  { library, now }: LibraryAccess,
  parts: Partial<Recording> = {},
  mediaPath = '/nowhere/forum.wav',
): Fixture {
  const at = now().toISOString();
  const recordingId = newId<RecordingId>();
  const mediaId = newId<MediaId>();
  const media = { id: mediaId, path: mediaPath, bytes: 1, fingerprint: mediaId, sha256: null, ...FACTS };
  const recording: Recording = {
    id: recordingId,
    title: 'Форум',
    date: '2026-01-01',
    place: 'Астана',
    languages: ['kk'],
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    media,
    ...parts,
  };
  const transcriptId = library.write((db) => addRecording(db, recording, 'kk'));
  return { recordingId, transcriptId, mediaId };
}

/** Returns a turn with the text, placed by `order`. */
export function turnOf(text: string, order: string, parts: Partial<PlacedTurn> = {}): PlacedTurn {
  return { ...createTurn({ content: textContent(text) }), order, ...parts };
}

/** Saves turns on top of `base` as a batch of their own. */
export function putTurns(
  access: LibraryAccess,
  transcriptId: TranscriptId,
  base: number,
  put: readonly PlacedTurn[],
): Saved {
  return saveTranscript(access, { transcriptId, base, batchId: newId(), diff: { put, remove: [] } });
}
