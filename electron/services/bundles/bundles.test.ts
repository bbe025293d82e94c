import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { SMALL_PART } from '../../../shared/bundle/manifest.ts';
import { GIVEN_KINDS } from '../../../shared/model/annotation.ts';
import type { Speaker } from '../../../shared/model/speaker.ts';
import { textContent, textInline } from '../../../shared/model/turn.ts';
import { listNoteRows } from '../../database/log-rows.ts';
import { listRevisions } from '../../database/revision-store.ts';
import { listSpeakers } from '../../database/speaker-store.ts';
import { listAnnotations, putAnnotation } from '../annotate.ts';
import { destroyRecording } from '../change-recording.ts';
import { putSpeaker } from '../change-speakers.ts';
import { checkRecording } from '../check-library.ts';
import { probeMedia, relinkMedia } from '../import-media.ts';
import { openRecording, requireOriginal, requireRecording } from '../open-recording.ts';
import { keepPortrait, readPortrait } from '../portraits.ts';
import { hearBoundary, ignoreFinding, readReviewNotes } from '../review-notes.ts';
import { putTurns } from '../testing/open-test-app.ts';
import { verifyEditLog } from '../verify-edit-log.ts';
import { addBundle } from './add-bundle.ts';
import { lookAtBundle } from './look-at-bundle.ts';
import { compareBundle, mergeBundle } from './merge-bundle.ts';
import { readBundle } from './read-bundle.ts';
import { askSmallSound } from './small-sound.ts';
import { desk, otherDesk, remarkOf, say, TEXT, textsOf, turnsOf, WHOLE } from './testing/desks.ts';
import { writeBundle } from './write-bundle.ts';

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

  it('brings what a delegate list knows of speakers, with their portraits', async () => {
    const home = await desk();
    const away = otherDesk();
    const portrait = keepPortrait(home.app, Buffer.from('89504e470d0a1a0a0000', 'hex'));
    const delegate: Speaker = {
      ...home.speaker,
      originalName: { text: '조병제', language: 'ko' },
      aliases: ['Cho Byong-jae', 'Чо Бёнчжэ'],
      posts: [{ title: { ru: 'посол' }, organisation: {}, from: '2020-01-01', until: null }],
      countryCode: 'KR',
      portrait,
    };
    putSpeaker(home.app, delegate);
    const path = home.path('forum.minber');
    await writeBundle(home.app, home.recordingId, TEXT, path);
    expect((await readBundle(path)).manifest.version).toBe(2);
    await addBundle(away.app, path, { asCopy: false });
    expect(listSpeakers(away.app.library)).toEqual([delegate]);
    expect(readPortrait(away.app, portrait)).toEqual(readPortrait(home.app, portrait));
  });

  it('brings findings that were let be and boundaries that were heard, to a copy too', async () => {
    const home = await desk();
    const away = otherDesk();
    const { transcriptId } = home;
    const [turn] = await turnsOf(home.app, home.recordingId);
    if (!turn) throw new Error('no turn');
    ignoreFinding(home.app, { transcriptId, turnId: turn.id, check: 'overlap', reason: 'Екеуі сөйледі' });
    hearBoundary(home.app, { transcriptId, turnId: turn.id, edge: 'start', atMs: 0 });
    const path = home.path('reviewed.minber');
    await writeBundle(home.app, home.recordingId, TEXT, path);
    expect((await readBundle(path)).manifest.version).toBe(2);
    const id = await addBundle(away.app, path, { asCopy: false });
    const { ignored, heard } = readReviewNotes(home.app, transcriptId);
    expect(readReviewNotes(away.app, transcriptId)).toEqual({ ignored, heard, stoppedAt: null });
    expect([ignored.length, heard.length]).toEqual([1, 1]);
    const copy = requireOriginal(away.app.library, await addBundle(away.app, path, { asCopy: true }));
    const [first] = await turnsOf(away.app, copy.recordingId);
    expect(readReviewNotes(away.app, copy.id).ignored).toEqual([{ ...ignored[0], turnId: first?.id }]);
    expect(copy.recordingId).not.toBe(id);
  });

  it('may hold a small sound: it is played until the original is given, and goes on with the next bundle', async () => {
    const home = await desk();
    const away = otherDesk();
    const path = home.path('small.minber');
    const small = { ...TEXT, media: 'small' as const };
    expect(await askSmallSound(home.app, home.recordingId)).toMatchObject({ missing: null });
    const fractions: number[] = [];
    await writeBundle(home.app, home.recordingId, small, path, {
      onProgress: (each) => fractions.push(each),
    });
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    const look = await lookAtBundle(away.app, path);
    expect(look).toMatchObject({ mediaBytes: null, smallBytes: expect.any(Number) });
    const id = await addBundle(away.app, path, { asCopy: false });
    expect(await openRecording(away.app, id)).toMatchObject({ mediaFound: false, playsSmall: true });
    const { media } = requireRecording(away.app.library, id);
    const played = away.app.mediaPath(media.id) ?? '';
    expect(played).toBe(join(away.folder, `library.minber-library-media/${media.id}/small.webm`));
    expect(readFileSync(played).length).toBe(look.smallBytes);
    expect(media).toMatchObject({ sha256: requireRecording(home.app.library, id).media.sha256 });

    // The original is not there, so what came goes on as it is.
    expect(await askSmallSound(away.app, id)).toEqual({ bytes: look.smallBytes, missing: null });
    await writeBundle(away.app, id, small, away.path('back.minber'));
    const { parts } = (await readBundle(away.path('back.minber'))).manifest;
    expect(parts).toContainEqual(
      (await readBundle(path)).manifest.parts.find(({ name }) => name === SMALL_PART),
    );
    await expect(writeBundle(away.app, id, WHOLE, away.path('x.minber'))).rejects.toMatchObject({
      code: 'file-missing',
    });

    const original = away.path('форум.ogg');
    copyFileSync(home.path('форум.ogg'), original);
    const probed = await probeMedia(away.app, original);
    relinkMedia(away.app, { recordingId: id, mediaId: probed.id, facts: null });
    expect(await openRecording(away.app, id)).toMatchObject({ mediaFound: true, playsSmall: false });
    expect(away.app.mediaPath(media.id)).toBe(original);
    await destroyRecording(away.app, id);
    expect([existsSync(played), existsSync(original)]).toEqual([false, true]);
  });

  it('with a small sound is stopped, refused and told of as any other', async () => {
    const home = await desk();
    const small = { ...TEXT, media: 'small' as const };
    const path = home.path('small.minber');
    const stopper = new AbortController();
    stopper.abort(new Error('enough'));
    const { signal } = stopper;
    await expect(writeBundle(home.app, home.recordingId, small, path, { signal })).rejects.toThrow('enough');
    const without = {
      ...home.app,
      library: home.app.library,
      ffmpeg: { ...home.app.ffmpeg, find: async () => null },
    };
    expect(await askSmallSound(without, home.recordingId)).toMatchObject({ missing: 'ffmpeg' });
    rmSync(home.path('форум.ogg'));
    expect(await askSmallSound(home.app, home.recordingId)).toEqual({ bytes: 0, missing: 'media' });
    await expect(writeBundle(home.app, home.recordingId, small, path)).rejects.toMatchObject({
      code: 'file-missing',
    });
    expect(existsSync(path)).toBe(false);
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

it('reads a bundle of version 1, as it was written once', async () => {
  const away = otherDesk();
  const path = resolve('electron/services/bundles/fixtures/version-1.minber');
  const id = await addBundle(away.app, path, { asCopy: false });
  const opened = await openRecording(away.app, id);
  expect(opened.mediaFound).toBe(true);
  const [annotation] = opened.annotations;
  expect(annotation).toMatchObject({
    body: 'Тексеру керек',
    words: 'екінші',
    replies: [{ body: 'Дұрыс', author: 'Әйгерім' }],
  });
  const [speaker] = listSpeakers(away.app.library);
  expect(speaker).toMatchObject({ name: { kk: 'Әйгерім', ru: 'Айгерим' }, title: { kk: 'төрайым' } });
  expect(opened.turns).toMatchObject([
    { startMs: 0, endMs: 900, status: 'checked', checkedBy: 'Дәурен', speakerId: speaker?.id },
    {
      content: [
        { type: 'text', text: 'екінші', annotations: [annotation?.id] },
        { type: 'tag', tag: 'applause' },
        { type: 'text', text: ' сөз' },
      ],
    },
    { content: textContent('үшінші') },
  ]);
  const { id: transcriptId, sequence } = opened.transcript;
  expect(sequence).toBe(2);
  expect(verifyEditLog(away.app, transcriptId).sound).toBe(true);
  const { number } = requireOriginal(away.app.library, id);
  expect(listRevisions(away.app.library, number).map(({ name }) => name)).toContain('before.minber');
});

it('reads a bundle of version 2, as it was written once', async () => {
  const away = otherDesk();
  const path = resolve('electron/services/bundles/fixtures/version-2.minber');
  const { manifest } = await readBundle(path);
  expect(manifest).toMatchObject({ version: 2, media: { part: null, small: SMALL_PART } });
  const id = await addBundle(away.app, path, { asCopy: false });
  const opened = await openRecording(away.app, id);
  expect(opened).toMatchObject({ mediaFound: false, playsSmall: true });
  const [speaker] = listSpeakers(away.app.library);
  expect(speaker).toMatchObject({
    name: { kk: 'Әйгерім' },
    originalName: { text: '조병제', language: 'ko' },
    aliases: ['Cho Byong-jae'],
    posts: [{ title: { ru: 'посол' }, from: '2020-01-01', until: null }],
    countryCode: 'KR',
  });
  expect(speaker?.portrait && readPortrait(away.app, speaker.portrait)).toBeTruthy();
  const turnId = opened.turns[0]?.id;
  expect(readReviewNotes(away.app, opened.transcript.id)).toMatchObject({
    ignored: [{ turnId, check: 'overlap', reason: 'Екеуі сөйледі' }],
    heard: [{ turnId, edge: 'start', atMs: 0 }],
  });
  expect(verifyEditLog(away.app, opened.transcript.id).sound).toBe(true);
});

describe('what is off the record', () => {
  async function secretive() {
    const home = await desk();
    const secret = { ...remarkOf('Жарияланбасын'), kindId: GIVEN_KINDS.offTheRecord };
    const { transcriptId } = home;
    putAnnotation(home.app, { transcriptId, annotation: secret });
    const { turns } = await openRecording(home.app, home.recordingId);
    const last = turns.at(-1);
    if (!last) throw new Error('no turn');
    putTurns(home.app, transcriptId, 2, [{ ...last, content: [textInline('құпия', [secret.id])] }]);
    ignoreFinding(home.app, { transcriptId, turnId: last.id, check: 'noTitle', reason: 'Себебі құпия' });
    return home;
  }
  const everythingIn = async (path: string) => {
    const zip = await JSZip.loadAsync(readFileSync(path));
    const texts = Object.values(zip.files).map((file) => file.async('string'));
    return (await Promise.all(texts)).join('\n');
  };

  it('stays out of a bundle, and so do its history and what was said about it', async () => {
    const home = await secretive();
    const path = home.path('out.minber');
    await writeBundle(home.app, home.recordingId, TEXT, path);
    expect(await everythingIn(path)).not.toMatch(/құпия|Жарияланбасын/);
    expect((await lookAtBundle(home.app, path)).historyCount).toBeNull();
    await writeBundle(home.app, home.recordingId, { ...TEXT, includeWithheld: true }, path);
    expect(await everythingIn(path)).toMatch(/құпия(.|\n)*Жарияланбасын/);
  });

  it('is not lost when the bundle comes back, and a change of the turn is asked about', async () => {
    const home = await secretive();
    const away = otherDesk();
    await writeBundle(home.app, home.recordingId, TEXT, home.path('out.minber'));
    await addBundle(away.app, home.path('out.minber'), { asCopy: false });
    await say(away.app, home.recordingId, 0, 'бірінші, олардыкі');
    await writeBundle(away.app, home.recordingId, TEXT, away.path('back.minber'));
    const first = await compareBundle(home.app, away.path('back.minber'));
    expect(first.conflicts).toEqual([]);
    const choices = new Map<string, 'mine'>();
    await mergeBundle(home.app, away.path('back.minber'), { ...first, choices });
    expect(await textsOf(home.app, home.recordingId)).toEqual(['бірінші, олардыкі', 'екінші', 'құпия']);
    await say(away.app, home.recordingId, 2, 'олар жазды');
    await writeBundle(away.app, home.recordingId, TEXT, away.path('again.minber'));
    const { conflicts } = await compareBundle(home.app, away.path('again.minber'));
    expect(conflicts.map(({ kind }) => kind)).toEqual(['turn']);
  });
});
