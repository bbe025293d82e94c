import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../../shared/formats/format.ts';
import { type Channel, contract, type Input, type Output } from '../../shared/ipc/contract.ts';
import { newId } from '../../shared/model/ids.ts';
import {
  FACTS,
  keepingLogger,
  openTestApp,
  temporaryFolder,
  turnOf,
} from '../services/testing/open-test-app.ts';
import type { Desktop } from './desktop.ts';
import { dispatch, type Handlers } from './dispatch.ts';
import { createHandlers } from './handlers.ts';

function program() {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const done: string[] = [];
  const chosen = {
    program: null as string | null,
    media: [] as string[],
    transcript: null as string | null,
    article: null as string | null,
    profile: null as string | null,
    kinds: null as string | null,
    bundle: null as string | null,
    folder: null as string | null,
    save: null as string | null,
  };
  const desktop: Desktop = {
    version: '1.2.3',
    systemLanguage: () => 'ru',
    takePendingPaths: () => [],
    chooseMedia: async () => chosen.media,
    chooseTranscript: async () => chosen.transcript,
    chooseTable: async () => chosen.transcript,
    chooseArticle: async () => chosen.article,
    chooseBundle: async () => chosen.bundle,
    tell: (event) => void done.push(event),
    tellProgress: (task, fraction) => void done.push(`progress ${task} ${fraction}`),
    chooseProfile: async () => chosen.profile,
    chooseKinds: async () => chosen.kinds,
    chooseProgram: async () => chosen.program,
    chooseFolder: async () => chosen.folder,
    chooseSavePath: async ({ defaultName }) => (chosen.save === null ? null : join(chosen.save, defaultName)),
    printToPdf: async (html) => new TextEncoder().encode(`%PDF of ${html.length}`),
    showInFolder: (path) => void done.push(`show ${path}`),
    openLogs: () => void done.push('logs'),
    takeKeysEverywhere: ({ keys }) => {
      done.push(`keys ${keys.map(({ accelerator }) => accelerator).join(' ')}`);
      return [];
    },
    choosePedal: async (deviceId) => void done.push(`pedal ${deviceId}`),
    forgetPedal: async ({ vendorId }) => void done.push(`forget ${vendorId}`),
    setMenu: (menus) => void done.push(`menus ${menus.length}`),
    closeReady: (saved) => void done.push(`close ${saved}`),
    reloadWindow: () => void done.push('reload'),
  };
  const handlers = createHandlers(app, desktop);
  const logger = keepingLogger();
  const ask = (channel: string, input?: unknown) => dispatch(handlers, logger, channel, input);
  /** Asks as the renderer does, and checks that what comes back is what the contract says. */
  const call = async <C extends Channel>(channel: C, input?: Input<C>): Promise<Output<C>> => {
    const reply = await ask(channel, structuredClone(input));
    if (!reply.ok) throw new Error(`${channel}: ${reply.failure.code}`);
    contract[channel].output.parse(structuredClone(reply.value));
    return reply.value as Output<C>;
  };
  return { app, folder, chosen, done, handlers, logger, ask, call };
}

describe('dispatch', () => {
  test.each(['', 'library', 'toString', '__proto__', 'app.startle'])(
    'refuses the channel %j',
    async (channel) => {
      const { ask } = program();
      expect(await ask(channel)).toEqual({ ok: false, failure: { code: 'bad-request' } });
    },
  );

  test.each<[Channel, unknown]>([
    ['app.start', { more: 1 }],
    ['library.list', undefined],
    ['library.list', { bin: 'no' }],
    ['recording.open', { recordingId: '1' }],
    ['media.probe', { grant: '/etc/passwd' }],
    ['transcript.save', { transcriptId: newId(), base: -1, batchId: newId(), diff: { put: [], remove: [] } }],
    ['settings.change', { theme: 'pink' }],
    ['settings.change', { unknown: 1 }],
  ])('refuses an input of %s that its schema does not know', async (channel, input) => {
    const { ask, logger } = program();
    expect(await ask(channel, input)).toEqual({ ok: false, failure: { code: 'bad-request' } });
    expect(logger.lines).toEqual([`${channel}: input refused`]);
  });

  test('tells a failure by its code and keeps the cause for the log', async () => {
    const { ask, logger } = program();
    const reply = await ask('recording.open', { recordingId: newId() });
    expect(reply).toEqual({ ok: false, failure: { code: 'not-found', params: {} } });
    expect(logger.lines).toEqual(['recording.open: not-found']);
  });

  test('never rejects', async () => {
    const { handlers, logger } = program();
    const failing: Handlers = {
      ...handlers,
      'speakers.list': () => {
        throw new TypeError('a fault of ours');
      },
    };
    const reply = await dispatch(failing, logger, 'speakers.list', undefined);
    expect(reply).toEqual({ ok: false, failure: { code: 'unexpected', params: {} } });
  });
});

test('the main job, from a file to an export, all by the contract', async () => {
  const { call, chosen, folder, done } = program();
  const start = await call('app.start');
  expect(start).toMatchObject({ version: '1.2.3', systemLanguage: 'ru', pending: [] });

  chosen.media = [join(folder, 'Су форумы.wav')];
  writeFileSync(join(folder, 'Су форумы.wav'), 'дыбыс');
  const [file] = await call('files.chooseMedia');
  if (!file) throw new Error('nothing was chosen');
  const { mediaId } = await call('media.probe', { grant: file.grant });
  expect(await call('media.peaks', { mediaId })).toBeNull();
  await call('media.keepPeaks', { mediaId, peaks: new Uint8Array([1, 2, 3]) });
  const recordingId = await call('recording.import', { mediaId, facts: FACTS, language: 'kk' });
  expect(await call('media.peaks', { mediaId })).toEqual(new Uint8Array([1, 2, 3]));

  const { transcript } = await call('recording.open', { recordingId });
  const speaker = {
    id: newId(),
    name: { kk: 'Айгүл' },
    title: {},
    organisation: {},
    country: {},
    colour: 0,
    mergedInto: null,
  };
  await call('speakers.put', speaker);
  const [storedSpeaker] = await call('speakers.list');
  const turn = turnOf('Қайырлы таң', 'a0', { speakerId: storedSpeaker?.id ?? null, startMs: 0, endMs: 900 });
  const saved = await call('transcript.save', {
    transcriptId: transcript.id,
    base: 0,
    batchId: newId(),
    diff: { put: [turn], remove: [] },
  });
  expect(saved.sequence).toBe(1);
  expect(await call('transcript.logEntry', { transcriptId: transcript.id, sequence: 1 })).toMatchObject({
    was: [],
  });
  expect(await call('history.list', { transcriptId: transcript.id, before: null })).toHaveLength(1);
  expect(await call('history.verify', { transcriptId: transcript.id })).toMatchObject({
    sound: true,
    sequence: null,
    entryCount: 1,
  });
  const transcriptId = transcript.id;
  await call('history.mark', { transcriptId, reason: 'named', name: 'Алғашқы мәтін' });
  const { revisions } = await call('history.revisions', { transcriptId });
  expect(revisions).toMatchObject([{ sequence: 1, name: 'Алғашқы мәтін' }]);
  for (const { id: revisionId } of revisions) await call('history.rename', { revisionId, name: 'Басы' });
  expect(await call('history.compare', { transcriptId, from: 1, to: null })).toEqual([]);
  expect(
    await call('library.search', {
      query: 'айгүл таң',
      filter: { speakerId: null, from: null, to: null, kindId: null, status: null },
      before: null,
    }),
  ).toMatchObject({ recordings: [{ recordingId, hits: [{ turnId: turn.id }] }], next: null });
  const ignored = { transcriptId, turnId: turn.id, check: 'noTitle', reason: 'белгісіз' } as const;
  expect((await call('review.ignore', ignored)).ignored).toMatchObject([{ check: 'noTitle' }]);
  await call('review.hear', { transcriptId, turnId: turn.id, edge: 'start', atMs: 0 });
  await call('review.stopAudit', { transcriptId, place: { turnId: turn.id, edge: 'end' } });
  expect(await call('review.notes', { transcriptId })).toMatchObject({
    heard: [{ atMs: 0 }],
    stoppedAt: { edge: 'end' },
  });
  expect(await call('library.list', { bin: false })).toMatchObject([{ title: 'Су форумы', wordCount: 2 }]);
  await call('transcript.setLanguage', { transcriptId: transcript.id, language: 'kk-KZ' });
  expect((await call('recording.open', { recordingId })).transcript.language).toBe('kk-KZ');

  const request = { transcriptId: transcript.id, format: 'txt', options: DEFAULT_EXPORT_OPTIONS } as const;
  expect((await call('export.preview', request)).text).toContain('Қайырлы таң');
  expect(await call('export.write', request)).toBeNull();
  chosen.save = folder;
  const written = await call('export.write', request);
  expect(written?.path).toBe(join(folder, 'Су форумы.txt'));
  expect(readFileSync(join(folder, 'Су форумы.txt'), 'utf8')).toContain('Қайырлы таң');
  await call('export.show', { path: written?.path ?? '' });
  expect(done).toEqual([`show ${written?.path}`]);
});

test('recordings go into a folder that was chosen, each under a name of its own', async () => {
  const { call, ask, chosen, folder } = program();
  const recordingId = await call('recording.importSample');
  expect(await call('files.chooseFolder')).toBeNull();
  chosen.folder = join(folder, 'out');
  mkdirSync(chosen.folder);
  const out = await call('files.chooseFolder');
  const request = {
    recordingId,
    folder: out?.grant ?? '',
    format: 'txt',
    options: DEFAULT_EXPORT_OPTIONS,
  } as const;
  const first = await call('export.toFolder', request);
  const second = await call('export.toFolder', request);
  expect(second.name).toBe(first.name.replace('.txt', ' (2).txt'));
  expect(readFileSync(second.path, 'utf8')).toBe(readFileSync(first.path, 'utf8'));
  expect(await ask('export.toFolder', { ...request, folder: newId() })).toMatchObject({
    failure: { code: 'bad-request' },
  });
});

test('a profile goes out as a file, and another desk takes it', async () => {
  const { call, ask, chosen, folder } = program();
  const profile = { name: 'Сайт: субтитр', format: 'srt', options: DEFAULT_EXPORT_OPTIONS } as const;
  expect(await call('profile.share', profile)).toBeNull();
  chosen.save = folder;
  const written = await call('profile.share', profile);
  expect(written).toEqual({ path: join(folder, 'Сайт субтитр.minber-profile.json') });
  await call('export.show', { path: written?.path ?? '' });
  expect(await call('profile.add')).toBeNull();
  chosen.profile = written?.path ?? null;
  expect(await call('profile.add')).toEqual(profile);
  writeFileSync(join(folder, 'other.json'), '{}');
  chosen.profile = join(folder, 'other.json');
  expect(await ask('profile.add')).toMatchObject({
    failure: { code: 'profile-unreadable', params: { name: 'other.json' } },
  });
});

test('only paths that were handed out are read or shown', async () => {
  const { ask, call, folder } = program();
  expect(await ask('media.probe', { grant: newId() })).toMatchObject({ failure: { code: 'bad-request' } });
  expect(await ask('transcript.readFile', { grant: newId(), language: 'kk' })).toMatchObject({ ok: false });
  expect(await ask('export.show', { path: folder })).toMatchObject({ failure: { code: 'bad-request' } });
  mkdirSync(join(folder, 'dropped'));
  const { grant, name } = await call('files.grantDropped', { path: join(folder, 'dropped') });
  expect(name).toBe('dropped');
  expect(await ask('media.probe', { grant })).toMatchObject({
    failure: { code: 'not-a-file', params: { name } },
  });
});

test('the folder of a recording whose file has gone is not shown', async () => {
  const { ask, call, done, app } = program();
  const recordingId = await call('recording.importSample');
  await call('recording.showInFolder', { recordingId });
  expect(done).toEqual([`show ${join(app.userDataPath, 'sample', 'forum.mp4')}`]);
  app.library.write((db) => db.run(`UPDATE media SET path = '/nowhere/forum.mp4'`));
  expect(await ask('recording.showInFolder', { recordingId })).toMatchObject({
    failure: { code: 'file-missing' },
  });
  expect(await call('library.list', { bin: false })).toMatchObject([{ mediaFound: false }]);
});

test('a restore starts the window anew', async () => {
  const { call, done } = program();
  await call('recording.importSample');
  const { name } = await call('library.backUp');
  expect(await call('library.backups')).toHaveLength(1);
  const [recording] = await call('library.list', { bin: false });
  if (!recording) throw new Error('the sample is missing');
  await call('recording.remove', { recordingId: recording.id });
  await call('library.restore', { name });
  expect(done).toEqual(['reload']);
  expect(await call('library.list', { bin: false })).toHaveLength(1);
});

test('a vocabulary is shared as a file and read from one, where the person says', async () => {
  const { call, ask, chosen, folder } = program();
  expect(await call('annotationKinds.share')).toBeNull();
  expect(await call('annotationKinds.read')).toBeNull();
  chosen.save = folder;
  const shared = await call('annotationKinds.share');
  expect(shared?.path.startsWith(folder)).toBe(true);
  chosen.kinds = shared?.path ?? null;
  const kinds = (await call('annotationKinds.list')).filter(({ removed }) => !removed);
  expect(await call('annotationKinds.read')).toEqual(kinds);
  chosen.kinds = join(folder, 'other.json');
  writeFileSync(chosen.kinds, '{"format":"other"}');
  expect(await ask('annotationKinds.read')).toMatchObject({ ok: false });
});
