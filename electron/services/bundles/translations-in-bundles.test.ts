import { describe, expect, it } from 'vitest';
import { type Annotation, GIVEN_KINDS } from '../../../shared/model/annotation.ts';
import type { TranscriptId } from '../../../shared/model/ids.ts';
import { type PlacedTurn, textContent, textInline, turnText } from '../../../shared/model/turn.ts';
import { putAnnotation } from '../annotate.ts';
import type { App } from '../app.ts';
import { checkRecording } from '../check-library.ts';
import { openRecording, requireOriginal } from '../open-recording.ts';
import { searchLibrary } from '../search/search-library.ts';
import { putTurns } from '../testing/open-test-app.ts';
import { createTranslation, removeTranslation } from '../translations.ts';
import { addBundle } from './add-bundle.ts';
import { compareBundle, mergeBundle } from './merge-bundle.ts';
import { readBundle } from './read-bundle.ts';
import { takeBackMerge } from './take-back-merge.ts';
import { desk, otherDesk, remarkOf, say, TEXT, turnsOf } from './testing/desks.ts';
import { writeBundle } from './write-bundle.ts';

/** A desk with a translation into Russian, in which the second turn is done; the others are left. */
async function translated() {
  const home = await desk();
  const { app, recordingId } = home;
  const { id } = createTranslation(app, { recordingId, language: 'ru', name: 'ООН' });
  await translate(app, home, id, 1, 'второе');
  return { ...home, id };
}

type Home = Pick<Awaited<ReturnType<typeof desk>>, 'recordingId'>;

/** Writes what translates the turn with this number, as a new turn or over the one that is there. */
async function translate(app: App, { recordingId }: Home, id: TranscriptId, number: number, text: string) {
  const source = (await turnsOf(app, recordingId))[number];
  const { transcript, turns } = await openRecording(app, recordingId, { transcriptId: id });
  const turn = turns.find(({ translates }) => translates?.turnId === source?.id);
  if (!source || !turn) throw new Error(`no turn ${number}`);
  const translates = { turnId: source.id, words: turnText(source), done: true as const };
  putTurns(app, id, transcript.sequence, [{ ...turn, translates, content: textContent(text) }]);
}

const textsOf = async (app: App, { recordingId }: Home, id: TranscriptId) => {
  const { transcript, turns } = await openRecording(app, recordingId, { transcriptId: id });
  return transcript.id === id ? turns.map(turnText) : null;
};

const isFound = (app: App, query: string) => {
  const filter = { speakerId: null, from: null, to: null, kindId: null, status: null };
  return searchLibrary(app, { query, filter, before: null }).recordings.length > 0;
};

/** Two desks that have the recording and its translation, and how one takes what the other writes. */
async function apart() {
  const home = await translated();
  const away = otherDesk();
  await writeBundle(home.app, home.recordingId, TEXT, home.path('out.minber'));
  await addBundle(away.app, home.path('out.minber'), { asCopy: false });
  const back = away.path('back.minber');
  const sendBack = async () => {
    await writeBundle(away.app, home.recordingId, TEXT, back);
    return compareBundle(home.app, back);
  };
  const merge = async (choices: ReadonlyMap<string, 'mine' | 'theirs' | 'both'> = new Map()) => {
    const { sequence, bundleId } = await compareBundle(home.app, back);
    await mergeBundle(home.app, back, { sequence, bundleId, choices });
  };
  return { home, away, sendBack, merge };
}

describe('a bundle with translations', () => {
  it('is of version 2, and brings them to a library that does not have the recording', async () => {
    const { home, away } = await apart();
    const { manifest } = await readBundle(home.path('out.minber'));
    expect(manifest.version).toBe(2);
    expect(manifest.parts.map(({ name }) => name)).toContain('translations.json');
    const { tracks } = await openRecording(away.app, home.recordingId);
    expect(tracks[1]).toMatchObject({
      id: home.id,
      language: 'ru',
      name: 'ООН',
      progress: { done: 1, total: 3 },
    });
    expect(await textsOf(away.app, home, home.id)).toEqual(['', 'второе', '']);
    expect(isFound(away.app, 'второе')).toBe(true);
    expect(checkRecording(away.app, home.recordingId)).toEqual([]);
  });

  it('opened as a copy has translations of its own, which translate the turns of the copy', async () => {
    const { home, away } = await apart();
    const recordingId = await addBundle(away.app, home.path('out.minber'), { asCopy: true });
    const { tracks } = await openRecording(away.app, recordingId);
    const copy = tracks[1];
    if (!copy) throw new Error('no translation');
    expect(copy.id).not.toBe(home.id);
    expect(copy.progress).toMatchObject({ done: 1, total: 3, stale: 0 });
    expect(await textsOf(away.app, { recordingId }, copy.id)).toEqual(['', 'второе', '']);
    expect(checkRecording(away.app, recordingId)).toEqual([]);
  });

  it('leaves out what translates words off the record, and what was said of it', async () => {
    const home = await translated();
    const secret: Annotation = { ...remarkOf(''), kindId: GIVEN_KINDS.offTheRecord };
    const own: Annotation = { ...remarkOf('оңаша'), kindId: GIVEN_KINDS.offTheRecord };
    await translate(home.app, home, home.id, 0, 'тайна третья');
    const { turns } = await openRecording(home.app, home.recordingId, { transcriptId: home.id });
    const [first] = turns as [PlacedTurn];
    putAnnotation(home.app, { transcriptId: home.id, annotation: own });
    putTurns(home.app, home.id, 2, [
      { ...first, content: [textInline('тайна', [own.id]), textInline(' третья')] },
    ]);
    const [, second] = await turnsOf(home.app, home.recordingId);
    putAnnotation(home.app, { transcriptId: home.transcriptId, annotation: secret });
    putTurns(home.app, home.transcriptId, 2, [
      { ...(second as PlacedTurn), content: [textInline('екінші', [secret.id, home.remark.id].sort())] },
    ]);
    const written = async (includeWithheld: boolean) => {
      const path = home.path(`${includeWithheld}.minber`);
      await writeBundle(home.app, home.recordingId, { ...TEXT, includeWithheld }, path);
      return JSON.stringify((await readBundle(path)).side);
    };
    const open = await written(false);
    for (const word of ['второе', 'екінші', 'тайна', 'оңаша']) expect(open).not.toContain(word);
    expect(open).toContain(' третья');
    expect(await written(true)).toContain('второе');
  });

  it('is refused with its media where words of a translation alone are off the record', async () => {
    const home = await translated();
    const own: Annotation = { ...remarkOf(''), kindId: GIVEN_KINDS.offTheRecord };
    const { turns } = await openRecording(home.app, home.recordingId, { transcriptId: home.id });
    putAnnotation(home.app, { transcriptId: home.id, annotation: own });
    putTurns(home.app, home.id, 1, [
      { ...(turns[1] as PlacedTurn), content: [textInline('второе', [own.id])] },
    ]);
    const path = home.path('out.minber');
    const wanted = { ...TEXT, media: 'original' as const };
    await expect(writeBundle(home.app, home.recordingId, wanted, path)).rejects.toMatchObject({
      code: 'withheld-inside',
    });
  });
});

describe('merging a bundle with translations', () => {
  it('brings one that is unknown whole, takes it back, and does it again', async () => {
    const { home, away, sendBack, merge } = await apart();
    const { id } = createTranslation(away.app, { recordingId: home.recordingId, language: 'en', name: '' });
    await translate(away.app, home, id, 2, 'third');
    expect(await sendBack()).toMatchObject({ conflicts: [], counts: { translated: 1, changedTurns: 0 } });
    await merge();
    expect(await textsOf(home.app, home, id)).toEqual(['', '', 'third']);
    const { sequence } = requireOriginal(home.app.library, home.recordingId);
    const span = { transcriptId: home.transcriptId, base: sequence - 1, sequence };
    takeBackMerge(home.app, { ...span, again: false });
    expect(await textsOf(home.app, home, id)).toBeNull();
    expect(isFound(home.app, 'third')).toBe(false);
    takeBackMerge(home.app, { ...span, again: true });
    expect(await textsOf(home.app, home, id)).toEqual(['', '', 'third']);
    expect(isFound(home.app, 'third')).toBe(true);
    expect(checkRecording(home.app, home.recordingId)).toEqual([]);
  });

  it('joins turn by turn what each side translated, and takes that back', async () => {
    const { home, away, sendBack, merge } = await apart();
    await translate(home.app, home, home.id, 0, 'первое');
    await translate(away.app, home, home.id, 1, 'второе слово');
    await translate(away.app, home, home.id, 2, 'третье');
    await say(home.app, home.recordingId, 0, 'бірінші сөз');
    expect(await sendBack()).toMatchObject({ common: true, conflicts: [], counts: { translated: 2 } });
    await merge();
    expect(await textsOf(home.app, home, home.id)).toEqual(['первое', 'второе слово', 'третье']);
    expect(checkRecording(home.app, home.recordingId)).toEqual([]);
    const { sequence } = requireOriginal(home.app.library, home.recordingId);
    const span = { transcriptId: home.transcriptId, base: sequence - 1, sequence };
    takeBackMerge(home.app, { ...span, again: false });
    expect(await textsOf(home.app, home, home.id)).toEqual(['первое', 'второе', '']);
    takeBackMerge(home.app, { ...span, again: true });
    expect(await textsOf(home.app, home, home.id)).toEqual(['первое', 'второе слово', 'третье']);
  });

  it('asks about what both changed, and about a row that both began', async () => {
    const { home, away, sendBack, merge } = await apart();
    for (const [app, mark] of [
      [home.app, 'А'],
      [away.app, 'Б'],
    ] as const) {
      await translate(app, home, home.id, 1, `второе ${mark}`);
      await translate(app, home, home.id, 2, `третье ${mark}`);
      await translate(app, home, home.id, 0, 'первое');
    }
    const { conflicts, counts } = await sendBack();
    expect(conflicts.map(({ kind }) => kind)).toEqual(['turn', 'turn']);
    expect(conflicts).toMatchObject([{ language: 'ru' }, { language: 'ru' }]);
    expect(counts.translated).toBe(0);
    await expect(merge()).rejects.toMatchObject({ code: 'bad-request' });
    const [one, two] = conflicts.map(({ key }) => key) as [string, string];
    await merge(
      new Map([
        [one, 'theirs'],
        [two, 'both'],
      ]),
    );
    expect(await textsOf(home.app, home, home.id)).toEqual(['первое', 'второе Б', 'третье А', 'третье Б']);
    const again = await sendBack();
    expect(again).toMatchObject({ conflicts: [], counts: { translated: 0 } });
  });

  it('leaves one that was set aside where it is, unless it says something new', async () => {
    const { home, away, sendBack, merge } = await apart();
    removeTranslation(home.app, home.id);
    await sendBack();
    await merge();
    expect(await textsOf(home.app, home, home.id)).toBeNull();
    await translate(away.app, home, home.id, 2, 'третье');
    await sendBack();
    await merge();
    expect(await textsOf(home.app, home, home.id)).toEqual(['', 'второе', 'третье']);
  });

  it('takes nothing from a library that does not have the translation, and is refused when one changed meanwhile', async () => {
    const { home, away, sendBack } = await apart();
    removeTranslation(away.app, home.id);
    const { sequence, bundleId, counts } = await sendBack();
    expect(counts.translated).toBe(0);
    await translate(home.app, home, home.id, 2, 'третье');
    const input = { sequence, bundleId, choices: new Map() };
    await expect(mergeBundle(home.app, away.path('back.minber'), input)).rejects.toMatchObject({
      code: 'stale-sequence',
    });
    expect(await textsOf(home.app, home, home.id)).toEqual(['', 'второе', 'третье']);
  });
});
