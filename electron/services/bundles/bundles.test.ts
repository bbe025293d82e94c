import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Annotation, GIVEN_KINDS, type Reply } from '../../../shared/model/annotation.ts';
import { newId, type SpeakerId } from '../../../shared/model/ids.ts';
import { createTurn, textContent, textInline } from '../../../shared/model/turn.ts';
import { listNoteRows } from '../../database/log-rows.ts';
import { listRevisions } from '../../database/revision-store.ts';
import { listSpeakers } from '../../database/speaker-store.ts';
import { listAnnotations, putAnnotation } from '../annotate.ts';
import type { App } from '../app.ts';
import { removeRecording } from '../change-recording.ts';
import { putSpeaker } from '../change-speakers.ts';
import { checkRecording } from '../check-library.ts';
import { importMediaFile } from '../import-file.ts';
import { openRecording, requireOriginal, requireRecording } from '../open-recording.ts';
import { saveTranscript } from '../save-transcript.ts';
import { openTestApp, putTurns, temporaryFolder, turnOf } from '../testing/open-test-app.ts';
import { verifyEditLog } from '../verify-edit-log.ts';
import { addBundle } from './add-bundle.ts';
import { lookAtBundle } from './look-at-bundle.ts';
import { compareBundle, mergeBundle } from './merge-bundle.ts';
import { splitTakes } from './split-takes.ts';
import { type BundleChoices, writeBundle } from './write-bundle.ts';

const WHOLE: BundleChoices = { media: true, history: true, program: 'Minber 1.2.3' };
const TEXT: BundleChoices = { ...WHOLE, media: false };

const speakerOf = (name: string) => ({
  id: newId<SpeakerId>(),
  name: { kk: name },
  title: {},
  organisation: {},
  country: {},
  colour: 0,
  mergedInto: null,
});

const remarkOf = (body: string): Annotation => ({
  id: newId(),
  kindId: GIVEN_KINDS.name,
  body,
  colour: null,
  author: 'Дәурен',
  createdAt: '2026-01-01T10:00:00.000Z',
  changedAt: '2026-01-01T10:00:00.000Z',
  resolved: null,
  span: null,
  words: '',
  atMs: null,
  replies: [],
  removed: false,
});

/** A desk with a recording that has a few turns, saved in two batches. */
async function desk() {
  const folder = temporaryFolder();
  const app = openTestApp(folder);
  const mediaPath = join(folder, 'форум.ogg');
  copyFileSync(resolve('e2e/fixtures/session.ogg'), mediaPath);
  const recordingId = await importMediaFile(app, mediaPath, 'kk');
  await app.hashing.settled();
  const speaker = speakerOf('Әйгерім');
  const remark = remarkOf('Тексеру керек');
  putSpeaker(app, speaker);
  const transcriptId = requireOriginal(app.library, recordingId).id;
  putTurns(app, transcriptId, 0, [
    turnOf('бірінші', 'a0', { startMs: 0, endMs: 900, speakerId: speaker.id }),
    turnOf('', 'a1', { startMs: 1000, endMs: 1900, content: [textInline('екінші', [remark.id])] }),
  ]);
  putAnnotation(app, { transcriptId, annotation: remark });
  putTurns(app, transcriptId, 1, [turnOf('үшінші', 'a2', { startMs: 2000, endMs: 2900 })]);
  return {
    app,
    folder,
    recordingId,
    transcriptId,
    speaker,
    remark,
    path: (name: string) => join(folder, name),
  };
}

function otherDesk() {
  const folder = temporaryFolder();
  return { app: openTestApp(folder), folder, path: (name: string) => join(folder, name) };
}

const turnsOf = async (app: App, id: Parameters<typeof openRecording>[1]) =>
  (await openRecording(app, id)).turns;
const textsOf = async (app: App, id: Parameters<typeof openRecording>[1]) =>
  (await turnsOf(app, id)).map(({ content }) =>
    content.map((inline) => (inline.type === 'text' ? inline.text : '')).join(''),
  );

/** Changes the words of the turn with this number. */
async function say(app: App, id: Parameters<typeof openRecording>[1], number: number, text: string) {
  const { transcript, turns } = await openRecording(app, id);
  const turn = turns[number];
  if (!turn) throw new Error(`no turn ${number}`);
  const put = [{ ...turn, content: textContent(text) }];
  return saveTranscript(app, {
    transcriptId: transcript.id,
    base: transcript.sequence,
    batchId: newId(),
    diff: { put, remove: [] },
  });
}

describe('a bundle', () => {
  it('brings text, speakers, history and media to another library, where the chain is sound', async () => {
    const home = await desk();
    const away = otherDesk();
    const fractions: number[] = [];
    const path = home.path('forum.minber');
    await writeBundle(home.app, home.recordingId, WHOLE, path, {
      onProgress: (each) => fractions.push(each),
    });
    expect(fractions.at(-1)).toBe(1);
    expect(await lookAtBundle(away.app, path)).toMatchObject({
      title: 'форум',
      turnCount: 3,
      wordCount: 3,
      speakerCount: 1,
      historyCount: 2,
      mediaBytes: 6273,
      program: 'Minber 1.2.3',
      known: null,
    });

    const id = await addBundle(away.app, path, { asCopy: false });
    expect(id).toBe(home.recordingId);
    expect(await turnsOf(away.app, id)).toEqual(await turnsOf(home.app, id));
    expect(listSpeakers(away.app.library)).toEqual([home.speaker]);
    expect(checkRecording(away.app, id)).toEqual([]);
    const { transcriptId } = home;
    expect(listAnnotations(away.app, transcriptId)).toEqual(listAnnotations(home.app, transcriptId));
    expect(listAnnotations(away.app, transcriptId)).toMatchObject([{ id: home.remark.id, words: 'екінші' }]);
    const verdict = verifyEditLog(away.app, home.transcriptId);
    expect(verdict).toMatchObject({ sound: true, entryCount: 2 });
    const revisions = listRevisions(away.app.library, requireOriginal(away.app.library, id).number);
    expect(revisions.map(({ reason }) => reason)).toEqual(['imported']);
    const { media } = requireRecording(away.app.library, id);
    expect(media.path).toBe(join(away.folder, `library.minber-library-media/${media.id}/форум.ogg`));
    expect(media.sha256).toBe(requireRecording(home.app.library, id).media.sha256);
    expect(existsSync(media.path)).toBe(true);
  });

  it('keeps revisions and the links of the chain between entries', async () => {
    const home = await desk();
    const away = otherDesk();
    await writeBundle(home.app, home.recordingId, TEXT, home.path('first.minber'));
    await say(home.app, home.recordingId, 0, 'бірінші сөз');
    await writeBundle(home.app, home.recordingId, TEXT, home.path('second.minber'));
    const id = await addBundle(away.app, home.path('second.minber'), { asCopy: false });
    const { number } = requireOriginal(away.app.library, id);
    expect(listRevisions(away.app.library, number).map(({ name }) => name)).toContain('first.minber');
    expect(listNoteRows(away.app.library, number).length).toBeGreaterThan(0);
    expect(verifyEditLog(away.app, home.transcriptId).sound).toBe(true);
  });

  it('without media asks for it at the other desk, and may go without its history', async () => {
    const home = await desk();
    const away = otherDesk();
    await writeBundle(home.app, home.recordingId, { ...TEXT, history: false }, home.path('a.minber'));
    const id = await addBundle(away.app, home.path('a.minber'), { asCopy: false });
    const opened = await openRecording(away.app, id);
    expect(opened.mediaFound).toBe(false);
    expect(opened.transcript.sequence).toBe(1);
    expect(await textsOf(away.app, id)).toEqual(['бірінші', 'екінші', 'үшінші']);
    expect(checkRecording(away.app, id)).toEqual([]);
    expect(readdirSync(away.folder).filter((name) => name.endsWith('-media'))).toEqual([]);
  });

  it('never takes the place of a recording; a copy has its own history', async () => {
    const home = await desk();
    const path = home.path('forum.minber');
    await say(home.app, home.recordingId, 0, 'бірінші сөз');
    await writeBundle(home.app, home.recordingId, WHOLE, path);
    await expect(addBundle(home.app, path, { asCopy: false })).rejects.toMatchObject({
      code: 'bundle-known',
    });
    const copy = await addBundle(home.app, path, { asCopy: true });
    expect(copy).not.toBe(home.recordingId);
    expect(await textsOf(home.app, copy)).toEqual(await textsOf(home.app, home.recordingId));
    const ids = (await turnsOf(home.app, copy)).map((turn) => turn.id);
    for (const turn of await turnsOf(home.app, home.recordingId)) expect(ids).not.toContain(turn.id);
    expect(checkRecording(home.app, copy)).toEqual([]);
    const [remark] = listAnnotations(home.app, requireOriginal(home.app.library, copy).id);
    expect(remark).toMatchObject({ body: 'Тексеру керек', words: 'екінші' });
    expect(remark?.id).not.toBe(home.remark.id);
    expect((await turnsOf(home.app, copy))[1]?.content).toEqual([
      textInline('екінші', remark ? [remark.id] : []),
    ]);
    expect(requireOriginal(home.app.library, copy).sequence).toBe(3);
    const paths = [copy, home.recordingId].map((id) => requireRecording(home.app.library, id).media.path);
    expect(paths[0]).toBe(paths[1]);
  });

  it('is not written when its media is gone or another, nor when stopped', async () => {
    const home = await desk();
    const path = home.path('forum.minber');
    const stopper = new AbortController();
    stopper.abort(new Error('enough'));
    await expect(
      writeBundle(home.app, home.recordingId, WHOLE, path, { signal: stopper.signal }),
    ).rejects.toThrow('enough');
    copyFileSync(resolve('e2e/fixtures/session.wav'), home.path('форум.ogg'));
    await expect(writeBundle(home.app, home.recordingId, WHOLE, path)).rejects.toMatchObject({
      code: 'media-differs',
    });
    const home2 = await desk();
    await writeBundle(home2.app, home2.recordingId, TEXT, home2.path('x.minber'));
    await expect(
      writeBundle(home2.app, home2.recordingId, TEXT, join(home2.folder, 'no such folder', 'x.minber')),
    ).rejects.toMatchObject({ code: 'export-failed' });
    expect(readdirSync(home.folder).filter((name) => /minber$|tmp$/.test(name))).toEqual([]);
  });

  it('that is stopped while it is taken in leaves nothing', async () => {
    const home = await desk();
    const away = otherDesk();
    await writeBundle(home.app, home.recordingId, WHOLE, home.path('a.minber'));
    const stopper = new AbortController();
    const work = { signal: stopper.signal, onProgress: () => stopper.abort(new Error('enough')) };
    await expect(addBundle(away.app, home.path('a.minber'), { asCopy: false }, work)).rejects.toThrow(
      'enough',
    );
    expect(readdirSync(away.folder).filter((name) => name.endsWith('-media'))).toEqual([]);
    await expect(openRecording(away.app, home.recordingId)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('merging a bundle', () => {
  async function apart() {
    const home = await desk();
    const away = otherDesk();
    await writeBundle(home.app, home.recordingId, TEXT, home.path('out.minber'));
    await addBundle(away.app, home.path('out.minber'), { asCopy: false });
    return { home, away, id: home.recordingId };
  }
  const NO_CHOICES = new Map<string, 'mine'>();
  async function takeBack(app: App, path: string, choices: ReadonlyMap<string, 'mine' | 'theirs' | 'both'>) {
    const { sequence, bundleId } = await compareBundle(app, path);
    return mergeBundle(app, path, { sequence, bundleId, choices });
  }

  it.each([true, false])('joins what each side changed; history %s', async (history) => {
    const { home, away, id } = await apart();
    await say(home.app, id, 0, 'бірінші, менікі');
    await say(away.app, id, 2, 'үшінші, олардыкі');
    putSpeaker(away.app, { ...home.speaker, title: { kk: 'елші' } });
    const [remark] = listAnnotations(away.app, home.transcriptId);
    const reply = {
      id: newId<Reply['id']>(),
      author: 'Әйгерім',
      body: 'Дұрыс',
      at: '2026-01-01T11:00:00.000Z',
    };
    if (remark)
      putAnnotation(away.app, {
        transcriptId: home.transcriptId,
        annotation: { ...remark, replies: [reply] },
      });
    await writeBundle(away.app, id, { ...TEXT, history }, away.path('back.minber'));
    const compared = await compareBundle(home.app, away.path('back.minber'));
    expect(compared).toMatchObject({
      common: true,
      conflicts: [],
      counts: { changedTurns: 1, addedTurns: 0, removedTurns: 0, speakers: 1, annotations: 1 },
    });
    const before = requireOriginal(home.app.library, id).sequence;
    expect(listAnnotations(home.app, home.transcriptId)[0]?.replies).toEqual([]);
    await takeBack(home.app, away.path('back.minber'), NO_CHOICES);
    expect(await textsOf(home.app, id)).toEqual(['бірінші, менікі', 'екінші', 'үшінші, олардыкі']);
    expect(listSpeakers(home.app.library)[0]?.title).toEqual({ kk: 'елші' });
    expect(listAnnotations(home.app, home.transcriptId)[0]?.replies).toEqual([reply]);
    const { number, sequence } = requireOriginal(home.app.library, id);
    expect(sequence).toBe(before + 1);
    expect(listRevisions(home.app.library, number)[0]).toMatchObject({
      reason: 'before-merge',
      sequence: before,
    });
    expect(checkRecording(home.app, id)).toEqual([]);

    await takeBack(home.app, away.path('back.minber'), NO_CHOICES);
    expect(requireOriginal(home.app.library, id).sequence).toBe(sequence);
  });

  it('asks about what both changed, and asks once', async () => {
    const { home, away, id } = await apart();
    await say(home.app, id, 1, 'екінші, менікі');
    await say(away.app, id, 1, 'екінші, олардыкі');
    await writeBundle(away.app, id, TEXT, away.path('back.minber'));
    const { conflicts, sequence, bundleId } = await compareBundle(home.app, away.path('back.minber'));
    expect(conflicts).toMatchObject([{ kind: 'turn', mine: {}, theirs: {}, base: {} }]);
    await expect(
      mergeBundle(home.app, away.path('back.minber'), { sequence, bundleId, choices: NO_CHOICES }),
    ).rejects.toMatchObject({ code: 'bad-request' });
    const key = conflicts[0]?.key ?? '';
    await takeBack(home.app, away.path('back.minber'), new Map([[key, 'both']]));
    expect(await textsOf(home.app, id)).toEqual(['бірінші', 'екінші, менікі', 'екінші, олардыкі', 'үшінші']);

    await say(away.app, id, 2, 'үшінші, соңғы');
    await writeBundle(away.app, id, TEXT, away.path('again.minber'));
    const again = await compareBundle(home.app, away.path('again.minber'));
    expect(again).toMatchObject({ conflicts: [], counts: { changedTurns: 1 } });
  });

  it('is refused when something was written since it was compared', async () => {
    const { home, away, id } = await apart();
    await say(away.app, id, 1, 'екінші, олардыкі');
    await writeBundle(away.app, id, TEXT, away.path('back.minber'));
    const { sequence, bundleId } = await compareBundle(home.app, away.path('back.minber'));
    await say(home.app, id, 0, 'жаңа');
    await expect(
      mergeBundle(home.app, away.path('back.minber'), { sequence, bundleId, choices: NO_CHOICES }),
    ).rejects.toMatchObject({ code: 'stale-sequence' });
  });

  it('takes the recording out of the bin, and brings media that is lost', async () => {
    const { home, away, id } = await apart();
    removeRecording(away.app, id);
    await say(home.app, id, 0, 'бірінші сөз');
    await writeBundle(home.app, id, WHOLE, home.path('again.minber'));
    expect((await lookAtBundle(away.app, home.path('again.minber'))).known).toMatchObject({ inBin: true });
    await takeBack(away.app, home.path('again.minber'), NO_CHOICES);
    expect(requireRecording(away.app.library, id).deletedAt).toBeNull();
    expect((await openRecording(away.app, id)).mediaFound).toBe(true);
    expect(await textsOf(away.app, id)).toEqual(['бірінші сөз', 'екінші', 'үшінші']);
  });

  it('knows two libraries that are copies of one file by what their logs share', async () => {
    const home = await desk();
    await say(home.app, home.recordingId, 0, 'ортақ');
    await home.app.close();
    const away = temporaryFolder();
    mkdirSync(away, { recursive: true });
    copyFileSync(home.path('library.minber-library'), join(away, 'library.minber-library'));
    const [one, other] = [openTestApp(home.folder), openTestApp(away)];
    await say(one, home.recordingId, 1, 'менікі');
    await say(other, home.recordingId, 2, 'олардыкі');
    await writeBundle(other, home.recordingId, TEXT, join(away, 'back.minber'));
    expect(await compareBundle(one, join(away, 'back.minber'))).toMatchObject({
      common: true,
      conflicts: [],
    });
    await takeBack(one, join(away, 'back.minber'), NO_CHOICES);
    expect(await textsOf(one, home.recordingId)).toEqual(['ортақ', 'менікі', 'олардыкі']);
  });
});

describe('takes', () => {
  it('divide an empty transcript among colleagues, whose shares come back in order', async () => {
    const folder = temporaryFolder();
    const app = openTestApp(folder);
    const id = await importMediaFile(app, resolve('e2e/fixtures/session.ogg'), 'kk');
    const out = join(folder, 'out');
    mkdirSync(out);
    const paths = await splitTakes(
      app,
      id,
      [
        { name: 'Әйгерім', startMs: 0, endMs: 2000 },
        { name: 'Дәурен', startMs: 2000, endMs: 4000 },
      ],
      TEXT,
      out,
    );
    expect(readdirSync(out).sort()).toEqual(['session – Дәурен.minber', 'session – Әйгерім.minber']);
    const back: string[] = [];
    for (const [index, path] of [...paths.entries()].reverse()) {
      const away = otherDesk();
      await addBundle(away.app, path, { asCopy: false });
      const opened = await openRecording(away.app, id);
      expect(opened.take).toMatchObject({ startMs: index * 2000, endMs: (index + 1) * 2000 });
      const turns = [0, 1].map((number) => ({
        ...createTurn({
          startMs: index * 2000 + number * 1000,
          content: textContent(`${index} ${number}`),
        }),
        order: `a${number}`,
      }));
      putTurns(away.app, opened.transcript.id, 0, turns);
      await writeBundle(away.app, id, TEXT, away.path('back.minber'));
      expect((await lookAtBundle(app, away.path('back.minber'))).take?.name).toBe(
        index ? 'Дәурен' : 'Әйгерім',
      );
      back.push(away.path('back.minber'));
    }
    for (const path of back) {
      const { sequence, bundleId } = await compareBundle(app, path);
      await mergeBundle(app, path, { sequence, bundleId, choices: new Map() });
    }
    expect(await textsOf(app, id)).toEqual(['0 0', '0 1', '1 0', '1 1']);
    expect((await openRecording(app, id)).take).toBeNull();
    expect(checkRecording(app, id)).toEqual([]);
  });
});
