import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../shared/model/annotation.ts';
import { newId } from '../../../shared/model/ids.ts';
import { createTurn, textContent } from '../../../shared/model/turn.ts';
import { listRevisions } from '../../database/revision-store.ts';
import { listSpeakers } from '../../database/speaker-store.ts';
import { listAnnotations, putAnnotation } from '../annotate.ts';
import type { App } from '../app.ts';
import { removeRecording } from '../change-recording.ts';
import { mergeSpeaker, putSpeaker } from '../change-speakers.ts';
import { checkRecording } from '../check-library.ts';
import { importMediaFile } from '../import-file.ts';
import { openRecording, requireOriginal, requireRecording } from '../open-recording.ts';
import { readLogEntry } from '../read-history.ts';
import { restoreTranscript } from '../restore-transcript.ts';
import { hearBoundary, ignoreFinding, readReviewNotes } from '../review-notes.ts';
import { openTestApp, putTurns, temporaryFolder, turnOf } from '../testing/open-test-app.ts';
import { addBundle } from './add-bundle.ts';
import { lookAtBundle } from './look-at-bundle.ts';
import { compareBundle, mergeBundle } from './merge-bundle.ts';
import { splitTakes } from './split-takes.ts';
import { takeBackMerge } from './take-back-merge.ts';
import { desk, otherDesk, remarkOf, say, speakerOf, TEXT, textsOf, turnsOf, WHOLE } from './testing/desks.ts';
import { writeBundle } from './write-bundle.ts';

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

  it('can be taken back with the speakers, annotations and notes that it brought, and done again', async () => {
    const { home, away, id } = await apart();
    const { transcriptId } = home;
    const facts = (app: App) => ({
      speakers: listSpeakers(app.library),
      annotations: listAnnotations(app, transcriptId).map(({ body, replies }) => [
        body,
        ...replies.map((reply) => reply.body),
      ]),
      ...readReviewNotes(app, transcriptId),
    });
    const guest = speakerOf('Қонақ');
    putSpeaker(away.app, guest);
    putSpeaker(away.app, { ...home.speaker, title: { kk: 'елші' } });
    const [remark] = listAnnotations(away.app, transcriptId);
    if (!remark) throw new Error('no remark');
    const reply: Reply = { id: newId(), author: 'Әйгерім', body: 'Дұрыс', at: '2026-01-01T11:00:00.000Z' };
    putAnnotation(away.app, {
      transcriptId,
      annotation: { ...remark, body: 'Тексерілді', replies: [reply] },
    });
    putAnnotation(away.app, { transcriptId, annotation: remarkOf('Жаңа') });
    const [turn] = await turnsOf(away.app, id);
    const turnId = turn?.id ?? newId();
    ignoreFinding(away.app, { transcriptId, turnId, check: 'overlap', reason: 'Екеуі сөйледі' });
    hearBoundary(away.app, { transcriptId, turnId, edge: 'start', atMs: 0 });
    const said = turnOf('төртінші', 'a3', { startMs: 3000, endMs: 3900, speakerId: guest.id });
    putTurns(away.app, transcriptId, 2, [said]);
    const path = away.path('back.minber');
    await writeBundle(away.app, id, TEXT, path);

    const before = facts(home.app);
    await takeBack(home.app, path, NO_CHOICES);
    const after = facts(home.app);
    expect(after.speakers).toEqual([{ ...home.speaker, title: { kk: 'елші' } }, guest]);
    expect(after.annotations).toEqual([['Тексерілді', 'Дұрыс'], ['Жаңа']]);
    expect([after.ignored.length, after.heard.length]).toEqual([1, 1]);

    const entry = readLogEntry(home.app, { transcriptId, sequence: 3 });
    expect(entry).toMatchObject({ base: 2, merged: true });
    expect(readLogEntry(home.app, { transcriptId, sequence: 2 })).toMatchObject({ merged: false });
    const span = { transcriptId, base: 2, sequence: 3 };
    // The text goes first, as the editor does it.
    const undone = restoreTranscript(home.app, { transcriptId, sequence: 2 });
    takeBackMerge(home.app, { ...span, again: false });
    expect(facts(home.app)).toEqual(before);

    // What was in common is so no longer, so the bundle can be merged anew.
    expect(await compareBundle(home.app, path)).toMatchObject({
      conflicts: [],
      counts: { addedTurns: 1, speakers: 2, reviewed: 2 },
    });
    restoreTranscript(home.app, { transcriptId, sequence: undone.sequence - 1 });
    takeBackMerge(home.app, { ...span, again: true });
    expect(facts(home.app)).toEqual(after);
    expect((await compareBundle(home.app, path)).counts).toMatchObject({ addedTurns: 0, speakers: 0 });
  });

  it('leaves alone what was changed since, when it is taken back', async () => {
    const { home, away, id } = await apart();
    const { transcriptId } = home;
    putSpeaker(away.app, { ...home.speaker, title: { kk: 'елші' }, country: { kk: 'Қазақстан' } });
    await writeBundle(away.app, id, TEXT, away.path('back.minber'));
    await takeBack(home.app, away.path('back.minber'), NO_CHOICES);
    expect(requireOriginal(home.app.library, id).sequence).toBe(3);
    putSpeaker(home.app, { ...home.speaker, title: { kk: 'министр' }, country: { kk: 'Қазақстан' } });
    takeBackMerge(home.app, { transcriptId, base: 2, sequence: 3, again: false });
    expect(listSpeakers(home.app.library)).toEqual([{ ...home.speaker, title: { kk: 'министр' } }]);
  });

  it('asks when both let a finding be for different reasons, and joins what each has heard', async () => {
    const { home, away, id } = await apart();
    const { transcriptId } = home;
    const [one, two] = (await turnsOf(home.app, id)).map((turn) => turn.id);
    if (!one || !two) throw new Error('no turns');
    const ignore = (app: App, turnId: typeof one, reason: string) =>
      ignoreFinding(app, { transcriptId, turnId, check: 'overlap', reason });
    ignore(home.app, one, 'менікі');
    ignore(away.app, one, 'олардыкі');
    ignore(away.app, two, 'жаңа');
    hearBoundary(home.app, { transcriptId, turnId: one, edge: 'start', atMs: 0 });
    hearBoundary(away.app, { transcriptId, turnId: one, edge: 'end', atMs: 900 });
    await writeBundle(away.app, id, TEXT, away.path('back.minber'));
    const { conflicts, counts } = await compareBundle(home.app, away.path('back.minber'));
    expect(conflicts).toMatchObject([{ kind: 'finding', mine: { reason: 'менікі' } }]);
    expect(counts.reviewed).toBe(2);
    const [key = ''] = conflicts.map((conflict) => conflict.key);
    await takeBack(home.app, away.path('back.minber'), new Map([[key, 'theirs']]));
    const { ignored, heard } = readReviewNotes(home.app, transcriptId);
    expect(ignored.map(({ reason }) => reason).sort()).toEqual(['жаңа', 'олардыкі']);
    expect(heard.map(({ edge }) => edge).sort()).toEqual(['end', 'start']);
  });

  it('never lets speakers stand for one another in a circle: one side is asked for', async () => {
    const home = await desk();
    const away = otherDesk();
    const other = speakerOf('Әйгерім Н.');
    putSpeaker(home.app, other);
    const said = turnOf('төртінші', 'a3', { startMs: 3000, endMs: 3900, speakerId: other.id });
    putTurns(home.app, home.transcriptId, 2, [said]);
    await writeBundle(home.app, home.recordingId, TEXT, home.path('out.minber'));
    await addBundle(away.app, home.path('out.minber'), { asCopy: false });
    mergeSpeaker(home.app, home.speaker.id, other.id);
    mergeSpeaker(away.app, other.id, home.speaker.id);
    await writeBundle(away.app, home.recordingId, TEXT, away.path('back.minber'));
    const { conflicts } = await compareBundle(home.app, away.path('back.minber'));
    expect(conflicts.map(({ kind }) => kind)).toEqual(['standing']);
    const [key = ''] = conflicts.map((conflict) => conflict.key);
    await takeBack(home.app, away.path('back.minber'), new Map([[key, 'theirs']]));
    expect(listSpeakers(home.app.library).map(({ mergedInto }) => mergedInto)).toEqual([
      null,
      home.speaker.id,
    ]);
  });

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
